import type { JobActor } from '#kernel/access.ts'
import { writeAs } from '#kernel/database.ts'
import type { Deps } from '#kernel/web/request.ts'
import { detectorVersion, findPersonalData } from '#packages/personal-data'
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
        const findings = await findingsIn(tx, source, rows, detector)
        for (const finding of findings) await keepFinding(tx, now, finding)
        const whole = rows.length < atOnce
        if (whole) await closeUnseen(tx, source.table, scan.started_at, now)
        await keepScan(tx, source.table, {
          ...scan,
          last_id: rows.at(-1)?.id ?? scan.last_id,
          texts: scan.texts + rows.length,
          found: scan.found + findings.length,
          finished_at: whole ? now : null,
        })
        return rows.length
      })
      texts += read
      if (read < atOnce) break
    }
  return texts
}

/** From where to go on; from the start for another detector or after the rest; undefined while there is nothing to do. */
function begun(scan: Scan, detector: number, now: Date): Scan | undefined {
  const rested = scan.finished_at && now.getTime() - scan.finished_at.getTime() >= restMs
  if (scan.detector !== detector || rested)
    return { detector, last_id: null, texts: 0, found: 0, started_at: now, finished_at: null }
  return scan.finished_at ? undefined : scan
}

async function findingsIn(
  tx: Parameters<typeof confirmedKinds>[0],
  source: TextSource,
  rows: TextRow[],
  detector: number,
): Promise<NewFinding[]> {
  const found = rows.flatMap(({ id, texts, ...row }) =>
    Object.entries(texts).flatMap(([place, text]) => {
      const kinds = [...new Set(findPersonalData(text ?? '').map((hit) => hit.kind as string))].sort()
      const record_kind = kindOf(source)
      return kinds.length > 0 ? [{ source: source.table, place, row_id: id, record_kind, ...row, kinds, detector }] : []
    }),
  )
  const passed = await confirmedKinds(
    tx,
    found.flatMap(({ row_id, record_id }) => [row_id, record_id]),
  )
  const isPassed = ({ row_id, record_id, kinds }: NewFinding) =>
    [row_id, record_id].some((id) => kinds.every((kind) => passed.get(id)?.has(kind)))
  return found.filter((one) => !isPassed(one))
}
