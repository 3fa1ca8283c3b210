/** The two languages of the pages, and how each writes dates, numbers and rupiah. Date-only values are ISO strings 'YYYY-MM-DD'. */
export type Lang = 'id' | 'en'

export const languages: readonly Lang[] = ['id', 'en']

/** The shape an `en` object must satisfy: every string of `id` a string, every function a function of the same arguments. */
export type Words<T> = {
  [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : Words<T[K]>
}

const locales = { id: 'id-ID', en: 'en-GB' } as const
const zone = 'Asia/Jakarta'
const dayMs = 86_400_000

/** "18 November 2026", from 'YYYY-MM-DD', from an ISO instant or from a Date (read in Jakarta). 'YYYY-MM' gives the month alone. */
export function formatDate(lang: Lang, date: string | Date): string {
  if (typeof date === 'string' && /^\d{4}-\d{2}$/.test(date)) return formatMonth(lang, date)
  return writeDate(lang, 'date', date)
}

/** "November 2026", from 'YYYY-MM', 'YYYY-MM-DD' or a Date. */
export function formatMonth(lang: Lang, date: string | Date): string {
  const day = typeof date === 'string' && date.length === 7 ? `${date}-01` : date
  return writeDate(lang, 'month', day)
}

/** "Nov 2026", for chart axes. */
export function formatShortMonth(lang: Lang, date: string | Date): string {
  const day = typeof date === 'string' && date.length === 7 ? `${date}-01` : date
  return writeDate(lang, 'shortMonth', day)
}

/** "Jumat, 27 November 2026" / "Friday, 27 November 2026". */
export function formatWeekday(lang: Lang, date: string | Date): string {
  const weekday = writeDate(lang, 'weekday', date)
  return `${weekday}, ${formatDate(lang, date)}`
}

/** "16.42 WIB" / "16:42 WIB": the hour in Jakarta. */
export function formatTime(lang: Lang, instant: string | Date): string {
  return `${writeDate(lang, 'time', new Date(instant))} WIB`
}

/** "18 November 2026, 16.42 WIB". */
export function formatDateTime(lang: Lang, instant: string | Date): string {
  return `${formatDate(lang, new Date(instant))}, ${formatTime(lang, instant)}`
}

/** When somebody acted, as far as the reader is told: the instant, or the day alone. */
export function formatAct(lang: Lang, at: string): string {
  return at.length > 10 ? formatDateTime(lang, at) : formatDate(lang, at)
}

/** The calendar day of an instant in Jakarta, 'YYYY-MM-DD'. */
export function isoDay(instant: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(instant)
}

/** Whole days from one 'YYYY-MM-DD' to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / dayMs)
}

/** "1.062" / "1,062"; at most `digits` decimals (2). */
export function formatNumber(lang: Lang, value: number | bigint, digits = 2): string {
  return numberFormat(lang, { maximumFractionDigits: digits }).format(value)
}

/** "21,3%" from the ratio 0.213; at most `digits` decimals (1), none when they would be zero. */
export function formatPercent(lang: Lang, ratio: number, digits = 1): string {
  return `${formatNumber(lang, ratio * 100, digits)}%`
}

/** "Rp 9,9 miliar" (short, for reading) or "Rp 9.900.000.000" (full, for accounts), from whole rupiah. */
export function formatRupiah(lang: Lang, rupiah: number | bigint, form: 'short' | 'full' = 'short'): string {
  const sign = rupiah < 0 ? '−' : ''
  const amount = rupiah < 0 ? -rupiah : rupiah
  // 0.99995: an amount that would round to "1.000 juta" is "1 miliar".
  const scale = form === 'short' ? scales.find((one) => Number(amount) >= one.from * 0.99995) : undefined
  if (!scale) return `${sign}Rp ${formatNumber(lang, amount, 0)}`
  return `${sign}Rp ${formatNumber(lang, Number(amount) / scale.from, 1)} ${scale[lang]}`
}

const scales = [
  { from: 1e12, id: 'triliun', en: 'trillion' },
  { from: 1e9, id: 'miliar', en: 'billion' },
  { from: 1e6, id: 'juta', en: 'million' },
] as const

/** "76 hari" / "76 days". */
export function formatDays(lang: Lang, days: number): string {
  const count = formatNumber(lang, days)
  if (lang === 'id') return `${count} hari`
  return days === 1 ? '1 day' : `${count} days`
}

/** "hari ini", "besok", "kemarin", "12 hari lagi", "6 hari lalu". Never shown without the date itself. */
export function relativeDay(lang: Lang, date: string, today: string): string {
  const days = daysBetween(today, date)
  if (days === 0) return lang === 'id' ? 'hari ini' : 'today'
  if (days === 1) return lang === 'id' ? 'besok' : 'tomorrow'
  if (days === -1) return lang === 'id' ? 'kemarin' : 'yesterday'
  const span = formatDays(lang, Math.abs(days))
  if (days > 0) return lang === 'id' ? `${span} lagi` : `in ${span}`
  return lang === 'id' ? `${span} lalu` : `${span} ago`
}

/** "A, B, dan C" / "A, B and C". */
export function formatList(lang: Lang, items: string[]): string {
  return new Intl.ListFormat(locales[lang], { type: 'conjunction' }).format(items)
}

const shapes = {
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  shortMonth: { month: 'short', year: 'numeric' },
  weekday: { weekday: 'long' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
} satisfies Record<string, Intl.DateTimeFormatOptions>
type Shape = keyof typeof shapes

const mostWritten = 4_000
const written = new Map<string, string>()

/** A date without a time is written once and kept: lists say the same days over and over. */
function writeDate(lang: Lang, shape: Shape, date: string | Date): string {
  if (typeof date !== 'string' || date.length !== 10) return dateFormat(lang, shape, zone).format(new Date(date))
  const key = `${lang}${shape}${date}`
  const known = written.get(key)
  if (known) return known
  if (written.size >= mostWritten) written.clear()
  // It has no zone: read and written as UTC, it cannot move to another day.
  const text = dateFormat(lang, shape, 'UTC').format(new Date(date))
  written.set(key, text)
  return text
}

function dateFormat(lang: Lang, shape: Shape, timeZone: string): Intl.DateTimeFormat {
  return kept(`${lang}${shape}${timeZone}`, () => {
    return new Intl.DateTimeFormat(locales[lang], { ...shapes[shape], timeZone })
  })
}

function numberFormat(lang: Lang, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return kept(`${lang}#${options.maximumFractionDigits}`, () => new Intl.NumberFormat(locales[lang], options))
}

// Building an Intl formatter costs far more than using it, and a list of 25 rows uses one a hundred times.
const formatters = new Map<string, unknown>()

function kept<T>(key: string, make: () => T): T {
  const found = formatters.get(key) as T | undefined
  if (found) return found
  const made = make()
  formatters.set(key, made)
  return made
}
