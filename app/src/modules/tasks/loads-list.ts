import { z } from 'zod'
import type { ReadTx } from '#kernel/database.ts'
import { isId } from '#kernel/ids.ts'
import type { PageRequest } from '#kernel/web/request.ts'
import { type Withheld, withheldIn } from '#kernel/withheld.ts'
import {
  openProposals,
  type Party,
  type ProgrammeHead,
  type ProgrammeTerritory,
  type Proposal,
  partiesOn,
  programmeBySlug,
  type Service,
  servicesOf,
  territoriesOf,
} from '#modules/programmes/public.ts'
import type { Choice } from '#ui/choice-fields.tsx'
import { objectiveLabel, type TaskLinks } from './links.ts'
import { isNarrowed, judgements, type ListQuery, orders, type Tally } from './list-query.ts'
import { mayPlan } from './rules.ts'
import { listTasks, type TaskListRow, tallyTasks } from './store/list-tasks.ts'
import { namesOf } from './store/organisations.ts'
import { readTaskRecord } from './store/read-details.ts'
import { type Names, taskKinds, taskStates } from './task.ts'
import { dayOf } from './views.ts'

export const listQuery = z.object({
  q: z.string().trim().max(200).catch(''),
  agency: z.uuid().or(z.literal('')).catch(''),
  state: z.enum(['', ...taskStates, ...judgements]).catch(''),
  kind: z.enum(['', ...taskKinds]).catch(''),
  territory: z.string().max(120).catch(''),
  sort: z.enum(orders).catch('due'),
  dir: z.enum(['asc', 'desc']).catch('asc'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})

export type TaskListData = {
  programme: ProgrammeHead
  query: ListQuery
  rows: TaskListRow[]
  total: number
  tally?: Tally
  withheld: Withheld
  /** The day the tasks are judged on: today, or that of a programme of the past. */
  day: string
  names: Names
  parties: Party[]
  territories: ProgrammeTerritory[]
  mayPlan: boolean
  /** What the programme's template proposes, for those who plan. */
  proposals: Proposal[]
}

/** What the choices of the form are taken from. */
export type PlanChoices = {
  parties: Party[]
  services: Service[]
  territories: ProgrammeTerritory[]
  objectives: Choice[]
}
export type PlanData = PlanChoices & {
  programme: ProgrammeHead
  parent?: { id: string; title: string; title_en: string | null; lang: string }
  /** A proposal of the programme's template that is being taken up. */
  proposal?: Proposal
  /** Service and territory that the link to the form named, such as a gap in the coverage. */
  placed: { service: string; territory: string }
}

export async function loadTaskList(
  tx: ReadTx,
  { params, query, actor, today }: PageRequest<ListQuery>,
): Promise<TaskListData | undefined> {
  const programme = await programmeBySlug(tx, params.slug ?? '')
  if (!programme) return undefined
  const day = dayOf(programme, today)
  const planning = mayPlan(actor, { programme_id: programme.id, programme_status: programme.status }) === true
  // The whole list opens with how it stands; a search says only what it found.
  const whole = !isNarrowed(query)
  const [{ rows, total }, tally, withheld, parties, territories, proposals] = await Promise.all([
    listTasks(tx, programme.id, query, day),
    whole ? tallyTasks(tx, programme.id, day) : undefined,
    withheldIn(tx, 'tasks', programme.id),
    partiesOn(tx, programme.id, day),
    territoriesOf(tx, programme.id),
    planning && whole && query.page === 1 ? openProposals(tx, programme.id) : [],
  ])
  const named = rows.flatMap((row) => [row.owner_id, row.waiting_on])
  const names = await namesOf(
    tx,
    named,
    new Map(parties.map((one) => [one.organisationId, { ...one, id: one.organisationId }])),
  )
  return {
    programme,
    query,
    rows,
    total: total ?? tally!.total + tally!.cancelled,
    tally,
    withheld,
    day,
    names,
    parties,
    territories,
    mayPlan: planning,
    proposals,
  }
}

export async function loadPlan(
  tx: ReadTx,
  { params, query, today, lang }: PageRequest,
  links: TaskLinks,
): Promise<PlanData | undefined> {
  const programme = await programmeBySlug(tx, params.slug ?? '')
  if (!programme) return undefined
  const record = query.parent && isId(query.parent) ? await readTaskRecord(tx, query.parent) : undefined
  const parent = record?.programme_id === programme.id ? record : undefined
  const proposals = await openProposals(tx, programme.id)
  const proposal = proposals.find((one) => one.id === query.proposal)
  const placed = { service: query.service ?? '', territory: query.territory ?? '' }
  return { programme, parent, proposal, placed, ...(await loadChoices(tx, programme.id, today, lang, links)) }
}

export async function loadChoices(
  tx: ReadTx,
  programmeId: string,
  today: string,
  lang: 'id' | 'en',
  links: TaskLinks,
): Promise<PlanChoices> {
  const objectives = await links.objectivesOf(tx, programmeId)
  return {
    parties: await partiesOn(tx, programmeId, today),
    services: await servicesOf(tx, programmeId),
    territories: await territoriesOf(tx, programmeId),
    objectives: objectives.map((one) => ({ value: one.id, label: objectiveLabel(one, lang), record: one })),
  }
}
