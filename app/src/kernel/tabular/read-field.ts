import type { FieldMap } from './column-map.ts'
import type { DateOrder } from './date-order.ts'
import type { FieldValue, ScaleReading } from './field-value.ts'
import { oneLine, unescapeEntities } from './plain-text.ts'
import { type DateReading, readDate } from './read-date.ts'
import { type NumberStyle, readMoneyTitle, readNumber } from './read-number.ts'
import type { RepairReason } from './repair-report.ts'
import { readScale, readYesNo, SCALES, type Scale } from './scales.ts'
import { readSentinel, type SentinelOverrides } from './sentinels.ts'
import { splitInstitutions } from './split-institutions.ts'
import type { FieldKind, TargetField } from './targets.ts'

/** A cell and the column it stands in (`null` for a constant). */
export type Cell = { column: string | null; raw: string }

/** All that reading a field needs: its map, its target, what its columns told, what its row told. */
export type FieldPlan = {
  kind: FieldKind
  field: FieldMap
  target: TargetField
  sentinels: SentinelOverrides
  order: { order: DateOrder; from: 'map' | 'column' }
  serials: boolean
  style: NumberStyle
}
export type RowHints = { order: 'dmy' | 'mdy' | null; known: ReadonlySet<string> }
type Note = (reason: RepairReason, cell: Cell, read: string) => void
type Reader = (cell: Cell, plan: FieldPlan, hints: RowHints, note: Note) => FieldValue

/** Reads a field from its cells: the only one, the first that says something, the highest on a scale, or all together. */
export function readField(cells: readonly Cell[], plan: FieldPlan, hints: RowHints, note: Note): FieldValue {
  if (plan.kind === 'scale') return readScaleField(cells, plan, note)
  if (plan.kind === 'date-interval') return readIntervalField(cells, plan, hints, note)
  const values = cells.map((cell) => readCell(cell, plan, hints, note))
  const said = values.filter((value) => value.kind !== 'null')
  if (plan.field.combine === 'all' && said.length > 1) return joined(said, cells)
  return said[0] ?? values[0]!
}

function readCell(cell: Cell, plan: FieldPlan, hints: RowHints, note: Note): FieldValue {
  if (plan.kind === 'date') return readDateCell(cell, plan, hints, note)
  const sentinel = readSentinel(cell.raw, plan.sentinels)
  if (sentinel) return nullOf(cell, sentinel, plan, note)
  const value = READERS[plan.kind as Read](cell, plan, hints, note)
  if (value.kind === 'unreadable') note('unreadable', cell, '')
  return value
}

type Read = Exclude<FieldKind, 'date' | 'date-interval' | 'scale'>

const READERS: Record<Read, Reader> = {
  text: (cell, { target }, _hints, note) => ({
    kind: 'text',
    text: plain(cell, target.lines ?? false, note),
    raw: cell.raw,
  }),
  id: (cell, _plan, _hints, note) => ({ kind: 'id', text: plain(cell, false, note), raw: cell.raw }),
  number: (cell, plan, _hints, note) => {
    const read = readNumber(cell.raw, plan.style)
    if (!read) return { kind: 'unreadable', raw: cell.raw }
    for (const reason of read.notes) note(reason, cell, String(read.number))
    return { kind: 'number', number: read.number, unit: read.unit, percent: read.percent, raw: cell.raw }
  },
  money: (cell, plan, _hints, note) => {
    const read = readNumber(cell.raw, plan.style)
    if (!read || read.percent) return { kind: 'unreadable', raw: cell.raw }
    // A cell that names its currency or magnitude says all of it; a bare number is what the name of its column says.
    const title = readMoneyTitle(cell.column ?? '')
    const whole = read.currency !== null || read.notes.includes('magnitude-word')
    const factor = whole ? 1 : title.factor
    const currency = read.currency ?? plan.field.currency ?? title.currency
    const amount = read.number * factor
    const reasons = factor === 1 ? read.notes : [...read.notes, 'magnitude-word' as const]
    for (const reason of reasons) note(reason, cell, `${currency ?? ''} ${amount}`.trim())
    return { kind: 'money', amount, currency, raw: cell.raw }
  },
  institutions: (cell, _plan, { known }, note) => {
    const { institutions, notes } = splitInstitutions(cell.raw, { known })
    if (institutions.length === 0) return { kind: 'unreadable', raw: cell.raw }
    for (const reason of notes) note(reason, cell, institutions.map(({ name }) => name).join(' | '))
    return { kind: 'institutions', institutions, raw: cell.raw }
  },
  yesno: (cell) => {
    const yes = readYesNo(cell.raw)
    return yes === null ? { kind: 'unreadable', raw: cell.raw } : { kind: 'yesno', yes, raw: cell.raw }
  },
  list: (cell, { field, target }, _hints, note) => {
    const items = cell.raw
      .split(field.separator ?? target.separators ?? /[;|\n]/)
      .map((item) => plain({ ...cell, raw: item }, false, note))
    return {
      kind: 'list',
      items: [...new Set(items.filter((item) => item !== '' && !readSentinel(item)))],
      raw: cell.raw,
    }
  },
}

