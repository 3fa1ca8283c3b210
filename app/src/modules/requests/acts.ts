import type { Actor } from '#kernel/access.ts'
import type { Verdict } from '#kernel/reason.ts'
import type { Act, OwnAct } from './paths.ts'
import { type Facts, isOfficer } from './request.ts'
import * as rules from './rules.ts'

export type OpenAct<A = Act> = { act: A; verdict: Verdict }

type Judge = (actor: Actor, of: Facts, today: string) => Verdict

const judges: Record<Act, Judge> = {
  registration: rules.mayRegister,
  answer: rules.mayAnswer,
  handover: rules.mayHand,
  clarification: rules.mayAskRequester,
  extension: rules.mayExtend,
  forwarding: rules.mayForward,
  publication: rules.mayPublish,
  disputeOutcome: rules.mayEndDispute,
  material: rules.mayReturn,
  reconsideration: rules.mayReconsider,
}

const ownJudges: Record<OwnAct, Judge> = {
  reply: rules.mayReply,
  objection: rules.mayObject,
  dispute: rules.mayDispute,
  withdrawal: rules.mayWithdraw,
}

export function judge(act: Act, actor: Actor, of: Facts, today: string): Verdict {
  return judges[act](actor, of, today)
}

export function judgeOwn(act: OwnAct, actor: Actor, of: Facts, today: string): Verdict {
  return ownJudges[act](actor, of, today)
}

/** What this person's part in the request is: acts outside it are not even shown, those that do not fit now say why. */
export function actsOn(actor: Actor, of: Facts, today: string): OpenAct[] {
  const acts: Act[] = [
    ...(isOfficer(actor) ? officerActs(of) : []),
    ...(of.held ? (['material'] as const) : []),
    ...(of.superior ? (['reconsideration'] as const) : []),
  ]
  return acts.map((act) => ({ act, verdict: judge(act, actor, of, today) }))
}

function officerActs(of: Facts): Act[] {
  if (of.state === 'withdrawn') return []
  const after: Act[] = of.outcome ? ['publication', ...(of.disputed_on ? (['disputeOutcome'] as const) : [])] : []
  // The extension's button goes with the last day, or once it was used.
  const extension: Act[] = of.state === 'open' && !of.extended_on ? ['extension'] : []
  const before: Act[] =
    of.state === 'answered' ? [] : ['answer', 'handover', 'clarification', ...extension, 'forwarding']
  return of.registered_on ? [...before, ...after, 'registration'] : ['registration', ...before, ...after]
}

/** Acts of the requester that fit now; the others would only confuse, but an objection that is too late says so. */
export function ownActsOn(actor: Actor, of: Facts, today: string): OpenAct<OwnAct>[] {
  const acts: OwnAct[] = ['reply', 'objection', 'dispute', 'withdrawal']
  return acts
    .map((act) => ({ act, verdict: judgeOwn(act, actor, of, today) }))
    .filter(({ act, verdict }) => verdict === true || (act === 'objection' && of.objectBy !== null && !of.objected_on))
}
