import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Database, jakartaDate, Rollback, type Tx, writeAs } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { readRecords, type TableRecord } from '#kernel/tabular/read-records.ts'
import { noteOutcome } from '#kernel/tabular/repair-report.ts'
import { unknownCountry } from '#modules/directory/importing/countries.ts'
import { completionOf } from './commitments/completion.ts'
import { writeCommitments } from './commitments/write.ts'
import { type Coordinator, coordinatorOf, seatCoordinator } from './coordinator.ts'
import { homeFor } from './home-for.ts'
import { Directory } from './organisations/directory.ts'
import { importList, namedIn } from './organisations/import-list.ts'
import { type Settled, settleOrganisations } from './organisations/settle.ts'
import { readDirectory } from './organisations/store.ts'
import { checkFounding, evaluateAs, findHome, joinParties } from './programme.ts'
import { type FileReading, readFile } from './read-file.ts'
import type { ImportReport } from './report.ts'
import { type Home, type Importing, type ImportOutcome, type ImportRequest, importJob, Refusal } from './request.ts'
import { type Sorted, sortRows, withStoredKeys } from './sort-rows.ts'
import { earlierRows, keepRows, rememberKeys } from './store/earlier-rows.ts'
import { shorten } from './stored-json.ts'
import { writeTasks } from './tasks/write.ts'
import { says } from './words.ts'

/**
 * Reads a table into a programme, all of it in one transaction: a fault, a refusal or a dry run leaves nothing behind.
 * A second run changes only what the file says differently than the first time.
 */
export async function importTable(
  deps: { jobs: Database; clock(): Date },
  request: ImportRequest,
): Promise<ImportOutcome> {
  try {
    const reading = readFile(request.bytes, request.as, request.map)
    const now = deps.clock()
    const report = await writeAs(deps.jobs, importJob, now, (tx) => runImport(tx, now, request, reading))
    return { kind: 'done', report }
  } catch (error) {
    if (error instanceof Rollback) return error.value as ImportOutcome
    if (error instanceof Refusal) return { kind: 'refused', because: error.because }
    throw error
  }
}

async function runImport(tx: Tx, now: Date, request: ImportRequest, reading: FileReading): Promise<ImportReport> {
  await oneAtATime(tx)
  const asOf = request.asOf ?? jakartaDate(now)
  const found = await homeOf(tx, request)
  const directory = new Directory(await readDirectory(tx, found?.id ?? null, asOf))
  const { records, report } = recordsOf(request, reading, directory)
  const country = request.country ?? found?.country ?? unknownCountry
  const lang = languageOf(reading, found)
  const coordinator = request.coordinator ? await coordinatorOf(tx, request.coordinator, jakartaDate(now)) : undefined
  const work: Work = { tx, now, asOf, found, directory, records, report, reading, lang, country, coordinator }
  await (request.as === 'organisations' ? importOrganisations(work, request) : importRecords(work, request))
  noteCountries(report)
  if (request.dryRun) throw new Rollback<ImportOutcome>({ kind: 'done', report })
  return report
}

function noteCountries({ organisations, remarks }: ImportReport): void {
  const unsaid = organisations.created.filter(({ country }) => country === unknownCountry).length
  if (unsaid > 0) remarks.push({ code: 'country-unsaid', line: null, detail: String(unsaid) })
}

/** What both ways of importing begin with. `found`: the programme, where it exists already. */
type Work = {
  tx: Tx
  now: Date
  asOf: string
  found: Home | undefined
  directory: Directory
  records: TableRecord[]
  report: ImportReport
  reading: FileReading
  lang: 'id' | 'en'
  /** Of bodies whose row names none. */
  country: string
  coordinator: Coordinator | undefined
}

async function importRecords(work: Work, request: ImportRequest): Promise<void> {
  const { tx, now, asOf, found, directory, records, report, lang, country } = work
  const { map } = report
  const source = shorten(map.source ?? request.file, 300)
  const remark: Importing['remark'] = (one) => report.remarks.push(one)
  const earlier = found ? await earlierRows(tx, found.id, request.as, map) : new Map()
  const rows = sortRows(records, earlier, { source, remark })
  // Rows that stand as they did bring nobody new, whatever their cells would be split into today.
  const news = [...rows.fresh, ...rows.met.map((met) => met.record)]
  const settled = await settleOrganisations(tx, directory, news, { now, lang, country, report })
  const home = await enter(work, request, settled)
  report.organisations.joined += await joinParties(tx, home, settled.ids, { now, asOf, remark })
  const importing = { tx, now, asOf, home, lang, map, source, report, remark, organisation: settled.idOf }
  await writeRows(importing, request, rows)
}

