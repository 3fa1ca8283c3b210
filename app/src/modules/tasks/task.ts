import { type Actor, actsFor, type Class, coordinates, seatsIn } from '#kernel/access.ts'
import type { Lang } from '#kernel/reason.ts'

export const taskKinds = ['activity', 'milestone'] as const
export type TaskKind = (typeof taskKinds)[number]

export const milestoneTypes = ['delivery', 'process-change', 'product', 'report'] as const
export type MilestoneType = (typeof milestoneTypes)[number]

export const taskStates = ['open', 'in-progress', 'waiting', 'blocked', 'done', 'cancelled'] as const
export type TaskState = (typeof taskStates)[number]

export const taskRoles = ['responsible', 'accountable', 'consulted', 'informed'] as const
export type TaskRole = (typeof taskRoles)[number]

/** Why a task waits, is blocked or is moved. Waiting for another agency is always `other-agency`. */
export const reasonCodes = ['other-agency', 'resource', 'decision', 'procedure', 'information', 'external'] as const
export type ReasonCode = (typeof reasonCodes)[number]
/** What may block a task; for another agency it waits. */
export const blockingCodes = ['resource', 'decision', 'procedure', 'information', 'external'] as const

export const effortUnits = ['hour', 'person-day', 'person-month'] as const
export const adoptionValues = ['yes', 'no', 'partial'] as const

/** What the policies judge: the task as it stands, who works on it, and what was done about it. */
export type Task = {
  id: string
  version: number
  programme_id: string
  programme_status: string
  owner_id: string
  class: Class
  kind: TaskKind
  milestone_type: MilestoneType | null
  state: TaskState
  waiting_on: string | null
  start_on: string | null
  due_on: string | null
  target: unknown
  /** Current roles. */
  roles: { organisation_id: string; role: TaskRole }[]
  /** Who gave evidence. `current`: since the task was last reopened, so it counts for closing. */
  evidence: { created_by: string | null; current: boolean }[]
  verified: boolean
  /** The hand-over that waits for an answer. */
  offer: { id: string; from_id: string; to_id: string } | null
  /** The last reminder of the present waiting. */
  reminded_on: string | null
  /** Organisations that must or may take up what it introduces. */
  bound_ids: string[]
}

/** One change of state: from this day on the task is `to`. */
export type Change = { to: TaskState; waitingOn: string | null; on: string; code?: string | null }

/** Organisations that a page names, by id. */
export type Organisation = { id: string; name: string; acronym: string | null; lang: string }
export type Names = Map<string, Organisation>

/** Lead and members do tasks and answer for them; observers and oversight do not. */
export function bindsParty(party: { role: string }): boolean {
  return party.role === 'lead' || party.role === 'member'
}

export function isClosed(task: Pick<Task, 'state'>): boolean {
  return task.state === 'done' || task.state === 'cancelled'
}

export function hasRole(task: Pick<Task, 'roles'>, organisationId: string, ...wanted: TaskRole[]): boolean {
  return task.roles.some((role) => role.organisation_id === organisationId && wanted.includes(role.role))
}

/** Organisations of the task in these roles for which this person may act. */
export function actsIn(actor: Actor, task: Pick<Task, 'programme_id' | 'roles'>, ...wanted: TaskRole[]): boolean {
  return task.roles.some(
    ({ organisation_id, role }) => wanted.includes(role) && actsFor(actor, task.programme_id, organisation_id),
  )
}

/** Acts for the accountable agency, or coordinates the programme. */
export function leads(actor: Actor, task: Pick<Task, 'programme_id' | 'owner_id'>): boolean {
  return coordinates(actor, task.programme_id) || actsFor(actor, task.programme_id, task.owner_id)
}

/** The organisation in whose name this person acts on the task: an agency of the task before any other seat. */
export function actingFor(actor: Actor, task: Pick<Task, 'programme_id' | 'owner_id' | 'roles'>): string | null {
  const own = seatsIn(actor, task.programme_id).map((seat) => seat.organisationId)
  const concerned = [task.owner_id, ...task.roles.map((role) => role.organisation_id)]
  return concerned.find((id) => own.includes(id)) ?? own[0] ?? null
}

/** The title in the reader's language where it is known, with the language it is in. */
export function titleIn(
  task: { title: string; title_en: string | null; lang: string },
  lang: Lang,
): { text: string; lang: string } {
  if (lang === 'en' && task.title_en) return { text: task.title_en, lang: 'en' }
  return { text: task.title, lang: task.lang }
}

/** Words kept as {id, en}: in the reader's language where known, else in the other. */
export function wordsIn(words: { id?: string; en?: string }, lang: Lang): { text: string; lang: Lang } {
  const other = lang === 'id' ? 'en' : 'id'
  const known = words[lang]
  return known ? { text: known, lang } : { text: words[other] ?? '', lang: other }
}

export function shortName(names: Names, id: string | null): string {
  const body = id ? names.get(id) : undefined
  return body ? (body.acronym ?? body.name) : ''
}
