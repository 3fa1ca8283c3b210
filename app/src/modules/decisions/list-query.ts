import { z } from 'zod'
import { decisionStates } from './decision.ts'

export const pageSize = 25
export const listQuery = z.object({
  q: z.string().trim().max(200).catch(''),
  state: z.enum(['', ...decisionStates]).catch(''),
  sort: z.enum(['raised', 'question']).catch('raised'),
  dir: z.enum(['asc', 'desc']).catch('desc'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})
export type ListQuery = z.output<typeof listQuery>
export type Tally = { decided: number; open: number; withdrawn: number }
