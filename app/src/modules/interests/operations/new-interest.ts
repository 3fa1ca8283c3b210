import type { ReadTx } from '#kernel/database.ts'
import { type Problem, problem } from '#kernel/outcome.ts'
import { organisationNamed } from '#modules/directory/public.ts'
import type { InterestKind } from '../interest.ts'
import type { NewInterest } from '../store.ts'
import { words } from '../words.ts'

type Input = {
  kind?: InterestKind
  organisation?: string
  unlisted: boolean
  since?: string
  until?: string
  note?: string
}
type Found = { interests: NewInterest[] } | { problem: Problem }

/** The interest that a form adds: none, or one with its organisation found in the directory. */
export async function readNewInterest(tx: ReadTx, input: Input): Promise<Found> {
  const { kind, organisation, since = null, until = null, note = null } = input
  if (!kind && !organisation && !since && !until && !note) return { interests: [] }
  if (!kind) return wrong('kind', (say) => say.kind)
  if (!organisation) return wrong('organisation', (say) => say.organisation)
  if (since && until && until < since) return wrong('until', (say) => say.backwards)
  if (kind === 'gift' && !since) return wrong('since', (say) => say.giftDay)
  const body = await bodyNamed(tx, organisation, input.unlisted)
  if ('problem' in body) return body
  return { interests: [{ kind, ...body, since, until: until ?? (kind === 'gift' ? yearAfter(since!) : null), note }] }
}

type Body = Pick<NewInterest, 'organisationId' | 'organisationName'>

/** By its exact name or acronym; near ones are shown rather than guessed, since a missed link hides a conflict. */
async function bodyNamed(tx: ReadTx, name: string, unlisted: boolean): Promise<Body | { problem: Problem }> {
  const found = await organisationNamed(tx, name)
  if ('id' in found) return { organisationId: found.id, organisationName: null }
  if (unlisted) return { organisationId: null, organisationName: name }
  const names = found.near.join('; ')
  return wrong('organisation', (say) => (names ? say.near(names) : say.unknown))
}

/** A gift counts for a year unless the person says longer. */
function yearAfter(day: string): string {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4).replace('-02-29', '-02-28')}`
}

type Problems = (typeof words)['id']['problem']

function wrong(field: string, pick: (say: Problems) => string): { problem: Problem } {
  return { problem: problem(field, 'interest', (lang) => pick(words[lang].problem)) }
}
