import { z } from 'zod'
import { type Actor, personOf } from '#kernel/access.ts'
import type { NewEvent } from '#kernel/event.ts'
import { type Problem, problem } from '#kernel/outcome.ts'
import type { JsonObject } from '#kernel/schema.ts'
import type { Mitigation } from '../mitigation.ts'
import type { By } from '../store/mitigations.ts'
import { formWords } from '../words/forms.ts'

/** What the operations of monitoring have in common. */
export const lang = z.enum(['id', 'en']).default('id')
export const sentence = z.string().trim().min(1).max(2000)

export function by({ actor, now, today }: { actor: Actor; now: Date; today: string }): By {
  return { now, today, person: personOf(actor) }
}

export function wrong(field: string, code: keyof (typeof formWords)['id']['problem']): Problem {
  return problem(field, code, (language) => formWords[language].problem[code])
}

export function mitigationEvent(
  name: string,
  mitigation: Pick<Mitigation, 'id' | 'programme_id' | 'owner_id' | 'class' | 'obstacle_id'>,
  version: number,
  payload: JsonObject = {},
): NewEvent {
  return {
    name: `mitigation.${name}`,
    programmeId: mitigation.programme_id,
    ownerId: mitigation.owner_id,
    class: mitigation.class,
    subjectKind: 'mitigation',
    subjectId: mitigation.id,
    subjectVersion: version,
    payload: { obstacle: mitigation.obstacle_id, ...payload },
  }
}

/** What an operation on a mitigation answers. */
export type Done = { mitigation: string; obstacle: string; version: number }
