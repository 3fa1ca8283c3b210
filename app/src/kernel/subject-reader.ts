import { sql } from 'kysely'
import type { DB, ReadTx } from './database.ts'
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

type Titled = Pick<SubjectReader, 'kind' | 'name' | 'href'> & {
  table: keyof DB
  /** The column of its title; the English one ends with `_en`. */
  title?: 'title' | 'name' | 'question'
}

/** Records of one table with a title in their own language and, where there is one, in English. */
export function titledSubjects({ table, title = 'title', ...about }: Titled): SubjectReader {
  return {
    ...about,
    async heads(tx, ids) {
      const { rows } = await sql<SubjectHead>`
        select id, ${sql.ref(title)} as title, ${sql.ref(`${title}_en`)} as title_en, lang
        from ${sql.table(table)} where id = any (${ids}::uuid[])`.execute(tx)
      return rows
    },
  }
}