/** Text without entities and stray spaces, without the apostrophe that guards a spreadsheet from formulas. */
function plain(cell: Cell, lines: boolean, note: Note): string {
  const guarded = /^'[=+\-@]/.test(cell.raw.trim())
  const text = unescapeEntities(guarded ? cell.raw.trim().slice(1) : cell.raw)
  const read = lines
    ? text
        .split('\n')
        .map(oneLine)
        .join('\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim()
    : oneLine(text)
  if (guarded) note('formula-guard-removed', cell, read)
  return read
}

function nullOf(
  cell: Cell,
  sentinel: { code: NonNullable<ScaleReading['sentinel']>; declared: boolean },
  plan: FieldPlan,
  note: Note,
): FieldValue {
  // Where the source has its own codes, another way of saying nothing was typed by hand: worth a look.
  if (!sentinel.declared && !['empty', 'dash'].includes(sentinel.code) && Object.keys(plan.sentinels).length > 0)
    note('typed-null', cell, sentinel.code)
  return { kind: 'null', sentinel: sentinel.code, declared: sentinel.declared, raw: cell.raw }
}

function readDateCell(cell: Cell, plan: FieldPlan, hints: RowHints, note: Note): FieldValue {
  const reading = readDateText(cell, plan, hints, note)
  if (reading.kind === 'null') return nullOf(cell, { code: reading.sentinel, declared: reading.declared }, plan, note)
  return reading.kind === 'unreadable'
    ? { kind: 'unreadable', raw: cell.raw }
    : { kind: 'date', date: reading, raw: cell.raw }
}

function readDateText(cell: Cell, plan: FieldPlan, hints: RowHints, note: Note): DateReading {
  const byRow = plan.order.from === 'column' && hints.order !== null
  const reading = readDate(cell.raw, {
    order: byRow ? hints.order! : plan.order.order,
    orderFrom: byRow ? 'row' : plan.order.from,
    serials: plan.serials,
    south: plan.field.south,
    sentinels: plan.sentinels,
  })
  const read = reading.interval ? `${reading.interval.first}…${reading.interval.last}` : reading.kind
  for (const reason of reading.notes) note(reason, cell, read)
  if (reading.kind === 'unreadable') note('unreadable', cell, '')
  return reading
}

/** Two columns are start and end; one column holds a range or a stretch. */
function readIntervalField(cells: readonly Cell[], plan: FieldPlan, hints: RowHints, note: Note): FieldValue {
  const [from, to] = [cells[0]!, cells.at(-1)!].map((cell) => readDateText(cell, plan, hints, note)) as [
    DateReading,
    DateReading,
  ]
  const raw = [...new Set(cells.map((cell) => cell.raw))].join('\n')
  if (from.kind === 'null' && to.kind === 'null')
    return { kind: 'null', sentinel: from.sentinel, declared: from.declared, raw }
  if (from.kind === 'unreadable' || to.kind === 'unreadable') return { kind: 'unreadable', raw }
  return { kind: 'date-interval', from, to, raw }
}

function readScaleField(cells: readonly Cell[], plan: FieldPlan, note: Note): FieldValue {
  const scale: Scale = plan.target.scale ? SCALES[plan.target.scale] : { ordered: false, codes: {} }
  const readings = cells.map((cell): ScaleReading => {
    const code = readScale(cell.raw, scale, plan.field.values)
    const sentinel = code === null ? readSentinel(cell.raw, plan.sentinels) : null
    if (sentinel) nullOf(cell, sentinel, plan, note)
    else if (code === null) note('scale-value-unknown', cell, '')
    return { column: cell.column, code, sentinel: sentinel?.code ?? null, raw: cell.raw }
  })
  const raw = cells.map((cell) => cell.raw).join('\n')
  const codes = readings.flatMap(({ code }) => code ?? [])
  const rank = Object.keys(scale.codes)
  const code =
    plan.field.combine === 'highest' && scale.ordered
      ? codes.sort((a, b) => rank.indexOf(b) - rank.indexOf(a))[0]
      : codes[0]
  if (code !== undefined) return { kind: 'scale', code, readings, raw }
  const silent = readings.find((reading) => reading.sentinel !== null)
  if (!silent?.sentinel) return { kind: 'unreadable', raw }
  return {
    kind: 'null',
    sentinel: silent.sentinel,
    declared: readSentinel(silent.raw, plan.sentinels)!.declared,
    readings,
    raw,
  }
}

/** Texts joined by lines, bodies and lists as one list; other kinds keep their first value. */
function joined(values: readonly FieldValue[], cells: readonly Cell[]): FieldValue {
  const raw = cells.map((cell) => cell.raw).join('\n')
  const first = values[0]!
  if (first.kind === 'text' || first.kind === 'id')
    return {
      kind: first.kind,
      text: values.flatMap((value) => (value.kind === first.kind ? value.text : [])).join('\n'),
      raw,
    }
  if (first.kind === 'institutions') {
    const all = values.flatMap((value) => (value.kind === 'institutions' ? value.institutions : []))
    return { kind: 'institutions', institutions: [...new Map(all.map((one) => [one.key, one])).values()], raw }
  }
  if (first.kind === 'list')
    return {
      kind: 'list',
      items: [...new Set(values.flatMap((value) => (value.kind === 'list' ? value.items : [])))],
      raw,
    }
  return first
}
