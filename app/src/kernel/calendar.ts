/** A calendar date `YYYY-MM-DD` without time or zone; dates in this form sort as text. */
export type IsoDate = string

/** Holidays that count as days off, with the version that a deadline stores beside itself. Saturday and Sunday are always off. */
export type WorkCalendar = { version: number; holidays: ReadonlySet<IsoDate>; zone: 'Asia/Jakarta' }

/** First and last day, both belonging to it. */
export type DateInterval = { first: IsoDate; last: IsoDate }

/** A quarter of a calendar year, 1 to 4. */
export type Quarter = { year: number; quarter: number }

/** True from Monday to Friday unless the day is a holiday of the calendar. */
export function isWorkingDay(calendar: WorkCalendar, date: IsoDate): boolean {
  return isWeekday(dayNumber(date)) && !calendar.holidays.has(date)
}

/**
 * The n-th working day after `date`; the day itself never counts, whether it is a working day or not. n = 0 gives
 * `date` back unchanged; a negative n gives the |n|-th working day before it. Logarithmic in the number of holidays.
 */
export function addWorkingDays(calendar: WorkCalendar, date: IsoDate, n: number): IsoDate {
  if (!Number.isSafeInteger(n)) throw new RangeError(`working days ${n}: needs a whole number`)
  const day = dayNumber(date)
  if (n === 0) return date
  const off = offDays(calendar)
  // The working day numbered `target` counted from a fixed day: backwards, the days strictly before `date` are numbered.
  const target = n > 0 ? workedUntil(off, day) + n : workedUntil(off, day - 1) + n + 1
  return isoDate(firstDayReaching(off, target, day))
}

/**
 * Working days after `from` up to and including `to`: the first day is left out, the last is counted. Negative when `to`
 * is before `from`, so that swapping the two changes only the sign. `workingDaysBetween(c, d, addWorkingDays(c, d, n))` is n for n ≥ 0.
 */
export function workingDaysBetween(calendar: WorkCalendar, from: IsoDate, to: IsoDate): number {
  const off = offDays(calendar)
  return workedUntil(off, dayNumber(to)) - workedUntil(off, dayNumber(from))
}

const offDaysOf = new WeakMap<ReadonlySet<IsoDate>, readonly number[]>()

/** Sorted day numbers of the holidays that fall on weekdays, made once for each set: a set in use is never changed. */
function offDays(calendar: WorkCalendar): readonly number[] {
  const known = offDaysOf.get(calendar.holidays)
  if (known) return known
  const days = [...calendar.holidays]
    .map(dayNumber)
    .filter(isWeekday)
    .sort((a, b) => a - b)
  offDaysOf.set(calendar.holidays, days)
  return days
}

/** Working days from Monday 29 December 1969 up to and including `day`; negative for earlier days. */
function workedUntil(off: readonly number[], day: number): number {
  return weekdaysUntil(day) - countUpTo(off, day)
}

function weekdaysUntil(day: number): number {
  const sinceMonday = day + 3
  const weeks = Math.floor(sinceMonday / 7)
  return weeks * 5 + Math.min(5, sinceMonday - weeks * 7 + 1)
}

function countUpTo(sorted: readonly number[], day: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! <= day) low = middle + 1
    else high = middle
  }
  return low
}

/** Earliest day on which `target` working days are reached; never further off than five weekdays a week plus all holidays. */
function firstDayReaching(off: readonly number[], target: number, near: number): number {
  const distance = Math.abs(target - workedUntil(off, near)) + off.length + 7
  let low = near - distance * 2
  let high = near + distance * 2
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (workedUntil(off, middle) >= target) high = middle
    else low = middle + 1
  }
  return low
}

/** 1970-01-01 is day 0, a Thursday. */
function isWeekday(day: number): boolean {
  return (((day + 3) % 7) + 7) % 7 < 5
}

const MS_PER_DAY = 86_400_000

const mostNumbers = 20_000
const numbers = new Map<IsoDate, number>()

/** Remembered: computations over many records meet the same few thousand days again and again. */
function dayNumber(date: IsoDate): number {
  const known = numbers.get(date)
  if (known !== undefined) return known
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  // Date.parse turns 30 February into 2 March instead of failing.
  if (Number.isNaN(ms) || isoDate(ms / MS_PER_DAY) !== date) throw new RangeError(`date "${date}": needs YYYY-MM-DD`)
  if (numbers.size >= mostNumbers) numbers.clear()
  numbers.set(date, ms / MS_PER_DAY)
  return ms / MS_PER_DAY
}

function isoDate(day: number): IsoDate {
  const text = new Date(day * MS_PER_DAY).toISOString()
  if (text.length !== 24) throw new RangeError(`date outside the years 0000 to 9999: ${text}`)
  return text.slice(0, 10)
}

/** True when the text is a date that exists, as `YYYY-MM-DD`. */
export function isIsoDate(text: string): boolean {
  try {
    dayNumber(text)
    return true
  } catch {
    return false
  }
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** The date that a wall calendar in the IANA zone shows at this instant. */
export function dateIn(zone: string, instant: Date): IsoDate {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
    formats.set(zone, format)
  }
  return format.format(instant)
}

/** The date n calendar days later (earlier when negative). */
export function addDays(date: IsoDate, n: number): IsoDate {
  return isoDate(dayNumber(date) + n)
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** The same day n months later; the last day of that month when it is shorter (31 January + 1 = 28 or 29 February). */
export function addMonths(date: IsoDate, n: number): IsoDate {
  dayNumber(date)
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + n
  const { first, last } = monthInterval(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1)
  return addDays(first, Math.min(Number(date.slice(8)), Number(last.slice(8))) - 1)
}

/** First and last day of a month, 1 to 12. */
export function monthInterval(year: number, month: number): DateInterval {
  if (!Number.isInteger(month) || month < 1 || month > 12) throw new RangeError(`month ${month}: needs 1 to 12`)
  const start = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
  const length = month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  return { first: isoDate(dayNumber(`${start}-01`)), last: `${start}-${length}` }
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** The calendar quarter that a date belongs to. */
export function quarterOf(date: IsoDate): Quarter {
  dayNumber(date)
  return { year: Number(date.slice(0, 4)), quarter: Math.ceil(Number(date.slice(5, 7)) / 3) }
}

/** First and last day of a quarter. */
export function quarterInterval({ year, quarter }: Quarter): DateInterval {
  return { first: monthInterval(year, quarter * 3 - 2).first, last: monthInterval(year, quarter * 3).last }
}

/** The quarter n quarters later (earlier when negative). */
export function addQuarters({ year, quarter }: Quarter, n: number): Quarter {
  const quarters = year * 4 + quarter - 1 + n
  return { year: Math.floor(quarters / 4), quarter: (((quarters % 4) + 4) % 4) + 1 }
}
