import type { Actor } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import type { NewEvent } from '#kernel/event.ts'
import { type Changed, changed, lock } from '#kernel/operation.ts'
import { type Problem, problem } from '#kernel/outcome.ts'
import type { JsonObject } from '#kernel/schema.ts'
import type { Facts, InformationRequest } from '../request.ts'
import { broughtId } from '../store/follow.ts'
import { readFacts } from '../store/read.ts'
import { words } from '../words.ts'

export type Done = { id: string; version: number }

type Context = { actor: Actor }

/** The request as it stands once every act before this one has ended. */
export async function loadFacts(tx: Tx, input: { request: string }, { actor }: Context): Promise<Facts | undefined> {
  await lock(tx, input.request)
  return readFacts(tx, input.request, actor)
}

/** The request that the secret link opens. */
export async function loadOwn(tx: Tx, input: { token: string }, { actor }: Context): Promise<Facts | undefined> {
  const id = await broughtId(tx, input.token)
  if (!id) return undefined
  await lock(tx, id)
  return readFacts(tx, id, actor)
}

export function requestEvent(name: string, of: InformationRequest, payload: JsonObject = {}): NewEvent {
  return {
    name: `information-request.${name}`,
    programmeId: of.programme_id,
    ownerId: of.owner_id,
    class: 'public',
    subjectKind: 'information-request',
    subjectId: of.id,
    subjectVersion: of.version,
    payload,
  }
}

export function done(name: string, of: InformationRequest, payload: JsonObject = {}): Changed<Done> {
  return changed({ id: of.id, version: of.version }, requestEvent(name, of, payload))
}

/** An act of the requester: the log does not say who. */
export function doneUnsigned(name: string, of: InformationRequest, payload: JsonObject = {}): Changed<Done> {
  return changed({ id: of.id, version: of.version }, { ...requestEvent(name, of, payload), unsigned: true })
}

type Problems = (typeof words)['id']['problem']

export function wrong(field: string, code: keyof Problems): Problem {
  return problem(field, code, (lang) => words[lang].problem[code])
}
