import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readCalendar } from '#kernel/calendar/stored.ts'
import { addDays } from '#kernel/calendar.ts'
import { readAs } from '#kernel/database.ts'
import { answerRequest } from './operations/answer-request.ts'
import { endDispute } from './operations/end-dispute.ts'
import { extendDeadline } from './operations/extend-deadline.ts'
import { objectToAnswer } from './operations/object-to-answer.ts'
import { publishAnswer } from './operations/publish-answer.ts'
import { reconsiderAnswer } from './operations/reconsider-answer.ts'
import { startDispute } from './operations/start-dispute.ts'
import { requestPaths } from './paths.ts'
import { eraseOldRequesters } from './retention.ts'
import { requestSignals } from './signals.ts'
import { refusal, saying, secretName, stage } from './testing/stage.ts'

const { actors, site, done, act, filedAndRegistered, on, row, db, programmeId } = await stage()
const textOf = async (path: string, as?: (typeof actors)['head']) => (await site.get(path, { as })).text()
const object = (token: string, ground = '35a') =>
  act(objectToAnswer, { token, ground, reason: 'Jumlah alat bukan rahasia.' })
const decide = (id: string, decision: string, as = actors.head) =>
  act(reconsiderAnswer, { request: id, decision, reason: 'Jumlah dapat dibuka.' }, as)

describe('objection and dispute', () => {
  test('a refusal is overturned by the superior, who sees the words and not who asks; it is answered again', async () => {
    on('2026-06-02')
    const { id, token } = await filedAndRegistered()
    assert.equal((await object(token)).kind, 'denied')
    await done(answerRequest, { request: id, ...refusal })
    assert.equal((await decide(id, 'overturned')).kind, 'denied')
    assert.equal((await object(token)).kind, 'done')
    site.time.now = new Date(site.time.now.getTime() + 1000)
    assert.match(saying(await object(token)), /satu kali/)
    const seen = await textOf(requestPaths.one(id), actors.head)
    assert.ok(seen.includes('Jumlah alat bukan rahasia.') && !seen.includes(secretName))
    for (const other of [actors.otherHead, actors.officer, actors.coordinator, actors.informationOfficer])
      assert.equal((await decide(id, 'overturned', other)).kind, 'denied')
    assert.equal((await decide(id, 'overturned')).kind, 'done')
    site.time.now = new Date(site.time.now.getTime() + 1000)
    assert.equal((await decide(id, 'upheld')).kind, 'denied')
    assert.equal((await row(id)).state, 'reopened')
    await done(answerRequest, { request: id, outcome: 'full', answer: 'Ada 12 alat.' })
    const { outcome, answered_on } = await row(id)
    assert.deepEqual([outcome, answered_on], ['full', '2026-06-02'])
    assert.ok((await textOf(requestPaths.follow(token))).includes('Ada 12 alat.'))
  })

  test('thirty working days to object and fourteen to dispute; who was not answered may object too', async () => {
    on('2026-06-02')
    const [late, silent] = [await filedAndRegistered(), await filedAndRegistered()]
    await done(answerRequest, { request: late.id, ...refusal })
    on('2026-06-18')
    assert.equal((await object(silent.token, '35a')).kind, 'invalid')
    assert.equal((await object(silent.token, '35c')).kind, 'done')
    on('2026-07-16')
    assert.match(saying(await object(late.token)), /sudah lewat/)
    assert.match(saying(await act(startDispute, { token: silent.token })), /mengikuti putusan/)
    on('2026-08-03')
    await done(startDispute, { token: silent.token })
    assert.equal((await act(endDispute, { request: silent.id, outcome: 'settled' }, actors.head)).kind, 'denied')
    await done(endDispute, { request: silent.id, outcome: 'settled', note: 'Mediasi.' })
    assert.match(await textOf(requestPaths.one(silent.id)), /Selesai dengan mediasi/)
  })

  test('an answer is published by the officer’s decision, corrected by a newer row, and taken back', async () => {
    on('2026-06-02')
    const { id } = await filedAndRegistered()
    const public_ = { request: id, title: 'Alat ukur posyandu', text: 'Ada 12 alat di tiga kecamatan.' }
    assert.equal((await act(publishAnswer, public_)).kind, 'denied')
    await done(answerRequest, { request: id, outcome: 'full', answer: 'Ada 12 alat.' })
    assert.equal((await act(publishAnswer, public_, actors.head)).kind, 'denied')
    assert.match(saying(await act(publishAnswer, { ...public_, text: 'Hubungi 081234567890' })), /data pribadi/)
    assert.match(saying(await act(publishAnswer, { ...public_, links: 'javascript:alert(1)' })), /https/)
    await done(publishAnswer, public_)
    assert.ok((await textOf(requestPaths.answers({ q: 'kecamatan' }))).includes('Ada 12 alat di tiga kecamatan.'))
    await done(publishAnswer, { ...public_, withdrawn: true })
    assert.ok(!(await textOf(requestPaths.answers())).includes('Ada 12 alat di tiga kecamatan.'))
    assert.ok(!(await textOf(`/api/v1${requestPaths.one(id)}`)).includes('Ada 12 alat di tiga kecamatan.'))
  })
})

