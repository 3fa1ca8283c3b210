import { addMonths, type DateInterval, monthInterval, quarterInterval } from '../calendar.ts'
import { type DateOrder, orderOf } from './date-order.ts'
import { type DateNote, type Moment, readMoment, type ShapeOptions } from './date-shapes.ts'
import { dateText, monthNamed, saysOngoing } from './date-words.ts'
import { readSentinel, type SentinelCode, type SentinelOverrides } from './sentinels.ts'

type Read =
  | Moment
  | { kind: 'range'; from: Moment; to: Moment }
  | { kind: 'ongoing' }
  | { kind: 'null'; sentinel: SentinelCode; declared: boolean }
  | { kind: 'unreadable' }

/**
 * A date cell as it was read. `raw` is the cell, untouched; `interval` holds the first and last day that it stands for
 * (`null` for ongoing, null and unreadable); `notes` say what was assumed or repaired.
 */
export type DateReading = Read & { raw: string; interval: DateInterval | null; notes: readonly DateNote[] }

/**
 * `order` and `orderFrom`: see date-order.ts. `serials` reads five-digit numbers as spreadsheet dates. `zone` is the
 * calendar for moments that carry an offset. `south` puts the seasons of the southern hemisphere in their months.
 */
export type DateOptions = Partial<ShapeOptions> & { sentinels?: SentinelOverrides; south?: boolean }

/** Reads one date cell of any style. Never throws; what cannot be read is `unreadable` and keeps its raw text. */
export function readDate(raw: string, options: DateOptions = {}): DateReading {
  const sentinel = readSentinel(raw, options.sentinels)
  if (sentinel)
    return { kind: 'null', sentinel: sentinel.code, declared: sentinel.declared, raw, interval: null, notes: [] }
  // No date is that long; a page of text is not worth every pattern.
  if (raw.length > 120) return { kind: 'unreadable', raw, interval: null, notes: [] }
  const text = dateText(raw)
  if (saysOngoing(text)) return { kind: 'ongoing', raw, interval: null, notes: [] }
  const shape: ShapeOptions = {
    order: options.order ?? ('dmy' satisfies DateOrder),
    orderFrom: options.orderFrom ?? (options.order ? 'map' : 'column'),
    serials: options.serials ?? false,
    zone: options.zone ?? 'Asia/Jakarta',
  }
  const notes = new Set<DateNote>()
  const read = readText(text, shape, (note) => notes.add(note))
  if (!read) return { kind: 'unreadable', raw, interval: null, notes: [] }
  return { ...read, raw, interval: intervalOf(read, options.south ?? false), notes: [...notes] }
}

type Span = Moment | { kind: 'range'; from: Moment; to: Moment }
type Note = (note: DateNote) => void

function readText(text: string, shape: ShapeOptions, note: Note): Span | null {
  return readMoment(text, shape, note) ?? readQualified(text, shape, note) ?? readRange(text, shape, note)
}

