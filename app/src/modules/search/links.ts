import type { ReadTx } from '#kernel/database.ts'
import type { Text } from '#kernel/reason.ts'

/** Kinds of records that can be found, in the order of the filter. */
export const foundKinds = [
  'programme',
  'objective',
  'commitment',
  'task',
  'decision',
  'meeting',
  'agenda-item',
  'minutes',
  'comment',
  'document',
  'obstacle',
  'information-request',
  'organisation',
] as const
export type FoundKind = (typeof foundKinds)[number]

/** `slug`: of its programme; `within`: the record it stands on. */
export type Place = { id: string; slug: string; within: string }
export type ProgrammeChoice = { id: string; slug: string; name: string; name_en: string | null }

/** What other modules tell of their records, composed in app/src/search-links.ts. */
export type SearchLinks = {
  hrefs: Record<FoundKind, (place: Place) => string>
  /** Titles that the catalogue of obstacles keeps outside of the database, by the code of the detector. */
  coded: { code: string; title: Text }[]
  /** The programmes that this reader may see, for the filter. */
  programmes(tx: ReadTx): Promise<ProgrammeChoice[]>
}