/** A list goes into the directory; where a programme is named, its bodies become members of it. */
async function importOrganisations(work: Work, request: ImportRequest): Promise<void> {
  const { tx, now, asOf, records, report, lang, country } = work
  const kept = await importList(tx, { records, report, now, lang, home: country })
  const home = request.programme ? await enter(work, request, { ids: new Set(), idOf: () => undefined }) : null
  if (home) {
    const directory = new Directory(await readDirectory(tx, home.id, asOf))
    const remark: Importing['remark'] = (one) => report.remarks.push(one)
    const ids = new Set(namedIn(directory, records, country))
    report.organisations.joined += await joinParties(tx, home, ids, { now, asOf, remark })
  }
  await keepRows(tx, { ...importRow(request, { report, now, asOf }), ...ownedBy(home) }, kept)
}

/** The programme that was found, or the one that --create makes now. */
async function enter(work: Work, request: ImportRequest, settled: Settled): Promise<Home> {
  const { tx, now, report, coordinator } = work
  const home = work.found ?? (await homeFor(tx, request, { ...work, settled }))
  report.programme = { slug: home.slug, name: home.name, created: !work.found }
  if (coordinator) await seatCoordinator(tx, home, coordinator, { now, today: jakartaDate(now), report })
  else if (!work.found) report.remarks.push({ code: 'nobody-seated', line: null, detail: home.slug })
  if (request.evaluate) await evaluateAs(tx, home.id, request.evaluate)
  return home
}

/** Two imports that both meet a new organisation would make it twice. */
async function oneAtATime(tx: Tx): Promise<void> {
  const { rows } = await sql<{ free: boolean }>`
    select pg_try_advisory_xact_lock(hashtext('mufakat-import')) as free`.execute(tx)
  if (!rows[0]!.free) throw new Refusal(says((words) => words.refusal.busy))
}

async function homeOf(tx: Tx, { as, programme, create }: ImportRequest): Promise<Home | undefined> {
  if (!programme && as === 'organisations') return undefined
  if (!programme) throw new Refusal(says((words) => words.refusal.needsProgramme))
  const home = await findHome(tx, programme)
  if (!home && !create) throw new Refusal(says((words) => words.refusal.noProgramme(programme)))
  if (home?.chartered && as === 'organisations') throw new Refusal(says((words) => words.refusal.charterInForce))
  if (!home) checkFounding(programme, create!.name)
  return home
}

function recordsOf(request: ImportRequest, { table, map, proposed }: FileReading, directory: Directory) {
  const read = readRecords(table, map, { known: directory.spellings() })
  if (!read.ok) throw new Refusal(says((words) => words.refusal.columns(read.columns, table.header)))
  const report: ImportReport = {
    as: request.as,
    file: request.file,
    dryRun: request.dryRun ?? false,
    programme: null,
    map,
    proposed,
    ...read.report,
    organisations: { created: [], known: 0, joined: 0 },
    moved: 0,
    assessed: 0,
    completion: request.as === 'commitments' ? completionOf(read.records) : null,
    remarks: [],
    notes: [],
  }
  if (read.records.length === 0)
    throw new Rollback<ImportOutcome>({ kind: 'refused', because: says((words) => words.refusal.nothing), report })
  return { records: withStoredKeys(read.records), report }
}

function languageOf({ map }: FileReading, home: Home | undefined): 'id' | 'en' {
  if (map.language === 'id' || map.language === 'en') return map.language
  return home?.lang ?? 'id'
}

async function writeRows(importing: Importing, request: ImportRequest, rows: Sorted): Promise<void> {
  const { tx, now, home, source, report } = importing
  const kind = request.as
  const written = await (kind === 'tasks' ? writeTasks : writeCommitments)(importing, rows.fresh, rows.met)
  for (const { fate } of [...rows.same, ...written]) noteOutcome(report, fate)
  const made = written.filter(({ fate }) => fate === 'created')
  const keys = made.map(({ record, id, kept }) => ({ key: record.sourceKey, recordId: id, kept: kept ?? null }))
  await rememberKeys(tx, { programmeId: home.id, kind, source, now }, keys)
  const kept = written.map(({ record, id }) => ({ record, key: record.sourceKey, recordId: id }))
  await keepRows(tx, { ...importRow(request, importing), ...ownedBy(home) }, kept)
}

function importRow(request: ImportRequest, { report, now, asOf }: Pick<Importing, 'report' | 'now' | 'asOf'>) {
  const sha256 = createHash('sha256').update(request.bytes).digest('hex')
  return { id: newId(now), kind: request.as, file: request.file, sha256, map: report.map, report, asOf, now }
}

function ownedBy(home: Home | null) {
  return { programmeId: home?.id ?? null, ownerId: home?.ownerId ?? null }
}