describe('what requests tell of a programme', () => {
  const evaluation = async (at: string) => {
    const window = { from: addDays(at, -89), to: at }
    const previous = { from: addDays(at, -179), to: addDays(at, -90) }
    const job = { kind: 'job', job: 'evaluate', classes: ['public', 'members'] } as const
    return readAs(db.jobs, job, site.time.now, async (tx) => {
      const known = { programmeId, at, window, previous, calendar: await readCalendar(tx) }
      const t3 = await requestSignals.measures[0]!.measure(tx, known)
      const [d5, d6] = await Promise.all(requestSignals.conditions.map((one) => one.observe(tx, known)))
      return { t3, d5: d5!, d6: d6! }
    })
  }

  test('T3 counts answers by the deadline as it stood, extended ones too; D5 c the refusals that fell', async () => {
    const before = await evaluation('2027-02-28')
    assert.equal(before.t3.kind, 'no-records')
    on('2027-03-01')
    const [quick, extended, slow, open] = [
      await filedAndRegistered(),
      await filedAndRegistered(),
      await filedAndRegistered(),
      await filedAndRegistered(),
    ]
    await done(answerRequest, { request: quick.id, outcome: 'full', answer: 'Ini.' })
    await done(extendDeadline, { request: extended.id, reason: 'Perlu waktu.' })
    on('2027-03-29')
    await done(answerRequest, { request: extended.id, outcome: 'full', answer: 'Ini.' })
    await done(answerRequest, { request: slow.id, outcome: 'full', answer: 'Ini.' })
    const { t3 } = await evaluation('2027-04-30')
    assert.equal(t3.kind === 'measured' && `${t3.k} of ${t3.n}`, '2 of 4')
    const rows = t3.kind === 'measured' ? t3.rows : []
    assert.deepEqual(new Set(rows.filter((one) => !one.counted).map((one) => one.id)), new Set([slow.id, open.id]))
    // as of its own time, nothing had come due yet
    assert.equal((await evaluation('2027-03-05')).t3.kind, 'no-records')

    on('2026-06-10')
    const { d5 } = await evaluation('2026-06-30')
    assert.equal(d5.kind === 'observed' && `${d5.value} of ${d5.n}`, '1 of 1')
    assert.equal((await evaluation('2027-04-30')).d5.kind, 'not-enough')
  })

  test('D6 d counts requesters who are still named years after their request was closed, until the job erases them', async () => {
    const kept = async (at: string) => {
      const { d6 } = await evaluation(at)
      return d6.kind === 'observed' ? `${d6.value} of ${d6.n}` : d6.kind
    }
    assert.equal(await kept('2025-12-31'), 'unchecked')
    on('2028-01-10')
    const { id } = await filedAndRegistered()
    await done(answerRequest, { request: id, outcome: 'full', answer: 'Ini.' })
    const [before] = (await kept('2033-01-12')).split(' ')
    assert.equal((await kept('2033-01-13')).split(' ')[0], String(Number(before) + 1))
    await eraseOldRequesters(site.deps, new Date('2033-01-13T03:00:00Z'))
    assert.equal((await kept('2033-01-13')).split(' ')[0], '0')
  })
})
