import type { ReadTx } from '#kernel/database.ts'
import type { Verdict } from '#kernel/reason.ts'
import type { PageRequest } from '#kernel/web/request.ts'
import { type Withheld, withheldIn } from '#kernel/withheld.ts'
import { charterTerms, type Party, type ProgrammeHead, partiesOn, programmeBySlug } from '#modules/programmes/public.ts'
import type { ListQuery, Tally } from './list-query.ts'
import { mayRaise } from './rules.ts'
import { readDecision } from './store/facts.ts'
import { type ListedDecision, listDecisions, tallyDecisions } from './store/list.ts'

export type ListData = {
  programme: ProgrammeHead
  query: ListQuery
  rows: ListedDecision[]
  total: number
  tally: Tally
  withheld: Withheld
  may: Verdict
}

export async function loadList(
  tx: ReadTx,
  { params, query, actor, today }: PageRequest<ListQuery>,
): Promise<ListData | undefined> {
  const programme = await programmeBySlug(tx, params.slug ?? '')
  if (!programme) return undefined
  const [{ rows, total }, tally, withheld, raising] = await Promise.all([
    listDecisions(tx, programme.id, query),
    tallyDecisions(tx, programme.id),
    withheldIn(tx, 'decisions', programme.id),
    loadRaising(tx, programme, today),
  ])
  return { programme, query, rows, total, tally, withheld, may: mayRaise(actor, raising) }
}

async function loadRaising(tx: ReadTx, programme: ProgrammeHead, today: string) {
  const [terms, parties] = await Promise.all([charterTerms(tx, programme.id), partiesOn(tx, programme.id, today)])
  const voting = parties.filter((one) => one.role === 'lead' || one.role === 'member')
  return {
    programme_id: programme.id,
    programme_status: programme.status,
    parties: voting.map((one) => one.organisationId),
    rule: terms?.decisionRule ?? null,
    named: voting,
  }
}

export type RaiseData = {
  programme: ProgrammeHead
  may: Verdict
  rule: string | null
  parties: Party[]
  reverses?: { id: string; question: string; number: number; raised_on: string }
}

export async function loadRaise(
  tx: ReadTx,
  { params, query, actor, today }: PageRequest,
): Promise<RaiseData | undefined> {
  const programme = await programmeBySlug(tx, params.slug ?? '')
  if (!programme) return undefined
  const raising = await loadRaising(tx, programme, today)
  const asked = /^[0-9a-f-]{36}$/.test(query.reverses ?? '') ? await readDecision(tx, query.reverses!) : undefined
  const reverses = asked?.programme_id === programme.id ? asked : undefined
  return { programme, may: mayRaise(actor, raising), rule: raising.rule, parties: raising.named, reverses }
}
