import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAs } from '#kernel/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { noLinks } from '#modules/tasks/links.ts'
import { tasksModule } from '#modules/tasks/module.ts'
import { wordsOf } from '#modules/tasks/testing/stage.ts'
import { requestDesk } from './desk.tsx'
import { answerRequest } from './operations/answer-request.ts'
import { changeRule } from './operations/change-rule.ts'
import { handOverRequest } from './operations/hand-over-request.ts'
import { objectToAnswer } from './operations/object-to-answer.ts'
import { requestPaths } from './paths.ts'
import { ownInformationRequests } from './personal-data.ts'
import { refusal, secretName, stage } from './testing/stage.ts'

const set = await stage()
const { actors, done, act, site, db, organisations } = set
const desk = testSite(db, [tasksModule(noLinks, [requestDesk])], { now: set.now })
const work = async (as: (typeof actors)['head']) => wordsOf(await desk.get('/work', { as }))

test('each finds on the desk what waits for them, and no one else’s', async () => {
  const { id } = await set.file({}, actors.resident)
  assert.match(
    await work(actors.informationOfficer),
    /informasi yang menunggu Semua permintaan PI-2026-0001 Belum dicatat di register/,
  )
  assert.match(await work(actors.resident), /Permintaan informasi saya Semua permintaan PI-2026-0001/)
  await set.register(id)
  await done(handOverRequest, { request: id, party: organisations.other.id })
  assert.match(
    await work(actors.otherHead),
    /untuk instansi Anda Semua permintaan PI-2026-0001 Daftar alat ukur posyandu/,
  )
  await done(answerRequest, { request: id, ...refusal })
  assert.doesNotMatch(await work(actors.otherHead), /PI-2026/)
  const mine = await site.get(requestPaths.own(id), { as: actors.resident })
  const token = mine.headers.get('location')!.split('/').at(-1)!
  await done(objectToAnswer, { token, ground: '35a', reason: 'Tidak setuju.' }, actors.resident)
  assert.match(await work(actors.head), /Keberatan yang menunggu putusan Anda Semua permintaan PI-2026-0001/)
  for (const actor of [actors.officer, actors.coordinator, actors.otherOfficer, actors.operator])
    assert.doesNotMatch(await work(actor), /PI-2026/)
})

test('a person’s own data hold what they gave, and nobody else’s do', async () => {
  const own = (as: (typeof actors)['head']) =>
    readAs(db.app, as, site.time.now, (tx) => ownInformationRequests.read(tx, as.personId, '2026-11-02', db.app.keys))
  assert.deepEqual(
    (await own(actors.resident)).map((row) => [row.number, row.name]),
    [['PI-2026-0001', secretName]],
  )
  assert.deepEqual(await own(actors.informationOfficer), [])
})

test('a deadline is configuration: the operator’s new version holds for what comes in afterwards', async () => {
  const before = await set.file()
  const rule = { rule: 'ID.KIP.answer', amount: 5, source: 'Contoh peraturan daerah' }
  assert.equal((await act(changeRule, rule, actors.informationOfficer)).kind, 'denied')
  await done(changeRule, rule, actors.operator)
  const after = await set.file()
  assert.deepEqual([(await set.row(before.id)).due_on, (await set.row(after.id)).due_on], ['2026-11-16', '2026-11-09'])
  const { rows } = await db.admin.pool.query('select mufakat.information_due($1)::text as due', [before.id])
  assert.equal(rows[0].due, '2026-11-16')
  assert.match(await wordsOf(await site.get(requestPaths.rules())), /5 hari kerja Contoh peraturan daerah 2/)
})
