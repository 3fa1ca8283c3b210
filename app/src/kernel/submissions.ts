import { createHash } from 'node:crypto'
import type { JobActor } from './access.ts'
import { type Database, type Tx, writeAs } from './database.ts'
import type { RunContext } from './operation.ts'
import type { Outcome } from './outcome.ts'
import { reason } from './reason.ts'
import { kernelWords } from './words.ts'

/**
 * The first outcome of this form's key, if the same was sent before; else remembers that it is being worked on.
 * Another content under a used key is never answered as done: it would be lost. Without `input` nothing is kept of what
 * was sent, and the key alone tells that it is the same.
 */
export async function doneBefore<R>(
  tx: Tx,
  operation: string,
  input: unknown,
  context: RunContext,
): Promise<Outcome<R> | undefined> {
  if (!context.submissionKey || context.actor.kind !== 'person') return undefined
  const row = { person_id: context.actor.personId, key: context.submissionKey }
  const input_hash = input === undefined ? null : createHash('sha256').update(JSON.stringify(input)).digest()
  const added = await tx
    .insertInto('submissions')
    .values({ ...row, operation, input_hash, at: context.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  if (added) return undefined
  const first = await tx
    .selectFrom('submissions')
    .select(['operation', 'value', 'input_hash'])
    .where('person_id', '=', row.person_id)
    .where('key', '=', row.key)
    .executeTakeFirstOrThrow()
  if (first.operation === operation && (!first.input_hash || !input_hash || first.input_hash.equals(input_hash))) {
    return { kind: 'done', value: first.value as R }
  }
  return { kind: 'conflict', reason: reason('key-used', (lang) => kernelWords[lang].keyUsed), since: [] }
}

export async function keepOutcome(tx: Tx, value: unknown, context: RunContext): Promise<void> {
  if (!context.submissionKey || context.actor.kind !== 'person') return
  await tx
    .updateTable('submissions')
    .set({ value: JSON.stringify(value ?? null) })
    .where('person_id', '=', context.actor.personId)
    .where('key', '=', context.submissionKey)
    .execute()
}

const forgetter: JobActor = { kind: 'job', job: 'forget-submissions', classes: [] }

/** Deletes the keys of forms sent more than 30 days ago; who keeps a form open for longer sends it anew. Returns how many. */
export async function forgetOldSubmissions(jobs: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - 31 * 86_400_000)
  return writeAs(jobs, forgetter, now, async (tx) => {
    const gone = await tx.deleteFrom('submissions').where('at', '<', before).executeTakeFirst()
    return Number(gone.numDeletedRows)
  })
}
