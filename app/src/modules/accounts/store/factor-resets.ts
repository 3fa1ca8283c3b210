import type { ReadTx, Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'

export type FactorReset = {
  id: string
  personId: string
  proposedBy: string
  proposedAt: Date
  approvedBy: string | null
  dueAt: Date | null
}

function openResets(tx: ReadTx) {
  return tx
    .selectFrom('factor_resets')
    .select([
      'factor_resets.id',
      'factor_resets.person_id as personId',
      'proposed_by as proposedBy',
      'proposed_at as proposedAt',
      'approved_by as approvedBy',
      'due_at as dueAt',
    ])
    .where('cancelled_at', 'is', null)
    .where('done_at', 'is', null)
}

export function openReset(tx: ReadTx, personId: string): Promise<FactorReset | undefined> {
  return openResets(tx).where('factor_resets.person_id', '=', personId).executeTakeFirst()
}

export function lockedReset(tx: Tx, id: string): Promise<FactorReset | undefined> {
  return openResets(tx).where('factor_resets.id', '=', id).forUpdate().executeTakeFirst()
}

export type ResetShown = FactorReset & { name: string; proposer: string }

/** Open resets of everyone (`all`) or of members of these organisations, oldest first. */
export function openResetsFor(tx: ReadTx, of: string[] | 'all', today: string): Promise<ResetShown[]> {
  let query = openResets(tx)
    .innerJoin('people', 'people.id', 'factor_resets.person_id')
    .innerJoin('people as proposer', 'proposer.id', 'factor_resets.proposed_by')
    .select(['people.name', 'proposer.name as proposer'])
    .orderBy('proposed_at')
    .limit(100)
  if (of !== 'all') {
    if (of.length === 0) return Promise.resolve([])
    query = query.where('factor_resets.person_id', 'in', (eb) =>
      eb
        .selectFrom('memberships')
        .select('person_id')
        .where('organisation_id', 'in', of)
        .where('starts_on', '<=', today)
        .where((on) => on.or([on('ends_on', 'is', null), on('ends_on', '>=', today)])),
    )
  }
  return query.execute()
}

export async function addReset(tx: Tx, personId: string, by: string, now: Date): Promise<string> {
  const id = newId(now)
  await tx.insertInto('factor_resets').values({ id, person_id: personId, proposed_by: by, proposed_at: now }).execute()
  return id
}

export async function approveReset(tx: Tx, id: string, by: string, dueAt: Date, now: Date): Promise<void> {
  await tx
    .updateTable('factor_resets')
    .set({ approved_by: by, approved_at: now, due_at: dueAt })
    .where('id', '=', id)
    .execute()
}

export async function cancelReset(tx: Tx, id: string, by: string, now: Date): Promise<void> {
  await tx.updateTable('factor_resets').set({ cancelled_by: by, cancelled_at: now }).where('id', '=', id).execute()
}

export async function finishReset(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.updateTable('factor_resets').set({ done_at: now }).where('id', '=', id).execute()
}

/** Organisations that the person heads today: by a post as head, or by a seat as head of a party. */
export async function headedBy(tx: ReadTx, personId: string, today: string): Promise<string[]> {
  const posts = await tx
    .selectFrom('memberships')
    .select('organisation_id as id')
    .where('person_id', '=', personId)
    .where('head', '=', true)
    .where('starts_on', '<=', today)
    .where((on) => on.or([on('ends_on', 'is', null), on('ends_on', '>=', today)]))
    .execute()
  const seats = await tx
    .selectFrom('seats')
    .select('organisation_id as id')
    .where('person_id', '=', personId)
    .where('role', '=', 'head')
    .where('first_day', '<=', today)
    .where((on) => on.or([on('last_day', 'is', null), on('last_day', '>=', today)]))
    .execute()
  return [...new Set([...posts, ...seats].map(({ id }) => id))]
}
