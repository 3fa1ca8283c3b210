import type { ReadTx } from './database.ts'
import type { Lang, Text } from './reason.ts'

/** A record as rooms name it that know nothing else of its kind. */
export type SubjectHead = { id: string; title: string; title_en: string | null; lang: Lang }

/** What a module tells of one kind of its records; composed in modules.ts for rooms that attach to any record. */
export type SubjectReader = {
  /** As the database names it: `task`. */
  kind: string
  name: Text
  /** Those of these records that the actor of the transaction may see. */
  heads(tx: ReadTx, ids: string[]): Promise<SubjectHead[]>
  href(slug: string, id: string): string
}
