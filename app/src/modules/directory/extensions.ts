import type { ReadTx } from '#kernel/database.ts'
import type { Lang, Text } from '#kernel/reason.ts'

/** An organisation's part in a programme. `until`: its last day, where it left. */
export type PartyIn = {
  organisationId: string
  programme: string
  lang: Lang
  href: string
  role: Text
  since: string
  until: string | null
  /** Set when the programme is invented: what the page then says above everything. */
  example: string | null
}

/** A seat that a person holds or held. */
export type SeatOf = {
  personId: string
  programme: string
  lang: Lang
  href: string
  role: Text
  organisation: string
  firstDay: string
  lastDay: string | null
  example: string | null
}

/** What modules of higher tiers add to the pages of the directory; composed in app.ts. Each reads as the reader. */
export type DirectoryExtensions = {
  programmesOf(tx: ReadTx, organisationIds: string[], reader: { lang: Lang; today: string }): Promise<PartyIn[]>
  seatsOf(tx: ReadTx, personIds: string[], reader: { lang: Lang; today: string }): Promise<SeatOf[]>
}

export const noExtensions: DirectoryExtensions = { programmesOf: async () => [], seatsOf: async () => [] }
