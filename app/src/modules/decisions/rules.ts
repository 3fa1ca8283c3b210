import { type Actor, actsFor, coordinates, personOf, seatsIn } from '#kernel/access.ts'
import { all, type Reason, reason, type Verdict } from '#kernel/reason.ts'
import { kernelWords } from '#kernel/words.ts'
import { formatDate, formatNumber } from '#ui/language.ts'
import type { Facts } from './decision.ts'
import { words } from './words.ts'

type Refusals = (typeof words)['id']['refusal']
type Plain = { [K in keyof Refusals]: Refusals[K] extends string ? K : never }[keyof Refusals]

export function because(code: Plain): Reason {
  return reason(code, (lang) => words[lang].refusal[code])
}

function demand(holds: boolean, code: Plain): Verdict {
  return holds || because(code)
}

type Place = { programme_id: string; programme_status: string }

/** Signed in, with a seat here, in a programme that still runs. */
function sits(actor: Actor, of: Place): Verdict {
  if (actor.kind === 'visitor') return reason('sign-in-first', (lang) => kernelWords[lang].signInFirst)
  if (seatsIn(actor, of.programme_id).length === 0) return because('membersOnly')
  return demand(of.programme_status !== 'finished' && of.programme_status !== 'stopped', 'programmeEnded')
}

/** Organisations with a vote for which this person acts. */
export function partiesOf(actor: Actor, of: Pick<Facts, 'programme_id' | 'parties'>): string[] {
  return of.parties.filter((party) => actsFor(actor, of.programme_id, party))
}

const takesPart = (of: Facts) => demand(!of.me.recused, 'recused')
const chairs = (actor: Actor, of: Facts) => demand(coordinates(actor, of.programme_id), 'chairOnly')
/** In this state; else why another state is in the way. */
function during(of: Facts, state: 'deliberating' | 'voting' | 'decided'): Verdict {
  if (of.state === state) return true
  if (of.state === 'withdrawn') return because('isWithdrawn')
  if (state === 'decided') return because('notDecided')
  if (of.state === 'decided') return because('isDecided')
  return because(of.state === 'voting' ? 'isVoting' : 'notVoting')
}

export function mayRaise(actor: Actor, of: Place & { parties: string[]; rule: string | null }): Verdict {
  return all(
    sits(actor, of),
    demand(partiesOf(actor, of).length > 0, 'partiesOnly'),
    demand(of.rule !== null, 'noRule'),
  )
}

/** Options, concerned organisations, links, withdrawal: whose question it is, and the coordination team. */
export function mayShape(actor: Actor, of: Facts): Verdict {
  const own = actsFor(actor, of.programme_id, of.owner_id) || coordinates(actor, of.programme_id)
  return all(sits(actor, of), demand(own, 'shapersOnly'), during(of, 'deliberating'), takesPart(of))
}

/** Documents and records explain a decision also afterwards; those who take no part may give them. */
export function mayLink(actor: Actor, of: Facts): Verdict {
  const own = actsFor(actor, of.programme_id, of.owner_id) || coordinates(actor, of.programme_id)
  return all(sits(actor, of), demand(own, 'shapersOnly'), demand(of.state !== 'withdrawn', 'isWithdrawn'))
}

/** Positions and amendments. */
export function mayDeliberate(actor: Actor, of: Facts): Verdict {
  return all(
    sits(actor, of),
    demand(partiesOf(actor, of).length > 0, 'partiesOnly'),
    during(of, 'deliberating'),
    takesPart(of),
  )
}

/** Other words are taken over or declined by the party that brought the question: it answers for its options. */
export function mayAnswerAmendment(actor: Actor, of: Facts): Verdict {
  return all(
    sits(actor, of),
    demand(actsFor(actor, of.programme_id, of.owner_id), 'raiserOnly'),
    during(of, 'deliberating'),
    takesPart(of),
    demand(of.proposals.length > 0, 'noAmendment'),
  )
}

/** A party takes back its own words, until they are answered. */
export function mayWithdrawAmendment(actor: Actor, of: Facts): Verdict {
  const mine = partiesOf(actor, of)
  return all(
    sits(actor, of),
    demand(
      of.proposals.some((party) => mine.includes(party)),
      'noAmendment',
    ),
    during(of, 'deliberating'),
    takesPart(of),
  )
}

/** Every member asks and answers, also who takes no part in the decision: to be heard is not to decide. */
export function mayAsk(actor: Actor, of: Facts): Verdict {
  return all(sits(actor, of), demand(of.state === 'deliberating' || of.state === 'voting', 'isDecided'))
}

const myVotes = (actor: Actor, of: Facts) => of.voters.filter((voter) => voter.person_id === personOf(actor))

export function mayAnswerInterest(actor: Actor, of: Facts): Verdict {
  return all(
    sits(actor, of),
    demand(myVotes(actor, of).length > 0, 'votersOnly'),
    demand(of.state === 'deliberating' || of.state === 'voting', 'isDecided'),
    demand(!of.me.answered, 'answered'),
  )
}

