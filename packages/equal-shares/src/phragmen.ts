import { type Fraction, greatestCommonDivisor } from './fraction.ts'
import type { Profile } from './profile.ts'
import type { Tie, TieBreaker } from './tie-breaking.ts'

/** `time`: when it was bought; `stop`: the project that ended the count, with the time at which it could be paid. */
export type PhragmenResult = {
  selected: number[]
  times: Fraction[]
  cost: bigint
  ties: Tie[]
  stop: { projects: number[]; time: Fraction } | null
  /** For every project its supporters' savings at the end of the count; of bought ones too. */
  savings: Fraction[]
}

/** Loads are whole numbers over one common denominator; `sources[p]`: how many supporters of p made which purchase last (0: none yet). */
type Count = {
  profile: Profile
  denominator: bigint
  loads: bigint[]
  sources: Map<number, number>[]
  last: Int32Array
  rough: number[]
}

/**
 * Sequential Phragmén for projects with costs: every voter earns one unit of money per unit of time; as soon as the
 * supporters of a project together have its cost they buy it and start again from nothing. It ends at the first project
 * that no longer fits the budget, also when it is tied with one that would fit. Any weight above 0 counts as support.
 * All decisions are exact; doubles only choose which projects have to be compared.
 */
export function phragmen(profile: Profile, tieBreaker: TieBreaker): PhragmenResult {
  const { projects, budget } = profile.election
  const count = begin(profile)
  const result: PhragmenResult = { selected: [], times: [], cost: 0n, ties: [], stop: null, savings: [] }
  // A project dearer than the whole budget can never be bought and must not end the count.
  let open = projects.map((_, p) => p).filter((p) => profile.votes[p]! > 0 && projects[p]!.cost <= budget)
  while (open.length > 0) {
    const tied = earliest(count, open)
    if (tied.some((p) => projects[p]!.cost > budget - result.cost)) {
      result.stop = { projects: tied, time: timeOf(count, tied[0]!) }
      break
    }
    const broken = tied.length > 1 ? tieBreaker(tied) : null
    const chosen = broken?.chosen ?? tied[0]!
    if (broken) result.ties.push({ round: result.selected.length + 1, projects: tied, chosen, by: broken.by })
    result.times.push(timeOf(count, chosen))
    result.selected.push(chosen)
    result.cost += projects[chosen]!.cost
    buy(count, chosen)
    open = open.filter((p) => p !== chosen)
  }
  result.savings = savingsAt(count, result.stop?.time ?? result.times.at(-1) ?? { numerator: 0n, denominator: 1n })
  return result
}

function begin(profile: Profile): Count {
  const sources = Array.from(profile.votes, (votes) => new Map([[0, votes]]))
  return { profile, denominator: 1n, loads: [0n], sources, last: new Int32Array(profile.groups), rough: [0] }
}

/** Time × denominator × votes at which the supporters of `p` have saved its cost. */
function workOf({ profile, denominator, loads, sources }: Count, p: number): bigint {
  let work = profile.election.projects[p]!.cost * denominator
  for (const [round, voters] of sources[p]!) work += BigInt(voters) * loads[round]!
  return work
}

function timeOf(count: Count, p: number): Fraction {
  return { numerator: workOf(count, p), denominator: count.denominator * BigInt(count.profile.votes[p]!) }
}

/** The projects that can be bought first. Only sums of positive terms, so the relative error of doubles just adds up over rounds. */
function earliest(count: Count, open: number[]): number[] {
  const { profile, rough } = count
  const times = open.map((p) => approximate(count, p))
  const least = times.reduce((a, b) => Math.min(a, b))
  const doubt = 8 * Number.EPSILON * (rough.length + 4) ** 2
  const rivals = open.filter((_, index) => times[index]! <= least * (1 + doubt))
  let tied: number[] = []
  let best = 0n
  for (const p of rivals) {
    const work = rivals.length > 1 ? workOf(count, p) : 0n
    const votes = BigInt(profile.votes[p]!)
    const order = tied.length === 0 ? -1n : work * BigInt(profile.votes[tied[0]!]!) - best * votes
    if (order < 0n) {
      tied = [p]
      best = work
    } else if (order === 0n) tied.push(p)
  }
  return tied
}

function buy(count: Count, p: number): void {
  const { profile, sources, last } = count
  const work = workOf(count, p)
  const votes = BigInt(profile.votes[p]!)
  const round = count.loads.length
  const missing = votes / greatestCommonDivisor(work % votes, votes)
  count.denominator *= missing
  count.loads = [...count.loads.map((load) => load * missing), (work * missing) / votes]
  count.rough.push(approximate(count, p))
  for (let i = profile.payerStart[p]!; i < profile.payerStart[p + 1]!; i++) {
    const g = profile.payerGroup[i]!
    for (let j = profile.groupStart[g]!; j < profile.groupStart[g + 1]!; j++) {
      const from = sources[profile.groupProject[j]!]!
      const before = from.get(last[g]!)! - profile.size[g]!
      if (before === 0) from.delete(last[g]!)
      else from.set(last[g]!, before)
      from.set(round, (from.get(round) ?? 0) + profile.size[g]!)
    }
    last[g] = round
  }
}

function approximate({ profile, sources, rough }: Count, p: number): number {
  let work = profile.cost[p]!
  for (const [round, voters] of sources[p]!) work += voters * rough[round]!
  return work / profile.votes[p]!
}

function savingsAt({ profile, denominator, loads, sources }: Count, time: Fraction): Fraction[] {
  return sources.map((from, p) => {
    const earned = time.numerator * denominator * BigInt(profile.votes[p]!)
    let spent = 0n
    for (const [round, voters] of from) spent += BigInt(voters) * loads[round]!
    return { numerator: earned - spent * time.denominator, denominator: denominator * time.denominator }
  })
}
