import { z } from 'zod'

/** Rows on one page of a list. */
export const pageSize = 25

/** Query of every list; a bad link still shows the first page. */
export const listQuery = z.object({
  q: z.string().max(200).catch('').default(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
})

export type Listed<Row> = { rows: Row[]; page: number; size: number; total: number }

/** Direction of a list that can be sorted; its columns are each list's own. */
export const direction = z.enum(['asc', 'desc']).catch('asc').default('asc')

/** Rows at hand by one of their columns, '' as they were read; texts as people sort them, what is unknown last. */
export function sortedBy<Row, By extends string>(
  rows: Row[],
  { sort, dir }: { sort: '' | By; dir: 'asc' | 'desc' },
  columns: Record<By, (row: Row) => string | number | null>,
): Row[] {
  if (sort === '') return rows
  const column = columns[sort]
  const turn = dir === 'asc' ? 1 : -1
  return [...rows].sort((one, other) => {
    const [a, b] = [column(one), column(other)]
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
    return turn * (typeof a === 'number' ? a - Number(b) : a.localeCompare(String(b), 'id'))
  })
}

/** One page of rows that are already at hand. */
export function pageOf<Row>(all: Row[], page: number): Listed<Row> {
  return { rows: all.slice((page - 1) * pageSize, page * pageSize), page, size: pageSize, total: all.length }
}

export function offsetOf(page: number): { offset: number; limit: number } {
  return { offset: (page - 1) * pageSize, limit: pageSize }
}

/** Does any of the texts hold the words looked for? */
export function found(q: string, ...texts: (string | null | undefined)[]): boolean {
  const wanted = q.trim().toLowerCase()
  return wanted === '' || texts.some((text) => text?.toLowerCase().includes(wanted))
}
