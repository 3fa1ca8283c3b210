import { readCalendar } from '#kernel/calendar/stored.ts'
import { addWorkingDays, workingDaysBetween } from '#kernel/calendar.ts'
import type { ReadTx } from '#kernel/database.ts'
import { isId } from '#kernel/ids.ts'
import type { Verdict } from '#kernel/reason.ts'
import type { PageRequest } from '#kernel/web/request.ts'
import { type Withheld, withheldIn } from '#kernel/withheld.ts'
import { type OrganisationName, organisationNames } from '#modules/directory/public.ts'
import {
  type Party,
  type ProgrammeHead,
  partiesOn,
  programmeById,
  programmeBySlug,
} from '#modules/programmes/public.ts'
import { type Facts, mayRaiseEscalation, partiesOf, usualDays } from './escalation.ts'
import type { EscalationLinks, Linked } from './links.ts'
import type { ListQuery } from './list-query.ts'
import {
  type Answer,
  answersOf,
  headedParties,
  type ListedEscalation,
  listEscalations,
  readFacts,
  type Tally,
  tallyEscalations,
  withdrawalOf,
} from './store/read.ts'

export type ListData = {
  programme: ProgrammeHead
  query: ListQuery
  rows: ListedEscalation[]
  total: number
  tally: Tally
  withheld: Withheld
  may: Verdict
}

export async function loadList(
  tx: ReadTx,
  { params, query, actor }: PageRequest<ListQuery>,
): Promise<ListData | undefined> {
  const programme = await programmeBySlug(tx, params.slug ?? '')
  if (!programme) return undefined
  const [{ rows, total }, tally, withheld] = await Promise.all([
    listEscalations(tx, programme.id, query),
    tallyEscalations(tx, programme.id),
    withheldIn(tx, 'escalations', programme.id),
  ])
  const place = { programme_id: programme.id, programme_status: programme.status }
  return { programme, query, rows, total, tally, withheld, may: mayRaiseEscalation(actor, place) }
}

export type EscalationData = {
  programme: ProgrammeHead
  facts: Facts
  answers: Answer[]
  withdrawn: string | undefined
  names: Map<string, OrganisationName>
  /** The record it is about, and decisions it was taken to, as far as the reader sees them; by id. */
  linked: Map<string, Linked>
  /** Working days until it ended, or until today. */
  days: number
}

export async function loadEscalation(
  tx: ReadTx,
  { params, lang, today }: PageRequest<unknown>,
  links: EscalationLinks,
): Promise<EscalationData | undefined> {
  const { id = '' } = params
  const facts = isId(id) ? await readFacts(tx, id) : undefined
  const programme = facts && (await programmeById(tx, facts.programme_id))
  if (!programme) return undefined
  const answers = await answersOf(tx, id)
  const decisions = answers.flatMap((one) => one.decision_id ?? [])
  const { subject_kind: kind, subject_id: subject } = facts
  const [about, taken, names, withdrawn, calendar] = await Promise.all([
    kind && subject ? links.named(tx, programme.slug, kind, [subject], lang) : [],
    decisions.length > 0 ? links.named(tx, programme.slug, 'decision', decisions, lang) : [],
    organisationNames(tx, [facts.owner_id, ...facts.asked]),
    withdrawalOf(tx, id),
    readCalendar(tx),
  ])
  const linked = new Map([...about, ...taken].map((one) => [one.id, one]))
  const days = workingDaysBetween(calendar, facts.raised_on, facts.closed_on ?? today)
  return { programme, facts, answers, withdrawn, names, linked, days }
}

export type RaiseData = {
  programme: ProgrammeHead
  may: Verdict
  /** Parties that can be asked, and those that this person speaks for. */
  asked: Party[]
  mine: Party[]
  about: Linked[]
  usual: string
}

export async function loadRaise(
  tx: ReadTx,
  { params, actor, lang, today }: PageRequest,
  links: EscalationLinks,
): Promise<RaiseData | undefined> {
  const programme = await programmeBySlug(tx, params.slug ?? '')
  if (!programme) return undefined
  const may = mayRaiseEscalation(actor, { programme_id: programme.id, programme_status: programme.status })
  const [parties, headed, about, calendar] = await Promise.all([
    partiesOn(tx, programme.id, today),
    headedParties(tx, programme.id, today),
    links.choices(tx, programme, lang),
    readCalendar(tx),
  ])
  const own = partiesOf(actor, programme.id)
  const of = (ids: string[]) => parties.filter((one) => ids.includes(one.organisationId))
  return { programme, may, asked: of(headed), mine: of(own), about, usual: addWorkingDays(calendar, today, usualDays) }
}

export type AnswerData = EscalationData & { decisions: Linked[]; raiseHref: string }

export async function loadAnswer(
  tx: ReadTx,
  request: PageRequest<unknown>,
  links: EscalationLinks,
): Promise<AnswerData | undefined> {
  const data = await loadEscalation(tx, request, links)
  if (!data) return undefined
  const choices = await links.choices(tx, data.programme, request.lang)
  const decisions = choices.filter((one) => one.kind === 'decision')
  return { ...data, decisions, raiseHref: links.raiseDecisionHref(data.programme.slug) }
}
