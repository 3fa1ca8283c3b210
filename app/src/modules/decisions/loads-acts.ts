import type { ReadTx } from '#kernel/database.ts'
import type { PageRequest } from '#kernel/web/request.ts'
import { organisationNames } from '#modules/directory/public.ts'
import type { Choice } from '#ui/choice-fields.tsx'
import type { DecisionLinks, LinkKind } from './links.ts'
import { type About, loadAbout, type Names } from './loads.ts'
import { delegating, partiesOf } from './rules.ts'
import { type Colleague, colleaguesOf, type Parts, readParts } from './store/parts.ts'

/** What the form of an act on a decision is given. */
export type ActData = About &
  Pick<Parts, 'options' | 'concerned' | 'amendments' | 'questions' | 'appeals' | 'outcomes'> & {
    names: Names
    /** Parties that this person acts for; the form asks only where there are several. */
    mine: string[]
    colleagues: Colleague[]
    objectives: Choice[]
    tasks: Choice[]
    budgetLines: Choice[]
    resources: Choice[]
  }

export async function loadAct(
  tx: ReadTx,
  request: PageRequest<unknown>,
  links: DecisionLinks,
): Promise<ActData | undefined> {
  const about = await loadAbout(tx, request)
  if (!about) return undefined
  const { facts, programme } = about
  const { actor, lang, today } = request
  const { options, concerned, amendments, questions, appeals, outcomes } = await readParts(tx, facts.id)
  const colleagues = await colleaguesOf(tx, facts.programme_id, delegating(actor, facts), today)
  const choicesOf = async (kind: LinkKind) =>
    (await links.choices(tx, programme, kind, lang)).map((one) => ({ value: one.id, label: one.label }))
  const names = await organisationNames(tx, [
    ...facts.parties,
    ...concerned.map((one) => one.organisation_id),
    ...[...amendments, ...questions, ...appeals].map((one) => one.organisation_id),
  ])
  const lists = { options, concerned, colleagues, amendments, questions, appeals, outcomes }
  return {
    ...about,
    ...lists,
    names,
    mine: partiesOf(actor, facts),
    objectives: await choicesOf('objective'),
    tasks: await choicesOf('task'),
    budgetLines: await choicesOf('budget-line'),
    resources: await choicesOf('resource'),
  }
}
