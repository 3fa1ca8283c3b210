import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { writeAs } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { answerRequest } from './operations/answer-request.ts'
import { askRequester } from './operations/ask-requester.ts'
import { forwardRequest } from './operations/forward-request.ts'
import { objectToAnswer } from './operations/object-to-answer.ts'
import { reconsiderAnswer } from './operations/reconsider-answer.ts'
import { registerRequest } from './operations/register-request.ts'
import { requestPaths } from './paths.ts'
import { superiorsOf } from './store/jobs.ts'
import { saying, stage } from './testing/stage.ts'

const set = await stage()
const { actors, site, done, act, file, filedAndRegistered, on, row, db, people, organisations, slug } = set
const general = { programme: undefined }
const where = 'Badan Pusat Statistik, Jalan Contoh 1, surel layanan@contoh.example.'
const textOf = async (path: string, as?: (typeof actors)['head']) => (await site.get(path, { as })).text()
const object = (token: string) => done(objectToAnswer, { token, ground: '35a', reason: 'Datanya ada di sini.' })
const decide = (request: string, as: (typeof actors)['head'], decision = 'overturned') =>
  act(reconsiderAnswer, { request, decision, reason: 'Datanya memang di sini.' }, as)
const superiors = (id: string) =>
  writeAs(db.jobs, { kind: 'job', job: 'information-request-mails', classes: ['public'] }, site.time.now, (tx) =>
    superiorsOf(tx, id),
  )
const post = (id: string, form: Record<string, string>, as?: (typeof actors)['head']) =>
  site.post(requestPaths.act(id, 'forwarding'), { _key: newId(site.time.now), ...form }, { as })

describe('forwarding to another public body', () => {
  test('the officer says where; the requester reads it behind the link, everyone else that it was forwarded', async () => {
    on('2026-06-02')
    const { id, token } = await filedAndRegistered()
    const form = await textOf(requestPaths.act(id, 'forwarding'), actors.informationOfficer)
    assert.match(form, /name="body"/)
    const empty = await post(id, { body: ' ' }, actors.informationOfficer)
    assert.equal(empty.status, 422)
    for (const as of [undefined, actors.head, actors.coordinator, actors.operator])
      assert.ok([403, 303].includes((await post(id, { body: where }, as)).status))
    assert.equal((await row(id)).outcome, null)
    const sent = await post(id, { body: where }, actors.informationOfficer)
    assert.deepEqual([sent.status, sent.headers.get('location')], [303, requestPaths.one(id)])
    const { state, outcome, ground, answered_on } = await row(id)
    assert.deepEqual([state, outcome, ground, answered_on], ['answered', 'forwarded', null, '2026-06-02'])
    assert.ok((await textOf(requestPaths.follow(token))).includes('Badan Pusat Statistik'))
    const public_ = await textOf(requestPaths.one(id))
    assert.match(public_, /Diteruskan ke badan publik lain/)
    assert.ok(!public_.includes('layanan@contoh.example'))
    assert.equal((await post(id, { body: where }, actors.informationOfficer)).status, 403)
  })

  test('not while the requester is asked, nor after an answer', async () => {
    on('2026-06-02')
    const [asked, answered] = [await filedAndRegistered(), await filedAndRegistered()]
    await done(askRequester, { request: asked.id, question: 'Tahun berapa?' })
    assert.match(saying(await act(forwardRequest, { request: asked.id, body: where })), /pemohon/i)
    await done(answerRequest, { request: answered.id, outcome: 'full', answer: 'Ada 12 alat.' })
    assert.equal((await act(forwardRequest, { request: answered.id, body: where })).kind, 'denied')
  })
})

describe('an objection always has an addressee', () => {
  test('of a request that belongs to no programme: a head whose organisation leads one, and nobody else', async () => {
    on('2026-06-02')
    const { id, token } = await file(general)
    await done(forwardRequest, { request: id, body: where })
    await object(token)
    assert.deepEqual(await superiors(id), [people.head.id])
    for (const other of [actors.otherHead, actors.informationOfficer, actors.coordinator, actors.resident])
      assert.equal((await decide(id, other)).kind, 'denied')
    assert.match(await textOf(requestPaths.one(id), actors.head), /Datanya ada di sini/)
    assert.equal((await decide(id, actors.head)).kind, 'done')
    site.time.now = new Date(site.time.now.getTime() + 1000)
    assert.equal((await row(id)).state, 'reopened')
    assert.match(await textOf(requestPaths.one(id), actors.head), /Datanya ada di sini/)
    assert.equal((await act(answerRequest, { request: id, outcome: 'full', answer: 'Ini.' })).kind, 'denied')
    await done(registerRequest, { request: id, subject: 'Data penduduk', purpose: 'Rapat', programme: slug })
    await done(answerRequest, { request: id, outcome: 'full', answer: 'Ini datanya.' })
    assert.deepEqual([(await row(id)).outcome, (await row(id)).state], ['full', 'answered'])
  })

  test('first the head of the officer’s own organisation, who did not forward it', async () => {
    on('2026-06-02')
    const { id, token } = await file(general)
    await done(forwardRequest, { request: id, body: where })
    await object(token)
    const joins = (person: string, head: boolean) =>
      db.admin.kysely
        .insertInto('memberships')
        .values({
          id: newId(site.time.now),
          person_id: person,
          organisation_id: organisations.oversight.id,
          post: 'Inspektur',
          head,
          starts_on: '2026-01-05',
          created_at: site.time.now,
        })
        .execute()
    await joins(people.informationOfficer.id, true)
    assert.deepEqual(await superiors(id), [people.head.id])
    await joins(people.auditor.id, true)
    assert.deepEqual(await superiors(id), [people.auditor.id])
    assert.equal((await decide(id, actors.head)).kind, 'denied')
    assert.equal((await decide(id, actors.informationOfficer)).kind, 'denied')
    assert.equal((await decide(id, actors.auditor, 'upheld')).kind, 'done')
  })

  test('of a placed request whose head has no seat any more: the head by post', async () => {
    on('2026-06-02')
    const { id, token } = await filedAndRegistered()
    await done(forwardRequest, { request: id, body: where })
    await object(token)
    await db.admin.kysely
      .updateTable('seats')
      .set({ last_day: '2026-05-31' })
      .where('person_id', '=', people.head.id)
      .execute()
    assert.deepEqual(await superiors(id), [people.head.id])
    const retired = { ...actors.head, seats: [] }
    assert.equal((await decide(id, retired)).kind, 'done')
  })

  test('the app’s role is not told who decides what', async () => {
    const ask = sql`select mufakat.information_superiors(gen_random_uuid())`
    await assert.rejects(
      writeAs(db.app, actors.informationOfficer, site.time.now, (tx) => ask.execute(tx)),
      /permission denied/,
    )
  })
})
