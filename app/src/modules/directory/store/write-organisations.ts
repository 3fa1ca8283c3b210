import { type Actor, personOf } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import type { Lang } from '#kernel/reason.ts'
import type { Identifier, NameKind, OrganisationKind } from '../organisation.ts'

export type By = { actor: Actor; now: Date }

export type OrganisationFacts = {
  kind: OrganisationKind
  acronym: string | null
  parent_id: string | null
  territory_code: string | null
  country: string
  website: string | null
  founded_on: string | null
  lang: Lang
}

export async function addOrganisationRow(
  tx: Tx,
  by: By,
  row: OrganisationFacts & { name: string; id?: string; dissolved_on?: string | null },
): Promise<string> {
  const id = row.id ?? newId(by.now)
  await tx
    .insertInto('organisations')
    .values({ ...row, id, created_at: by.now, created_by: personOf(by.actor) })
    .execute()
  return id
}

export type OrganisationChange = Partial<OrganisationFacts> & {
  name?: string
  dissolved_on?: string | null
  merged_into_id?: string
}

export async function changeOrganisation(
  tx: Tx,
  id: string,
  version: number,
  change: OrganisationChange,
): Promise<void> {
  const result = await tx
    .updateTable('organisations')
    .set({ ...change, version })
    .where('id', '=', id)
    .executeTakeFirst()
  // The policy of the operation and of the database are one; a difference must not pass as a change.
  if (result.numUpdatedRows !== 1n) throw new Error('the database refuses this change of an organisation')
}

export type NewName = { organisationId: string; name: string; kind: NameKind; until?: string | null }

export async function addNames(tx: Tx, now: Date, names: NewName[]): Promise<void> {
  if (names.length === 0) return
  const rows = names.map(({ organisationId, name, kind, until }) => ({
    id: newId(now),
    organisation_id: organisationId,
    name,
    kind,
    until: until ?? null,
    created_at: now,
  }))
  await tx.insertInto('organisation_names').values(rows).execute()
}

export async function addIdentifierRow(tx: Tx, organisationId: string, identifier: Identifier): Promise<void> {
  await tx
    .insertInto('organisation_identifiers')
    .values({ ...identifier, organisation_id: organisationId })
    .execute()
}

/** Ends every post that runs beyond the day; returns how many. */
export async function endPostsAt(tx: Tx, organisationId: string, day: string): Promise<number> {
  const result = await tx
    .updateTable('memberships')
    .set((eb) => ({ ends_on: eb.fn('greatest', [eb.val(day), 'starts_on']) }))
    .where('organisation_id', '=', organisationId)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>', day)]))
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

export type Moved = { names: number; identifiers: number; posts: number; children: number }

/** Moves what hangs on one record to another. */
export async function moveOrganisation(tx: Tx, from: string, into: string): Promise<Moved> {
  const moved = { organisation_id: into }
  const names = await tx
    .updateTable('organisation_names')
    .set(moved)
    .where('organisation_id', '=', from)
    .executeTakeFirst()
  const identifiers = await tx
    .updateTable('organisation_identifiers')
    .set(moved)
    .where('organisation_id', '=', from)
    .executeTakeFirst()
  const posts = await tx.updateTable('memberships').set(moved).where('organisation_id', '=', from).executeTakeFirst()
  const children = await tx
    .updateTable('organisations')
    .set({ parent_id: into })
    .where('parent_id', '=', from)
    .executeTakeFirst()
  return {
    names: Number(names.numUpdatedRows),
    identifiers: Number(identifiers.numUpdatedRows),
    posts: Number(posts.numUpdatedRows),
    children: Number(children.numUpdatedRows),
  }
}
