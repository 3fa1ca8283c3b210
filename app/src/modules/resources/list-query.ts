import { z } from 'zod'
import { methods } from './contract.ts'
import { resourceKinds, resourceStates } from './resource.ts'

export const pageSize = 25
const page = z.coerce.number().int().min(1).max(100_000).catch(1)
const q = z.string().trim().max(200).catch('')
const dir = z.enum(['asc', 'desc']).catch('asc')
const organisation = z.union([z.uuid(), z.literal('')]).catch('')
const year = z.union([z.literal(''), z.coerce.number().int().min(2000).max(2100)]).catch('')

export const groupings = ['source', 'agency', 'territory'] as const
export type Grouping = (typeof groupings)[number]
/** Left out: the running year, or the one nearest to it. */
const shownYear = z.union([z.literal(['', 'all']), z.coerce.number().int().min(2000).max(2100)]).catch('')
export const overviewQuery = z.object({ by: z.enum(groupings).catch('source'), year: shownYear })
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

export const contractOrders = ['signed_on', 'title', 'present_value', 'bids'] as const
export const contractQuery = z.object({
  q,
  requester: organisation,
  supplier: organisation,
  method: z.enum(['', ...methods]).catch(''),
  sort: z.enum(contractOrders).catch('signed_on'),
  dir: z.enum(['asc', 'desc']).catch('desc'),
  page,
})
export type ContractQuery = z.output<typeof contractQuery>

export const offerOrders = ['title', 'owner', 'available_from', 'quantity'] as const
export const offerQuery = z.object({
  q,
  kind: z.enum(['', ...resourceKinds]).catch(''),
  owner: organisation,
  state: z.enum(['', ...resourceStates]).catch(''),
  sort: z.enum(offerOrders).catch('title'),
  dir,
  page,
})
export type OfferQuery = z.output<typeof offerQuery>
