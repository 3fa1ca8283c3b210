import { sql } from 'kysely'
import type { Class } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import type { Asked } from './asked.ts'
import type { Coded, FoundKind } from './links.ts'
import { marks } from './marked.ts'
import { pageSize } from './sizes.ts'

/** `words`: as the index has them, a tsvector in text. */
export type CodedWords = { code: string; words: string }
export type Search = {
  asked: Asked
  coded: CodedWords[]
  kind: FoundKind | null
  programmeId: string | null
  page: number
}

/** `title` and `excerpt` with marks around the words found. */
export type FoundRow = {
  id: string
  kind: FoundKind
  class: Class
  programme_id: string | null
  owner_id: string | null
  on_day: string
  lang: string
  code: string | null
  title: string
  title_en: string | null
  excerpt: string
  slug: string | null
  programme: string | null
  programme_en: string | null
  programme_lang: string | null
  within_id: string | null
  page: string | null
  /** The title of the record it stands on, where that can be found too. */
  within: string | null
  within_en: string | null
  within_lang: string | null
  within_code: string | null
}

const excerptOptions = `StartSel=${marks.begin}, StopSel=${marks.end}, MaxFragments=2, MaxWords=24, MinWords=10, FragmentDelimiter=" … "`
const titleOptions = `StartSel=${marks.begin}, StopSel=${marks.end}, HighlightAll=true`

/** One page of what this reader may see, best first, and how many there are. */
export async function search(tx: ReadTx, search: Search): Promise<{ total: number; rows: FoundRow[] }> {
  const { rows } = await searching(search).execute(tx)
  return { total: rows[0]?.total ?? 0, rows: rows[0]?.page ?? [] }
}

const kept = new WeakMap<readonly Coded[], CodedWords[]>()

/** Worked out once a process: for all of the catalogue it takes longer than a search. */
export async function codedWords(tx: ReadTx, coded: readonly Coded[]): Promise<CodedWords[]> {
  const known = kept.get(coded)
  if (known) return known
  const texts = [coded.map(({ code }) => code), coded.map(({ id }) => id), coded.map(({ en }) => en)] as const
  const { rows } = await sql<CodedWords>`
    select n.code, mufakat.search_words('id', n.id, n.en, '')::text as words
    from unnest(${texts[0]}::text[], ${texts[1]}::text[], ${texts[2]}::text[]) n(code, id, en)`.execute(tx)
  kept.set(coded, rows)
  return rows
}

/** The rows of search_texts are read under the reader's own policies, whatever found_texts names. */
export function searching({ asked, coded, kind, programmeId, page }: Search) {
  const { said, beginning } = asked
  const codes = coded.map(({ code }) => code)
  const named = coded.map(({ words }) => words)
  return sql<{ total: number; page: FoundRow[] }>`
    with asked as materialized (select mufakat.search_query(${said}, ${beginning}) as words),
    named as materialized (
      select coalesce(string_agg(quote_literal('code ' || n.code), '|'), '')::tsquery as codes
      from asked, unnest(${codes}::text[], ${named}::text[]) n(code, words) where n.words::tsvector @@ asked.words),
    found as materialized (
      select distinct f.arrival from asked, named, mufakat.found_texts(asked.words || named.codes, ${kind}, ${programmeId}) f(arrival)),
    seen as materialized (
      select t.id, t.on_day, ts_rank(t.words, asked.words, 1) as rank from asked, found f join search_texts t on t.arrival = f.arrival),
    page as (select * from seen order by rank desc, on_day desc, id desc limit ${pageSize} offset ${(page - 1) * pageSize})
    select (select count(*)::int from seen) as total, coalesce((select json_agg(r order by r.rank desc, r.on_day desc, r.id desc) from (
      select t.id, t.kind, t.class, t.programme_id, t.owner_id, t.on_day, t.lang, t.code, page.rank,
        ts_headline(mufakat.words_of(t.lang), t.title, asked.words, ${titleOptions}) as title,
        ts_headline('pg_catalog.english', t.title_en, asked.words, ${titleOptions}) as title_en,
        ts_headline(mufakat.words_of(t.lang), t.body, asked.words, ${excerptOptions}) as excerpt,
        p.slug, p.name as programme, p.name_en as programme_en, p.lang as programme_lang, t.within_id, t.page,
        w.title as within, w.title_en as within_en, w.lang as within_lang, w.code as within_code
      from asked, page join search_texts t on t.id = page.id
        left join programmes p on p.id = t.programme_id left join search_texts w on w.id = t.within_id) r), '[]') as page`
}
