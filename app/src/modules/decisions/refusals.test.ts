import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { answerInterest } from './operations/answer-interest.ts'
import { castBallot } from './operations/cast-ballot.ts'
import { closeVote } from './operations/close-vote.ts'
import { delegateBallot } from './operations/delegate-ballot.ts'
import { extendVote } from './operations/extend-vote.ts'
import { openVote } from './operations/open-vote.ts'
import { publishDecision } from './operations/publish-decision.ts'
import { takePosition } from './operations/take-position.ts'
import { withdrawDecision } from './operations/withdraw-decision.ts'
import { decisionPaths } from './paths.ts'
import { saying, stage } from './testing/stage.ts'

const set = await stage({ rule: 'majority', quorum: 0.6 })
const { actors, heads, third, fourth, act, done, vote, voting } = set

describe('what voting refuses, each with its reason', () => {
  test('a second ballot of a party, also by another of its heads', async () => {
    const decision = await voting()
    assert.equal((await vote(decision, third, 'yes')).kind, 'done')
    assert.equal(saying(await vote(decision, third, 'no', 'Berubah pikiran')), 'Instansi Anda sudah memberi suara')
    const rows = await set.db.admin.kysely
      .selectFrom('ballots')
      .select('answer')
      .where('decision_id', '=', decision)
      .execute()
    assert.deepEqual(rows, [{ answer: 'yes' }])
  })

  test('a ballot before the question of interest is answered', async () => {
    const decision = await voting()
    assert.match(saying(await act(castBallot, { decision, answer: 'yes' }, third)), /Jawab dahulu/)
  })

  test('a ballot of who does not head a voting party, or has no seat any more, or never had one', async () => {
    const decision = await voting()
    for (const actor of [
      actors.officer,
      actors.coordinator,
      actors.observer,
      actors.auditor,
      actors.expiredSeat,
      actors.resident,
      actors.visitor,
    ]) {
      const outcome = await act(castBallot, { decision, answer: 'yes' }, actor)
      assert.equal(outcome.kind, 'denied')
    }
    const gone = { ...third, seats: third.seats }
    await set.db.admin.pool.query("update seats set last_day = '2026-11-23' where person_id = $1", [third.personId])
    assert.equal((await vote(decision, gone, 'yes')).kind, 'denied')
    await set.db.admin.pool.query('update seats set last_day = null where person_id = $1', [third.personId])
  })

  test('a ballot in the name of another party', async () => {
    const decision = await voting()
    await done(answerInterest, { decision, conflicted: 'no' }, third)
    const party = set.organisations.other.id
    assert.match(saying(await act(castBallot, { decision, party, answer: 'yes' }, third)), /party: Pilih instansi/)
  })

  test('a ballot after the last day, and after closing', async () => {
    const decision = await voting({ lastDay: '2026-11-25' })
    for (const head of heads.slice(0, 4)) await vote(decision, head, 'yes')
    set.on('2026-11-26')
    assert.match(saying(await vote(decision, heads[4]!, 'yes')), /Hari terakhir memberi suara sudah lewat/)
    await done(closeVote, { decision })
    assert.match(saying(await vote(decision, heads[4]!, 'yes')), /sudah diputus/)
    set.on('2026-11-24')
  })

  test('an objection without a reason', async () => {
    const decision = await voting()
    assert.match(saying(await vote(decision, third, 'no')), /Tulis alasan keberatannya/)
  })
})

