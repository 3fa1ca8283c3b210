import type { ReadTx } from '#kernel/database.ts'
import type { Measure, Row, RowDescriber, Signals } from '#modules/monitoring/signal.ts'
import { openCheckpoint, parseVkey, rootAt } from '#packages/transparency-log'
import { daysBetween, formatDate, formatNumber } from '#ui/language.ts'
import { logPaths } from './paths.ts'
import { remembering } from './proving/remembering.ts'
import { readIdentity } from './signing/identity.ts'
import { type DayRow, daysById, daysIn } from './store/day-rows.ts'
import { publishedSize } from './store/days.ts'
import { readObject } from './store/objects.ts'
import { cosignersOf } from './witnesses/witnessing.ts'
import { words } from './words.ts'

/** A5: days since the log began whose checkpoint outsiders cosigned, and that is of the same history as today's. */
const logIntegrity: Measure = {
  indicator: 'A5',
  async measure(tx, { window }) {
    const first = await firstDay(tx)
    if (!first || first > window.to) return { kind: 'no-records', because: (lang) => words[lang].signals.notStarted }
    const from = first > window.from ? first : window.from
    const days = await daysIn(tx, from, window.to)
    const holds = await historyOf(tx)
    const rows: Row[] = []
    for (const day of days) {
      const witnessed = day.witnessed !== null && cosignersOf(day.witnessed) > 0
      const counted = witnessed && (await holds(day))
      const note = counted ? undefined : witnessed ? 'other-history' : 'unwitnessed'
      rows.push({ kind: 'log-day', id: day.id, counted, note })
    }
    const n = daysBetween(from, window.to) + 1
    return { kind: 'measured', k: rows.filter((row) => row.counted).length, n, rows }
  },
}

async function firstDay(tx: ReadTx): Promise<string | undefined> {
  const row = await tx.selectFrom('log_days').select('day').orderBy('day').limit(1).executeTakeFirst()
  return row?.day
}

/** Recomputes the root of a day's witnessed checkpoint from the tiles as they are now. */
async function historyOf(tx: ReadTx): Promise<(day: DayRow) => Promise<boolean>> {
  const [identity, size] = [await readIdentity(tx), await publishedSize(tx)]
  const read = remembering((path) => readObject(tx, path))
  return async ({ witnessed }) => {
    if (!identity || !witnessed) return false
    try {
      const { checkpoint } = openCheckpoint(witnessed, [parseVkey(identity.vkey)])
      return Buffer.from(await rootAt(read, size, checkpoint.size)).equals(checkpoint.root)
    } catch {
      return false
    }
  }
}

export const logSignals: Signals = { measures: [logIntegrity], conditions: [] }

/** A day of the log as a row behind the number. */
export const logRows: RowDescriber = {
  kind: 'log-day',
  name: (lang) => words[lang].signals.rows,
  notes: {
    unwitnessed: (lang) => words[lang].signals.unwitnessed,
    'other-history': (lang) => words[lang].signals.otherHistory,
  },
  async describe(tx, ids) {
    const days = await daysById(tx, ids)
    return new Map(
      days.map(({ id, day, size, witnessed }) => [
        id,
        {
          title: words.id.signals.row(formatDate('id', day)),
          lang: 'id' as const,
          record: 'open' as const,
          url: logPaths.log(),
          facts: [
            (lang) => words[lang].signals.size(formatNumber(lang, size)),
            (lang) => words[lang].signals.witnesses(formatNumber(lang, witnessed ? cosignersOf(witnessed) : 0)),
          ],
        },
      ]),
    )
  },
}
