import { type Database, jakartaDate, type Tx, writeAs } from '#kernel/database.ts'
import { appendEvent } from '#kernel/event.ts'
import { lock } from '#kernel/operation.ts'
import { type ExchangeProblem, exchangeProblems } from '../exchange-check.ts'
import { type ProgrammeExchange, programmeExchange } from '../exchange-format.ts'
import { programmeId as programmeIdOf } from '../store/imported.ts'
import { cellsPart } from './cells-part.ts'
import { chartersPart } from './charters-part.ts'
import { commitmentsPart } from './commitments-part.ts'
import { type ImportIds, type ImportReport, importIds } from './ids.ts'
import { importJob } from './job.ts'
import { readOrganisations } from './organisations-part.ts'
import { type ExchangePart, ImportRefused } from './part.ts'
import { readPartyRows, readProgrammeRow } from './programme-part.ts'

export type ImportOptions = {
  now: Date
  /** What the file is called, kept beside the keys. */
  source: string
  /** Parts of other modules, in their order: objectives, then tasks. */
  parts?: ExchangePart[]
}

export type ImportOutcome =
  | { kind: 'done'; programmeId: string; slug: string; report: ImportReport }
  | { kind: 'invalid'; problems: ExchangeProblem[] }

/** What this module owns of a file after its programme and parties. */
export const ownParts: ExchangePart[] = [chartersPart, cellsPart, commitmentsPart]

/**
 * Reads one programme file into the database of the jobs' role, in one transaction: all of it or nothing. A second run of
 * the same file changes nothing; a later version changes what differs. Throws when a part refuses (the message says where).
 */
export async function importProgramme(jobs: Database, input: unknown, options: ImportOptions): Promise<ImportOutcome> {
  const parsed = programmeExchange.safeParse(input)
  if (!parsed.success) {
    return {
      kind: 'invalid',
      problems: parsed.error.issues.map((issue) => ({ at: issue.path.join('.'), says: issue.message })),
    }
  }
  const problems = exchangeProblems(parsed.data)
  if (problems.length > 0) return { kind: 'invalid', problems }
  try {
    return await writeAs(jobs, importJob, options.now, (tx) => readFile(tx, parsed.data, options))
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error
    return { kind: 'invalid', problems: [{ at: error.at, says: error.says }] }
  }
}

async function readFile(tx: Tx, file: ProgrammeExchange, options: ImportOptions): Promise<ImportOutcome> {
  const { now, source, parts = [] } = options
  const { slug } = file.programme
  await lock(tx, slug)
  const known = await programmeIdOf(tx, slug)
  const ids = await importIds(tx, known, { now, today: jakartaDate(now), source })
  if (known && !ids.known('programme', slug)) {
    return {
      kind: 'invalid',
      problems: [{ at: 'programme.slug', says: 'is the address of a programme that did not come from a file' }],
    }
  }
  await readOrganisations(tx, file, ids)
  await readProgrammeRow(tx, file, ids)
  await ids.flush()
  await readPartyRows(tx, file, ids)
  for (const part of [...ownParts, ...parts]) {
    await part.read(tx, file, ids)
    await ids.flush()
  }
  await tellOfImport(tx, ids, now)
  return { kind: 'done', programmeId: ids.programmeId, slug, report: ids.report }
}

/** One event for the whole file, when it changed anything. */
async function tellOfImport(tx: Tx, { programmeId, ownerId, report }: ImportIds, now: Date): Promise<void> {
  const rows = Object.values(report)
  const created = rows.reduce((sum, row) => sum + row.created, 0)
  const updated = rows.reduce((sum, row) => sum + row.updated, 0)
  if (created + updated === 0) return
  await appendEvent(tx, importJob, now, {
    name: 'programme.imported',
    programmeId,
    ownerId,
    class: 'public',
    subjectKind: 'programme',
    subjectId: programmeId,
    payload: { created, updated },
  })
}
