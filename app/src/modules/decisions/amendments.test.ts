import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Actor } from '#kernel/access.ts'
import { writeAs } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { amended } from './decision.ts'
import { answerAmendment } from './operations/answer-amendment.ts'
import { proposeAmendment } from './operations/propose-amendment.ts'
import { withdrawAmendment } from './operations/withdraw-amendment.ts'
import { decisionPaths } from './paths.ts'
import { saying, stage } from './testing/stage.ts'

const set = await stage({ rule: 'majority' })
const { actors, third, fourth, act, done } = set
const words = { body: 'Tiga isian, tanpa alamat.', reason: 'Alamat tidak diperlukan' }

/** A question of the owner with one amendment; the head of the owner raised it. */
async function amendedQuestion(by: Actor = third) {
  const { decision, options } = await set.raise({ party: set.organisations.owner.id })
  const amendment = await propose(decision, by)
  return { decision, option: options[1]!, amendment }
}

async function propose(decision: string, by: Actor, fields: object = {}) {
  const idsOf = async () =>
    (await set.db.admin.kysely.selectFrom('amendments').select('id').where('decision_id', '=', decision).execute()).map(
      (row) => row.id,
    )
  const before = await idsOf()
  await done(proposeAmendment, { decision, clause: 'Pasal 3', ...words, ...fields }, by)
  return (await idsOf()).find((id) => !before.includes(id))!
}

const page = async (decision: string) => (await set.site.get(decisionPaths.decision(decision))).text()
const yes = { accepted: 'yes', reason: 'Lebih aman' }

describe('other words for a clause', () => {
  test('accepted words stand in the option as they were proposed; how it read before stays', async () => {
    const { decision, option, amendment } = await amendedQuestion()
    await done(answerAmendment, { decision, amendment, option, ...yes }, actors.head)
    const later = await propose(decision, fourth, { body: 'Dua isian saja.' })
    await done(answerAmendment, { decision, amendment: later, option, ...yes }, actors.head)
    const { rows } = await set.db.admin.pool.query(
      'select number, body from option_versions where option_id = $1 order by number',
      [option],
    )
    assert.deepEqual(rows, [
      { number: 1, body: 'Pasal 3: Tiga isian, tanpa alamat.' },
      { number: 2, body: 'Pasal 3: Dua isian saja.' },
    ])
    const html = await page(decision)
    assert.match(html, /Rumusan diubah atas usulan.*Dinas Empat/s)
    assert.match(html, /Rumusan sebelumnya.*Tiga isian, tanpa alamat\..*Rumusan pertama/s)
    assert.match(html, /Diterima.*masuk ke pilihan B.*Lebih aman/s)
  })

  test('declined or withdrawn words change nothing, and their reason is read', async () => {
    const { decision, amendment } = await amendedQuestion()
    await done(answerAmendment, { decision, amendment, accepted: 'no', reason: 'Alamat dibutuhkan kader' }, actors.head)
    const own = await propose(decision, fourth)
    await done(withdrawAmendment, { decision, amendment: own, reason: 'Sudah tercakup' }, fourth)
    const html = await page(decision)
    assert.match(html, /Ditolak.*Alamat dibutuhkan kader/s)
    assert.match(html, /Ditarik.*Sudah tercakup/s)
    assert.doesNotMatch(html, /Rumusan sebelumnya/)
  })

  test('the party that asked answers, no other and not the coordination team; only its own party withdraws', async () => {
    const { decision, option, amendment } = await amendedQuestion()
    for (const actor of [third, fourth, actors.otherHead, actors.observer, actors.auditor, actors.expiredSeat])
      assert.equal((await act(answerAmendment, { decision, amendment, option, ...yes }, actor)).kind, 'denied')
    for (const actor of [fourth, actors.observer, actors.visitor])
      assert.equal((await act(withdrawAmendment, { decision, amendment, reason: 'x' }, actor)).kind, 'denied')
    const unnamed = await act(answerAmendment, { decision, amendment, ...yes }, actors.head)
    assert.match(saying(unnamed), /^option: Pilih dari pilihan/)
    await done(answerAmendment, { decision, amendment, option, ...yes }, actors.head)
    const again = await act(answerAmendment, { decision, amendment, option, ...yes }, actors.head)
    assert.equal(saying(again), 'Tidak ada usulan perubahan yang belum dijawab')
  })

  test('not once the vote is open: what is voted on stays as it was put', async () => {
    const { decision, option, amendment } = await amendedQuestion()
    await set.open({ decision, options: [option, option] })
    const late = await act(answerAmendment, { decision, amendment, option, ...yes }, actors.head)
    assert.equal(saying(late), 'Pemungutan suara sedang berjalan')
    await assert.rejects(addAnswer(decision, amendment, actors.head, 'declined'), /not-now/)
  })

  test('two answers at once are one answer', async () => {
    const { decision, option, amendment } = await amendedQuestion()
    const both = ['yes', 'no'].map((accepted) =>
      act(answerAmendment, { decision, amendment, option, accepted, reason: 'Bersamaan' }, actors.head),
    )
    assert.deepEqual((await Promise.all(both)).map((one) => one.kind).sort(), ['denied', 'done'])
  })
})

