import { z } from 'zod'
import { escalationStates } from './escalation.ts'

export const pageSize = 25
export const listQuery = z.object({
  q: z.string().trim().max(200).catch(''),
  state: z.enum(['', ...escalationStates]).catch(''),
  sort: z.enum(['raised', 'needed', 'question']).catch('raised'),
  dir: z.enum(['asc', 'desc']).catch('desc'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})
export type ListQuery = z.output<typeof listQuery>
