import type { Utility } from './equal-shares.ts'
import type { Profile } from './profile.ts'
import type { Criterion, Tie, TieBreaker } from './tie-breaking.ts'

export type GreedyOptions = {
  /** 'cost': by score; 'cardinality': by score per unit of cost. Both are utility per unit of cost, highest first. */
  utility: Utility
  /** Stop at the first project that does not fit, instead of going on with the next. */
  noSkip: boolean
  /** Projects with a lower score are left out; null for none. */
  threshold: number | null
}

/** What became of a project that greedy did not take; `rest`: budget left when its turn came. */
export type Refusal = {
  project: number
  reason: 'below-threshold' | 'no-support' | 'does-not-fit' | 'after-stop'
  rest: bigint
  threshold: number | null
}

export type GreedyResult = { selected: number[]; cost: bigint; ties: Tie[]; refusals: Refusal[] }

/**
 * Takes projects by score (approvals, points or Borda points) as long as they fit the budget. Projects nobody supports
 * are never taken. `taken`: projects already bought with `spent`, which greedy then adds to.
 */
export function greedy(
  profile: Profile,
  tieBreaker: TieBreaker,
  { utility, noSkip, threshold }: GreedyOptions,
  taken: ReadonlySet<number> = new Set(),
  spent = 0n,
): GreedyResult {
  const { projects, budget } = profile.election
  const result: GreedyResult = { selected: [], cost: spent, ties: [], refusals: [] }
  let left = projects.map((_, p) => p).filter((p) => !taken.has(p))
  const refuse = (project: number, reason: Refusal['reason']) => {
    result.refusals.push({ project, reason, rest: budget - result.cost, threshold })
    left = left.filter((p) => p !== project)
  }
  for (const p of left) {
    if (profile.votes[p] === 0) refuse(p, 'no-support')
    else if (threshold !== null && profile.score[p]! < threshold) refuse(p, 'below-threshold')
  }
  let stopped = false
  while (left.length > 0) {
    const { chosen, tied, by } = first(profile, utility, tieBreaker, left)
    if (by && !stopped) result.ties.push({ round: result.selected.length + 1, projects: tied, chosen, by })
    if (stopped) refuse(chosen, 'after-stop')
    else if (projects[chosen]!.cost > budget - result.cost) {
      refuse(chosen, 'does-not-fit')
      stopped = noSkip
    } else {
      result.selected.push(chosen)
      result.cost += projects[chosen]!.cost
      left = left.filter((p) => p !== chosen)
    }
  }
  return result
}

type First = { chosen: number; tied: number[]; by: Criterion | null }

function first({ election, score }: Profile, utility: Utility, tieBreaker: TieBreaker, left: number[]): First {
  let tied: number[] = []
  for (const p of left) {
    const order = tied.length === 0 ? 1 : compare(p, tied[0]!)
    if (order > 0) tied = [p]
    else if (order === 0) tied.push(p)
  }
  return tied.length === 1 ? { chosen: tied[0]!, tied, by: null } : { ...tieBreaker(tied), tied }

  function compare(a: number, b: number): number {
    if (utility === 'cost') return score[a]! - score[b]!
    const left = BigInt(score[a]!) * election.projects[b]!.cost
    const right = BigInt(score[b]!) * election.projects[a]!.cost
    return left < right ? -1 : Number(left > right)
  }
}
