import type { ColumnMap, FieldMap } from './column-map.ts'
import { inferSerials } from './date-order.ts'
import { words } from './plain-text.ts'
import { readDate } from './read-date.ts'
import { readNumber } from './read-number.ts'
import { readScale, SCALES } from './scales.ts'
import { readSentinel } from './sentinels.ts'
import { TARGETS, type TargetField, type TargetName } from './targets.ts'

/**
 * A guessed map to check and complete. `missing` are required fields without a column; `unused` columns without a
 * field; `unsure` fields whose column was only likely, the columns named in part or told by their cells alone.
 */
export type MapProposal = { map: ColumnMap; missing: string[]; unused: string[]; unsure: string[] }

type Candidate = { name: string; index: number; score: number }

/**
 * Proposes which column feeds which field of the target, from the names of the columns (Indonesian, English and other
 * usual ones) and from what the cells of a sample look like. Each column is used once, the surest pair first; a second
 * column for the same scale joins the first.
 */
export function proposeMap(
  header: readonly string[],
  sample: readonly (readonly string[])[],
  target: TargetName,
): MapProposal {
  const fields = Object.entries(TARGETS[target])
  const columns = header.map((_, index) => sample.map((row) => row[index] ?? ''))
  const candidates = fields.flatMap(([name, field]) =>
    header.flatMap((title, index): Candidate[] => {
      const score = nameScore(title, field) * fitScore(columns[index]!, field)
      return score > 0 ? [{ name, index, score }] : []
    }),
  )
  candidates.sort((a, b) => b.score - a.score || a.index - b.index)
  const chosen = new Map<string, Candidate>()
  const used = new Set<number>()
  for (const candidate of candidates) {
    if (chosen.has(candidate.name) || used.has(candidate.index) || candidate.score < 0.3) continue
    chosen.set(candidate.name, candidate)
    used.add(candidate.index)
  }
  const map: ColumnMap = { target, fields: {} }
  for (const [name, field] of fields) {
    const found = chosen.get(name)
    if (found) map.fields[name] = fieldFor(header, columns, found, field, candidates, used)
  }
  return {
    map,
    missing: fields.filter(([name, field]) => field.required && !chosen.has(name)).map(([name]) => name),
    unused: header.filter((_, index) => !used.has(index)),
    unsure: [...chosen.values()].filter(({ score }) => score < 0.6).map(({ name }) => name),
  }
}

/** 1 for a usual name, a little less the later it stands in the list; less for names that only contain or begin one. */
function nameScore(title: string, field: TargetField): number {
  const asked = words(title.replace(/\([^)]*\)/g, ' ')) || words(title)
  const last = words(title.split(' / ').at(-1)!)
  const names = field.names.split('|')
  const whole = names.indexOf(words(title))
  const place = whole >= 0 ? whole : names.indexOf(asked)
  if (place >= 0) return 1 - place * 0.01
  const sub = names.indexOf(last)
  if (sub >= 0) return 0.85 - sub * 0.01
  const within = names.filter((name) => name.length > 3 && ` ${words(title)} `.includes(` ${name} `))
  const best = Math.max(0, ...within.map((name) => name.length / asked.length))
  return best > 0 ? 0.4 + 0.4 * best : 0
}

/** How well the filled cells of the sample read as the kind of the field: 1 when all do, 0.1 when none does. */
function fitScore(cells: readonly string[], field: TargetField): number {
  const filled = cells.filter((cell) => !readSentinel(cell))
  if (filled.length === 0) return 0.9
  const serials = inferSerials(filled)
  // Running numbers change when a row is inserted, so they must not become the key of a record.
  const rowNumbers =
    filled.length > 1 && filled.every((cell, index) => Number(cell.replace(/[.()]/g, '')) === index + 1)
  const reads = (cell: string): boolean => {
    if (field.kind === 'date') return readDate(cell, { serials }).kind !== 'unreadable'
    if (field.kind === 'number' || field.kind === 'money') return readNumber(cell) !== null
    if (field.kind === 'scale') return readScale(cell, SCALES[field.scale!]) !== null
    if (field.kind === 'institutions') return /\p{L}{2}/u.test(cell) && readDate(cell).kind === 'unreadable'
    if (field.kind === 'id') return !rowNumbers
    if (field.required) return /\p{L}{2}/u.test(cell)
    return true
  }
  return 0.1 + (0.9 * filled.filter(reads).length) / filled.length
}

function fieldFor(
  header: readonly string[],
  columns: readonly (readonly string[])[],
  found: Candidate,
  field: TargetField,
  candidates: readonly Candidate[],
  used: Set<number>,
): FieldMap {
  const name = header[found.index]!
  const second = candidates.find(({ name, index, score }) => name === found.name && !used.has(index) && score > 0.7)
  if (field.kind === 'scale' && second) {
    used.add(second.index)
    return { columns: [name, header[second.index]!], combine: 'first' }
  }
  return looksMerged(columns[found.index]!, field) ? { column: name, fillDown: true } : { column: name }
}

/** A required name that stands once and is followed by blanks on a third of the rows or more comes from merged cells. */
function looksMerged(cells: readonly string[], field: TargetField): boolean {
  const blanks = cells.filter((cell) => cell.trim() === '').length
  const leading = field.kind === 'institutions' || field.names.startsWith('objective')
  return (
    leading && cells.length > 3 && cells[0]!.trim() !== '' && blanks >= cells.length / 3 && blanks < cells.length - 1
  )
}
