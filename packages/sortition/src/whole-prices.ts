const largestDenominator = 1000
const coarse = 1e6

/**
 * The prices (0 to 1) as whole numbers, so that a bound on a panel's worth is a whole number and holds exactly. Prices
 * from a basis of small whole panels are fractions with a small common denominator; if none is found, and as a second
 * try, millionths.
 */
export function* wholePrices(prices: number[]): Generator<number[]> {
  for (let d = 1; d <= largestDenominator; d++) {
    if (prices.every((price) => Math.abs(price * d - Math.round(price * d)) < 1e-7 * d)) {
      yield prices.map((price) => Math.round(price * d))
      break
    }
  }
  yield prices.map((price) => Math.round(price * coarse))
}
