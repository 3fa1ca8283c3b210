import type { Tx } from './database.ts'
import type { RunContext } from './operation.ts'
import type { Outcome } from './outcome.ts'

/** The first outcome of this form's key, if it was sent before; else remembers that it is being worked on. */
export async function doneBefore<R>(tx: Tx, operation: string, context: RunContext): Promise<Outcome<R> | undefined> {
  if (!context.submissionKey || context.actor.kind !== 'person') return undefined
  const row = { person_id: context.actor.personId, key: context.submissionKey }
  const added = await tx
    .insertInto('submissions')
    .values({ ...row, operation, at: context.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  if (added) return undefined
  const first = await tx
    .selectFrom('submissions')
    .select(['value'])
    .where('person_id', '=', row.person_id)
    .where('key', '=', row.key)
    .where('operation', '=', operation)
    .executeTakeFirst()
  return first ? { kind: 'done', value: first.value as R } : { kind: 'missing' }
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
