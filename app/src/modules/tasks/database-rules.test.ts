import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import type { PersonActor } from '#kernel/access.ts'
import { type Tx, writeAs } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { addEvidence } from './operations/add-evidence.ts'
import { closeTask } from './operations/close-task.ts'
import { moveTask } from './operations/move-task.ts'
import { stage } from './testing/stage.ts'

const set = await stage()
const { actors, organisations, now } = set

/** As the application's own database role, past every policy of the application. */
const asApp = <T>(actor: PersonActor, work: (tx: Tx) => Promise<T>) => writeAs(set.db.app, actor, now, work)

const verification = (task: string, by: PersonActor, organisation: string | null) => ({
  id: newId(now),
  task_id: task,
  organisation_id: organisation,
  verified_on: '2026-11-24',
  created_at: now,
  created_by: by.personId,
})

describe('what the database refuses, whatever the application says', () => {
  test('a verification by the owner, by a person of the owner, or by who gave the evidence', async () => {
    const task = await set.plan({ consulted: [organisations.other.id] })
    await set.done(addEvidence, { task, what: 'Foto', body: 'Terlampir' }, actors.otherOfficer)
    await set.done(closeTask, { task }, actors.officer)
    const insert = (by: PersonActor, organisation: string | null) =>
      asApp(by, (tx) =>
        tx
          .insertInto('task_verifications')
          .values(verification(task, by, organisation))
          .execute(),
      )
    await assert.rejects(insert(actors.otherHead, organisations.owner.id), /verifier is its owner/)
    await assert.rejects(insert(actors.head, organisations.other.id), /verifier is its owner/)
    await assert.rejects(insert(actors.otherOfficer, organisations.other.id), /gave its evidence/)
    await insert(actors.otherHead, organisations.other.id)
  })

  test('any change of the first start, the first target, or who made the task', async () => {
    const task = await set.plan({ due: '2027-01-29' })
    for (const column of ['baseline_due', 'baseline_start', 'baseline_target', 'created_at', 'kind', 'programme_id']) {
      const change = asApp(actors.coordinator, (tx) =>
        sql`update tasks set ${sql.ref(column)} = null where id = ${task}`.execute(tx),
      )
      await assert.rejects(change, /permission denied/, column)
    }
  })

  test('rewriting or removing a move, a change of state, evidence or a reminder', async () => {
    const task = await set.plan({ due: '2027-01-29' })
    const move = {
      task,
      due: '2027-02-28',
      reason: 'Lelang diulang',
      code: 'procedure',
      requestedBy: organisations.owner.id,
    }
    await set.done(moveTask, move)
    for (const table of ['task_moves', 'task_state_changes', 'task_evidence', 'task_handovers', 'task_verifications']) {
      const rewritten = asApp(actors.coordinator, (tx) =>
        sql`update ${sql.table(table)} set created_at = now() where task_id = ${task}`.execute(tx),
      )
      await assert.rejects(rewritten, /permission denied/, table)
      const removed = asApp(actors.coordinator, (tx) =>
        sql`delete from ${sql.table(table)} where task_id = ${task}`.execute(tx),
      )
      await assert.rejects(removed, /permission denied/, table)
    }
  })

  test('a visitor writes nothing, and someone without a seat adds nothing', async () => {
    const task = await set.plan()
    const evidence = { id: newId(now), task_id: task, what: 'x', created_at: now, created_by: actors.resident.personId }
    const added = asApp(actors.resident, (tx) => tx.insertInto('task_evidence').values(evidence).execute())
    await assert.rejects(added, /row-level security/)
  })
})
