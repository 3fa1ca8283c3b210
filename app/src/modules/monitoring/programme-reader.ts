import type { ReadTx } from '#kernel/database.ts'
import type { Lang } from '#kernel/reason.ts'

/** What monitoring needs to know of a programme; app.ts gives the functions of the programmes module. */
export type ProgrammeHead = {
  id: string
  slug: string
  name: string
  name_en: string | null
  lang: Lang
  owner_id: string
  status: 'preparing' | 'running' | 'finished' | 'stopped'
  class: 'public' | 'members' | 'restricted' | 'secret'
  example: string | null
  /** Set for a programme of the past: it is evaluated as of this day. */
  evaluate_at: string | null
  /** Days of the stretch that its indicators look at; null: the catalogue's. */
  evaluate_days: number | null
}

export type Party = { organisationId: string; name: string; acronym: string | null }
/** A person who holds a seat for a party today. */
export type Seated = { personId: string; name: string; organisationId: string }

export type ProgrammeReader = {
  bySlug(tx: ReadTx, slug: string): Promise<ProgrammeHead | undefined>
  byId(tx: ReadTx, id: string): Promise<ProgrammeHead | undefined>
  /** Every programme this actor sees, in any order. */
  list(tx: ReadTx): Promise<ProgrammeHead[]>
  partiesOn(tx: ReadTx, programmeId: string, day: string): Promise<Party[]>
  seatedOn(tx: ReadTx, programmeId: string, day: string): Promise<Seated[]>
}
