import type { JobActor } from '#kernel/access.ts'
import { type Tx, writeAs } from '#kernel/database.ts'
import { FileDamaged } from '#kernel/files.ts'
import type { Deps } from '#kernel/web/request.ts'
import { TextFault, textOf } from '#modules/documents/public.ts'
import { detectorVersion, findPersonalData } from '#packages/personal-data'
import { releasedAfter } from './store/file-redactions.ts'
import {
  closeUnseen,
  confirmedKinds,
  keepFinding,
  keepScan,
  type NewFinding,
  type Scan,
  scanOf,
  textsAfter,
} from './store/text-findings.ts'
import { kindOf, type TextRow, type TextSource } from './text-source.ts'

/** Reads what anyone reads. */
export const scanner: JobActor = { kind: 'job', job: 'scan-public-texts', classes: ['public'] }
const atOnce = 200
const dayMs = 86_400_000
/** Texts become public by a change of class too, and are mended: so all are read anew after a week. */
const restMs = 7 * dayMs

/**
 * Public texts that were written before anyone asked, or were let through by an older detector. Each batch and the place
 * where it ended are one transaction: what is interrupted goes on there. Returns how many texts were read.
 */
export async function scanTexts(
  { jobs, clock }: Pick<Deps, 'jobs' | 'clock'>,
  sources: TextSource[],
  detector: number = detectorVersion,
): Promise<number> {
  let texts = 0
  for (const source of sources)
    for (;;) {
      const read = await writeAs(jobs, scanner, clock(), async (tx) => {
        const now = clock()
        const scan = begun(await scanOf(tx, source.table, detector, now), detector, now)
        if (!scan) return 0
        const rows = await textsAfter(tx, source, scan.last_id, atOnce)
        await keepBatch(tx, source, scan, rows, atOnce, now)
        return rows.length
      })
      texts += read
      if (read < atOnce) break
    }
  return texts
}

const filesAtOnce = 5
export const releasedFiles = 'file_redactions'

/** Files that were opened in part, with the detector of today: what was overlooked then. Returns how many were read. */
export async function scanReleasedFiles(
  { jobs, clock, files }: Pick<Deps, 'jobs' | 'clock' | 'files'>,
  detector: number = detectorVersion,
): Promise<number> {
  let read = 0
  for (;;) {
    const batch = await writeAs(jobs, scanner, clock(), async (tx) => {
      const now = clock()
      const scan = begun(await scanOf(tx, releasedFiles, detector, now), detector, now)
      if (!scan) return 0
      const rows: TextRow[] = []
      for (const { storage_key: key, kind, size, sha256, ...row } of await releasedAfter(tx, scan.last_id, filesAtOnce))
        rows.push({ ...row, texts: { file: await textIn(files, { kind, key, size, sha256 }) } })
      await keepBatch(tx, { table: releasedFiles, kind: 'document', columns: [] }, scan, rows, filesAtOnce, now)
      return rows.length
    })
    read += batch
    if (batch < filesAtOnce) return read
  }
}

/** Of a file that cannot be read again nothing is said. */
async function textIn(files: Deps['files'], source: Parameters<typeof textOf>[1]): Promise<string> {
  return textOf(files, source).catch((error) => {
    if (error instanceof TextFault || error instanceof FileDamaged) return ''
    throw error
  })
}

/** From where to go on; from the start for another detector or after the rest; undefined while there is nothing to do. */
function begun(scan: Scan, detector: number, now: Date): Scan | undefined {
  const rested = scan.finished_at && now.getTime() - scan.finished_at.getTime() >= restMs
  if (scan.detector !== detector || rested)
    return { detector, last_id: null, texts: 0, found: 0, started_at: now, finished_at: null }
  return scan.finished_at ? undefined : scan
}

/** What these texts hold, and how far the reading has come, together. */
async function keepBatch(
  tx: Tx,
  source: TextSource,
  scan: Scan,
  rows: TextRow[],
  most: number,
  now: Date,
): Promise<void> {
  const findings = await findingsIn(tx, source, rows, scan.detector)
  for (const finding of findings) await keepFinding(tx, now, finding)
  const whole = rows.length < most
  if (whole) await closeUnseen(tx, source.table, scan.started_at, now)
  await keepScan(tx, source.table, {
    ...scan,
    last_id: rows.at(-1)?.id ?? scan.last_id,
    texts: scan.texts + rows.length,
    found: scan.found + findings.length,
    finished_at: whole ? now : null,
  })
}

async function findingsIn(tx: Tx, source: TextSource, rows: TextRow[], detector: number): Promise<NewFinding[]> {
  const passed = await confirmedKinds(tx, rows.flatMap(answerable))
  return rows.flatMap(({ texts, ...found }) =>
    Object.entries(texts).flatMap(([place, text]) => {
      const kinds = [...new Set(findPersonalData(text ?? '').map((hit) => hit.kind as string))].sort()
      const isPassed = answerable(found).some((id) => kinds.every((kind) => passed.get(id)?.has(kind)))
      if (kinds.length === 0 || isPassed) return []
      const { id: row_id, published_by: _, ...about } = found
      return [{ source: source.table, place, row_id, record_kind: kindOf(source), ...about, kinds, detector }]
    }),
  )
}

function answerable({ id, record_id, published_by }: Omit<TextRow, 'texts'>): string[] {
  return [id, record_id, ...(published_by ? [published_by] : [])]
}
