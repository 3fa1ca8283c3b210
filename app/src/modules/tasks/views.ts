import { z } from 'zod'
import { taskKinds } from './task.ts'

/** What the chart pages are asked for; a bad link still shows the page. */
const page = z.coerce.number().int().min(1).max(100_000).catch(1)

const q = z.string().trim().max(200).catch('')

export const timelineQuery = z.object({
  q,
  agency: z.uuid().or(z.literal('')).catch(''),
  kind: z.enum(['', ...taskKinds]).catch(''),
  /** 'yes': only tasks whose target moved. */
  moved: z.enum(['', 'yes']).catch(''),
  page,
})
export type TimelineQuery = z.output<typeof timelineQuery>
export const timelinePageSize = 25

export const coverageQuery = z.object({
  q,
  show: z.enum(['', 'one', 'gap', 'double']).catch(''),
  /** Of the services; '' is the charter's own order. */
  order: z.enum(['', 'name', 'gaps']).catch(''),
  page,
  /** Page of the territories, where they are more than one screen holds. */
  places: page,
})
export type CoverageQuery = z.output<typeof coverageQuery>
export const servicesPageSize = 25
/** More columns than this leave no room for the names of the places. */
export const placesPageSize = 10

export const capacityQuery = z.object({
  /** Words of the agency's name. */
  q,
  /** First month shown. */
  from: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .catch(''),
  /** Whose load, and of which month, is shown task by task. */
  agency: z.uuid().or(z.literal('')).catch(''),
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .catch(''),
  page,
})
export type CapacityQuery = z.output<typeof capacityQuery>
export const agenciesPageSize = 10
export const monthsShown = 6

/** A programme of the past is shown as of its own time. */
export function dayOf(programme: { evaluate_at: string | null }, today: string): string {
  return programme.evaluate_at ?? today
}
