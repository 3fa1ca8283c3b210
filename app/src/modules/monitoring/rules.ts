import { type Actor, actsFor, coordinates, hasSeat } from '#kernel/access.ts'
import { jakartaDate } from '#kernel/database.ts'
import { all, type Reason, reason, type Verdict } from '#kernel/reason.ts'
import { kernelWords } from '#kernel/words.ts'
import { formatDate } from '#ui/language.ts'
import type { Mitigation } from './mitigation.ts'
import { formWords } from './words/forms.ts'

type Refusal = keyof (typeof formWords)['id']['refusal']

function demand(holds: boolean, code: Refusal): Verdict {
  return holds || reason(code, (lang) => formWords[lang].refusal[code])
}

function signedIn(actor: Actor): Verdict {
  return actor.kind !== 'visitor' || reason('sign-in-first', (lang) => kernelWords[lang].signInFirst)
}

function member(actor: Actor, programmeId: string): Verdict {
  return all(signedIn(actor), demand(hasSeat(actor, programmeId), 'members-only'))
}

function team(actor: Actor, programmeId: string): Verdict {
  return all(signedIn(actor), demand(coordinates(actor, programmeId), 'coordination-team'))
}

export function mayEvaluateNow(actor: Actor, programme: { id: string }): Verdict {
  return member(actor, programme.id)
}

export function maySetThreshold(actor: Actor, programme: { id: string }): Verdict {
  return team(actor, programme.id)
}

export function mayPropose(actor: Actor, obstacle: { programmeId: string; clearedOn: string | null }): Verdict {
  return all(member(actor, obstacle.programmeId), demand(obstacle.clearedOn === null, 'obstacle-cleared'))
}

export function mayAdopt(actor: Actor, mitigation: Mitigation): Verdict {
  return all(
    team(actor, mitigation.programme_id),
    demand(mitigation.state === 'proposed', 'not-proposed'),
    demand(!mitigation.obstacleCleared, 'obstacle-cleared'),
  )
}

/** Not before the day that was set: the effect is measured on it, whoever reviews. */
export function mayReview(actor: Actor, mitigation: Mitigation, now: Date): Verdict {
  const { programme_id, owner_id, state, review_on } = mitigation
  return all(
    signedIn(actor),
    demand(
      coordinates(actor, programme_id) || actsFor(actor, programme_id, owner_id),
      hasSeat(actor, programme_id) ? 'coordination-or-owner' : 'members-only',
    ),
    demand(state === 'adopted', 'not-adopted'),
    review_on !== null && jakartaDate(now) >= review_on ? true : notYet(review_on),
  )
}

function notYet(day: string | null): Reason {
  return reason('not-yet', (lang) => formWords[lang].notYet(day ? formatDate(lang, day) : '–'))
}

export function mayDrop(actor: Actor, mitigation: Mitigation): Verdict {
  return all(
    team(actor, mitigation.programme_id),
    demand(mitigation.state === 'proposed' || mitigation.state === 'adopted', 'already-closed'),
  )
}
