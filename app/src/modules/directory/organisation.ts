import { type Actor, hasRole } from '#kernel/access.ts'
import { all, type Lang, reason, type Text, type Verdict } from '#kernel/reason.ts'
import { kernelWords } from '#kernel/words.ts'
import { words } from './words.ts'

export const organisationKinds = ['agency', 'legislature', 'non-profit', 'business', 'university', 'community'] as const
export type OrganisationKind = (typeof organisationKinds)[number]
export const nameKinds = ['former', 'other', 'acronym'] as const
export type NameKind = (typeof nameKinds)[number]

/** A body of the directory. Days are 'YYYY-MM-DD'; `country` an ISO 3166 code, or the words of a list that has none. */
export type Organisation = {
  id: string
  name: string
  lang: Lang
  kind: OrganisationKind
  acronym: string | null
  parent_id: string | null
  territory_code: string | null
  country: string
  website: string | null
  founded_on: string | null
  dissolved_on: string | null
  merged_into_id: string | null
  created_at: Date
  version: number
}
export type OtherName = { id: string; name: string; kind: NameKind; until: string | null }
export type Identifier = { scheme: string; value: string }

/** Whether this actor keeps the organisation, and may also appoint its heads; told by the database's own rule. */
export type Keeping = { kept: boolean; led: boolean }
export type Kept = Organisation & Keeping

type Say = (typeof words)['id']
export function says(pick: (say: Say) => string): Text {
  return (lang) => pick(words[lang])
}

/** The coordination team of a programme, and the operator, add bodies that are not in the directory yet. */
export function mayAddOrganisation(actor: Actor): Verdict {
  if (actor.kind === 'job') return true
  if (actor.kind === 'visitor') return signInFirst()
  const coordinating = actor.seats.some((seat) => seat.role === 'coordinator' || seat.role === 'deputy')
  if (coordinating || hasRole(actor, 'operator')) return true
  return reason(
    'not-directory-keeper',
    says((say) => say.reasons.notDirectoryKeeper),
  )
}

export function mayKeep(actor: Actor, organisation: Kept): Verdict {
  if (organisation.merged_into_id)
    return reason(
      'merged',
      says((say) => say.reasons.merged),
    )
  if (actor.kind === 'job' || organisation.kept) return true
  if (actor.kind === 'visitor') return signInFirst()
  return reason(
    'not-keeper',
    says((say) => say.reasons.notKeeper),
  )
}

/** A head is appointed and ended by a head of the same body, the coordination team or the operator. */
export function mayAppoint(actor: Actor, organisation: Kept, head: boolean): Verdict {
  const keeps = mayKeep(actor, organisation)
  if (keeps !== true || !head || actor.kind === 'job' || organisation.led) return keeps
  return reason(
    'not-leader',
    says((say) => say.reasons.notLeader),
  )
}

/** As the database has it: a seat whose holder's own post has ended records nobody new. */
export function mayAddPerson(actor: Actor, organisation: Kept, head: boolean): Verdict {
  const appoints = mayAppoint(actor, organisation, head)
  if (appoints !== true || actor.kind !== 'person' || actor.organisationIds.length + actor.roles.length > 0)
    return appoints
  return reason(
    'post-ended',
    says((say) => say.reasons.postEnded),
  )
}

/** Ending a body ends every post in it, its head's too. */
export function mayDissolve(actor: Actor, organisation: Kept): Verdict {
  return mayAppoint(actor, organisation, true)
}

/** Two records become one only by someone who keeps both, their heads too. */
export function mayMerge(actor: Actor, from: Kept, into?: Kept): Verdict {
  return all(mayAddOrganisation(actor), mayAppoint(actor, from, true), into ? mayAppoint(actor, into, true) : true)
}

export function signInFirst(): Verdict {
  return reason('sign-in-first', (lang) => kernelWords[lang].signInFirst)
}

/** The day before which the body no longer exists, if that day has come. */
export function isDissolved(organisation: Pick<Organisation, 'dissolved_on'>, today: string): boolean {
  return organisation.dissolved_on !== null && organisation.dissolved_on <= today
}
