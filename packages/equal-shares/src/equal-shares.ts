import { type Fraction, toNumber } from './fraction.ts'
import { book, type Entry, type ExactPrice, exactPrice, type Ledger, openLedger } from './ledger.ts'
import { EPSILON, newPrice, type Price, priceOf } from './price.ts'
import type { Profile } from './profile.ts'
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

type Count = Setting & {
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

type Rival = { project: number; floor: number; ceiling: number; allPay: boolean }

/** The projects that may have the least rho this round; drops those that nobody can afford any more. */
function findRivals(count: Count): Rival[] {
  const { floor, value, price } = count
  const rivals: Rival[] = []
  const priced = new Set<number>()
  let least = Number.POSITIVE_INFINITY
  for (;;) {
    let next = -1
    for (const p of count.open) {
      if (floor[p]! <= least && !priced.has(p) && (next < 0 || floor[p]! < floor[next]!)) next = p
    }
    if (next < 0) break
    priceOf(count.profile, next, count.budgets, count.errorMass, count.start[next]!, price)
    priced.add(next)
    if (price.hopeless) {
      count.open = count.open.filter((p) => p !== next)
      continue
    }
    count.start[next] = Math.max(count.start[next]!, price.start)
    floor[next] = Math.max(floor[next]!, (price.floor / value[next]!) * (1 - 2 * EPSILON))
    const ceiling = (price.ceiling / value[next]!) * (1 + 2 * EPSILON)
    rivals.push({ project: next, floor: floor[next]!, ceiling, allPay: price.allPay })
    least = Math.min(least, ceiling)
  }
  return rivals.filter((rival) => rival.floor <= least)
}

/** The rival with the least rho, exactly; null when the only one turns out not to be affordable. */
function choose(count: Count, rivals: Rival[]): number | null {
  const [only] = rivals
  if (rivals.length === 1 && only!.ceiling < Number.POSITIVE_INFINITY) return only!.project
  const simple = rivals.every(({ allPay }) => allPay)
  if (!simple) book(count.ledger, count.run.purchases)
  let least: ExactPrice | null = null
  let tied: number[] = []
  for (const { project, allPay } of rivals) {
    const price = simple ? fullPrice(count, project) : exactRivalPrice(count, project, allPay)
    if (!price) {
      count.open = count.open.filter((p) => p !== project)
      continue
    }
    const order = least === null ? -1 : compareRho(count, price, project, least, tied[0]!)
    if (order < 0) tied = [project]
    else if (order === 0) tied.push(project)
    if (order < 0) least = price
  }
  if (tied.length <= 1) return tied[0] ?? null
  const { chosen, by } = count.tieBreaker(tied)
  count.run.ties.push({ round: count.run.purchases.length + 1, projects: [...tied].sort((a, b) => a - b), chosen, by })
  return chosen
}

function fullPrice({ profile, ledger }: Count, p: number): ExactPrice {
  return { numerator: profile.election.projects[p]!.cost * ledger.endowment.denominator, mass: profile.score[p]! }
}

function exactRivalPrice(count: Count, project: number, allPay: boolean): ExactPrice | null {
  const { emptied, doubtful } = allPay ? { emptied: [], doubtful: [] } : split(count, project)
  return exactPrice(count.ledger, project, emptied, doubtful)?.price ?? null
}

/** Sign of rho(a) − rho(b). */
function compareRho({ profile, utility }: Count, a: ExactPrice, p: number, b: ExactPrice, q: number): number {
  const { projects } = profile.election
  const worth = (project: number) => (utility === 'cost' ? projects[project]!.cost : 1n)
  const left = a.numerator * BigInt(b.mass) * worth(q)
  const right = b.numerator * BigInt(a.mass) * worth(p)
  return left < right ? -1 : Number(left > right)
}

/** The supporters of `p` who certainly give all they have, and those who cannot be told from doubles. */
function split(count: Count, p: number): { emptied: number[]; doubtful: number[]; price: number } {
  const { profile, budgets, errorMass, price } = count
  priceOf(profile, p, budgets, errorMass, count.start[p]!, price)
  const emptied: number[] = []
  const doubtful: number[] = []
  for (let i = profile.payerStart[p]!; i < profile.payerStart[p + 1]!; i++) {
    const g = profile.payerGroup[i]!
    const rest = budgets[g]! - price.price * profile.payerWeight[i]!
    if (price.price === Number.POSITIVE_INFINITY || Math.abs(rest) <= edge(count, price)) doubtful.push(g)
    else if (rest < 0) emptied.push(g)
  }
  return { emptied, doubtful, price: price.price }
}

/** How near zero the rest of a supporter's money may be before doubles cannot tell its sign. */
function edge({ profile, errorMass }: Count, { ceiling, floor, price }: Price): number {
  return errorMass + Math.max(ceiling - price, price - floor, 4 * EPSILON * price) * profile.heaviest
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
  if (price === Number.POSITIVE_INFINITY) count.errorMass += 2 * count.errorMass
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
