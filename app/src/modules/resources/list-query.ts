import { z } from 'zod'

export const pageSize = 25
const page = z.coerce.number().int().min(1).max(100_000).catch(1)
const q = z.string().trim().max(200).catch('')
const dir = z.enum(['asc', 'desc']).catch('asc')
const organisation = z.union([z.uuid(), z.literal('')]).catch('')
const year = z.union([z.literal(''), z.coerce.number().int().min(2000).max(2100)]).catch('')

export const groupings = ['source', 'agency', 'territory'] as const
export type Grouping = (typeof groupings)[number]
export const overviewQuery = z.object({ by: z.enum(groupings).catch('source'), year })
export type OverviewQuery = z.output<typeof overviewQuery>

export const lineOrders = ['code', 'title', 'planned', 'revised', 'realised'] as const
export const lineQuery = z.object({
  q,
  year,
  source: organisation,
  agency: organisation,
  /** A code of the programme's own places; "-" for lines of the whole programme. */
  territory: z.string().trim().max(120).catch(''),
  sort: z.enum(lineOrders).catch('code'),
  dir,
  page,
})
export type LineQuery = z.output<typeof lineQuery>
