import { type Insertable, sql, type Updateable } from 'kysely'
import type { DB, ReadTx, Tx } from '#kernel/database.ts'

/** Rows as an import writes them: by a job, so by no person. */

export async function putProgramme(tx: Tx, id: string | undefined, row: Insertable<DB['programmes']>): Promise<void> {
  if (!id) {
    await tx.insertInto('programmes').values(row).execute()
    return
  }
  const { id: _id, slug: _slug, created_at: _at, created_by: _by, example: _example, ...changing } = row
  await tx
    .updateTable('programmes')
    .set({ ...(changing as Updateable<DB['programmes']>), version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

export async function programmeId(tx: ReadTx, slug: string): Promise<string | undefined> {
  const row = await tx.selectFrom('programmes').select('id').where('slug', '=', slug).executeTakeFirst()
  return row?.id
}

export async function organisationWith(
  tx: ReadTx,
  identifiers: { scheme: string; id: string }[],
): Promise<string | undefined> {
  for (const { scheme, id } of identifiers) {
    const row = await tx
      .selectFrom('organisation_identifiers')
      .select('organisation_id')
      .where('scheme', '=', scheme)
      .where('value', '=', id)
      .executeTakeFirst()
    if (row) return row.organisation_id
  }
  return undefined
}

export async function putOrganisation(
  tx: Tx,
  known: boolean,
  row: Insertable<DB['organisations']> & { id: string },
): Promise<void> {
  if (!known) {
    await tx.insertInto('organisations').values(row).execute()
    return
  }
  const { id, created_at: _at, created_by: _by, ...changing } = row
  await tx
    .updateTable('organisations')
    .set({ ...(changing as Updateable<DB['organisations']>), version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
}

export async function setOrganisationLinks(
  tx: Tx,
  id: string,
  links: { parent_id?: string; merged_into_id?: string },
): Promise<void> {
  await tx.updateTable('organisations').set(links).where('id', '=', id).execute()
}

/** Other names that are not there yet. */
export async function addOrganisationNames(
  tx: Tx,
  organisationId: string,
  names: { name: string; kind: string }[],
  made: { newId(): string; now: Date },
) {
  const there = await tx
    .selectFrom('organisation_names')
    .select(['name', 'kind'])
    .where('organisation_id', '=', organisationId)
    .execute()
  const missing = names.filter((one) => !there.some((row) => row.name === one.name && row.kind === one.kind))
  if (missing.length === 0) return
  const rows = missing.map((one) => ({
    ...one,
    id: made.newId(),
    organisation_id: organisationId,
    created_at: made.now,
  }))
  await tx.insertInto('organisation_names').values(rows).execute()
}

export async function addOrganisationIdentifiers(
  tx: Tx,
  organisationId: string,
  identifiers: { scheme: string; id: string }[],
) {
  if (identifiers.length === 0) return
  const rows = identifiers.map(({ scheme, id }) => ({ organisation_id: organisationId, scheme, value: id }))
  await tx
    .insertInto('organisation_identifiers')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function putPartyRow(tx: Tx, row: Insertable<DB['parties']>): Promise<void> {
  await tx
    .insertInto('parties')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['programme_id', 'organisation_id']).doUpdateSet({ role: row.role, until: row.until ?? null }),
    )
    .execute()
}

export async function addCollectiveMembers(tx: Tx, rows: Insertable<DB['collective_members']>[]): Promise<void> {
  if (rows.length > 0)
    await tx
      .insertInto('collective_members')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

export async function putCharterRow(
  tx: Tx,
  known: string | undefined,
  row: Insertable<DB['charter_versions']>,
): Promise<void> {
  if (!known) {
    await tx.insertInto('charter_versions').values(row).execute()
    return
  }
  const {
    id: _id,
    programme_id: _p,
    owner_id: _o,
    number: _n,
    created_at: _at,
    created_by: _by,
    class: _c,
    ...changing
  } = row
  await tx
    .updateTable('charter_versions')
    .set({ ...(changing as Updateable<DB['charter_versions']>), version: sql`version + 1` })
    .where('id', '=', known)
    .execute()
}

export async function addSignatureOnce(tx: Tx, row: Insertable<DB['charter_signatures']>): Promise<void> {
  await tx
    .insertInto('charter_signatures')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function putRequiredRole(tx: Tx, row: Insertable<DB['required_roles']>): Promise<string> {
  const { title, title_en, lang, organisation_id, since, held_elsewhere } = row
  const done = await tx
    .insertInto('required_roles')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['programme_id', 'key'])
        .doUpdateSet({ title, title_en, lang, organisation_id, since, held_elsewhere, ended_on: null }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return done.id
}

export async function putService(tx: Tx, row: Insertable<DB['services']>): Promise<string> {
  const { name, name_en, lang } = row
  const done = await tx
    .insertInto('services')
    .values(row)
    .onConflict((conflict) => conflict.columns(['programme_id', 'key']).doUpdateSet({ name, name_en, lang }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return done.id
}

export async function putTerritory(tx: Tx, row: Insertable<DB['programme_territories']>): Promise<string> {
  const { name, name_en, lang, scheme, area_code, parent_code, organisation_id } = row
  const done = await tx
    .insertInto('programme_territories')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['programme_id', 'code'])
        .doUpdateSet({ name, name_en, lang, scheme, area_code, parent_code, organisation_id }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return done.id
}

export async function putCell(tx: Tx, row: Insertable<DB['required_cells']>, bodies: string[]): Promise<string> {
  const { territory_name, territory_name_en, task_key } = row
  const { id } = await tx
    .insertInto('required_cells')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['charter_id', 'service_id', 'territory_code'])
        .doUpdateSet({ territory_name, territory_name_en, task_key }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  const rows = bodies.map((organisation_id) => ({
    cell_id: id,
    organisation_id,
    created_at: row.created_at,
    created_by: null,
  }))
  if (rows.length > 0)
    await tx
      .insertInto('required_cell_bodies')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  return id
}

export async function putCommitment(
  tx: Tx,
  known: boolean,
  row: Insertable<DB['commitments']> & { id: string },
): Promise<number> {
  if (!known) {
    await tx.insertInto('commitments').values(row).execute()
    return 1
  }
  const {
    id,
    programme_id: _p,
    owner_id: _o,
    first_due: _d,
    first_target: _t,
    created_at: _at,
    created_by: _by,
    ...changing
  } = row
  const done = await tx
    .updateTable('commitments')
    .set({ ...(changing as Updateable<DB['commitments']>), version: sql`version + 1` })
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return done.version
}
