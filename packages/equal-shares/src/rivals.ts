import type { Count } from './equal-shares.ts'
import { book, type ExactPrice, exactPrice } from './ledger.ts'
import { EPSILON, type Price, priceOf } from './price.ts'

/** A project that may be the next; bounds on its rho. */
export type Rival = { project: number; floor: number; ceiling: number; allPay: boolean }

/** The projects that may have the least rho this round; drops those that nobody can afford any more. */
export function findRivals(count: Count): Rival[] {
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
export function choose(count: Count, rivals: Rival[]): number | null {
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
export function split(count: Count, p: number): { emptied: number[]; doubtful: number[]; price: number } {
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
