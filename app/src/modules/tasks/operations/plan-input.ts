import { z } from 'zod'
import { type TaskRole, taskKinds } from '../task.ts'
import { lang, roleFact } from './acting.ts'
import { targetFields } from './target-input.ts'
import { contentFacts, contentFields } from './task-input.ts'

const parties = z.array(z.uuid()).max(50).default([])

export const planInput = z
  .object({
    programme: z.string().min(1).max(80),
    kind: z.enum(taskKinds),
    code: z.string().trim().min(1).max(40).optional(),
    lang,
    start: z.iso.date().optional(),
    parent: z.uuid().optional(),
    /** A proposal of the programme's template that this task takes up. */
    proposal: z.uuid().optional(),
    accountable: z.uuid(),
    responsible: parties,
    consulted: parties,
    informed: parties,
    ...contentFields,
    ...targetFields,
  })
  .strict()
export type PlanInput = z.output<typeof planInput>

/** Who is named in which field. An agency that answers for a task and has nobody else to do it does it. */
export function namedParties(input: PlanInput): Record<TaskRole, string[]> {
  const { accountable, responsible, consulted, informed } = input
  return {
    accountable: [accountable],
    responsible: responsible.length > 0 ? responsible : [accountable],
    consulted,
    informed,
  }
}

export function rolesOf(named: Record<TaskRole, string[]>): { organisationId: string; role: TaskRole }[] {
  return Object.entries(named).flatMap(([role, ids]) =>
    [...new Set(ids)].map((organisationId) => ({ organisationId, role: role as TaskRole })),
  )
}

/** What the log tells of the task as it is planned. */
export function plannedFacts(input: PlanInput, due: string | null) {
  const roles = rolesOf(namedParties(input)).map(({ organisationId, role }) => roleFact(organisationId, role))
  return { kind: input.kind, start: input.start ?? null, due, ...contentFacts(input), roles }
}
