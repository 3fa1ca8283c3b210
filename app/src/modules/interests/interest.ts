import type { Actor } from '#kernel/access.ts'
import { type Lang, reason, type Verdict } from '#kernel/reason.ts'
import { kernelWords } from '#kernel/words.ts'
import { words } from './words.ts'

export const interestKinds = ['post', 'ownership', 'family', 'supplier', 'address', 'gift'] as const
export type InterestKind = (typeof interestKinds)[number]

/** What the public register shows of one interest; the free text beside it is a note. */
export type Interest = {
  id: string
  declaration_id: string
  kind: InterestKind
  organisation_id: string | null
  organisation: string
  lang: Lang
  since: string | null
  until: string | null
}
export type Declaration = { id: string; person_id: string; declared_on: string; valid_until: string }

export type Standing = 'missing' | 'run-out' | 'valid'

export function standingOn(declaration: Pick<Declaration, 'valid_until'> | undefined, day: string): Standing {
  if (!declaration) return 'missing'
  return declaration.valid_until >= day ? 'valid' : 'run-out'
}

/** Whoever holds a post or an office declares, for themselves. */
export function mayDeclare(actor: Actor): Verdict {
  if (actor.kind === 'visitor') return reason('sign-in-first', (lang) => kernelWords[lang].signInFirst)
  const official = actor.kind === 'person' && (actor.organisationIds.length > 0 || actor.roles.length > 0)
  return official || reason('no-post', (lang) => words[lang].refusal.noPost)
}
