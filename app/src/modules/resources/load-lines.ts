import type { ReadTx } from '#kernel/database.ts'
import { isId } from '#kernel/ids.ts'
import type { Verdict } from '#kernel/reason.ts'
import type { PageRequest } from '#kernel/web/request.ts'
import { type Withheld, withheldIn } from '#kernel/withheld.ts'
import {
  type Party,
  type ProgrammeHead,
  type ProgrammeTerritory,
  partiesOn,
  programmeBySlug,
  territoriesOf,
} from '#modules/programmes/public.ts'
import { mayAdd, mayAddBelow, mayKeep, partiesFor, yearToShow } from './budget-line.ts'
import type { LineQuery, OverviewQuery } from './list-query.ts'
import { contractsOfLine, type ListedContract } from './store/contracts.ts'
import * as store from './store/lines.ts'

export type Head = { programme: ProgrammeHead; may: Verdict }

export async function loadHead(tx: ReadTx, { params, actor }: PageRequest<unknown>): Promise<Head | undefined> {
  const programme = await programmeBySlug(tx, params.slug ?? '')
  const place = programme && { programme_id: programme.id, programme_status: programme.status }
  return programme && { programme, may: mayAdd(actor, place!) }
}

export type OverviewData = Head & {
  query: OverviewQuery
  /** The one that is added up; '' for all. */
  year: number | ''
  groups: store.Group[]
  total: store.Sums
  years: number[]
  contracts: number
  offers: number
  withheld: Withheld
}

export async function loadOverview(tx: ReadTx, request: PageRequest<OverviewQuery>): Promise<OverviewData | undefined> {
  const head = await loadHead(tx, request)
  if (!head) return undefined
  const { query, today } = request
  const { id } = head.programme
  const years = await store.yearsOf(tx, id)
  const asked = query.year === '' ? yearToShow(years, today) : query.year
  const year = asked === 'all' || asked === undefined ? '' : asked
  const [groups, counts, withheld] = await Promise.all([
    store.sumLines(tx, id, query.by, year),
    store.countBeside(tx, id),
    withheldIn(tx, 'budget_lines', id),
  ])
  return { ...head, query, year, groups, total: totalOf(groups), years, ...counts, withheld }
}

export function totalOf(rows: store.Sums[]): store.Sums {
  const sum = (of: keyof store.Sums) => rows.reduce((all, row) => all + row[of], 0)
  return { lines: sum('lines'), planned: sum('planned'), revised: sum('revised'), realised: sum('realised') }
}

export type LinesData = Head & {
  query: LineQuery
  rows: store.ListedLine[]
  total: number
  years: number[]
  sources: { id: string; name: string }[]
  parties: Party[]
  territories: ProgrammeTerritory[]
  withheld: Withheld
}

export async function loadLines(tx: ReadTx, request: PageRequest<LineQuery>): Promise<LinesData | undefined> {
  const head = await loadHead(tx, request)
  if (!head) return undefined
  const { query, today } = request
  const { id } = head.programme
  const [listed, years, sources, parties, territories, withheld] = await Promise.all([
    store.listLines(tx, id, query),
    store.yearsOf(tx, id),
    store.sourcesOf(tx, id),
    partiesOn(tx, id, today),
    territoriesOf(tx, id),
    withheldIn(tx, 'budget_lines', id),
  ])
  return { ...head, query, ...listed, years, sources, parties, territories, withheld }
}

export type LineData = {
  programme: ProgrammeHead
  line: store.LineFacts
  revisions: store.Revision[]
  realisations: store.Realisation[]
  contracts: ListedContract[]
  mayKeep: Verdict
  mayAdd: Verdict
}

export async function loadLine(tx: ReadTx, { params, actor }: PageRequest<unknown>): Promise<LineData | undefined> {
  const { slug = '', id = '' } = params
  const line = isId(id) ? await store.readLine(tx, slug, id) : undefined
  if (!line) return undefined
  const [programme, revisions, realisations, contracts] = await Promise.all([
    programmeBySlug(tx, slug),
    store.revisionsOf(tx, id),
    store.realisationsOf(tx, id),
    contractsOfLine(tx, id),
  ])
  const may = { mayKeep: mayKeep(actor, line), mayAdd: mayAddBelow(actor, line) }
  return programme && { programme, line, revisions, realisations, contracts, ...may }
}

export type PlanData = Head & { mine: Party[]; territories: ProgrammeTerritory[] }

export async function loadPlan(tx: ReadTx, request: PageRequest<unknown>): Promise<PlanData | undefined> {
  const head = await loadHead(tx, request)
  if (!head) return undefined
  const { id } = head.programme
  const [parties, territories] = await Promise.all([partiesOn(tx, id, request.today), territoriesOf(tx, id)])
  const own = partiesFor(
    request.actor,
    id,
    parties.map((one) => one.organisationId),
  )
  return { ...head, mine: parties.filter((one) => own.includes(one.organisationId)), territories }
}
