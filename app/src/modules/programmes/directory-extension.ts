import type { SeatRole } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import type { Lang } from '#kernel/reason.ts'
import type { PartyIn, SeatOf } from '#modules/directory/extensions.ts'
import type { PartyRole } from './party.ts'
import { programmePaths } from './paths.ts'
import { programmeName } from './public.ts'
import { words } from './words.ts'

type Reader = { lang: Lang; today: string }

/** For the page of an organisation: the programmes it is a party in, as far as the reader sees them. */
export async function partiesIn(tx: ReadTx, organisationIds: string[], { lang }: Reader): Promise<PartyIn[]> {
  if (organisationIds.length === 0) return []
  const rows = await tx
    .selectFrom('parties')
    .innerJoin('programmes', 'programmes.id', 'parties.programme_id')
    .select(['parties.organisation_id', 'parties.role', 'parties.since', 'parties.until'])
    .select(['programmes.name', 'programmes.name_en', 'programmes.lang', 'programmes.slug', 'programmes.example'])
    .where('parties.organisation_id', 'in', organisationIds)
    .orderBy('parties.since', 'desc')
    .execute()
  return rows.map((row) => ({
    organisationId: row.organisation_id,
    programme: programmeName(row, lang),
    lang: shownLang(row, lang),
    href: programmePaths.programme(row.slug),
    role: (reader) => words[reader].parties.roles[row.role as PartyRole],
    since: row.since,
    until: row.until,
    example: row.example,
  }))
}

/** For the page of a person: the seats held, as far as the reader sees their programmes. */
export async function seatsHeld(tx: ReadTx, personIds: string[], { lang }: Reader): Promise<SeatOf[]> {
  if (personIds.length === 0) return []
  const rows = await tx
    .selectFrom('seats')
    .innerJoin('programmes', 'programmes.id', 'seats.programme_id')
    .innerJoin('organisations', 'organisations.id', 'seats.organisation_id')
    .select([
      'seats.person_id',
      'seats.role',
      'seats.first_day',
      'seats.last_day',
      'organisations.name as organisation',
    ])
    .select(['programmes.name', 'programmes.name_en', 'programmes.lang', 'programmes.slug', 'programmes.example'])
    .where('seats.person_id', 'in', personIds)
    .orderBy('seats.first_day', 'desc')
    .execute()
  return rows.map((row) => ({
    personId: row.person_id,
    programme: programmeName(row, lang),
    lang: shownLang(row, lang),
    href: programmePaths.programme(row.slug),
    role: (reader) => words[reader].seats.roles[row.role as SeatRole],
    organisation: row.organisation,
    firstDay: row.first_day,
    lastDay: row.last_day,
    example: row.example,
  }))
}

function shownLang(row: { name_en: string | null; lang: string }, lang: Lang): Lang {
  return lang === 'en' && row.name_en ? 'en' : (row.lang as Lang)
}
