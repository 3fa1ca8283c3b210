import { z } from 'zod'
import type { Actor } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import type { NewEvent } from '#kernel/event.ts'
import { lock } from '#kernel/operation.ts'
import { type Problem, problem } from '#kernel/outcome.ts'
import type { JsonObject } from '#kernel/schema.ts'
import type { Decision, Facts } from '../decision.ts'
import { partiesOf } from '../rules.ts'
import { readFacts } from '../store/facts.ts'
import { words } from '../words.ts'

/** What the operations on one decision have in common. */
export const decision = z.uuid()
export const party = z.uuid().optional()
export const sentence = z.string().trim().min(1).max(2000)
export type Done = { decision: string; version: number }

/** The decision as it stands once every act before this one has ended. */
export async function loadFacts(tx: Tx, input: { decision: string }): Promise<Facts | undefined> {
  await lock(tx, input.decision)
  return readFacts(tx, input.decision)
}

type Told = Pick<Decision, 'id' | 'programme_id' | 'owner_id' | 'class'>

export function decisionEvent(name: string, of: Told, version: number, payload: JsonObject = {}): NewEvent {
  return {
    name,
    programmeId: of.programme_id,
    ownerId: of.owner_id,
    class: of.class,
    subjectKind: 'decision',
    subjectId: of.id,
    subjectVersion: version,
    payload,
  }
}

/** How it is voted and ends is for members until it is published. */
export function memberEvent(name: string, of: Told, version: number, payload: JsonObject = {}): NewEvent {
  const event = decisionEvent(name, of, version, payload)
  return { ...event, class: of.class === 'public' ? 'members' : of.class }
}

type Problems = (typeof words)['id']['problem']

type Plain = { [K in keyof Problems]: Problems[K] extends string ? K : never }[keyof Problems]

export function wrong(field: string, code: Plain): Problem {
  return problem(field, code, (lang) => words[lang].problem[code])
}

/** The party a person speaks for: the one named, or the only one they act for. */
export function speaksFor(actor: Actor, of: Facts, named: string | undefined): string | undefined {
  const parties = partiesOf(actor, of)
  return named === undefined ? parties[0] : parties.find((one) => one === named)
}
