import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Actor } from '#kernel/access.ts'
import { jakartaDate } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { type Operation, run } from '#kernel/operation.ts'
import { answerAppeal } from './operations/answer-appeal.ts'
import { answerInterest } from './operations/answer-interest.ts'
import { appealDecision } from './operations/appeal-decision.ts'
import { castBallot } from './operations/cast-ballot.ts'
import { closeVote } from './operations/close-vote.ts'
import { delegateBallot } from './operations/delegate-ballot.ts'
import { publishDecision } from './operations/publish-decision.ts'
import { withdrawDecision } from './operations/withdraw-decision.ts'
import { stage } from './testing/stage.ts'

const set = await stage({ rule: 'majority' })
const { actors, heads, third } = set

const minutes = (count: number) => new Date(set.site.time.now.getTime() - count * 60_000)

/** Asked by someone who last proved who they are at this moment; null = by an API token. */
async function ask(declared: object, input: object, actor: Actor, provedAt: Date | null) {
  const now = set.site.time.now
  const context = { db: set.db.app, actor, now, today: jakartaDate(now), provedAt }
  const outcome = await run(declared as Operation, input, context)
  return outcome.kind === 'denied' ? outcome.reason.code : outcome.kind
}

/** Neither a token nor a proof that has grown old; then, with a fresh one, it is done. */
async function needsProof(declared: object, input: object, actor: Actor) {
  assert.equal(await ask(declared, input, actor, null), 'proof-needed')
  assert.equal(await ask(declared, input, actor, minutes(10)), 'proof-needed')
  assert.equal(await ask(declared, input, actor, minutes(9)), 'done')
}

describe('what cannot be taken back asks who one is', () => {
  test('a ballot, the closing, the publication and the answer to an appeal', async () => {
    const decision = await set.voting()
    await set.done(answerInterest, { decision, conflicted: 'no' }, third)
    await needsProof(castBallot, { decision, answer: 'yes' }, third)
    for (const head of heads.filter((one) => one !== third)) await set.vote(decision, head, 'yes')
    await needsProof(closeVote, { decision }, actors.coordinator)
    await needsProof(publishDecision, { decision, answer: 'Ya', reason: 'Cukup' }, actors.coordinator)
    await set.done(appealDecision, { decision, grounds: 'Belum didengar' }, third)
    const { id: appeal } = await set.db.admin.kysely.selectFrom('appeals').select('id').executeTakeFirstOrThrow()
    await needsProof(answerAppeal, { decision, appeal, upheld: 'no', reason: 'Sudah' }, actors.coordinator)
  })

  test('handing on a ballot, and withdrawing a question', async () => {
    const decision = await set.voting()
    const person = actors.officer.kind === 'person' ? actors.officer.personId : ''
    await needsProof(delegateBallot, { decision, person, reason: 'Cuti' }, actors.head)
    await needsProof(withdrawDecision, { decision, reason: 'Sudah teratasi' }, actors.coordinator)
  })

  test('who may not do it hears that, not that a proof is missing', async () => {
    const decision = await set.voting()
    assert.equal(await ask(closeVote, { decision }, actors.officer, null), 'chairOnly')
    assert.equal(await ask(castBallot, { decision, answer: 'yes' }, actors.observer, null), 'votersOnly')
  })

  test('nothing of a ballot that was turned away is kept, and the API says that a page is needed', async () => {
    const decision = await set.voting()
    await set.done(answerInterest, { decision, conflicted: 'no' }, third)
    const now = set.site.time.now
    const key = newId(now)
    const context = { db: set.db.app, actor: third, now, today: jakartaDate(now), provedAt: null, submissionKey: key }
    await run(castBallot, { decision, answer: 'no', reason: 'Keberatan' }, context)
    const { rows } = await set.db.admin.pool.query(
      'select (select count(*) from ballots where decision_id = $1) + (select count(*) from submissions where key = $2) as kept',
      [decision, key],
    )
    assert.deepEqual(rows, [{ kept: 0 }])
    const stepUps = set.site.openapi.entries.filter((entry) => entry.stepUp).map((entry) => entry.operationId)
    assert.deepEqual(stepUps.toSorted(), [
      'answer-appeal',
      'cast-ballot',
      'close-vote',
      'delegate-ballot',
      'publish-decision',
      'withdraw-decision',
    ])
  })
})
