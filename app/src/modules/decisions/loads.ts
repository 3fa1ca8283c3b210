import { readCalendar } from '#kernel/calendar/stored.ts'
import { workingDaysBetween } from '#kernel/calendar.ts'
import type { ReadTx } from '#kernel/database.ts'
import { isId } from '#kernel/ids.ts'
import type { PageRequest } from '#kernel/web/request.ts'
import { type OrganisationName, organisationNames } from '#modules/directory/public.ts'
import { documentCounts } from '#modules/documents/public.ts'
import { type ProgrammeHead, programmeById } from '#modules/programmes/public.ts'
import { codeOf, type Facts, missingExplanations } from './decision.ts'
import { type DecisionLinks, type Linked, linkKinds } from './links.ts'
import { mayReadOutcome } from './rules.ts'
import { readFacts } from './store/facts.ts'
import { type Parts, readParts, reversalsOf, type Step } from './store/parts.ts'

export type Names = Map<string, OrganisationName>
export type About = { programme: ProgrammeHead; facts: Facts }

export async function loadAbout(tx: ReadTx, { params }: PageRequest<unknown>): Promise<About | undefined> {
  const { id = '' } = params
  if (!isId(id)) return undefined
  const facts = await readFacts(tx, id)
  const programme = facts && (await programmeById(tx, facts.programme_id))
  return programme && { programme, facts }
}

/** Everything the page of one decision shows, as far as this reader may. */
export async function loadDecision(tx: ReadTx, request: PageRequest<unknown>, links: DecisionLinks) {
  const { id = '' } = request.params
  if (!isId(id)) return undefined
  const [facts, found] = await Promise.all([readFacts(tx, id), readParts(tx, id)])
  if (!facts) return undefined
  const decided = found.outcomes.find((one) => one.result === 'adopted' || one.result === 'rejected')
  const explained = decided && found.publication && { first: decided.decided_on, last: found.publication.published_on }
  const [programme, names, reversals, calendar, files] = await Promise.all([
    programmeById(tx, facts.programme_id),
    organisationNames(tx, [...organisationsIn(facts, found)]),
    reversalsOf(tx, id, facts.reverses_id),
    explained ? readCalendar(tx, explained) : undefined,
    documentCounts(tx, [id], request.today),
  ])
  if (!programme) return undefined
  const linked = await linkedRecords(tx, programme, [...found.links, ...found.steps.map(taskOf)], request.lang, links)
  const lag = explained && calendar ? workingDaysBetween(calendar, explained.first, explained.last) : undefined
  return {
    programme,
    facts,
    ...found,
    linked,
    names,
    reversals: reversals.map((one) => ({ ...one, code: codeOf(one) })),
    decided,
    lag,
    missing: decided ? missingExplanations(explanationOf(facts, found, files.get(id) ?? 0)) : [],
    open: mayReadOutcome(request.actor, facts),
  }
}
export type DecisionData = NonNullable<Awaited<ReturnType<typeof loadDecision>>>

const taskOf = ({ task_id }: Step) => ({ kind: 'task' as const, record_id: task_id })

/** Records that are named, as their own modules call them; only those that this reader sees. */
async function linkedRecords(
  tx: ReadTx,
  programme: ProgrammeHead,
  named: { kind: string; record_id: string | null }[],
  lang: 'id' | 'en',
  links: DecisionLinks,
): Promise<Map<string, Linked>> {
  const found = new Map<string, Linked>()
  for (const kind of linkKinds) {
    const ids = named.flatMap((one) => (one.kind === kind && one.record_id ? [one.record_id] : []))
    if (ids.length === 0) continue
    for (const one of await links.choices(tx, programme, kind, lang, ids))
      if (ids.includes(one.id)) found.set(one.id, one)
  }
  return found
}

function organisationsIn(facts: Facts, found: Parts): Set<string> {
  const {
    concerned,
    positions,
    amendments,
    questions,
    answers,
    recusals,
    delegations,
    ballots,
    steps,
    dissents,
    appeals,
  } = found
  const rows = [positions, amendments, questions, answers, concerned, delegations, ballots, steps, dissents, appeals]
  return new Set([
    facts.owner_id,
    ...facts.parties,
    ...facts.voters.map((voter) => voter.organisation_id),
    ...rows.flatMap((list) => list.map((row) => row.organisation_id)),
    ...recusals.flatMap((one) => [one.organisation_id, one.concerned_id ?? one.organisation_id]),
  ])
}

function explanationOf(facts: Facts, found: Parts, files: number) {
  const { options, links, ballots, asked, outcomes, publication } = found
  const cast = ballots.filter((one) => one.round_id === outcomes.at(-1)?.round_id)
  return {
    options: options.length,
    reason: publication !== null || !facts.published,
    participants: cast.length,
    asked: asked >= cast.length && cast.length > 0,
    documents: links.filter((one) => one.kind === 'document').length + files,
  }
}
