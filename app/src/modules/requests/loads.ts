import type { Actor } from '#kernel/access.ts'
import { readCalendar } from '#kernel/calendar/stored.ts'
import type { WorkCalendar } from '#kernel/calendar.ts'
import type { ReadTx } from '#kernel/database.ts'
import { isId } from '#kernel/ids.ts'
import type { Keys } from '#kernel/keys/keys.ts'
import type { PageRequest } from '#kernel/web/request.ts'
import { type NamedDecision, type Stub, stubOfDecision } from '#kernel/withheld.ts'
import { type Party, type ProgrammeHead, partiesOn, programmeById } from '#modules/programmes/public.ts'
import { actsOn, type OpenAct, ownActsOn } from './acts.ts'
import type { AnswersQuery, RegisterQuery } from './list-query.ts'
import type { OwnAct } from './paths.ts'
import { type Facts, isOfficer } from './request.ts'
import { broughtId } from './store/follow.ts'
import * as list from './store/list.ts'
import * as read from './store/read.ts'

export type { Rule } from './store/list.ts'
export type { Step, Written } from './store/read.ts'

export async function loadRegister(tx: ReadTx, { query, actor, today }: PageRequest<RegisterQuery>) {
  const officer = isOfficer(actor)
  const [found, tally, calendar] = await Promise.all([
    list.listRequests(tx, query, { today, officer }),
    list.tallyRequests(tx, today),
    readCalendar(tx),
  ])
  return { ...found, tally, calendar, query, today, officer }
}
export type RegisterData = Awaited<ReturnType<typeof loadRegister>>

/** What is not for everyone: as the database lets this actor read it. Its reading by the officer is an event. */
export type Private = {
  id: string
  class: 'restricted'
  programme_id: string | null
  owner_id: string | null
  texts: read.Written[]
  requester: read.Requester | undefined
}

export type Shown = {
  facts: Facts
  programme: ProgrammeHead | undefined
  wording: read.Wording | undefined
  /** That it was made from. */
  decision: NamedDecision | undefined
  names: Map<string, read.Named>
  steps: read.Step[]
  publication: list.Published | undefined
  calendar: WorkCalendar
  private: Private | undefined
}

async function showing(tx: ReadTx, facts: Facts, keys: Keys): Promise<Shown> {
  const { id, programme_id, owner_id, holder_id } = facts
  const [programme, wording, decision, names, steps, publication, calendar, texts, requester] = await Promise.all([
    programme_id ? programmeById(tx, programme_id) : undefined,
    read.wordingOf(tx, id),
    read.decisionOf(tx, id),
    read.organisationNames(tx, [owner_id, holder_id]),
    read.stepsOf(tx, id),
    list.publicationOf(tx, id),
    readCalendar(tx),
    read.textsOf(tx, id, keys),
    read.requesterOf(tx, id, keys),
  ])
  const opened: Private | undefined =
    texts.length > 0 || requester ? { id, class: 'restricted', programme_id, owner_id, texts, requester } : undefined
  return { facts, programme, wording, decision, names, steps, publication, calendar, private: opened }
}

export type OneData = Shown & { acts: OpenAct[]; today: string }

export async function loadOne(
  tx: ReadTx,
  { params, actor, today }: Pick<PageRequest<unknown>, 'params' | 'actor' | 'today'>,
  keys: Keys,
): Promise<OneData | undefined> {
  const facts = isId(params.id ?? '') ? await read.readFacts(tx, params.id!, actor) : undefined
  return facts && { ...(await showing(tx, facts, keys)), acts: actsOn(actor, facts, today), today }
}

export type FollowData = Shown & { acts: OpenAct<OwnAct>[]; token: string; today: string }

/** What the secret link opens; an unknown one opens nothing. */
export async function loadFollow(
  tx: ReadTx,
  { params, actor, today }: Pick<PageRequest<unknown>, 'params' | 'actor' | 'today'>,
  keys: Keys,
): Promise<FollowData | undefined> {
  const token = params.token ?? ''
  const id = await broughtId(tx, token)
  const facts = id ? await read.readFacts(tx, id, actor) : undefined
  return facts && { ...(await showing(tx, facts, keys)), acts: ownActsOn(actor, facts, today), token, today }
}

export type ActData = OneData & { parties: Party[]; programmes: list.ProgrammeChoice[] }

export async function loadAct(
  tx: ReadTx,
  request: { params: Record<string, string>; actor: Actor; today: string },
  keys: Keys,
): Promise<ActData | undefined> {
  const data = await loadOne(tx, request, keys)
  if (!data) return undefined
  const [parties, programmes] = await Promise.all([
    data.programme ? partiesOn(tx, data.programme.id, request.today) : [],
    data.programme ? [] : list.programmeChoices(tx),
  ])
  return { ...data, parties, programmes }
}

export type FileData = { programmes: list.ProgrammeChoice[]; withheld: Stub | undefined }

/** `classification`: the decision on what is asked for all the same. */
export async function loadFile(tx: ReadTx, { query }: PageRequest<{ classification?: string }>): Promise<FileData> {
  const { classification = '' } = query
  const [programmes, withheld] = await Promise.all([
    list.programmeChoices(tx),
    isId(classification) ? stubOfDecision(tx, classification) : undefined,
  ])
  return { programmes, withheld }
}

export async function loadAnswers(tx: ReadTx, { query }: PageRequest<AnswersQuery>) {
  return { ...(await list.listPublications(tx, query)), query }
}
export type AnswersData = Awaited<ReturnType<typeof loadAnswers>>
