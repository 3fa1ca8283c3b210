import { cut, ElectionError } from './election.ts'
import type { Row } from './table.ts'

const NAMES = ['META', 'PROJECTS', 'VOTES'] as const
type Name = (typeof NAMES)[number]

/** The rows below a section line, and where that line is. */
export type Section = { name: Name; line: number; rows: Row[] }

/** The three sections of a file, each there once, in any order; names in any case, padded with separators by spreadsheets. */
export function splitSections(rows: Row[]): Record<Name, Section> {
  const found = new Map<Name, Section>()
  let current: Section | undefined
  for (const row of rows) {
    const name = sectionName(row)
    if (name) {
      if (found.has(name)) throw new ElectionError(row.line, `a second ${name} section`)
      current = { name, line: row.line, rows: [] }
      found.set(name, current)
    } else if (current) current.rows.push(row)
    else throw new ElectionError(row.line, `expected META, found "${cut(row.cells[0]!)}"`)
  }
  const get = (name: Name) => {
    const section = found.get(name)
    if (!section) throw new ElectionError(rows.at(-1)?.line ?? 1, `the file ends without a ${name} section`)
    return section
  }
  return { META: get('META'), PROJECTS: get('PROJECTS'), VOTES: get('VOTES') }
}

function sectionName({ cells }: Row): Name | undefined {
  if (cells.slice(1).some((cell) => cell.trim() !== '')) return undefined
  const text = cells[0]!.trim().toUpperCase()
  return NAMES.find((name) => name === text)
}

/** The line of a section's header, its rows, and a way to read a cell by the name of its column; '' when there is none. */
export type Columns = {
  line: number
  rows: Row[]
  has: (name: string) => boolean
  cell: (row: Row, name: string) => string
  warnings: string[]
}

/** Finds columns by name, in any order and case. `used` columns may not occur twice; the first `needed` of them must be there. */
export function columnsOf({ name: section, line, rows }: Section, used: string[], needed: number): Columns {
  const header = rows[0]
  if (!header) throw new ElectionError(line, `${section} has no rows`)
  const at = new Map<string, number>()
  header.cells.forEach((cell, index) => {
    const name = cell.trim().toLowerCase()
    if (at.has(name) && used.includes(name)) throw new ElectionError(header.line, `two columns are called "${name}"`)
    if (!at.has(name)) at.set(name, index)
  })
  for (const name of used.slice(0, needed)) {
    if (!at.has(name)) throw new ElectionError(header.line, `${section} has no column "${name}"`)
  }
  const width = header.cells.length
  const wide = rows.filter(({ cells }) => cells.length > width && cells.slice(width).some((cell) => cell.trim() !== ''))
  return {
    line: header.line,
    rows: rows.slice(1),
    has: (name) => at.has(name),
    cell: (row, name) => row.cells[at.get(name) ?? -1]?.trim() ?? '',
    warnings:
      wide.length > 0
        ? [`line ${wide[0]!.line}: more cells than columns, here and in ${wide.length - 1} more rows of ${section}`]
        : [],
  }
}
