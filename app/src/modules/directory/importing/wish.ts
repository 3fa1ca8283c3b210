import type { ColumnMap } from '#kernel/tabular/column-map.ts'
import { codeOf, type FieldValue, itemsOf, lastDayOf, textOf } from '#kernel/tabular/field-value.ts'
import { institutionKey } from '#kernel/tabular/institution-words.ts'
import { fold, words } from '#kernel/tabular/plain-text.ts'
import { readInstitution } from '#kernel/tabular/read-institution.ts'
import type { TableRecord } from '#kernel/tabular/read-records.ts'
import type { Identifier, OrganisationKind } from '../organisation.ts'
import { countryCode } from './countries.ts'
import type { NoteReason } from './notes.ts'

/** What one row asks for, in the directory's terms. null: the row says nothing of it. */
export type Wish = {
  line: number
  /** The row's own id in its list, by which other rows may name it as parent. */
  ownId: string | null
  name: string
  key: string
  acronyms: string[]
  formerNames: string[]
  kind: OrganisationKind | null
  parent: string | null
  /** null: not said; the match then takes the installation's own country. */
  country: string | null
  identifiers: Identifier[]
  dissolvedOn: string | null
  territory: string | null
  website: string | null
  notes: { reason: NoteReason; text: string }[]
}

export type WishOptions = { source?: string; map?: ColumnMap }

export function wishOf(record: TableRecord, { source, map }: WishOptions): Wish {
  const { values } = record
  const written = said(values.name) ?? ''
  const named = readInstitution(written)
  const name = (named.remark ? written : named.name).slice(0, 300)
  const notes: Wish['notes'] = []
  const country = said(values.country)
  const website = said(values.website)
  const ownId = said(values.id)
  const identifiers = items(values.identifiers).flatMap((item) => identifierOf(item, schemeOf(map)))
  if (ownId && source) identifiers.unshift({ scheme: slug(source), value: ownId.slice(0, 200) })
  if (country && !countryCode(country)) notes.push({ reason: 'country-unknown', text: country })
  if (website && !isAddress(website)) notes.push({ reason: 'website-dropped', text: website })
  if (/^[=+@\-|]/.test(name)) notes.push({ reason: 'formula-like', text: name })
  const tooLong = (text: string, most: number) => text.length > most
  const acronyms = unique([...items(values.acronyms), ...(named.acronym ? [named.acronym] : [])])
  for (const one of acronyms) if (tooLong(one, 40)) notes.push({ reason: 'acronym-too-long', text: one })
  return {
    line: record.line,
    ownId,
    name,
    key: institutionKey(name),
    acronyms: acronyms.filter((one) => !tooLong(one, 40) && fold(one) !== fold(name)),
    formerNames: unique(items(values.formerNames).map((one) => one.slice(0, 300))),
    kind: codeOf(values.kind) as OrganisationKind | null,
    parent: said(values.parent),
    country: country ? (countryCode(country) ?? country.slice(0, 60)) : null,
    identifiers: identifiers.filter(({ value }) => value !== ''),
    dissolvedOn: lastDayOf(values.dissolvedOn),
    territory: said(values.territory),
    website: website && isAddress(website) ? website : null,
    notes,
  }
}

// Control characters and marks that turn the direction of writing would let a name look like another.
const unseen = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu

function said(value: FieldValue | undefined): string | null {
  return textOf(value)?.replace(unseen, '').trim() || null
}

function items(value: FieldValue | undefined): string[] {
  return itemsOf(value).map((item) => item.replace(unseen, '').trim())
}

function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s]+$/i.test(text) && URL.canParse(text) && text.length <= 500
}

/** "npwp: 01.2", "https://ror.org/04abc", or a bare number of the column's own list. */
function identifierOf(item: string, column: string): Identifier[] {
  const address = /^https?:\/\/(?:www\.)?([^/\s]+)\/(\S+)$/i.exec(item)
  if (address) return [{ scheme: slug(address[1]!), value: address[2]!.slice(0, 200) }]
  const told = /^([\p{L}][\p{L}\d ._-]{0,40}?)\s*[:=]\s*(\S.*)$/u.exec(item)
  if (told) return [{ scheme: slug(told[1]!), value: told[2]!.slice(0, 200) }]
  return item === '' ? [] : [{ scheme: column, value: item.slice(0, 200) }]
}

function schemeOf(map: ColumnMap | undefined): string {
  const column = map?.fields.identifiers?.column
  return column ? slug(column) : 'id'
}

/** "Kode Satker" → kode-satker. */
export function slug(text: string): string {
  return (
    words(text)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'id'
  )
}

/** Once each, whatever the case. */
function unique(items: readonly string[]): string[] {
  return [...new Map(items.filter((item) => item !== '').map((item) => [fold(item), item])).values()]
}

/** What kind of body a name speaks of, where the list does not say. */
export function guessKind(name: string): OrganisationKind {
  const said = words(name)
  const holds = (list: string) => new RegExp(`(^| )(${list})( |$)`).test(said)
  if (holds('universitas|university|universidad|universite|institut teknologi|politeknik|college|sekolah tinggi'))
    return 'university'
  if (holds('dprd|dpr ri|parliament|parlemen|congress|congreso|senate|senado|national assembly')) return 'legislature'
  if (holds('yayasan|foundation|perkumpulan|lsm|ngo|fundacion|association|asosiasi|federation')) return 'non-profit'
  if (holds('pt|cv|tbk|ltd|llc|inc|company|corporation|perusahaan|perseroan')) return 'business'
  if (holds('karang taruna|posyandu|kelompok tani|pkk|forum warga|community')) return 'community'
  return 'agency'
}
