import { type Actor, coordinates, hasRole } from '#kernel/access.ts'
import { type Reason, reason, type Text, type Verdict } from '#kernel/reason.ts'
import { kernelWords } from '#kernel/words.ts'
import { refusalWords } from './words/refusals.ts'

type Refusals = (typeof refusalWords)['id']

/** A sentence of words/refusals.ts in the reader's language. */
export function says(pick: (words: Refusals) => string): Text {
  return (lang) => pick(refusalWords[lang])
}

/** A refusal with its sentence from words/refusals.ts. */
export function because(code: string, pick: (words: Refusals) => string): Reason {
  return reason(code, says(pick))
}

export const signInFirst: Reason = reason('sign-in-first', (lang) => kernelWords[lang].signInFirst)

/** Parties, seats, charter drafts, description and state: the coordination team's own acts. */
export function mayCoordinate(actor: Actor, programme: { id: string }): Verdict {
  if (actor.kind === 'visitor') return signInFirst
  if (coordinates(actor, programme.id)) return true
  return because('not-coordinator', (words) => words.notCoordinator)
}

export function mayGiveGrant(actor: Actor, programme: { id: string }): Verdict {
  if (actor.kind === 'visitor') return signInFirst
  if (coordinates(actor, programme.id) || hasRole(actor, 'information-officer')) return true
  return because('not-for-grants', (words) => words.notForGrants)
}
