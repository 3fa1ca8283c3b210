import { addDays, dateIn, daysBetween, isIsoDate } from '../calendar.ts'
import { type DateOrder, isSerial } from './date-order.ts'
import { monthNamed, ordinal, SEASON_WORD, type Season, seasonNamed } from './date-words.ts'

/** A stretch of time as a cell names it; years count from 0 of the common era. */
export type Moment =
  | { kind: 'day'; date: string }
  | { kind: 'month'; year: number; month: number }
  | { kind: 'quarter'; year: number; quarter: number }
  | { kind: 'half'; year: number; half: number }
  | { kind: 'season'; year: number; season: Season }
  | { kind: 'year'; year: number }

/** What had to be assumed or repaired to read a date; each is explained in repair-wording.ts. */
export type DateNote =
  | 'date-order-assumed'
  | 'date-order-from-row'
  | 'date-order-contradicted'
  | 'two-digit-year'
  | 'year-as-spreadsheet-date'
  | 'spreadsheet-serial'
  | 'time-dropped'
  | 'season-assumed'
  | 'fiscal-year-assumed'
  | 'qualifier-dropped'

/** How the order in `order` is known: told by the map, seen in the column, or seen in another date of the same row. */
export type ShapeOptions = {
  order: DateOrder
  orderFrom: 'map' | 'column' | 'row'
  serials: boolean
  zone: string
}

type Shape = (text: string, options: ShapeOptions, note: (note: DateNote) => void) => Moment | null

/** The first shape that fits the prepared text (see dateText); `null` when none does. */
export const readMoment: Shape = (text, options, note) => {
  for (const shape of [serial, isoDay, numericDay, namedDay, month, period, season, year]) {
    const notes: DateNote[] = []
    const moment = shape(text, options, (found) => notes.push(found))
    if (!moment) continue
    for (const found of notes) note(found)
    return moment.kind === 'day' ? yearBehind(moment, note) : moment
  }
  return null
}

const serial: Shape = (text, { serials }, note) => {
  if (!serials || !isSerial(text)) return null
  note('spreadsheet-serial')
  return { kind: 'day', date: addDays('1899-12-30', Number.parseInt(text, 10)) }
}

const TIME =
  /[ t](\d{1,2})[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?: ?[ap]\.?m\.?)?(?: ?(?:z|utc|gmt|wib|wita|wit|[+-]\d{2}:?\d{2}))?$/

/** Midnight is how software writes "no time", so only another time is worth a note. */
function noteTime(time: string, note: (note: DateNote) => void): void {
  if (/[1-9]/.test(time.replace(/[+-]\d{2}:?\d{2}$/, ''))) note('time-dropped')
}

const isoDay: Shape = (text, { zone }, note) => {
  const match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=$|[ t])/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (!match) return null
  const rest = text.slice(match[0].length)
  if (rest !== '' && !TIME.test(rest)) return null
  const moment = day(match[1]!, match[2]!, match[3]!)
  if (rest === '' || !moment) return moment
  noteTime(rest, note)
  // A moment with its own offset belongs to the date that the local calendar showed then.
  const instant = /z$|[+-]\d{2}:?\d{2}$/.test(rest) ? new Date(text.replace(' ', 'T').toUpperCase()) : null
  return instant && !Number.isNaN(instant.getTime()) ? { kind: 'day', date: dateIn(zone, instant) } : moment
}

const numericDay: Shape = (text, { order, orderFrom }, note) => {
  const dated = text.replace(TIME, '')
  const match = /^(\d{1,2})[/.\- ]+(\d{1,2})[/.\- ]+(\d{4}|\d{2})$/.exec(dated)
  if (!match) return null
  const [a, b, c] = [match[1]!, match[2]!, match[3]!]
  if (order === 'ymd' && c.length === 2) return day(fullYear(a, note), b, c)
  const first = order === 'mdy' ? 'mdy' : 'dmy'
  const as = {
    dmy: day(
      fullYear(c, () => {}),
      b,
      a,
    ),
    mdy: day(
      fullYear(c, () => {}),
      a,
      b,
    ),
  }
  const moment = as[first] ?? as[first === 'dmy' ? 'mdy' : 'dmy']
  if (!moment) return null
  noteTime(text.slice(dated.length), note)
  fullYear(c, note)
  const ambiguous = as.dmy && as.mdy && as.dmy.date !== as.mdy.date
  if (!as[first] && orderFrom === 'map') note('date-order-contradicted')
  if (ambiguous && orderFrom !== 'map') note(orderFrom === 'row' ? 'date-order-from-row' : 'date-order-assumed')
  return moment
}

