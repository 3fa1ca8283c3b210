import type { Tx } from '#kernel/database.ts'
import type { NewEvent } from '#kernel/event.ts'
import { lock } from '#kernel/operation.ts'
import { type Problem, problem } from '#kernel/outcome.ts'
import type { JsonObject } from '#kernel/schema.ts'
import type { Escalation, Facts } from '../escalation.ts'
import { readFacts } from '../store/read.ts'
import { words } from '../words.ts'

/** What the operations on one matter have in common. */
export type Done = { escalation: string }

export async function loadFacts(tx: Tx, input: { escalation: string }): Promise<Facts | undefined> {
  await lock(tx, input.escalation)
  return readFacts(tx, input.escalation)
}

type Told = Pick<Escalation, 'id' | 'programme_id' | 'owner_id' | 'class'>

export function escalationEvent(name: string, of: Told, version: number, payload: JsonObject = {}): NewEvent {
  return {
    name,
    programmeId: of.programme_id,
    ownerId: of.owner_id,
    class: of.class,
    subjectKind: 'escalation',
    subjectId: of.id,
    subjectVersion: version,
    payload,
  }
}

export function wrong(field: string, code: keyof (typeof words)['id']['problem']): Problem {
  return problem(field, code, (lang) => words[lang].problem[code])
}
