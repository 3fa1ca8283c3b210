import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pino } from 'pino'
import { marked, startClamd, withoutClamd } from '#kernel/testing/clamd.ts'
import { clamav } from '#kernel/virus-scanner.ts'
import { documentPaths } from './paths.ts'
import { stage } from './testing/stage.ts'

test('an infected file is refused with what to do, and a clean one taken; without the scanner none is', {
  skip: withoutClamd,
}, async () => {
  const { path, stop } = await startClamd()
  const { site, slug, actors, plan, send, add, stored } = await stage()
  const said: string[] = []
  site.deps.scanner = clamav({ path })
  site.deps.log = pino({ level: 'warn' }, { write: (line: string) => said.push(line) })
  const task = await plan()

  const infected = await send(actors.officer, task, {
    title: 'Daftar Sumiati',
    file: `a\n${marked}\n`,
    name: 'sumiati.txt',
  })
  assert.equal(infected.status, 422)
  const text = await infected.text()
  assert.match(text, /Pemindai virus menemukan program jahat[\s\S]*antivirus/)
  assert.match(text, /value="Daftar Sumiati"/)
  assert.match(said.join(), /"found":"Mufakat\.Uji\.Tanda\.UNOFFICIAL".*infected file refused/)
  assert.doesNotMatch(said.join(), /sumiati/i)
  assert.deepEqual(await stored(), [])

  const body = new FormData()
  body.append('title', 'Daftar')
  body.append('file', new File([marked], 'a.txt'))
  const api = await site.post(`/api/v1${documentPaths.add(slug, task)}`, body, { as: actors.officer })
  assert.equal(((await api.json()) as { error: { problems: { code: string }[] } }).error.problems[0]!.code, 'infected')

  await add(actors.officer, task, { file: 'bersih\n', name: 'a.txt' })
  const [kept] = await stored()
  await stop()
  const refused = await send(actors.officer, task, { file: 'bersih juga\n', name: 'a.txt' })
  assert.equal(refused.status, 503)
  assert.match(await refused.text(), /Pemindai virus tidak menjawab/)
  assert.deepEqual(await stored(), [kept])
  assert.match(await (await site.get('/readyz')).text(), /^ok, but the virus scanner does not answer/)
  assert.match(await (await site.get('/metrics')).text(), /^mufakat_files_open 0$/m)
})
