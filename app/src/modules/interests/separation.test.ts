import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ownWorkChecks } from '#app/modules.ts'
import { readCalendar } from '#kernel/calendar/stored.ts'
import { type ReadTx, readAs } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { answerAppeal } from '#modules/decisions/operations/answer-appeal.ts'
import { appealDecision } from '#modules/decisions/operations/appeal-decision.ts'
import { closeVote } from '#modules/decisions/operations/close-vote.ts'
import { stage } from '#modules/decisions/testing/stage.ts'
import { conditionOf } from '#modules/monitoring/catalogue/catalogue.ts'
import { readCondition } from '#modules/monitoring/condition.ts'
import { conditionThreshold } from '#modules/monitoring/threshold.ts'
import { evaluationAt } from '#modules/monitoring/window.ts'
import { separationOf } from './separation.ts'

const evaluator = { kind: 'job', job: 'evaluate', classes: ['public', 'members'] } as const
const at = '2026-11-28'
const condition = separationOf(ownWorkChecks)

async function story() {
  const set = await stage({ rule: 'majority' })
  const asEvaluator = <T>(work: (tx: ReadTx) => Promise<T>) =>
    readAs(set.db.jobs, evaluator, new Date(`${at}T03:00:00Z`), work)
  const observe = () =>
    asEvaluator(async (tx) => condition.observe(tx, evaluationAt(set.programmeId, at, 90, await readCalendar(tx))))
  const stateOf = async (nMin?: number) => {
    const entry = conditionOf('D12.c')!.condition
    const threshold = conditionThreshold('D12', entry, [], at)
    return readCondition('D12', entry, { ...threshold, ...(nMin ? { nMin } : {}) }, await observe()).state
  }
  /** A decided question with an appeal, answered by this person. */
  const answered = async (by = set.actors.coordinator) => {
    const decision = await set.voting()
    for (const head of set.heads) await set.vote(decision, head, 'yes')
    await set.done(closeVote, { decision })
    await set.done(appealDecision, { decision, grounds: 'Belum didengar' }, set.third)
    const appeals = set.db.admin.kysely.selectFrom('appeals').select('id').where('decision_id', '=', decision)
    const { id: appeal } = await appeals.executeTakeFirstOrThrow()
    await set.done(answerAppeal, { decision, appeal, upheld: 'no', reason: 'Sudah didengar' }, by)
    return decision
  }
  const add = async (table: string, row: object) => {
    const names = Object.keys(row)
    const marks = names.map((_, index) => `$${index + 1}`)
    const text = `insert into ${table} (${names.join(', ')}) values (${marks.join(', ')})`
    await set.db.admin.pool.query(text, Object.values(row))
  }
  const stamp = { created_at: set.now, created_by: null as string | null }
  const task = async (owner_id: string) => {
    const id = newId(set.now)
    const row = { id, programme_id: set.programmeId, owner_id, lang: 'id', title: 'Ukur', kind: 'activity', ...stamp }
    await add('tasks', row)
    return id
  }
  return { ...set, observe, stateOf, answered, add, stamp, task }
}

