import { type Setting, valuesOf } from './equal-shares.ts'
import { EPSILON, newPrice, type Price, priceOf } from './price.ts'
import type { Profile } from './profile.ts'
import { unbeaten } from './unbeaten.ts'

/** What a possible outcome must satisfy: called with the set bought and its cost. */
export type Accept = (bought: Uint8Array, cost: bigint) => boolean

/** Purchases that are possible somewhere in an interval of endowments, with bounds on everybody's money that hold for all of it. */
type Branch = {
  bought: Uint8Array
  cost: bigint
  low: Float64Array
  high: Float64Array
  /** Lower bounds on prices, valid for all budgets at or below `high` of the branch they were made for and of its children. */
  start: Float64Array
}

/** More branches than this side by side cost more than they save. */
const MOST_BRANCHES = 6

/**
 * True only if, at every endowment from `low` to `high`, equal shares ends with an outcome that `accept` accepts.
 *
 * Paying is monotone: if nobody has less money beforehand then the price of a project is not higher and nobody has less
 * money afterwards. So along a fixed order of purchases a run at `low` bounds everybody's money from below and a run at
 * `high` from above for every endowment between. A project can be next only if its rho at the upper budgets does not exceed
 * the least rho at the lower budgets; where several can, all of them are followed, and two branches that have bought
 * the same set are joined by taking the lower lower bounds and the upper upper bounds. False proves nothing.
 */
export function allOutcomesAccepted(setting: Setting, low: number, high: number, accept: Accept): boolean {
  const { profile } = setting
  const context: Context = {
    ...setting,
    value: valuesOf(profile, setting.utility),
    lower: newPrice(),
    upper: newPrice(),
  }
  const start = profile.cost.map((cost, p) => (cost / profile.score[p]!) * (1 - 4 * EPSILON))
  let level: Branch[] = [
    {
      bought: new Uint8Array(profile.cost.length),
      cost: 0n,
      low: new Float64Array(profile.groups).fill(low),
      high: new Float64Array(profile.groups).fill(high),
      start,
    },
  ]
  // Bounds made when there was one branch only hold for whatever it has become since.
  let trunk = start
  while (level.length > 0) {
    if (level.length === 1) trunk = level[0]!.start.slice()
    const next = new Map<string, Branch>()
    for (const branch of level) {
      const { possible, mayEnd } = findPossible(context, branch)
      if (mayEnd && !accept(branch.bought, branch.cost)) return false
      for (const [at, step] of possible.entries()) {
        const child = follow(profile, branch, step, at === possible.length - 1)
        if (child.cost > profile.election.budget && !accept(child.bought, child.cost)) return false
        const key = child.bought.join('')
        const twin = next.get(key)
        if (twin) join(twin, child, trunk)
        else next.set(key, child)
      }
    }
    if (next.size > MOST_BRANCHES) return false
    level = [...next.values()]
  }
  return true
}

type Context = Setting & { value: Float64Array; lower: Price; upper: Price }
/** A purchase that may come next, with bounds on its price. */
type Step = { project: number; price: { least: number; most: number } }
type Candidate = { project: number; least: number; most: number; floor: number; ceiling: number; constant: boolean }

function findPossible(context: Context, branch: Branch): { possible: Step[]; mayEnd: boolean } {
  const { profile, value } = context
  const candidates: Candidate[] = []
  let ceiling = Number.POSITIVE_INFINITY
  const seen = new Set<number>()
  for (;;) {
    let next = -1
    let floor = ceiling
    for (let p = 0; p < value.length; p++) {
      if (branch.bought[p] || profile.votes[p] === 0 || seen.has(p)) continue
      const least = (branch.start[p]! / value[p]!) * (1 - 2 * EPSILON)
      if (least < floor || (next < 0 && least <= floor && least < Number.POSITIVE_INFINITY)) {
        next = p
        floor = least
      }
    }
    if (next < 0) break
    seen.add(next)
    const found = bound(context, branch, next, ceiling)
    if (!found) continue
    candidates.push(found)
    ceiling = Math.min(ceiling, found.ceiling)
  }
  const possible = unbeaten(
    context,
    candidates.filter((candidate) => candidate.floor <= ceiling),
  )
  const steps = possible.map(({ project, least, most }) => ({
    project,
    // It is bought before the one with the least ceiling only where its own rho is no higher.
    price: { least, most: Math.min(most, ceiling * value[project]! * (1 + 4 * EPSILON)) },
  }))
  return { possible: steps, mayEnd: ceiling === Number.POSITIVE_INFINITY }
}

/** Null when `p` cannot be next: nobody could pay for it, or its rho is above `most` throughout. */
function bound({ profile, value, lower, upper }: Context, branch: Branch, p: number, most: number): Candidate | null {
  priceOf(profile, p, branch.high, 0, branch.start[p]!, lower)
  if (lower.hopeless) {
    branch.start[p] = Number.POSITIVE_INFINITY
    return null
  }
  branch.start[p] = Math.max(branch.start[p]!, lower.start)
  const floor = (lower.floor / value[p]!) * (1 - 2 * EPSILON)
  if (floor > most) return null
  priceOf(profile, p, branch.low, 0, branch.start[p]!, upper)
  const ceiling = (upper.ceiling / value[p]!) * (1 + 2 * EPSILON)
  return { project: p, least: lower.floor, most: upper.ceiling, floor, ceiling, constant: upper.allPay }
}

/** The branch after buying; the last child may take over its parent's arrays. */
function follow(profile: Profile, parent: Branch, { project, price }: Step, last: boolean): Branch {
  const bought = parent.bought.slice()
  bought[project] = 1
  const low = last ? parent.low : parent.low.slice()
  const high = last ? parent.high : parent.high.slice()
  for (let i = profile.payerStart[project]!; i < profile.payerStart[project + 1]!; i++) {
    const g = profile.payerGroup[i]!
    const weight = profile.payerWeight[i]!
    low[g] =
      price.most === Number.POSITIVE_INFINITY ? 0 : Math.max(0, low[g]! - price.most * weight - 4 * EPSILON * low[g]!)
    const rest = high[g]! - price.least * weight + 4 * EPSILON * high[g]!
    high[g] = Math.max(0, Math.min(high[g]!, rest))
  }
  const cost = parent.cost + profile.election.projects[project]!.cost
  return { bought, cost, low, high, start: last ? parent.start : parent.start.slice() }
}

function join(into: Branch, other: Branch, trunk: Float64Array): void {
  for (let g = 0; g < into.low.length; g++) {
    if (other.low[g]! < into.low[g]!) into.low[g] = other.low[g]!
    if (other.high[g]! > into.high[g]!) into.high[g] = other.high[g]!
  }
  into.start = trunk.slice()
}
