// Equal shares as the paper defines it, voter by voter on fractions, slow on purpose: what the fast code is held against.
import type { Election } from './election.ts'

type Q = { n: bigint; d: bigint }
const q = (n: bigint, d = 1n): Q => ({ n, d })
const add = (a: Q, b: Q): Q => reduce({ n: a.n * b.d + b.n * a.d, d: a.d * b.d })
const sub = (a: Q, b: Q): Q => add(a, { n: -b.n, d: b.d })
const times = (a: Q, k: bigint): Q => reduce({ n: a.n * k, d: a.d })
const over = (a: Q, k: bigint): Q => reduce({ n: a.n, d: a.d * k })
const less = (a: Q, b: Q) => a.n * b.d < b.n * a.d
const reduce = ({ n, d }: Q): Q => {
  let a = n < 0n ? -n : n
  let b = d
  while (b > 0n) [a, b] = [b, a % b]
  return { n: n / (a || 1n), d: d / (a || 1n) }
}

export type Reference = { selected: number[]; cost: bigint; prices: Q[] }

/** `prefer(a, b)`: true when a comes before b among equals. `endowment` in the election's units. */
export function referenceRun(
  { projects, ballots }: Election,
  utility: 'cost' | 'cardinality',
  endowment: Q,
  prefer: (a: number, b: number) => boolean,
): Reference {
  const money = ballots.map(() => endowment)
  const weight = ballots.map((ballot) => new Map(ballot.projects.map((p, i) => [p, BigInt(ballot.weights[i]!)])))
  const result: Reference = { selected: [], cost: 0n, prices: [] }
  for (;;) {
    let best = -1
    let least = q(0n)
    let bestPrice = q(0n)
    projects.forEach(({ cost }, p) => {
      if (result.selected.includes(p)) return
      const price = priceFor(
        cost,
        weight.map((of, v) => [money[v]!, of.get(p) ?? 0n] as const).filter(([, w]) => w > 0n),
      )
      if (!price) return
      const rho = utility === 'cost' ? over(price, cost) : price
      if (best < 0 || less(rho, least) || (!less(least, rho) && prefer(p, best))) {
        best = p
        least = rho
        bestPrice = price
      }
    })
    if (best < 0) return result
    weight.forEach((of, v) => {
      const share = times(bestPrice, of.get(best) ?? 0n)
      money[v] = less(share, money[v]!) ? sub(money[v]!, share) : q(0n)
    })
    result.selected.push(best)
    result.prices.push(bestPrice)
    result.cost += projects[best]!.cost
  }
}

/** Least x with sum of min(money, x × weight) = cost: tries the payers in order of money / weight. */
function priceFor(cost: bigint, payers: (readonly [Q, bigint])[]): Q | null {
  const order = [...payers].sort(([a, v], [b, w]) => (less(over(a, v), over(b, w)) ? -1 : 1))
  let rest = q(cost)
  let weight = order.reduce((sum, [, w]) => sum + w, 0n)
  for (const [money, w] of order) {
    const price = over(rest, weight)
    if (!less(over(money, w), price)) return price
    rest = sub(rest, money)
    weight -= w
  }
  return null
}

/** Add1 by stepping: one run per step, exactly as the rule says. */
export function referenceAdd1(
  election: Election,
  utility: 'cost' | 'cardinality',
  increment: Q,
  exhaustive: boolean,
  prefer: (a: number, b: number) => boolean,
): Reference & { steps: number } {
  const { projects, ballots, budget } = election
  const supported = new Set(ballots.flatMap((ballot) => ballot.projects.filter((_, i) => ballot.weights[i]! > 0)))
  const run = (step: number) =>
    referenceRun(
      election,
      utility,
      add(over(q(budget), BigInt(ballots.length)), times(increment, BigInt(step))),
      prefer,
    )
  let current = run(0)
  for (let step = 0; ; step++) {
    const left = projects.filter((_, p) => !current.selected.includes(p))
    const done = [...supported].every((p) => current.selected.includes(p))
    if (done || (exhaustive && left.every(({ cost }) => cost > budget - current.cost)))
      return { ...current, steps: step }
    const next = run(step + 1)
    if (next.cost > budget) return { ...current, steps: step }
    current = next
  }
}
