import type { ReadTx } from '#kernel/database.ts'
import { headColumns } from './head-columns.ts'
import { type ProgrammeHead, partiesOn, programmeById, programmeBySlug } from './public.ts'

/** What the app hands to monitoring, which imports no module. */
export const programmeReader = {
  bySlug: programmeBySlug,
  byId: programmeById,
  partiesOn,
  /** Every programme this actor sees. */
  async list(tx: ReadTx): Promise<ProgrammeHead[]> {
    const rows = await tx.selectFrom('programmes').select(headColumns).orderBy('created_at').execute()
    return rows as ProgrammeHead[]
  },
  /** People who hold a seat on a day. */
  async seatedOn(tx: ReadTx, programmeId: string, day: string) {
    const rows = await tx
      .selectFrom('seats')
      .innerJoin('people', 'people.id', 'seats.person_id')
      .select(['seats.person_id', 'people.name', 'seats.organisation_id'])
      .distinct()
      .where('seats.programme_id', '=', programmeId)
      .where('seats.first_day', '<=', day)
      .where((eb) => eb.or([eb('seats.last_day', 'is', null), eb('seats.last_day', '>=', day)]))
      .orderBy('people.name')
      .execute()
    return rows.map((row) => ({ personId: row.person_id, name: row.name, organisationId: row.organisation_id }))
  },
}
