import { changed, operation, refused } from '#kernel/operation.ts'
import type { Problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import { type Party, partiesOn, programmeBySlug, takeProposal } from '#modules/programmes/public.ts'
import { mayPlan } from '../rules.ts'
import { placeProblems } from '../store/places.ts'
import { addRoles, addStateChange, addTask } from '../store/write-task.ts'
import { keep } from '../target.ts'
import { bindsParty } from '../task.ts'
import { by, type Done, taskEvent, wrong } from './acting.ts'
import { namedParties, type PlanInput, planInput, plannedFacts, rolesOf } from './plan-input.ts'
import { readTarget } from './target-input.ts'
import { contentColumns, contentProblems } from './task-input.ts'

export const planTask = operation({
  name: 'plan-task',
  summary: both('Merencanakan kegiatan atau tonggak', 'Plan an activity or milestone'),
  input: planInput,
  load: (tx, input) => programmeBySlug(tx, input.programme),
  policy: (actor, programme, input) =>
    mayPlan(actor, {
      programme_id: programme.id,
      programme_status: programme.status,
      accountable_id: input.accountable,
    }),
  async change(tx, context) {
    const { input, subject: programme, today } = context
    const parties = await partiesOn(tx, programme.id, today)
    const target = readTarget(input)
    const problems = [
      ...contentProblems(input, input.kind),
      ...strangers(input, parties),
      ...(await placeProblems(tx, programme.id, input)),
    ]
    if (input.start && input.due && input.due < input.start) problems.push(wrong('due', 'dueBeforeStart'))
    if ('problem' in target) problems.push(target.problem)
    if (problems.length > 0 || 'problem' in target) return refused(...problems)
    const first = keep(target.target)
    const given = first.target && JSON.stringify(first.target)
    const id = await addTask(tx, by(context), {
      programme_id: programme.id,
      owner_id: input.accountable,
      lang: input.lang,
      code: input.code ?? null,
      kind: input.kind,
      parent_id: input.parent ?? null,
      ...contentColumns(input),
      baseline_start: input.start ?? null,
      baseline_due: first.due,
      baseline_target: given,
      start_on: input.start ?? null,
      due_on: first.due,
      target: given,
      state_since: today,
    })
    if (input.proposal && !(await takeProposal(tx, input.proposal, id))) return refused(wrong('', 'proposalTaken'))
    await addRoles(tx, by(context), id, rolesOf(namedParties(input)))
    await addStateChange(tx, by(context), id, { from: null, to: 'open', lang: input.lang })
    const task = { id, programme_id: programme.id, owner_id: input.accountable, class: input.class }
    const done: Done = { task: id, version: 1 }
    return changed(done, taskEvent('planned', task, 1, plannedFacts(input, first.due)))
  },
})

/** Anyone who takes part is asked and told; only lead and members do the task and answer for it. */
function strangers(input: PlanInput, parties: Party[]): Problem[] {
  const idsOf = (some: Party[]) => new Set(some.map((party) => party.organisationId))
  const [known, doers] = [idsOf(parties), idsOf(parties.filter(bindsParty))]
  const fields = [
    ['accountable', [input.accountable], doers],
    ['responsible', input.responsible, doers],
    ['consulted', input.consulted, known],
    ['informed', input.informed, known],
  ] as const
  return fields.flatMap(([field, ids, allowed]) => {
    const stranger = ids.find((id) => !allowed.has(id))
    if (!stranger) return []
    return wrong(field, known.has(stranger) ? 'onlyWatches' : 'notAParty')
  })
}