const LIMIT =
  /^(by|until|till|before|no later than|not later than|paling lambat|sebelum|sampai( dengan)?|hingga|s\.?\/?d\.?|from|since|sejak|mulai|hasta|antes|avant|jusqu'a|ate|approx\.?|around|about|circa|c\.|sekitar|~|±) /
const CLOSE = /^(by )?(end|late|akhir|fin|finales|final|fim|fin d'|end-)[ -]/
const PART = /^(early|mid|middle|beginning|start|awal|pertengahan|principios|mediados|debut|mi|inicio|meados)[ -]/

/** "by June 2015", "awal 2014": the qualifier goes with a note. "End of 2014" is the last day of it. */
function readQualified(text: string, shape: ShapeOptions, note: Note): Span | null {
  const bare = text.replace(/[()]/g, '').replace(/ (at the )?latest$| onwards$| dst\.?$/, '')
  for (const qualifier of [CLOSE, LIMIT, PART]) {
    const rest = bare.replace(qualifier, '').trim()
    const read = rest === bare ? null : (readMoment(rest, shape, note) ?? readQualified(rest, shape, note))
    if (!read) continue
    note('qualifier-dropped')
    return qualifier === CLOSE ? { kind: 'day', date: intervalOf(read, false).last } : read
  }
  return bare === text ? null : withNote(readMoment(bare, shape, note), note)
}

function withNote(read: Moment | null, note: Note): Moment | null {
  if (read) note('qualifier-dropped')
  return read
}

const BETWEEN =
  / ?[–—−] ?| - | (?:to|until|till|through|and|s\.?\/?d\.?|sd|hingga|sampai(?: dengan)?|hasta|al?|au|ate) |-|\//g

/** "July – December 2014", "1/7/2014-31/12/2016", "2014/15": what the left side lacks is taken from the right one. */
function readRange(text: string, shape: ShapeOptions, note: Note): Span | null {
  const bare = text.replace(/^(from|between|dari|antara|desde|entre) /, '')
  const years = /^(\d{4}) ?[/–-] ?(\d{2})$/.exec(bare)
  if (years && (Number(years[1]) + 1) % 100 === Number(years[2]))
    return {
      kind: 'range',
      from: { kind: 'year', year: Number(years[1]) },
      to: { kind: 'year', year: Number(years[1]) + 1 },
    }
  for (const between of bare.matchAll(BETWEEN)) {
    const notes: DateNote[] = []
    const left = bare.slice(0, between.index).trim()
    const right = bare.slice(between.index + between[0].length).trim()
    const told = [orderOf(left), orderOf(right)].find((order) => order === 'dmy' || order === 'mdy')
    const sided: ShapeOptions = told && shape.orderFrom !== 'map' ? { ...shape, order: told, orderFrom: 'row' } : shape
    const to = readMoment(right, sided, (found) => notes.push(found))
    const from = to && readLeft(left, to, sided, (found) => notes.push(found))
    if (!from || intervalOf(from, false).first > intervalOf(to, false).last) continue
    for (const found of notes) note(found)
    return { kind: 'range', from, to }
  }
  return null
}

function readLeft(left: string, to: Moment, shape: ShapeOptions, note: Note): Moment | null {
  const whole = readMoment(left, shape, note)
  if (whole) return whole
  const year = to.kind === 'day' ? to.date.slice(0, 4) : String(to.year)
  const lastWord = left.split(/[ -]/).at(-1)!
  if (/^\d{1,2}$/.test(left) && to.kind === 'day')
    return readMoment(`${to.date.slice(0, 8)}${left.padStart(2, '0')}`, shape, note)
  return monthNamed(lastWord) || to.kind === 'quarter' || to.kind === 'season'
    ? readMoment(`${left} ${year}`, shape, note)
    : null
}

/** First and last day of a stretch. Seasons are whole months; winter runs from December of its year into February. */
export function intervalOf(read: Span, south: boolean): DateInterval {
  switch (read.kind) {
    case 'day':
      return { first: read.date, last: read.date }
    case 'month':
      return monthInterval(read.year, read.month)
    case 'quarter':
      return quarterInterval(read)
    case 'half':
      return {
        first: monthInterval(read.year, read.half * 6 - 5).first,
        last: monthInterval(read.year, read.half * 6).last,
      }
    case 'season': {
      const start = { spring: 3, summer: 6, autumn: 9, winter: 12 }[read.season]
      const first = addMonths(monthInterval(read.year, start).first, south ? (start > 6 ? -6 : 6) : 0)
      const end = addMonths(first, 2)
      return { first, last: monthInterval(Number(end.slice(0, 4)), Number(end.slice(5, 7))).last }
    }
    case 'year':
      return { first: monthInterval(read.year, 1).first, last: monthInterval(read.year, 12).last }
    case 'range':
      return { first: intervalOf(read.from, south).first, last: intervalOf(read.to, south).last }
  }
}
