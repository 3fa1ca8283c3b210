import { z } from 'zod'

const id = z.uuid().optional().catch(undefined)
export const listFilters = ['questions', 'unanswered', 'contested'] as const

export const commentQuery = z.object({
  sort: z.enum(['newest', 'oldest']).catch('newest'),
  before: id,
  after: id,
  show: z.enum(['unanswered', '']).catch(''),
})
export type CommentQuery = z.output<typeof commentQuery>

export const listQuery = z.object({
  q: z.string().trim().max(200).catch(''),
  show: z.enum(listFilters).or(z.literal('')).catch(''),
  before: id,
  after: id,
})
export type ListQuery = z.output<typeof listQuery>

export const noticeQuery = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) })
