import type { Counts } from './counts.ts'
import { aboveHalf, SIGNIFICANT, smoothedShare } from './proportions.ts'

const MOST_STATEMENTS = 5

/** A statement most of everyone takes the same side on. `share` smoothed, `test` against one half. */
export type Agreed = { statement: number; success: number; trials: number; share: number; test: number }

/** The five statements most clearly agreed to, and disagreed with, by everyone who voted (share > ½ and test > 1.2816; by share × test). */
export function consensus({ agree, disagree, seen }: Counts, counted: Uint8Array) {
  return { agree: clearest(agree, seen, counted), disagree: clearest(disagree, seen, counted) }
}

function clearest(success: Int32Array, seen: Int32Array, counted: Uint8Array): Agreed[] {
  const agreed: Agreed[] = []
  for (let statement = 0; statement < counted.length; statement++) {
    const share = smoothedShare(success[statement]!, seen[statement]!)
    const test = aboveHalf(success[statement]!, seen[statement]!)
    if (counted[statement] && share > 0.5 && test > SIGNIFICANT)
      agreed.push({ statement, success: success[statement]!, trials: seen[statement]!, share, test })
  }
  return agreed.sort((a, b) => b.share * b.test - a.share * a.test).slice(0, MOST_STATEMENTS)
}

/** Common ground across groups: the product over groups of (agreeing + 1) / (votes + 2); one refusing group is enough to sink it. */
export function groupAwareConsensus(groups: Counts[], statements: number): Float64Array {
  const product = new Float64Array(statements).fill(1)
  for (const { agree, seen } of groups)
    for (let at = 0; at < statements; at++) product[at]! *= smoothedShare(agree[at]!, seen[at]!)
  return product
}

/**
 * Which statement to show next, the larger the sooner: ((1 − p) (E + 1) a (1 + 8 · 2^(−S/5)))², with p and a the smoothed shares of passing
 * and agreeing in the conversation, E the extremity, S the votes so far; 49 for a meta statement.
 */
export function priorities({ agree, disagree, seen }: Counts, extremity: Float64Array, meta: boolean[]): Float64Array {
  return extremity.map((far, at) => {
    if (meta[at]) return 49
    const votes = seen[at]!
    const passing = smoothedShare(votes - agree[at]! - disagree[at]!, votes)
    const importance = (1 - passing) * (far + 1) * smoothedShare(agree[at]!, votes)
    return (importance * (1 + 8 * 2 ** (-votes / 5))) ** 2
  })
}
