import { type Actor, hasRole } from '#kernel/access.ts'
import { type Lang, reason, type Verdict } from '#kernel/reason.ts'
import { kernelWords } from '#kernel/words.ts'
import { type Facts, isOfficer } from './request.ts'
import { words } from './words.ts'

type Refusal = keyof (typeof words)['id']['refusal']

function no(code: Refusal): Verdict {
  return reason(code, (lang: Lang) => words[lang].refusal[code])
}

const unanswered = (of: Facts) => of.state === 'open' || of.state === 'paused' || of.state === 'reopened'

function byOfficer(actor: Actor): Verdict {
  if (isOfficer(actor)) return true
  if (actor.kind === 'visitor') return reason('sign-in-first', (lang) => kernelWords[lang].signInFirst)
  return no('notOfficer')
}

/** The first that is not so is the reason. */
function given(actor: Actor, ...rest: [boolean, Refusal][]): Verdict {
  const officer = byOfficer(actor)
  if (officer !== true) return officer
  return all(rest)
}

function all(rest: [boolean, Refusal][]): Verdict {
  const failed = rest.find(([holds]) => !holds)
  return failed ? no(failed[1]) : true
}

export function mayChangeRule(actor: Actor): Verdict {
  return hasRole(actor, 'operator') || no('notOperator')
}

export function mayRegister(actor: Actor, of: Facts): Verdict {
  return given(actor, [of.state !== 'withdrawn', 'withdrawn'])
}

/** Once, with a written reason, and only before the last day ends. */
export function mayExtend(actor: Actor, of: Facts, today: string): Verdict {
  return given(
    actor,
    [of.state !== 'paused', 'paused'],
    [of.state === 'open', 'closed'],
    [of.extended_on === null, 'extended'],
    [of.due_on !== null && today <= of.due_on, 'tooLateToExtend'],
  )
}

export function mayAskRequester(actor: Actor, of: Facts, today: string): Verdict {
  return given(
    actor,
    [of.state !== 'paused', 'paused'],
    [of.state === 'open', 'closed'],
    [of.due_on !== null && today <= of.due_on, 'tooLateToAsk'],
  )
}

export function mayHand(actor: Actor, of: Facts): Verdict {
  return given(actor, [unanswered(of), 'closed'], [of.programme_id !== null, 'noProgramme'])
}

export function mayForward(actor: Actor, of: Facts): Verdict {
  return given(actor, [of.state !== 'paused', 'paused'], [unanswered(of), 'closed'])
}

export function mayAnswer(actor: Actor, of: Facts): Verdict {
  return given(actor, [unanswered(of), 'closed'], [of.registered_on !== null, 'unregistered'])
}

export function mayPublish(actor: Actor, of: Facts): Verdict {
  return given(actor, [
    of.outcome !== null && of.outcome !== 'refused' && of.outcome !== 'forwarded',
    'nothingToPublish',
  ])
}

export function mayEndDispute(actor: Actor, of: Facts): Verdict {
  return given(actor, [of.disputed_on !== null, 'noDispute'], [of.dispute_ended_on === null, 'disputeEnded'])
}

export function mayReturn(_actor: Actor, of: Facts): Verdict {
  return all([[of.held, 'notHolder']])
}

/** Decided by the superior of the information officer, who did not answer it. */
export function mayReconsider(_actor: Actor, of: Facts): Verdict {
  return all([
    [of.objected_on !== null, 'noObjection'],
    [of.superior, 'notSuperior'],
    [of.reconsidered_on === null, 'reconsidered'],
    [!of.answeredIt, 'ownAnswer'],
  ])
}

export function mayReply(_actor: Actor, of: Facts): Verdict {
  return all([
    [of.followed, 'notRequester'],
    [of.state === 'paused', 'nothingAsked'],
  ])
}

export function mayWithdraw(_actor: Actor, of: Facts): Verdict {
  return all([
    [of.followed, 'notRequester'],
    [of.state === 'open' || of.state === 'paused', 'closed'],
  ])
}

/** Against an answer, or because the deadline passed without one. */
export function mayObject(_actor: Actor, of: Facts, today: string): Verdict {
  return all([
    [of.followed, 'notRequester'],
    [of.objected_on === null, 'objected'],
    [of.objectBy !== null, 'nothingToObjectTo'],
    [of.objectBy !== null && today <= of.objectBy, 'tooLateToObject'],
  ])
}

export function mayDispute(_actor: Actor, of: Facts, today: string): Verdict {
  return all([
    [of.followed, 'notRequester'],
    [of.disputed_on === null, 'disputed'],
    [of.disputeBy !== null, 'objectFirst'],
    [of.disputeBy !== null && today <= of.disputeBy, 'tooLateToDispute'],
  ])
}
