import { z } from 'zod'

const page = z.coerce.number().int().min(1).max(100_000).catch(1)

/** Of every page that shows the records behind a number. A bad link still shows the page. */
export const rowsQuery = z.object({
  q: z.string().trim().max(200).catch(''),
  counted: z.enum(['', 'yes', 'no']).catch(''),
  letter: z.string().max(1).catch(''),
  evaluation: z.uuid().or(z.literal('')).catch(''),
  page,
  weeks: page,
})

export const pageQuery = z.object({ page })
