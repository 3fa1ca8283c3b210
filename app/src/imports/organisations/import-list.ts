import type { Tx } from '#kernel/database.ts'
import { textOf } from '#kernel/tabular/field-value.ts'
import { readInstitution } from '#kernel/tabular/read-institution.ts'
import type { TableRecord } from '#kernel/tabular/read-records.ts'
import type { ImportPlan } from '#modules/directory/importing/plan.ts'
import { runImport } from '#modules/directory/importing/run-import.ts'
import { countryOf } from '../countries.ts'
import type { ImportReport } from '../report.ts'
import { importJob } from '../request.ts'
import { appendEvents } from '../store/append-events.ts'
import type { KeptRow } from '../store/earlier-rows.ts'
import type { Directory } from './directory.ts'

type List = { records: readonly TableRecord[]; report: ImportReport; now: Date; lang: 'id' | 'en'; home: string }

/** Reads a list into the directory, which knows by itself what it has met before. Returns the rows that changed something. */
export async function importList(tx: Tx, { records, report, now, lang, home }: List): Promise<KeptRow[]> {
  const { map } = report
  const options = { source: map.source, map, country: home, lang }
  const { plan, events } = await runImport(tx, importJob, now, records, report, options)
  await appendEvents(tx, now, events)
  report.notes.push(...plan.notes)
  for (const { name, country, kind } of plan.bodies) report.organisations.created.push({ name, country, kind })
  report.organisations.known = report.rows.updated + report.rows.unchanged
  return records.flatMap((record) => {
    const recordId = changedBy(plan, record.line)
    return recordId ? [{ record, key: record.sourceKey, recordId }] : []
  })
}

/** The organisation that a row made or changed; a row may also have made the parent it names. */
function changedBy(plan: ImportPlan, line: number): string | undefined {
  const name = plan.lines.find((one) => one.line === line)?.name
  const made = plan.bodies.find((body) => body.line === line && body.name === name)
  return made?.id ?? plan.changes.find((change) => change.line === line)?.id
}

/** Whom the rows name and who still exists, for a programme that takes them as its members. */
export function namedIn(directory: Directory, records: readonly TableRecord[], home: string): string[] {
  return records.flatMap(({ values }) => {
    const country = textOf(values.country)
    const written = textOf(values.name) ?? ''
    const found = [written, readInstitution(written).name].map((name) =>
      directory.find(name, country ? countryOf(country) : home),
    )
    return found.flatMap((match) => (match.kind === 'one' && directory.stands(match.id) ? [match.id] : []))
  })
}
