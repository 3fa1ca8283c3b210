import type { Setting } from './equal-shares.ts'
import type { Profile } from './profile.ts'
import { type TieBreaker, UnresolvedTie } from './tie-breaking.ts'

/** `constant`: all supporters can pay in full at every endowment of the interval, so the rho is cost / (score × value) throughout. */
type Rival = { project: number; constant: boolean }

/**
 * Leaves out rivals that come after another one at every endowment, whatever has been bought: those of constant rho behind the
 * first of them, and those that cost the same and have the same supporters as one that is before them in the order of ties.
 */
export function unbeaten<R extends Rival>({ profile, utility, tieBreaker }: Setting, rivals: R[]): R[] {
  if (rivals.length < 2) return rivals
  const first = firstOfConstant(
    { profile, utility, tieBreaker },
    rivals.filter(({ constant }) => constant).map(({ project }) => project),
  )
  const left = rivals.filter(({ project, constant }) => !constant || first.includes(project))
  return left.filter(
    ({ project }) =>
      !left.some(
        (other) => areTwins(profile, project, other.project) && comesFirst(tieBreaker, other.project, project),
      ),
  )
}

/** The first of projects with constant rho; several if the criteria leave their tie open. Compared in whole numbers. */
function firstOfConstant({ profile, utility, tieBreaker }: Setting, constant: number[]): number[] {
  if (constant.length < 2) return constant
  const { projects } = profile.election
  const compare = (a: number, b: number) => {
    const left = BigInt(profile.score[b]!) * (utility === 'cost' ? 1n : projects[a]!.cost)
    const right = BigInt(profile.score[a]!) * (utility === 'cost' ? 1n : projects[b]!.cost)
    return left < right ? -1 : Number(left > right)
  }
  const least = constant.reduce((best, p) => (compare(p, best) < 0 ? p : best))
  const tied = constant.filter((p) => compare(p, least) === 0)
  return tied.filter((p) => !tied.some((other) => other !== p && comesFirst(tieBreaker, other, p)))
}

function areTwins({ election, payerStart, payerGroup, payerWeight }: Profile, a: number, b: number): boolean {
  const length = payerStart[a + 1]! - payerStart[a]!
  if (
    a === b ||
    election.projects[a]!.cost !== election.projects[b]!.cost ||
    payerStart[b + 1]! - payerStart[b]! !== length
  )
    return false
  for (let i = 0; i < length; i++) {
    const one = payerStart[a]! + i
    const other = payerStart[b]! + i
    if (payerGroup[one] !== payerGroup[other] || payerWeight[one] !== payerWeight[other]) return false
  }
  return true
}

/** A tie that the criteria leave open may never have to be resolved, so it is no error here. */
function comesFirst(tieBreaker: TieBreaker, a: number, b: number): boolean {
  try {
    return tieBreaker([a, b]).chosen === a
  } catch (error) {
    if (error instanceof UnresolvedTie) return false
    throw error
  }
}
