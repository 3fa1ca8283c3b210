import { z } from 'zod'
import type { Problem } from '#kernel/outcome.ts'
import type { Target } from '../target.ts'
import { targetUnits } from '../target.ts'
import { wrong } from './acting.ts'

const words = z.string().trim().min(1).max(300)

/** A target as a form asks for it: one of a date, a repetition, a time after an event, or a sentence. */
export const targetFields = {
  due: z.iso.date().optional(),
  every: z.number().positive().max(1000).optional(),
  everyUnit: z.enum(targetUnits).optional(),
  after: z.number().positive().max(10000).optional(),
  afterUnit: z.enum(targetUnits).optional(),
  afterEvent: words.optional(),
  targetText: words.optional(),
}
const fields = z.object(targetFields)
type TargetInput = z.output<typeof fields> & { lang: 'id' | 'en' }

export function readTarget(input: TargetInput): { target: Target | undefined } | { problem: Problem } {
  const { due, every, everyUnit, after, afterUnit, afterEvent, targetText, lang } = input
  const given = [due, every ?? everyUnit, afterEvent ?? after ?? afterUnit, targetText].filter(
    (one) => one !== undefined,
  )
  if (given.length > 1) return { problem: wrong('due', 'oneTarget') }
  if (due) return { target: { kind: 'date', date: due } }
  if (every !== undefined || everyUnit) {
    if (every === undefined || !everyUnit) return { problem: wrong('every', 'halfTarget') }
    return { target: { kind: 'every', interval: every, unit: everyUnit } }
  }
  if (after !== undefined || afterUnit || afterEvent) {
    if (!afterEvent || (after === undefined) !== (afterUnit === undefined))
      return { problem: wrong('afterEvent', 'halfTarget') }
    return { target: { kind: 'after', amount: after, unit: afterUnit, event: { [lang]: afterEvent } } }
  }
  return { target: targetText ? { kind: 'text', raw: targetText, words: { [lang]: targetText } } : undefined }
}
