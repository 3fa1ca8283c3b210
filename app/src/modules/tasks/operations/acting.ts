import { z } from 'zod'
import { type Actor, personOf } from '#kernel/access.ts'
import type { NewEvent } from '#kernel/event.ts'
import type { Problem } from '#kernel/outcome.ts'
import { problem } from '#kernel/outcome.ts'
import type { JsonObject } from '#kernel/schema.ts'
import type { By } from '../store/write-task.ts'
import type { Task, TaskRole } from '../task.ts'
import { words } from '../words.ts'

/** What the operations on one task have in common: how they name it, write about it and tell of it. */
export const taskId = z.uuid()
export const lang = z.enum(['id', 'en']).default('id')
export const sentence = z.string().trim().min(1).max(2000)

export function by({ actor, now, today }: { actor: Actor; now: Date; today: string }): By {
  return { now, today, person: personOf(actor) }
}

type Told = Pick<Task, 'id' | 'programme_id' | 'owner_id' | 'class'>

export function taskEvent(name: string, task: Told, version: number, payload: JsonObject = {}): NewEvent {
  return {
    name: `task.${name}`,
    programmeId: task.programme_id,
    ownerId: task.owner_id,
    class: task.class,
    subjectKind: 'task',
    subjectId: task.id,
    subjectVersion: version,
    payload,
  }
}

/** Who does what, as an event says it. */
export function roleFact(organisationId: string, role: TaskRole): string {
  return `${organisationId} ${role}`
}

/** What an operation on a task answers. */
export type Done = { task: string; version: number }

export function wrong(field: string, code: keyof (typeof words)['id']['problem']): Problem {
  return problem(field, code, (lang) => words[lang].problem[code])
}
