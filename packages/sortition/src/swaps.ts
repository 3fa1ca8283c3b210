import type { Problem, TypePanel } from './problem.ts'

export type Swaps = (panel: TypePanel, prices: number[]) => TypePanel

/**
 * Improves a panel by exchanging one person for another as long as that raises its worth at the prices and keeps every
 * limit: the cheapest member first, for the dearest outsider who fits. A panel in use is worth exactly what a helpful
 * one must exceed, so every exchange found from there gives a helpful panel without an integer program.
 */
export function openSwaps(problem: Problem): Swaps {
  const { people, limits } = problem
  const limitsOf: number[][] = people.map(() => [])
  limits.forEach(({ types }, l) => {
    for (const t of types) limitsOf[t]!.push(l)
  })
  const spare = { down: new Int32Array(limits.length), up: new Int32Array(limits.length) }
  const held = new Uint8Array(limits.length)
  return (start, prices) => {
    const panel = [...start]
    limits.forEach(({ types, min, max }, l) => {
      const taken = types.reduce((sum, t) => sum + panel[t]!, 0)
      spare.down[l] = taken - min
      spare.up[l] = max - taken
    })
    const dearest = people.map((_, t) => t).sort((a, b) => prices[b]! - prices[a]! || a - b)
    const cheapest = dearest.toReversed()
    for (let swapped = true; swapped; ) {
      swapped = false
      for (const out of cheapest) {
        while (panel[out]! > 0) {
          const into = replacementFor(out)
          if (into === undefined) break
          move(out, into)
          swapped = true
        }
      }
    }
    return panel

    function replacementFor(out: number): number | undefined {
      const rows = limitsOf[out]!
      let tight = 0
      for (const l of rows) {
        held[l] = 1
        if (spare.down[l] === 0) tight++
      }
      const least = prices[out]! + 1e-9
      let found: number | undefined
      for (const into of dearest) {
        if (prices[into]! <= least) break
        if (panel[into]! < people[into]!.length && fits(into, tight)) {
          found = into
          break
        }
      }
      for (const l of rows) held[l] = 0
      return found
    }

    /** Who comes in must fill every limit that loses its last spare member, and may not overfill another. */
    function fits(into: number, tight: number): boolean {
      let left = tight
      for (const l of limitsOf[into]!) {
        if (held[l] === 0) {
          if (spare.up[l]! <= 0) return false
        } else if (spare.down[l] === 0) left--
      }
      return left === 0
    }

    function move(out: number, into: number): void {
      panel[out]!--
      panel[into]!++
      for (const l of limitsOf[out]!) {
        spare.down[l]!--
        spare.up[l]!++
      }
      for (const l of limitsOf[into]!) {
        spare.down[l]!++
        spare.up[l]!--
      }
    }
  }
}
