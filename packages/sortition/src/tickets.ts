/** The lottery has this many tickets, numbered 0 to 999,999,999: nine digits decide. */
export const ticketCount = 1_000_000_000

/**
 * Turns weights (≥ 0, sum 1) into whole tickets: each its share rounded down, the tickets left over to the largest
 * remainders, on a tie to the first. From here on nothing is decided by a rounded number.
 */
export function ticketsFor(weights: number[]): number[] {
  const shares = weights.map((weight) => weight * ticketCount)
  const tickets = shares.map(Math.floor)
  const remainder = shares.map((share, j) => share - tickets[j]!)
  const order = weights.map((_, j) => j).sort((a, b) => remainder[b]! - remainder[a]! || a - b)
  let left = ticketCount - tickets.reduce((a, b) => a + b, 0)
  for (let i = 0; left > 0; i = (i + 1) % order.length, left--) tickets[order[i]!]!++
  for (let i = 0; left < 0; i = (i + 1) % order.length) {
    if (tickets[order[i]!]! === 0) continue
    tickets[order[i]!]!--
    left++
  }
  return tickets
}
