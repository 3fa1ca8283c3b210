import type { Actor } from '#kernel/access.ts'
import type { Verdict } from '#kernel/reason.ts'
import type { Facts } from './decision.ts'
import type { Act } from './paths.ts'
import * as rules from './rules.ts'

export type OpenAct = { act: Act; verdict: Verdict }

/** Acts that fit the decision as it stands, the most likely first, each with whether this person may do it. */
export function actsOn(actor: Actor, of: Facts, today: string): OpenAct[] {
  return fitting[of.state](of).map((act) => ({ act, verdict: judge(act, actor, of, today) }))
}

const fitting: Record<Facts['state'], (of: Facts) => Act[]> = {
  deliberating: (of) => [
    'position',
    'interest',
    'amendment',
    ...(of.proposals.length > 0 ? (['amendmentAnswer', 'amendmentWithdrawal'] as const) : []),
    'question',
    'answer',
    'option',
    'link',
    'concerned',
    'delegation',
    'vote',
    'withdrawal',
  ],
  voting: () => [
    'ballot',
    'interest',
    'closure',
    'extension',
    'delegation',
    'dissent',
    'question',
    'answer',
    'withdrawal',
  ],
  decided: (of) => [
    ...(of.published ? [] : (['publication'] as const)),
    'step',
    'link',
    'dissent',
    'appeal',
    ...(of.appeals > 0 ? (['appealAnswer'] as const) : []),
  ],
  withdrawn: () => [],
}

export function judge(act: Act, actor: Actor, of: Facts, today: string): Verdict {
  return judges[act](actor, of, today)
}

const judges: Record<Act, (actor: Actor, of: Facts, today: string) => Verdict> = {
  option: rules.mayShape,
  concerned: rules.mayShape,
  link: rules.mayLink,
  position: rules.mayDeliberate,
  amendment: rules.mayDeliberate,
  amendmentAnswer: rules.mayAnswerAmendment,
  amendmentWithdrawal: rules.mayWithdrawAmendment,
  question: rules.mayAsk,
  answer: rules.mayAsk,
  interest: rules.mayAnswerInterest,
  delegation: (actor, of) => rules.mayDelegate(actor, of),
  vote: rules.mayOpenVote,
  extension: rules.mayExtend,
  ballot: rules.mayVote,
  closure: rules.mayClose,
  publication: rules.mayPublish,
  step: rules.mayAddStep,
  dissent: rules.mayDissent,
  appeal: rules.mayAppeal,
  appealAnswer: rules.mayAnswerAppeal,
  withdrawal: rules.mayWithdraw,
}
