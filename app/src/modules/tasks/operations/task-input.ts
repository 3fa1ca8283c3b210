import { z } from 'zod'
import type { Problem } from '#kernel/outcome.ts'
import { effortUnits, milestoneTypes, wordsIn } from '../task.ts'
import { wrong } from './acting.ts'

const short = z.string().trim().min(1).max(300)

/** What planning and editing have in common. */
export const contentFields = {
  title: short,
  titleEn: short.optional(),
  milestoneType: z.enum(milestoneTypes).optional(),
  measure: short.optional(),
  reporting: short.optional(),
  objectives: z.array(z.uuid()).max(20).default([]),
  service: z.uuid().optional(),
  territory: z.string().trim().min(1).max(120).optional(),
  targetGroup: short.optional(),
  effort: z.number().positive().max(1_000_000).optional(),
  effortUnit: z.enum(effortUnits).optional(),
  budget: z.number().nonnegative().max(1e15).optional(),
  weight: z.number().positive().max(1_000_000).optional(),
  class: z.enum(['public', 'members', 'restricted']).default('public'),
}
const fields = z.object(contentFields)
export type Content = z.output<typeof fields> & { lang: 'id' | 'en' }

type Worded = { kind?: string; key?: string; id?: string; en?: string }
type Before = { measures: unknown; reporting: unknown }

/** The columns of these fields, as a task keeps them. `before`: the words it has, of which a form shows one. */
export function contentColumns(input: Content, before: Before = { measures: [], reporting: [] }) {
  return {
    title: input.title,
    title_en: input.titleEn ?? null,
    milestone_type: input.milestoneType ?? null,
    measures: reworded(before.measures as Worded[], input.measure, input.lang, { kind: 'completion' }),
    reporting: reworded(before.reporting as Worded[], input.reporting, input.lang, {}),
    objective_ids: input.objectives,
    service_id: input.service ?? null,
    territory_code: input.territory ?? null,
    target_group: input.targetGroup ?? null,
    effort_amount: input.effort ?? null,
    effort_unit: input.effortUnit ?? null,
    budget: input.budget ?? null,
    weight: input.weight ?? null,
    class: input.class,
  }
}

/** The same for the log: ids, codes and numbers, no words. */
export function contentFacts(input: Content) {
  const { milestoneType, objectives, service, territory, effort, effortUnit, budget, weight } = input
  return {
    type: milestoneType ?? null,
    objectives,
    service: service ?? null,
    territory: territory ?? null,
    effort: effort ?? null,
    effortUnit: effortUnit ?? null,
    budget: budget ?? null,
    weight: weight ?? null,
  }
}

/** Only the first words, in the language of the form, are replaced: what else the source says stays. */
function reworded(rows: Worded[], text: string | undefined, lang: 'id' | 'en', made: Worded): string {
  if (!text) return '[]'
  const [first, ...others] = rows
  if (!first) return JSON.stringify([{ ...made, [lang]: text }])
  return JSON.stringify([wordsIn(first, lang).text === text ? first : { ...first, [lang]: text }, ...others])
}

export function contentProblems(input: Content, kind: string): Problem[] {
  const problems: Problem[] = []
  if (input.milestoneType && kind !== 'milestone') problems.push(wrong('milestoneType', 'typeOfActivity'))
  if ((input.effort === undefined) !== (input.effortUnit === undefined))
    problems.push(wrong('effortUnit', 'effortUnit'))
  return problems
}
