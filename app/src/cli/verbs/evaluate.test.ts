import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { jakartaDate } from '#kernel/database.ts'
import { startTestPostgres } from '#kernel/postgres/throwaway.ts'

const folder = mkdtempSync(join(tmpdir(), 'evaluate-'))
const root = join(import.meta.dirname, '../../../..')
let server: Awaited<ReturnType<typeof startTestPostgres>>
before(async () => {
  server = await startTestPostgres()
  assert.equal(mufakat('migrate').status, 0)
})
after(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

function mufakat(...words: string[]) {
  const env = { ...process.env, DATABASE_URL: server.adminUrl, MUFAKAT_DATA_DIR: folder }
  const command = ['--import', 'tsx', join(root, 'app/src/cli/main.ts'), ...words]
  return spawnSync(process.execPath, command, { cwd: root, env, encoding: 'utf8' })
}

test('a day that does not exist is a wrong word; one that has not come is said with today’s; results name the programme', () => {
  const impossible = mufakat('evaluate', '--at', '2026-13-45')
  assert.deepEqual([impossible.status, impossible.stdout], [2, ''])
  assert.match(impossible.stderr, /--at 2026-13-45: needs a day of the calendar/)
  const future = mufakat('evaluate', '--at', '9999-12-31')
  assert.deepEqual([future.status, future.stdout], [1, ''])
  assert.match(future.stderr, new RegExp(`that day has not come yet, today is ${jakartaDate(new Date())}`))
  const plan = join(root, 'app/world/federal-data-strategy/programme.json')
  assert.equal(mufakat('import', 'programme', plan).status, 0)
  const done = mufakat('evaluate')
  assert.equal(done.status, 0, done.stderr)
  assert.match(
    done.stdout,
    /^federal-data-strategy-2020 2020-12-24 recorded: .*\nfederal-data-strategy-2020 2020-12-31 /,
  )
})
