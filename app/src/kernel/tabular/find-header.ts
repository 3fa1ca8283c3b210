import { oneLine } from './plain-text.ts'
import type { Repair } from './repair-report.ts'

/** A record as the parser gives it: the line it begins on, counted from 1, and its cells, untouched. */
export type RawRow = { line: number; cells: string[] }

/** Column names, unique and not empty, the line they stand on, and the index of the first row of data. */
export type FoundHeader = { names: string[]; line: number; dataFrom: number; repairs: Repair[] }

/**
 * The header is the first row that is filled about as widely as the table usually is; titles above it are skipped with a
 * note. A second header row (merged cells) is joined to the first, and a row that only numbers the columns is skipped.
 */
export function findHeader(rows: readonly RawRow[]): FoundHeader | null {
  const widths = rows.slice(0, 60).map((row) => filledCells(row).length)
  const usual = median(widths.filter((width) => width > 0))
  const index = widths.findIndex((width) => width >= Math.max(1, Math.min(2, usual), usual * 0.6))
  const row = rows[index]
  if (!row) return null
  const repairs: Repair[] = []
  const repair = (reason: Repair['reason'], line: number, raw: string, read: string, column: string | null = null) =>
    repairs.push({ line, column, reason, raw, read })
  for (const above of rows.slice(0, index)) {
    const title = filledCells(above).join(' ')
    if (title !== '') repair('lines-before-header', above.line, title, '')
  }
  const merged = mergeSecondRow(row, rows[index + 1])
  if (merged)
    repair('header-merged', rows[index + 1]!.line, filledCells(rows[index + 1]!).join(', '), merged.join(', '))
  let dataFrom = index + (merged ? 2 : 1)
  const numbering = rows[dataFrom]
  if (numbering && rows[dataFrom + 1] && isNumbering(numbering, merged ?? row.cells)) {
    repair('numbering-row-skipped', numbering.line, numbering.cells.join(' '), '')
    dataFrom++
  }
  return { names: uniqueNames(merged ?? row.cells, row.line, repairs), line: row.line, dataFrom, repairs }
}

function filledCells(row: RawRow): string[] {
  return row.cells.map(oneLine).filter((cell) => cell !== '')
}

/** "Schedule" over "Start" and "End" become "Schedule / Start", "Schedule / End"; `null` when the next row is data. */
function mergeSecondRow(first: RawRow, second: RawRow | undefined): string[] | null {
  if (!second || !first.cells.some((cell, index) => cell.trim() === '' && index > 0)) return null
  const names: string[] = []
  let above = ''
  for (let index = 0; index < Math.max(first.cells.length, second.cells.length); index++) {
    const [top, below] = [oneLine(first.cells[index] ?? ''), oneLine(second.cells[index] ?? '')]
    // Below a name that stands alone nothing may be filled, or the second row is the first row of data.
    const next = [first, second].map((row) => oneLine(row.cells[index + 1] ?? ''))
    const spans = top !== '' && next[0] === '' && next[1] !== ''
    if (below !== '' && ((top !== '' && !spans) || /\d/.test(below) || below.length > 60)) return null
    above = top === '' ? above : top
    names.push(below === '' ? top : `${above} / ${below}`)
  }
  return second.cells.filter((cell) => cell.trim() !== '').length > 1 ? names : null
}

/** 1 2 3 … or (1) (2) (3) … below the names, as official forms have it. */
function isNumbering(row: RawRow, names: readonly string[]): boolean {
  const numbers = filledCells(row).map((cell) => Number(cell.replace(/[()]/g, '')))
  const named = names.filter((name) => name.trim() !== '').length
  return numbers.length > 3 && numbers.length === named && numbers.every((number, index) => number === index + 1)
}

function uniqueNames(cells: readonly string[], line: number, repairs: Repair[]): string[] {
  const seen = new Set<string>()
  return cells.map((cell, index) => {
    const raw = oneLine(cell)
    const base = raw === '' ? `#${index + 1}` : raw
    let name = base
    for (let copy = 2; seen.has(name.toLowerCase()); copy++) name = `${base} (${copy})`
    if (raw === '') repairs.push({ line, column: name, reason: 'header-empty', raw, read: name })
    else if (name !== base) repairs.push({ line, column: name, reason: 'header-repeated', raw, read: name })
    seen.add(name.toLowerCase())
    return name
  })
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
