import { createHash } from 'node:crypto'
import type { Profile } from './profile.ts'

export type Criterion = 'min-cost' | 'max-votes' | 'lot'

/** How equal projects are put in order: the criteria one after the other; a lot needs its seed. */
export type TieRule = { criteria: Criterion[]; seed: string }

export const defaultTieRule: TieRule = { criteria: ['min-cost', 'max-votes', 'lot'], seed: '0' }

/** A tie as it was met and how it was resolved. Projects are indexes. */
export type Tie = { round: number; projects: number[]; chosen: number; by: Criterion }

/** A tie that the criteria leave open: the caller has to draw a lot. */
export class UnresolvedTie extends Error {
  readonly projects: string[]
  constructor(projects: string[]) {
    super(`projects ${projects.join(', ')} are tied; draw a lot in public and give its seed (lot:SEED)`)
    this.projects = projects
  }
}

/**
 * The lot: projects in ascending order of SHA-256 of `seed`, a line feed and the project id, in UTF-8. Anyone can repeat it
 * with a pencil and sha256sum; it depends neither on the file's order nor on the round, so it is drawn once for all rounds.
 */
export function drawLot(profile: Profile, seed: string): number[] {
  const digests = profile.election.projects.map(({ id }) => createHash('sha256').update(`${seed}\n${id}`).digest('hex'))
  const order = digests.map((_, index) => index).sort((a, b) => (digests[a]! < digests[b]! ? -1 : 1))
  const place: number[] = []
  order.forEach((project, at) => {
    place[project] = at
  })
  return place
}

/** Chooses among tied projects; the same projects always give the same answer. */
export type TieBreaker = (tied: number[]) => { chosen: number; by: Criterion }

/** Throws UnresolvedTie when called on projects that the criteria cannot tell apart. */
export function tieBreaker(profile: Profile, rule: TieRule): TieBreaker {
  const place = rule.criteria.includes('lot') ? drawLot(profile, rule.seed) : []
  const { projects } = profile.election
  const compare: Record<Criterion, (a: number, b: number) => number> = {
    'min-cost': (a, b) => (projects[a]!.cost < projects[b]!.cost ? -1 : Number(projects[a]!.cost > projects[b]!.cost)),
    'max-votes': (a, b) => profile.votes[b]! - profile.votes[a]!,
    lot: (a, b) => place[a]! - place[b]!,
  }
  return (tied) => {
    let left = tied
    for (const by of rule.criteria) {
      const first = left.reduce((best, p) => (compare[by](p, best) < 0 ? p : best))
      left = left.filter((p) => compare[by](p, first) === 0)
      if (left.length === 1) return { chosen: first, by }
    }
    throw new UnresolvedTie(left.map((p) => projects[p]!.id))
  }
}
