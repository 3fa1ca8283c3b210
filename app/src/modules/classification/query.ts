import { z } from 'zod'
import { grounds } from '#kernel/grounds.ts'
import { classificationOrders } from './classification.ts'

export const registerQuery = z.object({
  q: z.string().max(200).catch(''),
  ground: z.enum([...grounds, '']).catch(''),
  standing: z.enum(['', 'standing', 'review', 'ended']).catch(''),
  class: z.enum(['', 'restricted', 'secret']).catch(''),
  sort: z.enum(classificationOrders).catch(''),
  dir: z.enum(['asc', 'desc']).catch('asc'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type RegisterQuery = z.output<typeof registerQuery>
