import { createHash } from 'node:crypto'
import { type ColumnMap, columnIndex, indexesOf } from './column-map.ts'
import type { FieldValue } from './field-value.ts'
import { fold, oneLine } from './plain-text.ts'

/** The key columns, else the id, else the title where it stands once in the table, else the whole row. */
export function sourceKeyOf(
  cells: readonly string[],
  header: readonly string[],
  map: ColumnMap,
  values: Readonly<Record<string, FieldValue>>,
  titles: Titles,
): string {
  const told = (map.key ?? []).map((column) => oneLine(cells[columnIndex(header, column)!]!))
  if (told.some((part) => part !== '')) return told.join('|')
  if (values.id?.kind === 'id' && values.id.text !== '') return values.id.text
  const title = titleOf(cells, header, map)
  if (title !== '' && titles.get(title) === 1) return `title:${title}`
  return `sha256:${createHash('sha256').update(JSON.stringify(cells)).digest('hex').slice(0, 24)}`
}

/** How often each title stands in the table, by its folded text. */
export type Titles = ReadonlyMap<string, number>

export function countTitles(
  rows: readonly { cells: readonly string[] }[],
  header: readonly string[],
  map: ColumnMap,
): Titles {
  const counts = new Map<string, number>()
  for (const { cells } of rows) {
    const title = titleOf(cells, header, map)
    counts.set(title, (counts.get(title) ?? 0) + 1)
  }
  return counts
}

function titleOf(cells: readonly string[], header: readonly string[], map: ColumnMap): string {
  const field = map.fields.title ?? map.fields.name
  const titles = field ? indexesOf(field, header).map((index) => fold(cells[index]!)) : []
  return titles.find((title) => title !== '') ?? ''
}
