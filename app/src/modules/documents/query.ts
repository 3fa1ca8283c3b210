import { z } from 'zod'
import { fileKinds } from './file-kind.ts'

export const listQuery = z.object({
  q: z.string().max(200).catch(''),
  kind: z.union([z.enum(fileKinds), z.literal('')]).catch(''),
  sort: z.enum(['', 'title', 'size', 'at']).catch(''),
  dir: z.enum(['asc', 'desc']).catch('asc'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
export type DocumentFilter = z.output<typeof listQuery>
