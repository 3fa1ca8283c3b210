import { type Fraction, greatestCommonDivisor } from './fraction.ts'
import type { Profile } from './profile.ts'

/** One purchase as the run on doubles saw it. Groups too close to the edge are `doubtful`; the ledger decides about them. */
export type Entry = { project: number; emptied: Int32Array; doubtful: number[] }

/**
 * Exact accounts of a run. Everybody's money is the endowment minus the prices paid so far, so it is a sum of few exact
 * numbers: all prices are kept as whole numbers over one common denominator and no voter's money is ever written down.
 */
export type Ledger = {
  profile: Profile
  endowment: Fraction
  /** Price of purchase r = prices[r] / (denominator × endowment.denominator), per unit of weight. */
  denominator: bigint
  prices: bigint[]
  /** For each project the number of its purchase, or -1. */
  round: Int32Array
  /** Groups that have paid all they had. */
  empty: Uint8Array
}

/** An exact price: numerator / (ledger.denominator × endowment.denominator × mass). */
export type ExactPrice = { numerator: bigint; mass: number }

export function openLedger(profile: Profile, endowment: Fraction): Ledger {
  const round = new Int32Array(profile.election.projects.length).fill(-1)
  return { profile, endowment, denominator: 1n, prices: [], round, empty: new Uint8Array(profile.groups) }
}

/** Books the purchases that are not booked yet, in order. */
export function book(ledger: Ledger, entries: Entry[]): void {
  for (const entry of entries.slice(ledger.prices.length)) {
    const found = exactPrice(ledger, entry.project, entry.emptied, entry.doubtful)
    if (!found) throw new Error('a purchase that its supporters could not pay')
    const { price, poor } = found
    const mass = BigInt(price.mass)
    const missing = mass / greatestCommonDivisor(price.numerator % mass, mass)
    if (missing > 1n) ledger.prices = ledger.prices.map((earlier) => earlier * missing)
    ledger.denominator *= missing
    ledger.round[entry.project] = ledger.prices.length
    ledger.prices.push((price.numerator * missing) / mass)
    for (const g of poor) ledger.empty[g] = 1
  }
}

/**
 * The exact price of project `p` after the booked purchases, and the groups that would pay all they have. `poor`: groups that
 * cannot pay in full for certain; `doubtful`: those to be decided here. Null when the supporters cannot pay together.
 */
export function exactPrice(
  ledger: Ledger,
  p: number,
  poor: Iterable<number>,
  doubtful: number[],
): { price: ExactPrice; poor: number[] } | null {
  const { profile, endowment } = ledger
  const emptied: number[] = []
  let numerator = profile.election.projects[p]!.cost * endowment.denominator * ledger.denominator
  let mass = profile.score[p]!
  // Those already empty give nothing and bear nothing.
  for (let i = profile.payerStart[p]!; i < profile.payerStart[p + 1]!; i++) {
    if (ledger.empty[profile.payerGroup[i]!]) mass -= profile.payerMass[i]!
  }
  const giveAll = (g: number) => {
    emptied.push(g)
    numerator -= BigInt(profile.size[g]!) * moneyOf(ledger, g)
    mass -= profile.size[g]! * weightOf(profile, g, p)
  }
  const certain = [...poor].filter((g) => !ledger.empty[g])
  numerator -= moneyTogether(ledger, certain)
  for (const g of certain) mass -= profile.size[g]! * weightOf(profile, g, p)
  emptied.push(...certain)
  // The price only rises while the doubtful are found poor, so nobody has to be taken back.
  let open = doubtful.filter((g) => !ledger.empty[g])
  for (;;) {
    if (mass === 0) return null
    const short = open.filter((g) => moneyOf(ledger, g) * BigInt(mass) < BigInt(weightOf(profile, g, p)) * numerator)
    if (short.length === 0) return { price: { numerator, mass }, poor: emptied }
    for (const g of short) giveAll(g)
    open = open.filter((g) => !short.includes(g))
  }
}

/** Money of one voter of group `g`, times denominator × endowment.denominator. */
export function moneyOf(ledger: Ledger, g: number): bigint {
  if (ledger.empty[g]) return 0n
  const { groupStart, groupProject, groupWeight } = ledger.profile
  let money = ledger.endowment.numerator * ledger.denominator
  for (let i = groupStart[g]!; i < groupStart[g + 1]!; i++) {
    const round = ledger.round[groupProject[i]!]!
    if (round >= 0) money -= BigInt(groupWeight[i]!) * ledger.prices[round]!
  }
  return money
}

/** Money of all voters of `groups` together, in the same units; counts first, so that large numbers are touched once a round. */
function moneyTogether(ledger: Ledger, groups: number[]): bigint {
  const { size, groupStart, groupProject, groupWeight } = ledger.profile
  const paid = new Float64Array(ledger.prices.length)
  let voters = 0
  for (const g of groups) {
    voters += size[g]!
    for (let i = groupStart[g]!; i < groupStart[g + 1]!; i++) {
      const round = ledger.round[groupProject[i]!]!
      if (round >= 0) paid[round]! += size[g]! * groupWeight[i]!
    }
  }
  let money = BigInt(voters) * ledger.endowment.numerator * ledger.denominator
  for (let r = 0; r < paid.length; r++) {
    if (paid[r]! > 0) money -= BigInt(paid[r]!) * ledger.prices[r]!
  }
  return money
}

function weightOf({ groupStart, groupProject, groupWeight }: Profile, g: number, p: number): number {
  for (let i = groupStart[g]!; i < groupStart[g + 1]!; i++) {
    if (groupProject[i] === p) return groupWeight[i]!
  }
  return 0
}

/** The exact prices of a run's purchases per unit of weight, in the election's units of money. */
export function exactPrices(profile: Profile, run: { endowment: Fraction; purchases: Entry[] }): Fraction[] {
  const ledger = openLedger(profile, run.endowment)
  book(ledger, run.purchases)
  return ledger.prices.map((numerator) => ({ numerator, denominator: ledger.denominator * run.endowment.denominator }))
}
