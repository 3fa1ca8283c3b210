import { daysBetween, formatDate, formatShortMonth } from './language.ts'
import { useLang, useWords } from './view.ts'

/** First and last day that a time axis shows, 'YYYY-MM-DD'. */
export type Span = { from: string; to: string }

/** Whole months around the dates. */
export function spanOf(dates: string[]): Span {
  const sorted = dates.map((date) => date.slice(0, 10)).sort()
  const last = sorted.at(-1)!
  const from = `${sorted[0]!.slice(0, 7)}-01`
  const to = new Date(Date.UTC(Number(last.slice(0, 4)), Number(last.slice(5, 7)), 0))
  return { from, to: to.toISOString().slice(0, 10) }
}

/** Where a date stands, 0–100. */
export function placeOf({ from, to }: Span, date: string): number {
  const share = daysBetween(from, date) / Math.max(daysBetween(from, to), 1)
  return Number((Math.min(Math.max(share, 0), 1) * 100).toFixed(2))
}

export function holds({ from, to }: Span, date: string): boolean {
  return date >= from && date <= to
}

/** At most four months to write on an axis, so that they fit a phone: 'YYYY-MM-DD' of their first days. */
export function ticksOf({ from, to }: Span): string[] {
  const first = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1
  const months = Number(to.slice(0, 4)) * 12 + Number(to.slice(5, 7)) - first
  const step = [1, 3, 6, 12, 24, 48, 96].find((one) => months / one <= 4) ?? 192
  const starts = Array.from({ length: months }, (_, index) => first + index)
  // Quarters, halves and years are those of the calendar, whatever the first month is.
  const calendar = starts.filter((month) => month % Math.min(step, 12) === 0)
  return calendar.filter((_, index) => index % Math.max(step / 12, 1) === 0).map(firstDay)
}

function firstDay(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`
}

/** What the line at `today` is called: the date itself where the drawing is read as of the past. */
function useMark(today: string, past?: boolean): string {
  const { date } = useWords()
  const lang = useLang()
  return past ? formatDate(lang, today) : date.today
}

/** Ends of the axis, and today between them. */
export function AxisEnds({ span, today, past }: { span: Span; today: string; past?: boolean }) {
  const mark = useMark(today, past)
  const lang = useLang()
  const now = holds(span, today) ? placeOf(span, today) : undefined
  return (
    <svg height="24" aria-hidden="true">
      {now !== undefined && now < 30 ? null : (
        <text class="t2" x="0" y="15">
          {formatShortMonth(lang, span.from)}
        </text>
      )}
      {now !== undefined && now > 70 ? null : (
        <text class="t2" x="100%" y="15" text-anchor="end">
          {formatShortMonth(lang, span.to)}
        </text>
      )}
      {now === undefined ? null : (
        <text class="nowt" x={`${now}%`} y="15" text-anchor={anchorAt(now)}>
          {mark}
        </text>
      )}
    </svg>
  )
}

/** Months along the axis, today above them. */
export function AxisMonths({ span, today, past }: { span: Span; today: string; past?: boolean }) {
  const mark = useMark(today, past)
  const lang = useLang()
  const now = placeOf(span, today)
  return (
    <svg height="46" aria-hidden="true">
      {ticksOf(span).map((tick) => (
        <text class="t2" x={`${placeOf(span, tick)}%`} y="38" text-anchor={anchorAt(placeOf(span, tick))}>
          {formatShortMonth(lang, tick)}
        </text>
      ))}
      {holds(span, today) ? (
        <text class="nowt" x={`${now}%`} y="15" text-anchor={anchorAt(now)}>
          {mark}
        </text>
      ) : null}
    </svg>
  )
}

/** Keeps a label inside the drawing. */
function anchorAt(place: number): 'start' | 'middle' | 'end' {
  return place < 12 ? 'start' : place > 88 ? 'end' : 'middle'
}

/** Today through a row; on a wide screen it runs on to the edges of the row, which cuts it off. */
export function TodayLine({ span, today, height }: { span: Span; today: string; height: number }) {
  if (!holds(span, today)) return null
  const x = `${placeOf(span, today)}%`
  return (
    <>
      <line class="now short" x1={x} x2={x} y1="-2" y2={height + 2} />
      <line class="now tall" x1={x} x2={x} y1="-96" y2={height + 96} />
    </>
  )
}
