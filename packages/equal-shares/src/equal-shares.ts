import { type Fraction, toNumber } from './fraction.ts'
import { book, type Entry, exactPrice, type Ledger, openLedger } from './ledger.ts'
import { EPSILON, newPrice, type Price } from './price.ts'
import type { Profile } from './profile.ts'
import { choose, findRivals, split } from './rivals.ts'
import type { Tie, TieBreaker } from './tie-breaking.ts'

export type Utility = 'cost' | 'cardinality'

/** A project that was bought: its price per unit of weight as a double, and who paid all they had. */
export type Purchase = Entry & { price: number }

/** One run of equal shares at one endowment. `left`: money of one voter of each group afterwards, as doubles. */
export type Run = {
  endowment: Fraction
  purchases: Purchase[]
  ties: Tie[]
  cost: bigint
  left: Float64Array
  /** Bound on the sum over all voters of the error of `left`. */
  errorMass: number
}

/** What is needed to run: ballots, utility per project and unit of weight, and how ties are broken. */
export type Setting = { profile: Profile; utility: Utility; tieBreaker: TieBreaker }

/** A run under way. */
export type Count = Setting & {
  value: Float64Array
  budgets: Float64Array
  errorMass: number
  /** Per project: lower bounds, valid for all later rounds because money only shrinks, on price / value and on the price. */
  floor: Float64Array
  start: Float64Array
  price: Price
  ledger: Ledger
  open: number[]
  run: Run
}

/**
 * The method of equal shares (Peters, Pierczyński, Skowron 2021): every voter gets `endowment` (in the election's units of
 * money); a project is rho-affordable when its supporters can pay its cost with nobody paying more than rho per unit of
 * utility; the project with the least rho is bought, until none is affordable. A voter's utility is weight × cost of the
 * project ('cost') or the weight ('cardinality'). Decisions that doubles cannot make for certain are made on exact numbers.
 */
export function equalSharesAt(setting: Setting, endowment: Fraction): Run {
  const count = begin(setting, endowment)
  for (;;) {
    const rivals = findRivals(count)
    if (rivals.length === 0) return { ...count.run, left: count.budgets, errorMass: count.errorMass }
    const project = choose(count, rivals)
    if (project === null) continue
    buy(count, project)
  }
}

/** Utility of one unit of weight for each project. */
export function valuesOf(profile: Profile, utility: Utility): Float64Array {
  return utility === 'cost' ? profile.cost : new Float64Array(profile.cost.length).fill(1)
}

function begin(setting: Setting, endowment: Fraction): Count {
  const { profile, utility } = setting
  const value = valuesOf(profile, utility)
  const money = toNumber(endowment)
  // With everybody able to pay the price is cost / weight; it can only be higher later.
  const start = profile.cost.map((cost, p) => (cost / profile.score[p]!) * (1 - 4 * EPSILON))
  return {
    ...setting,
    value,
    budgets: new Float64Array(profile.groups).fill(money),
    errorMass: 4 * EPSILON * money * profile.voters,
    floor: start.map((price, p) => (price / value[p]!) * (1 - 2 * EPSILON)),
    start,
    price: newPrice(),
    ledger: openLedger(profile, endowment),
    open: profile.election.projects.map((_, p) => p).filter((p) => profile.votes[p]! > 0),
    run: { endowment, purchases: [], ties: [], cost: 0n, left: new Float64Array(), errorMass: 0 },
  }
}

/**
 * Lets the supporters pay. The true payments never bring two accounts of everybody's money further apart in sum (paying is
 * monotone and takes the same total from both), so `errorMass` grows by the rounding of this step only.
 */
function buy(count: Count, p: number): void {
  const { profile, budgets, run } = count
  const { emptied, doubtful, price } = split(count, p)
  const paid = price === Number.POSITIVE_INFINITY ? exactAsNumber(count, p, emptied, doubtful) : price
  let money = 0
  for (let i = profile.payerStart[p]!; i < profile.payerStart[p + 1]!; i++) {
    const g = profile.payerGroup[i]!
    money += budgets[g]! * profile.payerSize[i]!
    budgets[g] = Math.max(0, budgets[g]! - paid * profile.payerWeight[i]!)
  }
  const terms = profile.payerStart[p + 1]! - profile.payerStart[p]! + 8
  count.errorMass += 4 * terms * EPSILON * profile.cost[p]! + 4 * EPSILON * money
  // Here doubles had too little money for the price, by no more than the error: it may have to be made up twice.
  if (price === Number.POSITIVE_INFINITY) count.errorMass *= 3
  count.open = count.open.filter((project) => project !== p)
  run.purchases.push({ project: p, price: paid, emptied: Int32Array.from(emptied), doubtful })
  run.cost += profile.election.projects[p]!.cost
}

function exactAsNumber(count: Count, p: number, emptied: number[], doubtful: number[]): number {
  book(count.ledger, count.run.purchases)
  const { price } = exactPrice(count.ledger, p, emptied, doubtful)!
  const { denominator, endowment } = count.ledger
  return toNumber({ numerator: price.numerator, denominator: denominator * endowment.denominator * BigInt(price.mass) })
}