const namedDay: Shape = (text, _options, note) => {
  const dated = text.replace(TIME, '')
  const first = /^(\d{1,2})[ .\-/]*([a-z]+)[ .\-/']*(\d{4}|\d{2})$/.exec(dated)
  const second = /^([a-z]+)[ .\-/]*(\d{1,2})[ .\-/']+(\d{4}|\d{2})$/.exec(dated)
  const yearFirst = /^(\d{4})[ .\-/]*([a-z]+)[ .\-/]*(\d{1,2})$/.exec(dated)
  const parts = first
    ? [first[3]!, first[2]!, first[1]!]
    : second
      ? [second[3]!, second[1]!, second[2]!]
      : yearFirst?.slice(1, 4)
  const named = parts && monthNamed(parts[1]!)
  if (!parts || !named) return null
  noteTime(text.slice(dated.length), note)
  return day(fullYear(parts[0]!, note), String(named), parts[2]!)
}

const month: Shape = (text, _options, note) => {
  const numeric = /^(\d{1,2})[/.-](\d{4})$/.exec(text) ?? /^(\d{4})[/.-](\d{1,2})$/.exec(text)
  if (numeric) {
    const [a, b] = [Number(numeric[1]), Number(numeric[2])]
    return monthOf(Math.max(a, b), Math.min(a, b))
  }
  const named = /^([a-z]+)[ .\-/']*(\d{4})$/.exec(text) ?? /^([a-z]+)[.\-/']+(\d{2})$/.exec(text)
  if (named) return monthOf(Number(fullYear(named[2]!, note)), monthNamed(named[1]!))
  const yearFirst = /^(\d{4})[ .\-/]*([a-z]+)\.?$/.exec(text)
  return yearFirst ? monthOf(Number(yearFirst[1]), monthNamed(yearFirst[2]!)) : null
}

const QUARTER_WORD = /^(q|qtr|quarter|triwulan|tw|twl|kuartal|kwartal|trimestre|trim|trimester)$/
const HALF_WORD = /^(h|half|half-year|semester|semestre|smt|paruh)$/

/** Quarters and halves: one word for the period, one ordinal and one year, in any order ("II quarter 2014", "TW2 2021"). */
const period: Shape = (text, _options, note) => {
  const found: { word?: 'quarter' | 'half'; ordinal?: number; year?: string } = {}
  for (const token of periodTokens(text)) {
    const place = ordinal(token)
    if (QUARTER_WORD.test(token) && !found.word) found.word = 'quarter'
    else if (HALF_WORD.test(token) && !found.word) found.word = 'half'
    else if (place && !found.ordinal) found.ordinal = place
    else if (/^(\d{4}|\d{2})$/.test(token) && !found.year) found.year = token
    else return null
  }
  if (!found.word || !found.ordinal || !found.year) return null
  const year = plausible(Number(fullYear(found.year, note)))
  if (year === null || (found.word === 'half' && found.ordinal > 2)) return null
  return found.word === 'quarter'
    ? { kind: 'quarter', year, quarter: found.ordinal }
    : { kind: 'half', year, half: found.ordinal }
}

function periodTokens(text: string): string[] {
  return text
    .split(/[ /\-.'()]+/)
    .filter((token) => token !== '')
    .flatMap((token) => {
      const fused = /^(q|qtr|tw|t|h|s|smt)(\d|i{1,3}|iv)$/.exec(token) ?? /^(\d)(q|t|h|s)$/.exec(token)
      if (!fused) return [token]
      return fused.slice(1).map((part) => (part === 't' ? 'trim' : part === 's' ? 'semester' : part))
    })
}

const SEASON = new RegExp(`^(${SEASON_WORD})[ -]*(\\d{4})$`)
const YEAR_SEASON = new RegExp(`^(\\d{4})[ -]*(${SEASON_WORD})$`)

const season: Shape = (text, _options, note) => {
  const after = YEAR_SEASON.exec(text)
  const match = SEASON.exec(text)?.slice(1) ?? (after ? [after[2]!, after[1]!] : null)
  const named = match && seasonNamed(match[0]!)
  const year = match && plausible(Number(match[1]))
  if (!named || !year) return null
  note('season-assumed')
  return { kind: 'season', year, season: named }
}

const year: Shape = (text, _options, note) => {
  const match = /^(f\.?y\.?|fiscal)? ?(\d{4})\.?$/.exec(text)
  const value = match && plausible(Number(match[2]))
  if (!value) return null
  if (match[1]) note('fiscal-year-assumed')
  return { kind: 'year', year: value }
}

/** A lone year typed into a cell formatted as a date becomes a day of 1905 (2023 → 15 July 1905): the year comes back. */
function yearBehind(moment: { kind: 'day'; date: string }, note: (note: DateNote) => void): Moment {
  if (!moment.date.startsWith('1905-')) return moment
  const year = daysBetween('1899-12-30', moment.date)
  if (year < 1950 || year > 2100) return moment
  note('year-as-spreadsheet-date')
  return { kind: 'year', year }
}

function day(year: string, month: string, day: string): { kind: 'day'; date: string } | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isIsoDate(date) && plausible(Number(year)) !== null ? { kind: 'day', date } : null
}

function monthOf(year: number, month: number | null): Moment | null {
  return month && month <= 12 && plausible(year) !== null ? { kind: 'month', year, month } : null
}

/** Two digits pivot as in POSIX: 00–68 are 2000–2068, 69–99 are 1969–1999. */
function fullYear(year: string, note: (note: DateNote) => void): string {
  if (year.length !== 2) return year
  note('two-digit-year')
  return String(Number(year) + (Number(year) < 69 ? 2000 : 1900))
}

function plausible(year: number): number | null {
  return year >= 1800 && year <= 2199 ? year : null
}
