import { z } from 'zod'

export const pageSize = 25

/** A bad link still shows the list. */
export const erasureQuery = z.object({
  state: z.enum(['', 'waiting', 'decided']).catch(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type ErasureQuery = z.output<typeof erasureQuery>
