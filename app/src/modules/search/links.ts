import type { ReadTx } from '#kernel/database.ts'

/** Kinds of records that can be found, in the order of the filter. */
export const foundKinds = [
  'programme',
  'charter',
  'objective',
  'commitment',
  'task',
  'decision',
  'escalation',
  'meeting',
  'agenda-item',
  'minutes',
  'comment',
  'budget-line',
  'contract',
  'resource',
  'document',
  'obstacle',
  'mitigation',
  'redaction',
  'information-request',
  'organisation',
] as const
export type FoundKind = (typeof foundKinds)[number]

/** `slug`: of its programme; `within`: the record it stands on; `page`: what else the address of its page needs. */
export type Place = { id: string; slug: string; within: string; page: string }
/** A title in both languages by its code. */
export type Coded = { code: string; id: string; en: string }
export type ProgrammeChoice = { id: string; slug: string; name: string; name_en: string | null }

/** What other modules tell of their records, composed in app/src/search-links.ts. */
export type SearchLinks = {
  hrefs: Record<FoundKind, (place: Place) => string>
  /** Titles that the catalogue of obstacles keeps outside of the database, by the code of the detector or mitigation. */
  coded: readonly Coded[]
  /** The programmes that this reader may see, for the filter. */
  programmes(tx: ReadTx): Promise<ProgrammeChoice[]>
}
