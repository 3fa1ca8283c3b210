import type { Run } from './equal-shares.ts'
import { toNumber } from './fraction.ts'
import type { PhragmenResult } from './phragmen.ts'
import type { Profile } from './profile.ts'

/** Voters who paid the same: `weight` is the weight of the project on their ballot, `each` in the currency. */
export type Share = { weight: number; voters: number; each: number }

/**
 * Who paid for a project, in groups. Amounts are in the currency, rounded like any double; together they are the cost.
 * `price`: per unit of weight. `full`: paid price × weight. `rest`: had less than that and gave all of it; `empty` had nothing left.
 */
export type Payment = {
  price: number
  full: Share[]
  rest: { voters: number; together: number; least: number; most: number } | null
  empty: number
}

/** Payments for the purchases of a run, in their order, and what the supporters of every project had left together at the end. */
export function paymentsOf(profile: Profile, run: Run): { payments: Payment[]; left: number[] } {
  const money = new Float64Array(profile.groups).fill(toNumber(run.endowment))
  const unit = 10 ** profile.election.decimals
  const payments = run.purchases.map(({ project, price }) =>
    share(profile, project, price / unit, (g, weight) => {
      // Who is short of the price by less than one part in 10^9 paid it in full, as far as anybody can see.
      const full = money[g]! >= price * weight * (1 - 1e-9)
      const paid = Math.min(price * weight, money[g]!)
      money[g]! -= paid
      return { paid: paid / unit, full }
    }),
  )
  const left = profile.election.projects.map((_, p) => sumOver(profile, p, (g) => run.left[g]! / unit))
  return { payments, left }
}

/** Under Phragmén every supporter gives what was earned since the last purchase. */
export function phragmenPayments(profile: Profile, { selected, times }: PhragmenResult): Payment[] {
  const since = new Float64Array(profile.groups)
  const unit = 10 ** profile.election.decimals
  return selected.map((project, round) => {
    const now = toNumber(times[round]!) / unit
    return share(profile, project, now, (g) => {
      const paid = now - since[g]!
      const full = since[g] === 0
      since[g] = now
      return { paid, full }
    })
  })
}

type Paid = { paid: number; full: boolean }

function share(profile: Profile, p: number, price: number, pay: (group: number, weight: number) => Paid): Payment {
  const full = new Map<number, Share>()
  const points = 10 ** profile.election.pointDecimals
  const payment: Payment = { price: price * points, full: [], rest: null, empty: 0 }
  for (let i = profile.payerStart[p]!; i < profile.payerStart[p + 1]!; i++) {
    const g = profile.payerGroup[i]!
    const weight = profile.payerWeight[i]!
    const voters = profile.size[g]!
    const given = pay(g, weight)
    if (given.full) {
      const known = full.get(weight)
      if (known) known.voters += voters
      else full.set(weight, { weight: weight / points, voters, each: given.paid })
    } else if (given.paid <= 0) payment.empty += voters
    else {
      const rest = payment.rest ?? { voters: 0, together: 0, least: Number.POSITIVE_INFINITY, most: 0 }
      payment.rest = {
        voters: rest.voters + voters,
        together: rest.together + voters * given.paid,
        least: Math.min(rest.least, given.paid),
        most: Math.max(rest.most, given.paid),
      }
    }
  }
  payment.full = [...full.values()].sort((a, b) => b.weight - a.weight)
  return payment
}

function sumOver(profile: Profile, p: number, of: (group: number) => number): number {
  let sum = 0
  for (let i = profile.payerStart[p]!; i < profile.payerStart[p + 1]!; i++)
    sum += profile.payerSize[i]! * of(profile.payerGroup[i]!)
  return sum
}
