import { z } from 'zod'
import type { ReadTx } from '#kernel/database.ts'
import type { Lang } from '#kernel/reason.ts'
import type { PageRequest } from '#kernel/web/request.ts'
import { askedFor } from './asked.ts'
import { type FoundKind, foundKinds, type ProgrammeChoice, type SearchLinks } from './links.ts'
import { type Piece, piecesOf } from './marked.ts'
import { mostFound } from './sizes.ts'
import { codedWords, type FoundRow, search } from './store.ts'

export const searchQuery = z.object({
  q: z.string().trim().max(200).catch('').default(''),
  kind: z
    .enum(['', ...foundKinds])
    .catch('')
    .default(''),
  programme: z.string().max(80).catch('').default(''),
  page: z.coerce.number().int().min(1).max(mostFound).catch(1).default(1),
})
export type SearchQuery = z.output<typeof searchQuery>

/** Words of a record and the language they are in. */
export type Said = { text: Piece[]; lang: string }

export type Found = {
  id: string
  kind: FoundKind
  class: FoundRow['class']
  programme_id: string | null
  owner_id: string | null
  /** Of the record: the day it was made, held, opened or published. */
  day: string
  href: string
  /** Empty where the record has none: a comment. */
  title: Said
  excerpt: Said
  programme: { slug: string; name: string; lang: string } | null
  /** The record that a comment is about. */
  about: { title: string; lang: string } | null
}

export type SearchData = {
  query: SearchQuery
  programmes: ProgrammeChoice[]
  total: number
  /** There are more; the newest were looked at. */
  more: boolean
  found: Found[]
}

export async function loadSearch(
  tx: ReadTx,
  { query, lang }: PageRequest<SearchQuery>,
  links: SearchLinks,
): Promise<SearchData> {
  const programmes = await links.programmes(tx)
  const chosen = programmes.find(({ slug }) => slug === query.programme)
  const nothing = { query, programmes, total: 0, more: false, found: [] }
  if (query.q === '' || (query.programme !== '' && !chosen)) return nothing
  const coded = await codedWords(tx, links.coded)
  const kind = query.kind === '' ? null : query.kind
  const asked = { asked: askedFor(query.q), coded, kind, programmeId: chosen?.id ?? null, page: query.page }
  const { total, rows } = await search(tx, asked)
  const found = rows.map((row) => foundOf(row, lang, links))
  return { ...nothing, total, more: total >= mostFound, found }
}

function foundOf(row: FoundRow, lang: Lang, links: SearchLinks): Found {
  const { id, kind, class: recordClass, programme_id, owner_id } = row
  const place = { id, slug: row.slug ?? '', within: row.within_id ?? '', page: row.page ?? '' }
  const named = { title: row.programme ?? '', title_en: row.programme_en, lang: row.programme_lang ?? 'id', code: null }
  const programme = row.slug === null ? null : inLang(named, lang, links)
  const on = { title: row.within ?? '', title_en: row.within_en, lang: row.within_lang ?? 'id', code: row.within_code }
  const about = kind === 'comment' && row.within !== null ? inLang(on, lang, links) : null
  const title = inLang(row, lang, links)
  return {
    id,
    kind,
    class: recordClass,
    programme_id,
    owner_id,
    day: row.on_day,
    href: links.hrefs[kind](place),
    title: { text: piecesOf(title.text), lang: title.lang },
    excerpt: { text: piecesOf(row.excerpt), lang: row.lang },
    programme: programme && { slug: row.slug!, name: programme.text, lang: programme.lang },
    about: about && { title: about.text, lang: about.lang },
  }
}

type Titled = { title: string; title_en: string | null; lang: string; code: string | null }

/** A title in the reader's language where it is known; obstacles have theirs from the catalogue. */
function inLang(titled: Titled, lang: Lang, { coded }: SearchLinks): { text: string; lang: string } {
  const entry = titled.code === null ? undefined : coded.find(({ code }) => code === titled.code)
  if (entry) return { text: entry[lang], lang }
  if (lang === 'en' && titled.title_en) return { text: titled.title_en, lang }
  return { text: titled.title, lang: titled.lang }
}
