import { addDays, type WorkCalendar } from '#kernel/calendar.ts'
import type { Condition, Measure, Row, RowDescriber, Signals } from '#modules/monitoring/signal.ts'
import { formatDate, formatNumber } from '#ui/language.ts'
import { requestPaths } from './paths.ts'
import { codeOf, dueDay, type Pause } from './request.ts'
import { rulesInForce } from './store/list.ts'
import { describedRequests } from './store/rows.ts'
import { erasedUntil, type Past, requestsUntil } from './store/signals.ts'
import { words } from './words.ts'

const kind = 'information-request'

type Days = { answer: number; extension: number }

/** When it was due as it stood on a day, and when it was answered; no day while the clock stands. */
export function standingOf(calendar: WorkCalendar, past: Past, days: Days): { due?: string; answered?: string } {
  const answered = past.steps.find((step) => step.kind === 'answered' || step.kind === 'forwarded')?.happened_on
  const extended = past.steps.some((step) => step.kind === 'extended')
  const asked = past.steps.filter((step) => step.kind === 'paused')
  const replies = past.steps.filter((step) => step.kind === 'resumed')
  const pauses: Pause[] = asked.map((step, index) => ({
    from: step.happened_on,
    to: replies[index]?.happened_on ?? answered ?? null,
  }))
  const due = dueDay(calendar, past.received_on, days.answer + (extended ? days.extension : 0), pauses)
  return { due, answered }
}

/** T3: answered by the deadline, of those whose deadline was in the window. A withdrawn one never came due. */
const inTime: Measure = {
  indicator: 'T3',
  async measure(tx, { programmeId, at, window, calendar }) {
    const [requests, rules] = await Promise.all([requestsUntil(tx, programmeId, at), rulesInForce(tx)])
    const amount = (id: string) => rules.find((rule) => rule.id === id)!.amount
    const days = { answer: amount('ID.KIP.answer'), extension: amount('ID.KIP.answer.extension') }
    const rows: Row[] = []
    for (const one of requests) {
      const { due, answered } = standingOf(calendar, one, days)
      if (!due || due < window.from || due > at) continue
      // The last day is not over yet.
      if (due === at && !answered) continue
      if (!answered && one.steps.some((step) => step.kind === 'withdrawn' && step.happened_on <= due)) continue
      const counted = answered !== undefined && answered <= due
      rows.push({ kind, id: one.id, counted, note: counted ? 'in-time' : 'late' })
    }
    if (rows.length === 0) return { kind: 'no-records', because: (lang) => words[lang].signals.noneDue }
    return { kind: 'measured', k: rows.filter((row) => row.counted).length, n: rows.length, rows }
  },
}

/** D5 c: of the objections to a refusal (whole or in part) decided in the window, those where it did not stand. */
const overturned: Condition = {
  detector: 'D5',
  letter: 'c',
  async observe(tx, { programmeId, at, window }) {
    const rows: Row[] = []
    for (const { id, steps } of await requestsUntil(tx, programmeId, at)) {
      const decided = steps.findIndex((step) => step.kind === 'reconsidered')
      if (decided < 0 || steps[decided]!.happened_on < window.from) continue
      const answer = steps.slice(0, decided).findLast((step) => step.kind === 'answered')
      if (answer?.outcome !== 'refused' && answer?.outcome !== 'partial') continue
      rows.push({ kind, id, counted: steps[decided]!.outcome !== 'upheld' })
    }
    if (rows.length === 0)
      return { kind: 'not-enough', n: 0, because: (lang) => words[lang].signals.noObjections, rows }
    const undone = rows.filter((row) => row.counted).length
    return {
      kind: 'observed',
      value: undone / rows.length,
      n: rows.length,
      evidence: (lang) => words[lang].signals.overturned(formatNumber(lang, rows.length), formatNumber(lang, undone)),
      rows,
      parties: [],
    }
  },
}

/** The job that erases runs every night; only what it has missed counts. */
const graceDays = 2

/** D6 d: who asked is still named although the years of the rule are over since the request was closed. */
const keptTooLong: Condition = {
  detector: 'D6',
  letter: 'd',
  async observe(tx, { programmeId, at }) {
    const [requests, rules, erased] = await Promise.all([
      requestsUntil(tx, programmeId, at),
      rulesInForce(tx),
      erasedUntil(tx, programmeId, at),
    ])
    const years = rules.find((rule) => rule.id === 'requester.retention')!.amount
    const closed = requests.flatMap((one) => closedOn(one) ?? [])
    if (closed.length === 0) return { kind: 'unchecked', because: (lang) => words[lang].signals.noneClosed }
    const rows: Row[] = closed.map(({ id, day }) => ({
      kind,
      id,
      counted: !erased.has(id) && addDays(yearsAfter(day, years), graceDays) < at,
    }))
    const kept = rows.filter((row) => row.counted).length
    return {
      kind: 'observed',
      value: kept,
      n: rows.length,
      evidence: (lang) => words[lang].signals.keptTooLong(formatNumber(lang, rows.length), formatNumber(lang, kept)),
      rows,
      parties: [],
    }
  },
}

/** The day of its last step, where nothing is left to decide. */
function closedOn({ id, steps }: Past): { id: string; day: string } | undefined {
  const has = (...kinds: string[]) => steps.some((step) => kinds.includes(step.kind))
  const open = (has('objected') && !has('reconsidered')) || (has('disputed') && !has('dispute-ended'))
  return has('answered', 'forwarded', 'withdrawn') && !open ? { id, day: steps.at(-1)!.happened_on } : undefined
}

function yearsAfter(day: string, years: number): string {
  const sameDay = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`
  return day.endsWith('-02-29') ? addDays(`${sameDay.slice(0, 4)}-02-28`, 1) : sameDay
}

/** Offered by themselves, so that who measures the rest of D5 can put them beside it. */
export const requestSignals: Signals = { measures: [inTime], conditions: [overturned, keptTooLong] }

export const requestRows: RowDescriber = {
  kind,
  name: (lang) => words[lang].signals.request,
  notes: { 'in-time': (lang) => words[lang].signals.inTime, late: (lang) => words[lang].signals.late },
  async describe(tx, ids) {
    const found = await describedRequests(tx, ids)
    return new Map(
      found.map((row) => [
        row.id,
        {
          title: row.subject ?? codeOf(row),
          lang: 'id' as const,
          url: requestPaths.one(row.id),
          facts: [
            (lang) => words[lang].signals.dueOn(formatDate(lang, row.due_on ?? row.first_due_on)),
            ...(row.answered_on
              ? [(lang: 'id' | 'en') => words[lang].signals.answeredOn(formatDate(lang, row.answered_on!))]
              : []),
          ],
          record: { id: row.id, class: 'public', programme_id: row.programme_id ?? '', owner_id: row.owner_id ?? '' },
        },
      ]),
    )
  },
}
