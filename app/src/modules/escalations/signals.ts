import { workingDaysBetween } from '#kernel/calendar.ts'
import type { Condition, RowDescriber, Signals } from '#modules/monitoring/signal.ts'
import { formatDate, formatNumber, type Lang } from '#ui/language.ts'
import { usualDays } from './escalation.ts'
import { escalationPaths } from './paths.ts'
import { escalationFacts, escalationsIn } from './store/signals.ts'
import { words } from './words.ts'

/**
 * D11 b: how many working days the longest unanswered matter has waited for its heads. Of several parties asked, the
 * first that settles it or takes it to a decision answers for all; a refusal ends it when all have refused.
 */
const unanswered: Condition = {
  detector: 'D11',
  letter: 'b',
  async observe(tx, { programmeId, at, window, calendar }) {
    const all = await escalationsIn(tx, programmeId, window.from, at)
    if (all.length === 0) return { kind: 'unchecked', because: (lang) => words[lang].signals.none }
    const rows = all.map((one) => {
      const open = one.closed_on === null
      const days = workingDaysBetween(calendar, one.raised_on, one.closed_on ?? at)
      const note = open ? 'waiting' : days > usualDays ? 'late' : 'intime'
      return { kind: 'escalation', id: one.id, counted: open, weight: days, note }
    })
    const waiting = rows.filter((row) => row.counted)
    const longest = Math.max(0, ...waiting.map((row) => row.weight))
    const count = (lang: Lang, value: number) => formatNumber(lang, value)
    return {
      kind: 'observed',
      value: longest,
      n: rows.length,
      evidence: (lang) => {
        const say = words[lang].signals
        const found = count(lang, rows.length)
        if (waiting.length === 0) return say.noneWaiting(found)
        return say.unanswered(found, count(lang, waiting.length), count(lang, longest))
      },
      rows,
      parties: [...new Set(all.filter((one) => one.closed_on === null).flatMap((one) => one.waiting))],
    }
  },
}

export const escalationSignals: Signals = { measures: [], conditions: [unanswered] }

const notes = (['waiting', 'late', 'intime'] as const).map(
  (note) => [note, (lang: Lang) => words[lang].signals.notes[note]] as const,
)

/** A matter as a row behind the number. */
export const escalationRows: RowDescriber = {
  kind: 'escalation',
  name: (lang) => words[lang].signals.rows,
  notes: Object.fromEntries(notes),
  async describe(tx, ids) {
    const rows = await escalationFacts(tx, ids)
    return new Map(
      rows.map((row) => {
        const fact = (lang: Lang) => {
          const say = words[lang].signals
          const raised = say.raised(formatDate(lang, row.raised_on))
          return row.closed_on ? `${raised} · ${say.closed(formatDate(lang, row.closed_on))}` : raised
        }
        const url = escalationPaths.one(row.id)
        return [row.id, { title: row.question, lang: row.lang, url, facts: [() => row.owner, fact], record: row }]
      }),
    )
  },
}
