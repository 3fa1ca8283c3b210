import { type Actor, hasRole, personOf } from '#kernel/access.ts'
import { all, type Lang, reason, type Verdict } from '#kernel/reason.ts'
import { mayAddOrganisation, says, signInFirst } from './organisation.ts'

export type Person = { id: string; name: string; merged_into_id: string | null; version: number }
/** A post that a person holds or held; `ends_on` is its last day. */
export type Post = {
  id: string
  person_id: string
  person: string
  organisation_id: string
  organisation: string
  organisation_lang: Lang
  acronym: string | null
  post: string
  lang: Lang
  head: boolean
  starts_on: string
  ends_on: string | null
}
export type Skill = { id: string; person_id: string; skill: string; lang: Lang }

/** `kept`: this actor may change the record, by the database's own rule. */
export type KeptPerson = Person & { kept: boolean }

export function isCurrent(post: { starts_on: string; ends_on: string | null }, today: string): boolean {
  return post.starts_on <= today && (post.ends_on === null || post.ends_on >= today)
}

export function mayEditPerson(actor: Actor, person: KeptPerson): Verdict {
  if (person.merged_into_id)
    return reason(
      'merged',
      says((say) => say.reasons.merged),
    )
  if (actor.kind === 'job' || person.kept) return true
  if (actor.kind === 'visitor') return signInFirst()
  return reason(
    'not-person-keeper',
    says((say) => say.reasons.notPersonKeeper),
  )
}

/** What one knows is said by oneself. `official`: holds a post today. */
export function mayDeclareSkill(actor: Actor, personId: string): Verdict {
  if (actor.kind === 'job') return true
  if (actor.kind === 'visitor') return signInFirst()
  if (personOf(actor) !== personId)
    return reason(
      'own-skills-only',
      says((say) => say.reasons.ownSkillsOnly),
    )
  if (actor.organisationIds.length > 0 || actor.roles.length > 0) return true
  return reason(
    'no-post',
    says((say) => say.reasons.noPost),
  )
}

export function mayMergePeople(actor: Actor, from: KeptPerson, into?: KeptPerson): Verdict {
  const both = all(mayEditPerson(actor, from), into ? mayEditPerson(actor, into) : true)
  return hasRole(actor, 'operator') ? both : all(mayAddOrganisation(actor), both)
}