describe('what closing refuses, each with its reason', () => {
  test('closing without the quorum; an extension keeps the first last day, then it can be closed', async () => {
    const decision = await voting({ lastDay: '2026-11-25' })
    for (const head of heads.slice(0, 2)) await vote(decision, head, 'yes')
    set.on('2026-11-26')
    assert.equal(
      saying(await act(closeVote, { decision })),
      'Kuorum belum tercapai: baru 2 suara, perlu 3. Perpanjang waktunya atau tarik pertanyaannya',
    )
    await done(extendVote, { decision, toDay: '2026-11-27', reason: 'Kepala dinas sedang bertugas' })
    assert.equal((await vote(decision, third, 'yes')).kind, 'done')
    const round = await set.db.admin.kysely
      .selectFrom('decision_rounds')
      .select('last_day')
      .where('decision_id', '=', decision)
      .execute()
    assert.deepEqual(round, [{ last_day: '2026-11-25' }])
    assert.match(saying(await act(closeVote, { decision })), /Belum semua pihak memberi suara/)
    set.on('2026-11-28')
    await done(closeVote, { decision })
    set.on('2026-11-24')
  })

  test('closing by anyone but the coordination team, twice, or before a vote was opened', async () => {
    const decision = await voting()
    for (const head of heads) await vote(decision, head, 'yes')
    assert.match(saying(await act(closeVote, { decision }, actors.head)), /tim koordinasi/)
    await done(closeVote, { decision })
    assert.equal(saying(await act(closeVote, { decision }, actors.deputy)), 'Perkara ini sudah diputus')
    const { decision: fresh } = await set.raise()
    assert.equal(saying(await act(closeVote, { decision: fresh })), 'Pemungutan suara belum dibuka')
  })

  test('opening with one option, by another than the coordination team, with a past day', async () => {
    const { decision, options } = await set.raise()
    const input = { decision, option: options[0], lastDay: '2026-11-23' }
    assert.match(saying(await act(openVote, input)), /Pilih hari ini atau sesudahnya/)
    assert.match(saying(await act(openVote, { ...input, lastDay: '2026-12-01' }, actors.head)), /tim koordinasi/)
    const other = await set.raise()
    assert.match(
      saying(await act(openVote, { ...input, option: other.options[0], lastDay: '2026-12-01' })),
      /Pilih dari pilihan/,
    )
  })

  test('publishing twice, or before it is decided; deliberating once it is decided; withdrawing what is decided', async () => {
    const decision = await voting()
    const texts = { decision, answer: 'Ya', reason: 'Cukup' }
    assert.match(saying(await act(publishDecision, texts)), /belum diputus/)
    assert.match(
      saying(await act(takePosition, { decision, stance: 'support', reason: 'Baik' }, third)),
      /sedang berjalan/,
    )
    for (const head of heads) await vote(decision, head, 'yes')
    await done(closeVote, { decision })
    await done(publishDecision, texts)
    assert.match(saying(await act(publishDecision, texts)), /sudah diumumkan/)
    assert.match(saying(await act(withdrawDecision, { decision, reason: 'Batal' })), /sudah diputus/)
  })
})

describe('the ballot of a party in other hands', () => {
  test('a head names an officer of the own party for one decision; nobody else does', async () => {
    const decision = await voting()
    const hand = { decision, person: actors.officer.personId, reason: 'Tugas luar' }
    assert.equal((await act(delegateBallot, hand, third)).kind, 'invalid')
    assert.equal((await act(delegateBallot, hand, actors.officer)).kind, 'denied')
    assert.equal((await act(delegateBallot, hand, actors.coordinator)).kind, 'denied')
    await done(delegateBallot, hand, actors.head)
    assert.equal((await vote(decision, actors.officer, 'yes')).kind, 'done')
    assert.match(saying(await vote(decision, actors.head, 'yes')), /sudah memberi suara/)
    const other = await voting()
    assert.equal((await vote(other, actors.officer, 'yes')).kind, 'denied')
  })
})

describe('the same on every door', () => {
  test('the page shows the reason, the API answers its code, and a form that is sent twice is one ballot', async () => {
    const decision = await voting()
    const path = decisionPaths.act(decision, 'ballot')
    const refused = await set.site.get(path, { as: actors.observer })
    assert.equal(refused.status, 403)
    const api = await set.site.api(path, { answer: 'yes' }, { as: actors.officer })
    assert.equal(api.status, 403)
    assert.match(await api.text(), /"code":"votersOnly"/)
    await done(answerInterest, { decision, conflicted: 'no' }, fourth)
    const form = { _key: newId(set.site.time.now), answer: 'yes' }
    const [one, two] = await Promise.all([1, 2].map(() => set.site.post(path, form, { as: fourth })))
    assert.deepEqual([one!.status, two!.status], [303, 303])
    const { rows } = await set.db.admin.pool.query(
      "select 1 from events where name = 'ballot.cast' and subject_id = $1",
      [decision],
    )
    assert.equal(rows.length, 1)
  })
})
