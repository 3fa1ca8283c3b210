import type { Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import type { Lang } from '#kernel/reason.ts'
import { institutionsOf, textOf } from '#kernel/tabular/field-value.ts'
import { isAcronym, isGroupLabel } from '#kernel/tabular/institution-words.ts'
import type { Institution } from '#kernel/tabular/read-institution.ts'
import type { TableRecord } from '#kernel/tabular/read-records.ts'
import { guessKind } from '#modules/directory/importing/wish.ts'
import { countryOf } from '../countries.ts'
import type { ImportReport } from '../report.ts'
import { plain } from '../stored-json.ts'
import type { Directory, Known, Match } from './directory.ts'
import { addOrganisations, type NewOrganisation } from './store.ts'

/** The organisations of a table: which name stands for which, in the country of its row. */
export type Settled = { idOf(record: TableRecord, named: Institution): string | undefined; ids: Set<string> }

/** `country`: of bodies whose row names none. */
type Options = { now: Date; lang: Lang; country: string; report: ImportReport }
type Mention = { line: number; named: Institution; country: string | null }

/**
 * Matches every organisation that the cells name with the directory and adds those it lacks. What may be no name of a
 * body, or fits several, is left to a person: it stays text and is listed.
 */
export async function settleOrganisations(
  tx: Tx,
  directory: Directory,
  records: readonly TableRecord[],
  options: Options,
): Promise<Settled> {
  const mentions = records.flatMap((record) => mentionsIn(record))
  // Full names first, so that "DPUPR" in one row is the "Dinas Pekerjaan Umum … (DPUPR)" of another.
  const ordered = [...mentions].sort((a, b) => Number(isAcronym(a.named.name)) - Number(isAcronym(b.named.name)))
  const found = new Map<string, string | undefined>()
  const added: NewOrganisation[] = []
  for (const mention of ordered) {
    const key = keyOf(mention.country, mention.named)
    if (found.has(key)) continue
    const match = directory.find(mention.named.name, mention.country)
    noteMatch(options.report, mention, match)
    if (match.kind === 'one') {
      found.set(key, match.id)
      if (mention.named.acronym) directory.alsoCalled(match.id, mention.named.acronym)
    } else if (match.kind === 'several' || isDoubtful(mention.named)) found.set(key, undefined)
    else {
      const organisation = adopt(directory, mention, options)
      added.push(organisation)
      found.set(key, organisation.id)
    }
  }
  await addOrganisations(tx, options.now, added)
  const ids = new Set([...found.values()].filter((id) => id !== undefined))
  return { ids, idOf: (record, named) => idOf(directory, found, countryIn(record), named) }
}

/** Names of earlier rows are only looked up: nothing is added for them. */
function idOf(
  directory: Directory,
  found: ReadonlyMap<string, string | undefined>,
  country: string | null,
  named: Institution,
): string | undefined {
  const key = keyOf(country, named)
  if (found.has(key)) return found.get(key)
  const match = directory.find(named.name, country)
  return match.kind === 'one' ? match.id : undefined
}

function mentionsIn(record: TableRecord): Mention[] {
  const country = countryIn(record)
  return Object.values(record.values)
    .flatMap((value) => institutionsOf(value))
    .map((named) => ({ line: record.line, named, country }))
}

function countryIn(record: TableRecord): string | null {
  const text = textOf(record.values.country)
  return text === null ? null : countryOf(text)
}

function keyOf(country: string | null, named: Institution): string {
  return `${country ?? ''}|${named.key}`
}

/** Prose, fragments and headings such as "CSOs" that name nobody. */
function isDoubtful(named: Institution): boolean {
  return named.doubtful || isGroupLabel(named.name)
}

/** One organisation that no cell names, such as the one that answers for a new programme. */
export async function addNamed(tx: Tx, directory: Directory, named: Institution, options: Options): Promise<string> {
  const organisation = adopt(directory, { line: 0, named, country: null }, options)
  await addOrganisations(tx, options.now, [organisation])
  return organisation.id
}

/** A new organisation of the directory, known from now on. */
function adopt(
  directory: Directory,
  { named, country }: Mention,
  { now, lang, country: home, report }: Options,
): NewOrganisation {
  const acronym = named.acronym && named.acronym.length <= 40 ? plain(named.acronym) : null
  const name = plain(named.name)
  const row = { id: newId(now), name, lang, kind: guessKind(name), acronym, country: country ?? home, created_at: now }
  const known: Known = { ...row, names: [], mergedInto: null, dissolved: false, party: false }
  directory.add(known)
  report.organisations.created.push({ name, country: row.country, kind: row.kind })
  return row
}

function noteMatch({ remarks, organisations }: ImportReport, { line, named }: Mention, match: Match): void {
  if (match.kind === 'one') organisations.known++
  if (match.kind === 'one' && match.by === 'party')
    remarks.push({ code: 'organisation-by-party', line, detail: `${named.name} → ${match.name}` })
  if (match.kind === 'several')
    remarks.push({ code: 'organisation-ambiguous', line, detail: `${named.name}: ${match.names.join(' | ')}` })
  if (match.kind === 'none' && isDoubtful(named))
    remarks.push({ code: 'organisation-doubtful', line, detail: named.name })
}
