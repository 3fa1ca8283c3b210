import type { Actor } from '#kernel/access.ts'
import type { ReadTx, Tx } from '#kernel/database.ts'
import type { NewEvent } from '#kernel/event.ts'
import { isId } from '#kernel/ids.ts'
import { lock } from '#kernel/operation.ts'
import { type Problem, problem } from '#kernel/outcome.ts'
import type { JsonObject } from '#kernel/schema.ts'
import { organisationById, organisationNamed } from '#modules/directory/public.ts'
import { partiesOn } from '#modules/programmes/public.ts'
import { type BudgetLine, partiesFor } from '../budget-line.ts'
import { readContract } from '../store/contracts.ts'
import { readLine } from '../store/lines.ts'
import { readResource } from '../store/offers.ts'
import { words } from '../words.ts'

/** What the operations of this module have in common. */
export type Done = { slug: string; id: string }

export async function loadLine(tx: Tx, input: { slug: string; id: string }) {
  await lock(tx, input.id)
  return readLine(tx, input.slug, input.id)
}

export async function loadContract(tx: Tx, input: { slug: string; id: string }) {
  await lock(tx, input.id)
  return readContract(tx, input.slug, input.id)
}

export async function loadResource(tx: Tx, input: { slug: string; id: string }) {
  await lock(tx, input.id)
  return readResource(tx, input.slug, input.id)
}

/** The party in whose name something is recorded: the one said, or the only one that the person acts for. */
export async function partySaid(tx: ReadTx, actor: Actor, programmeId: string, day: string, said: string | undefined) {
  const parties = (await partiesOn(tx, programmeId, day)).map((one) => one.organisationId)
  const own = partiesFor(actor, programmeId, parties)
  if (said) return own.find((one) => one === said)
  return own.length === 1 ? own[0] : undefined
}

type Told = Pick<BudgetLine, 'id' | 'programme_id' | 'owner_id' | 'class'>
type Kind = 'budget-line' | 'contract' | 'resource'

export function resourceEvent(kind: Kind, name: string, of: Told, version: number, payload: JsonObject = {}): NewEvent {
  return {
    name,
    programmeId: of.programme_id,
    ownerId: of.owner_id,
    class: of.class,
    subjectKind: kind,
    subjectId: of.id,
    subjectVersion: version,
    payload,
  }
}

export function wrong(field: string, code: keyof (typeof words)['id']['problem']): Problem {
  return problem(field, code, (lang) => words[lang].problem[code])
}

/** The organisation of this id, or of exactly this name or acronym; else what is wrong, with names that are near. */
export async function organisationSaid(tx: ReadTx, field: string, said: string): Promise<string | Problem> {
  if (isId(said)) return (await organisationById(tx, said))?.id ?? wrong(field, 'noOrganisation')
  const found = await organisationNamed(tx, said)
  if ('id' in found) return found.id
  const names = found.near.join('; ')
  return names
    ? problem(field, 'noOrganisation', (lang) => words[lang].nearNames(names))
    : wrong(field, 'noOrganisation')
}