describe('D12 c', () => {
  test('nobody checks their own work: false; one appeal answered by who closed the vote: true', async () => {
    const set = await story()
    await set.answered(set.actors.deputy)
    assert.equal(await set.stateOf(), 'false')
    const own = await set.answered()
    assert.equal(await set.stateOf(), 'true')
    assert.equal(await set.stateOf(4), 'not-enough')
    const found = await set.observe()
    assert.ok(found.kind === 'observed')
    // two decisions and the auditor's seat of the cast
    assert.deepEqual([found.value, found.n], [1, 3])
    assert.deepEqual(
      found.rows.filter((row) => row.counted),
      [{ kind: 'decision', id: own, counted: true, note: 'own-appeal' }],
    )
    assert.match(found.evidence('id'), /\[3 pemeriksaan\], \[1 memeriksa .*1 tinjauan yang dijawab orang yang menutup/)
  })

  test('an auditor whose body owns a task, a commitment, or who also acts for a party, takes part in the work', async () => {
    for (const how of ['task', 'commitment', 'seat', 'membership'] as const) {
      const set = await story()
      assert.equal(await set.stateOf(), 'false', how)
      const { oversight, other } = set.organisations
      const id = newId(set.now)
      const person_id = set.people.auditor.id
      if (how === 'task') await set.task(oversight.id)
      if (how === 'commitment')
        await set.add('commitments', {
          ...{ id, programme_id: set.programmeId, owner_id: oversight.id, lang: 'id', title: 'Janji' },
          ...set.stamp,
        })
      if (how === 'seat')
        await set.add('seats', {
          ...{ id, programme_id: set.programmeId, organisation_id: other.id, person_id, role: 'officer' },
          ...{ first_day: '2026-11-02', created_at: set.now },
        })
      if (how === 'membership') {
        const member = { id, person_id, organisation_id: other.id, post: 'Anggota', starts_on: '2026-01-05' }
        await set.add('memberships', { ...member, created_at: set.now })
        await set.task(other.id)
      }
      const found = await set.observe()
      assert.ok(found.kind === 'observed')
      assert.deepEqual([found.value, found.n, found.rows[0]?.note], [1, 1, 'implementer'], how)
    }
  })

  test('minutes confirmed by who drafted them, and evidence verified by the party that gave it', async () => {
    const set = await story()
    const { owner, other, observing } = set.organisations
    const meeting_id = newId(set.now)
    const place = { programme_id: set.programmeId, owner_id: owner.id }
    await set.add('meetings', {
      ...{ id: meeting_id, ...place, title: 'Rapat', lang: 'id', starts_at: set.now, zone: 'Asia/Jakarta' },
      ...{ first_starts_at: set.now, length_minutes: 60, ...set.stamp },
    })
    const draft = { ...place, class: 'members', meeting_id, body: 'Isi', created_at: set.now }
    const minutes = async (number: number, status: string, created_by: string) =>
      set.add('minutes_versions', { ...draft, id: newId(set.now), number, status, created_by })
    await minutes(1, 'draft', set.people.deputy.id)
    await minutes(2, 'confirmed', set.people.coordinator.id)
    await minutes(3, 'draft', set.people.coordinator.id)
    await minutes(4, 'confirmed', set.people.coordinator.id)
    const task_id = await set.task(owner.id)
    const evidence = { id: newId(set.now), task_id, organisation_id: other.id, what: 'Foto', created_at: set.now }
    await set.add('task_evidence', evidence)
    const verify = (organisation_id: string, created_by: string) =>
      set.add('task_verifications', {
        ...{ id: newId(set.now), task_id, evidence_id: evidence.id, organisation_id, verified_on: '2026-11-24' },
        ...{ created_at: set.now, created_by },
      })
    await verify(observing.id, set.people.observer.id)
    const before = await set.observe()
    assert.ok(before.kind === 'observed' && before.value === 1)
    await verify(other.id, set.people.otherHead.id)
    const found = await set.observe()
    assert.ok(found.kind === 'observed')
    assert.deepEqual(
      found.rows.filter((row) => row.counted).map((row) => [row.kind, row.note]),
      [
        ['task', 'own-evidence'],
        ['minutes', 'own-minutes'],
      ],
    )
    // auditor's seat, task, two confirmed versions
    assert.deepEqual([found.value, found.n], [2, 4])
    assert.match(found.evidence('en'), /evidence verified by the party that gave it; 1 of minutes confirmed by who/)
  })

  test('without any check nothing can be said', async () => {
    const none = separationOf([async () => []])
    const set = await story()
    const seen = await readAs(set.db.jobs, evaluator, set.now, async (tx) =>
      none.observe(tx, evaluationAt(set.programmeId, at, 90, await readCalendar(tx))),
    )
    assert.equal(seen.kind, 'unchecked')
  })
})