/**
 * Voting has this one policy: one ballot a party and round, by a head of the party or whom a delegation names for this
 * question, who has answered the question of interest and is bound to no concerned organisation.
 */
export function mayVote(actor: Actor, of: Facts, today: string): Verdict {
  const mine = myVotes(actor, of)
  return all(
    sits(actor, of),
    during(of, 'voting'),
    demand(mine.length > 0, 'votersOnly'),
    takesPart(of),
    demand(of.me.answered, 'unanswered'),
    demand(
      mine.some((voter) => !of.voted.includes(voter.organisation_id)),
      'hasVoted',
    ),
    demand((of.round?.last_day ?? '') >= today, 'voteOver'),
  )
}

/** A head who takes part names someone of the party; where no head can, the coordination team does. */
export function mayDelegate(actor: Actor, of: Facts, organisationId?: string): Verdict {
  const parties = delegating(actor, of)
  return all(
    sits(actor, of),
    demand(of.state === 'deliberating' || of.state === 'voting', 'isDecided'),
    takesPart(of),
    demand(organisationId ? parties.includes(organisationId) : parties.length > 0, 'headsOnly'),
  )
}

/** The parties whose ballot this actor may hand to someone else. */
export function delegating(actor: Actor, of: Facts): string[] {
  const heads = (party: string) =>
    of.voters.filter((one) => one.organisation_id === party && one.person_id && !one.delegated)
  return of.parties.filter((party) => {
    const able = heads(party)
    if (able.some((one) => one.person_id === personOf(actor))) return true
    return coordinates(actor, of.programme_id) && !able.some((one) => !one.recused)
  })
}

export function mayOpenVote(actor: Actor, of: Facts): Verdict {
  return all(
    sits(actor, of),
    chairs(actor, of),
    during(of, 'deliberating'),
    takesPart(of),
    demand(of.options >= 2, 'fewOptions'),
  )
}

export function mayExtend(actor: Actor, of: Facts): Verdict {
  return all(sits(actor, of), chairs(actor, of), during(of, 'voting'), takesPart(of))
}

/** Closing has this one policy: the coordination team, with the quorum, when all have voted or the last day is over. */
export function mayClose(actor: Actor, of: Facts, today: string): Verdict {
  return all(
    sits(actor, of),
    chairs(actor, of),
    during(of, 'voting'),
    takesPart(of),
    of.round ? closable(of.round, today) : true,
  )
}

function closable({ cast_ballots, needed, eligible, last_day }: NonNullable<Facts['round']>, today: string): Verdict {
  const number = formatNumber
  if (cast_ballots < needed)
    return reason('no-quorum', (lang) => words[lang].refusal.noQuorum(number(lang, cast_ballots), number(lang, needed)))
  if (cast_ballots < eligible && last_day >= today)
    return reason('too-early', (lang) => words[lang].refusal.tooEarly(formatDate(lang, last_day)))
  return true
}

export function mayPublish(actor: Actor, of: Facts): Verdict {
  return all(
    sits(actor, of),
    chairs(actor, of),
    during(of, 'decided'),
    takesPart(of),
    demand(!of.published, 'isPublished'),
  )
}

/**
 * Reading has this one policy, the same as the database's: the question with its class; how it was voted and decided
 * by members at once, by everyone when it is published.
 */
export function mayReadOutcome(actor: Actor, of: Pick<Facts, 'programme_id' | 'published'>): boolean {
  if (of.published || actor.kind === 'job') return true
  if (actor.kind === 'visitor') return false
  return seatsIn(actor, of.programme_id).length > 0 || actor.roles.includes('information-officer')
}

export function mayAddStep(actor: Actor, of: Facts): Verdict {
  const own = actsFor(actor, of.programme_id, of.owner_id) || coordinates(actor, of.programme_id)
  return all(sits(actor, of), demand(own, 'shapersOnly'), during(of, 'decided'))
}

export function mayDissent(actor: Actor, of: Facts): Verdict {
  return all(
    sits(actor, of),
    demand(partiesOf(actor, of).length > 0, 'partiesOnly'),
    demand(of.state === 'voting' || of.state === 'decided', 'notVoting'),
    takesPart(of),
  )
}

/** Also a party that took no part may appeal. */
export function mayAppeal(actor: Actor, of: Facts): Verdict {
  return all(sits(actor, of), demand(partiesOf(actor, of).length > 0, 'partiesOnly'), during(of, 'decided'))
}

export function mayAnswerAppeal(actor: Actor, of: Facts): Verdict {
  return all(
    sits(actor, of),
    chairs(actor, of),
    during(of, 'decided'),
    takesPart(of),
    demand(of.appeals > 0, 'noAppeal'),
  )
}

export function mayWithdraw(actor: Actor, of: Facts): Verdict {
  const own = actsFor(actor, of.programme_id, of.owner_id) || coordinates(actor, of.programme_id)
  const running = of.state === 'deliberating' || of.state === 'voting'
  return all(
    sits(actor, of),
    demand(own, 'shapersOnly'),
    demand(running, of.state === 'withdrawn' ? 'isWithdrawn' : 'isDecided'),
    takesPart(of),
  )
}
