import type { Profile } from './profile.ts'

/** Twice the rounding error of one operation on doubles, relative. */
export const EPSILON = Number.EPSILON

/** What `priceOf` found; reused between calls, because it is called millions of times. */
export type Price = {
  /** Price per unit of weight: each supporter pays min(money, price × weight). Infinity: not affordable, or too close to tell. */
  price: number
  /** No budgets within `errorMass` of the given ones have a lower price than this; 0 when not affordable. */
  floor: number
  /** No such budgets have a higher price; Infinity when that cannot be told. */
  ceiling: number
  /** A starting point that is below the price for these budgets and for any lower ones. */
  start: number
  /** True when no budgets within `errorMass` could pay for the project. */
  hopeless: boolean
  /** True when every supporter can pay the full price for sure. */
  allPay: boolean
}

/** Room for the entries of those able to pay the full price; kept between calls. */
let able = new Int32Array(1024)

export function newPrice(): Price {
  return { price: 0, floor: 0, ceiling: 0, start: 0, hopeless: false, allPay: false }
}

/**
 * Solves sum of min(money, price × weight) = cost for project `p` on doubles, with proven bounds.
 *
 * `errorMass` bounds the sum over all voters of |budget as double − true budget|. Bounds used: for every split of the
 * supporters into poor and rich, price ≥ (cost − money of the poor) / weight of the rich; and what the supporters pay at a
 * price x moves by at most errorMass when the budgets do, while it grows in x at least as fast as the weight of those
 * who can pay more. Rounding of a sum of n terms below `cost` stays under n × EPSILON × cost.
 */
export function priceOf(
  profile: Profile,
  p: number,
  budgets: Float64Array,
  errorMass: number,
  from: number,
  out: Price,
): void {
  const { payerGroup, payerWeight, payerSize, payerMass } = profile
  const begin = profile.payerStart[p]!
  const end = profile.payerStart[p + 1]!
  const cost = profile.cost[p]!
  if (able.length < end - begin) able = new Int32Array(end - begin)
  let price = from
  let poorMoney = 0
  let rich = 0
  let least = Number.POSITIVE_INFINITY
  let count = 0
  for (let i = begin; i < end; i++) {
    const money = budgets[payerGroup[i]!]!
    const rest = money - price * payerWeight[i]!
    if (rest < 0) poorMoney += money * payerSize[i]!
    else {
      able[count++] = i
      rich += payerMass[i]!
      if (rest < least) least = rest
    }
  }
  let next = (cost - poorMoney) / rich
  // The price only rises, so only those still able to pay need another look.
  while (rich > 0 && next > price) {
    price = next
    least = Number.POSITIVE_INFINITY
    const before = count
    count = 0
    for (let k = 0; k < before; k++) {
      const i = able[k]!
      const money = budgets[payerGroup[i]!]!
      const rest = money - price * payerWeight[i]!
      if (rest < 0) {
        poorMoney += money * payerSize[i]!
        rich -= payerMass[i]!
      } else {
        able[count++] = i
        if (rest < least) least = rest
      }
    }
    next = (cost - poorMoney) / rich
  }
  if (rich === 0) {
    setUnaffordable(out, cost, poorMoney, errorMass + (end - begin + 8) * EPSILON * (cost + poorMoney))
    return
  }
  const slack = (end - begin + 8) * EPSILON * cost
  const spread = (2 * (errorMass + slack)) / rich
  out.price = price
  out.floor = Math.max(0, next - spread)
  out.start = Math.max(0, next - (2 * slack) / rich)
  out.hopeless = false
  // The ceiling holds while those counted as rich could pay `spread` more.
  const sure = least > 2 * spread * profile.heaviest
  out.ceiling = sure ? price + spread : ceilingOf(profile, p, budgets, errorMass + slack, price, spread)
  out.allPay = rich === profile.score[p]! && least > errorMass + 2 * spread * profile.heaviest
}

function setUnaffordable(out: Price, cost: number, money: number, doubt: number): void {
  out.price = Number.POSITIVE_INFINITY
  out.ceiling = Number.POSITIVE_INFINITY
  out.hopeless = money + doubt < cost
  out.floor = 0
  out.start = 0
  out.allPay = false
}

/** Some supporters are at the very edge of being able to pay in full: look for a price that is high enough for sure. */
function ceilingOf(
  profile: Profile,
  p: number,
  budgets: Float64Array,
  doubt: number,
  price: number,
  spread: number,
): number {
  for (let step = spread, tries = 0; tries < 4; step *= 16, tries++) {
    let rich = 0
    for (let i = profile.payerStart[p]!; i < profile.payerStart[p + 1]!; i++) {
      if (budgets[profile.payerGroup[i]!]! >= (price + step) * profile.payerWeight[i]! * (1 + 4 * EPSILON))
        rich += profile.payerMass[i]!
    }
    if (step * rich >= 2 * doubt) return price + step
  }
  return Number.POSITIVE_INFINITY
}
