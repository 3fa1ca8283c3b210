import { z } from 'zod'

/** Rows on one page of a list. */
export const pageSize = 25

/** Query of every list; a bad link still shows the first page. */
export const listQuery = z.object({
  q: z.string().max(200).catch('').default(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
})

export type Listed<Row> = { rows: Row[]; page: number; size: number; total: number }

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
