import type { ReadTx } from '#kernel/database.ts'

/** Rows as an export reads them. */

export async function exportedProgramme(tx: ReadTx, slug: string) {
  return tx.selectFrom('programmes').selectAll().where('slug', '=', slug).executeTakeFirst()
}

export async function exportedOrganisations(tx: ReadTx, ids: string[]) {
  if (ids.length === 0) return []
  const bodies = await tx.selectFrom('organisations').selectAll().where('id', 'in', ids).orderBy('name').execute()
  const names = await tx
    .selectFrom('organisation_names')
    .select(['organisation_id', 'name', 'kind'])
    .where('organisation_id', 'in', ids)
    .orderBy('id')
    .execute()
  const identifiers = await tx
    .selectFrom('organisation_identifiers')
    .selectAll()
    .where('organisation_id', 'in', ids)
    .orderBy('scheme')
    .orderBy('value')
    .execute()
  return bodies.map((body) => ({
    ...body,
    names: names.filter((name) => name.organisation_id === body.id),
    identifiers: identifiers.filter((one) => one.organisation_id === body.id),
  }))
}

/** Names of all bodies, to make readable keys of. */
export async function organisationNames(tx: ReadTx): Promise<Map<string, string>> {
  const rows = await tx.selectFrom('organisations').select(['id', 'name', 'acronym']).execute()
  return new Map(rows.map((row) => [row.id, row.acronym ?? row.name]))
}

export async function collectiveMembers(tx: ReadTx, programmeId: string) {
  return tx
    .selectFrom('collective_members')
    .select(['collective_id', 'member_id'])
    .where('programme_id', '=', programmeId)
    .execute()
}

export async function exportedServices(tx: ReadTx, programmeId: string) {
  return tx
    .selectFrom('services')
    .select(['id', 'key', 'name', 'name_en', 'lang'])
    .where('programme_id', '=', programmeId)
    .orderBy('id')
    .execute()
}

export async function exportedTerritories(tx: ReadTx, programmeId: string) {
  return tx
    .selectFrom('programme_territories')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .orderBy('id')
    .execute()
}

/** Cells of the charter in force, with the bodies that the charter names. */
export async function exportedCells(tx: ReadTx, programmeId: string) {
  const cells = await tx
    .selectFrom('required_cells')
    .innerJoin('charter_versions', 'charter_versions.id', 'required_cells.charter_id')
    .select(['required_cells.id', 'service_id', 'territory_code', 'task_key'])
    .where('required_cells.programme_id', '=', programmeId)
    .where('charter_versions.status', '=', 'in-force')
    .orderBy('required_cells.id')
    .execute()
  const bodies = await tx
    .selectFrom('required_cell_bodies')
    .innerJoin('required_cells', 'required_cells.id', 'cell_id')
    .select(['cell_id', 'organisation_id'])
    .where('programme_id', '=', programmeId)
    .execute()
  const byCell = Map.groupBy(bodies, (row) => row.cell_id)
  return cells.map((cell) => ({ ...cell, bodies: (byCell.get(cell.id) ?? []).map((row) => row.organisation_id) }))
}

export async function exportedCommitments(tx: ReadTx, programmeId: string) {
  const commitments = await tx
    .selectFrom('commitments')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .orderBy('id')
    .execute()
  const reports = await tx
    .selectFrom('commitment_reports')
    .innerJoin('commitments', 'commitments.id', 'commitment_id')
    .select(['commitment_id', 'text', 'commitment_reports.lang', 'url', 'on_day'])
    .where('programme_id', '=', programmeId)
    .orderBy('commitment_reports.id')
    .execute()
  const byCommitment = Map.groupBy(reports, (row) => row.commitment_id)
  return commitments.map((row) => ({ ...row, reports: byCommitment.get(row.id) ?? [] }))
}
