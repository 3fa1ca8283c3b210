import { type Actor, type JobActor, personOf } from '#kernel/access.ts'
import { type Database, type ReadTx, type Tx, writeAs } from '#kernel/database.ts'
import { appendEvents, type NewEvent } from '#kernel/event.ts'
import { newId } from '#kernel/ids.ts'
import type { ColumnMap } from '#kernel/tabular/column-map.ts'
import { textOf } from '#kernel/tabular/field-value.ts'
import type { TableRecord } from '#kernel/tabular/read-records.ts'
import type { RepairReport } from '#kernel/tabular/repair-report.ts'
import { areasCalled, indexOrganisations, keptAmong } from '../store/index-organisations.ts'
import { writeImport } from '../store/write-import.ts'
import type { ImportNote } from './notes.ts'
import { type ImportPlan, planImport } from './plan.ts'

/** `source`: name of the list, under which its own ids are remembered; `country`: ISO code for rows without one (ID). */
export type ImportOptions = { source?: string; map?: ColumnMap; country?: string; lang?: 'id' | 'en' }
export type ImportResult = { id: string; notes: ImportNote[] }

const importer: JobActor = { kind: 'job', job: 'import-organisations', classes: ['public'] }

/**
 * Imports read rows as a system job, all or nothing: every row is counted in the report as created, updated, unchanged
 * or refused. `jobs` is the jobs' role; what was assumed or made besides comes back as notes.
 */
export async function importOrganisationRecords(
  { jobs, clock }: { jobs: Database; clock: () => Date },
  records: readonly TableRecord[],
  report: RepairReport,
  options: ImportOptions = {},
): Promise<ImportResult> {
  const now = clock()
  return writeAs(jobs, importer, now, async (tx) => {
    const { plan, id, events } = await runImport(tx, importer, now, records, report, options)
    await appendEvents(tx, importer, now, events)
    return { id, notes: plan.notes }
  })
}

/** Plans and writes inside the caller's transaction; the caller appends the events. */
export async function runImport(
  tx: Tx,
  actor: Actor,
  now: Date,
  records: readonly TableRecord[],
  report: RepairReport,
  options: ImportOptions,
): Promise<{ plan: ImportPlan; id: string; events: [NewEvent, ...NewEvent[]] }> {
  const id = newId(now)
  const plan = await readPlan(tx, actor, now, records, report, options)
  await writeImport(tx, { now, createdBy: personOf(actor) }, plan)
  return { plan, id, events: [importEvent(id, report), ...bodyEvents(id, plan)] }
}

/** What an import would do, without doing it. */
export async function readPlan(
  tx: ReadTx,
  actor: Actor,
  now: Date,
  records: readonly TableRecord[],
  report: RepairReport,
  { source, map, country = 'ID', lang }: ImportOptions,
): Promise<ImportPlan> {
  const index = await indexOrganisations(tx)
  const places = [...new Set(records.flatMap(({ values }) => textOf(values.territory) ?? []))]
  const language = lang ?? (map?.language === 'en' ? 'en' : 'id')
  const areas = await areasCalled(tx, places)
  const kept = await keptAmong(
    tx,
    actor,
    index.map((one) => one.id),
  )
  return planImport(index, records, report, { source, map, now, home: country, lang: language, areas, kept })
}

function importEvent(id: string, { rows }: RepairReport): NewEvent {
  const { created, updated, unchanged, refused } = rows
  const payload = { created, updated, unchanged, refused }
  const subject = { subjectKind: 'import', subjectId: id }
  return { name: 'organisations.imported', programmeId: null, class: 'public', ...subject, payload }
}

function bodyEvents(id: string, plan: ImportPlan): NewEvent[] {
  const event = (name: string, subjectId: string, line: number, subjectVersion?: number): NewEvent => ({
    name,
    programmeId: null,
    ownerId: subjectId,
    class: 'public',
    subjectKind: 'organisation',
    subjectId,
    subjectVersion,
    payload: { import: id, line },
  })
  return [
    ...plan.bodies.map((body) => event('organisation.imported', body.id, body.line, 1)),
    ...plan.changes.map((one) => event('organisation.updated', one.id, one.line, versionAfter(one))),
  ]
}

function versionAfter({ change, version }: ImportPlan['changes'][number]): number | undefined {
  return Object.keys(change).length > 0 ? version : undefined
}
