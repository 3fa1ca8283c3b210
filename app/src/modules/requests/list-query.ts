import { z } from 'zod'
import { states } from './request.ts'

export const pageSize = 25
export const registerOrders = ['received', 'due', 'state'] as const

/** A bad link still shows the register. */
export const registerQuery = z.object({
  q: z.string().max(200).catch(''),
  state: z.enum([...states, 'overdue', '']).catch(''),
  programme: z.string().max(80).catch(''),
  sort: z.enum([...registerOrders, '']).catch(''),
  dir: z.enum(['asc', 'desc', '']).catch(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type RegisterQuery = z.output<typeof registerQuery>

export const answersQuery = z.object({
  q: z.string().max(200).catch(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type AnswersQuery = z.output<typeof answersQuery>
