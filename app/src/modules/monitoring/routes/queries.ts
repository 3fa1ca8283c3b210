import { z } from 'zod'
import { rowOrders } from '../rows.ts'

const q = z.string().trim().max(200).catch('')
const page = z.coerce.number().int().min(1).max(100_000).catch(1)

/** Of every page that shows the records behind a number. A bad link still shows the page. */
export const rowsQuery = z.object({
  q,
  counted: z.enum(['', 'yes', 'no']).catch(''),
  sort: z.enum(rowOrders).catch(''),
  dir: z.enum(['asc', 'desc']).catch('asc'),
  letter: z.string().max(1).catch(''),
  evaluation: z.uuid().or(z.literal('')).catch(''),
  page,
  weeks: page,
})

/** Of the lists of indicators and obstacles. */
export const soughtQuery = z.object({ q, page })
