import type { ReadTx } from '#kernel/database.ts'
import type { PageRequest } from '#kernel/web/request.ts'
import { organisationNames } from '#modules/directory/public.ts'
import type { Choice } from '#ui/choice-fields.tsx'
import type { DecisionLinks } from './links.ts'
import { type About, loadAbout, type Names } from './loads.ts'
import { delegating, partiesOf } from './rules.ts'
import * as parts from './store/parts.ts'

/** What the form of an act on a decision is given. */
export type ActData = About & {
  names: Names
  /** Parties that this person acts for; the form asks only where there are several. */
  mine: string[]
  options: parts.Option[]
  concerned: parts.Concerned[]
  colleagues: parts.Colleague[]
  amendments: parts.Amendment[]
  questions: parts.Question[]
  appeals: parts.Appeal[]
  outcomes: parts.OutcomeRow[]
  objectives: Choice[]
  tasks: Choice[]
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
  const [options, concerned, amendments, questions, appeals, outcomes] = await Promise.all([
    parts.optionsOf(tx, facts.id),
    parts.concernedOf(tx, facts.id),
    parts.amendmentsOf(tx, facts.id),
    parts.questionsOf(tx, facts.id),
    parts.appealsOf(tx, facts.id),
    parts.outcomesOf(tx, facts.id),
  ])
  const colleagues = await parts.colleaguesOf(tx, facts.programme_id, delegating(actor, facts), today)
  const choicesOf = async (kind: 'objective' | 'task') =>
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
  }
}
