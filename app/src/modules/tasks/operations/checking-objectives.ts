import type { z } from 'zod'
import { type Operation, refused } from '#kernel/operation.ts'
import type { TaskLinks } from '../links.ts'
import { wrong } from './acting.ts'

type Input = z.ZodObject
type Named = { objectives: string[] }

/** The same operation, refusing objectives that the programme does not have; who knows them is passed in. */
export function checkingObjectives<Schema extends Input, S extends object, R>(
  declared: Operation<Schema, S, R>,
  links: TaskLinks,
): Operation<Schema, S, R> {
  return {
    ...declared,
    async change(tx, context) {
      const { objectives } = context.input as Named
      if (objectives.length > 0) {
        const { id, programme_id } = context.subject as { id: string; programme_id?: string }
        const known = await links.objectivesOf(tx, programme_id ?? id)
        const unknown = objectives.some((named) => !known.some((one) => one.id === named))
        if (unknown) return refused(wrong('objectives', 'noSuchObjective'))
      }
      return declared.change(tx, context)
    },
  }
}