describe('SQL by the app’s role', () => {
  test('answers for nobody else, and rewords no option with words that were not accepted', async () => {
    const { decision, option, amendment } = await amendedQuestion()
    await assert.rejects(addAnswer(decision, amendment, third, 'accepted'), /not-party/)
    await assert.rejects(addAnswer(decision, amendment, actors.head, 'withdrawn'), /not-party/)
    await assert.rejects(reword(decision, option, amendment, words.body), /not-accepted/)
    await done(answerAmendment, { decision, amendment, accepted: 'no', reason: 'Tidak' }, actors.head)
    await assert.rejects(reword(decision, option, amendment, words.body), /not-accepted/)
    const other = await propose(decision, third)
    await addAnswer(decision, other, actors.head, 'accepted')
    await assert.rejects(reword(decision, option, other, 'Kata lain sama sekali'), /not-accepted/)
    await assert.rejects(
      writeAs(set.db.app, actors.head, set.site.time.now, (tx) =>
        tx.updateTable('amendment_answers').set({ answer: 'declined' }).where('amendment_id', '=', other).execute(),
      ),
      /permission denied/,
    )
  })
})

test('the clause’s own paragraph is replaced, whatever its case; a new clause is added at the end', () => {
  const first = amended('Umum.', { clause: 'Pasal 3', body: 'Satu.' })
  assert.equal(first, 'Umum.\n\nPasal 3: Satu.')
  assert.equal(
    amended(`${first}\n\nPenutup.`, { clause: 'pasal 3', body: 'Dua.' }),
    'Umum.\n\npasal 3: Dua.\n\nPenutup.',
  )
  assert.equal(amended('', { clause: 'Pasal 1', body: 'Satu.' }), 'Pasal 1: Satu.')
})

async function addAnswer(decision_id: string, amendment_id: string, actor: Actor, answer: string) {
  const row = { decision_id, amendment_id, answer, reason: 'Lewat SQL' }
  await writeAs(set.db.app, actor, set.site.time.now, (tx) =>
    tx
      .insertInto('amendment_answers')
      .values({ ...row, ...stamp(actor) })
      .execute(),
  )
}

async function reword(decision_id: string, option_id: string, amendment_id: string, body: string) {
  const row = { decision_id, option_id, amendment_id, body, number: 1 }
  await writeAs(set.db.app, actors.head, set.site.time.now, (tx) =>
    tx
      .insertInto('option_versions')
      .values({ ...row, ...stamp(actors.head) })
      .execute(),
  )
}

function stamp(actor: Actor) {
  const now = set.site.time.now
  return { id: newId(now), created_at: now, created_by: actor.kind === 'person' ? actor.personId : null }
}
