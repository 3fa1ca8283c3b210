import type { Ballot, Election } from './election.ts'

/**
 * The ballots in the form the rules work on. Voters with the same ballot form a group: under every rule here they always
 * have the same money, so treating them as one is exact. `group*` arrays list a group's projects, `payer*` arrays a project's
 * supporting groups; both are flat, with the entries of item i from `start[i]` to `start[i + 1]`.
 */
export type Profile = {
  election: Election
  voters: number
  groups: number
  /** Voters in each group. */
  size: Float64Array
  groupStart: Int32Array
  groupProject: Int32Array
  groupWeight: Float64Array
  payerStart: Int32Array
  payerGroup: Int32Array
  payerWeight: Float64Array
  /** Voters of the group, and voters × weight. */
  payerSize: Float64Array
  payerMass: Float64Array
  /** Per project: voters that support it, and the sum of their weights (its score: approvals, points or Borda points). */
  votes: Float64Array
  score: Float64Array
  /** Costs as doubles, in the election's units (within one rounding of the exact ones). */
  cost: Float64Array
  heaviest: number
}

/** Groups the ballots and lays them out; takes time in proportion to the approvals. */
export function profileOf(election: Election): Profile {
  const groups = groupBallots(election)
  const count = election.projects.length
  const size = Float64Array.from(groups, (group) => group.size)
  const groupStart = new Int32Array(groups.length + 1)
  const payers = new Int32Array(count)
  groups.forEach(({ projects }, g) => {
    groupStart[g + 1] = groupStart[g]! + projects.length
    for (const p of projects) payers[p]!++
  })
  const entries = groupStart[groups.length]!
  const profile: Profile = {
    election,
    voters: election.ballots.length,
    groups: groups.length,
    size,
    groupStart,
    groupProject: new Int32Array(entries),
    groupWeight: new Float64Array(entries),
    payerStart: new Int32Array(count + 1),
    payerGroup: new Int32Array(entries),
    payerWeight: new Float64Array(entries),
    payerSize: new Float64Array(entries),
    payerMass: new Float64Array(entries),
    votes: new Float64Array(count),
    score: new Float64Array(count),
    cost: Float64Array.from(election.projects, ({ cost }) => Number(cost)),
    heaviest: 1,
  }
  for (let p = 0; p < count; p++) profile.payerStart[p + 1] = profile.payerStart[p]! + payers[p]!
  layOut(profile, groups)
  return profile
}

type Group = { size: number; projects: readonly number[]; weights: readonly number[] }

function groupBallots({ ballots }: Election): Group[] {
  const found = new Map<string, Group>()
  for (const ballot of ballots) {
    const group = inOrder(ballot)
    const key = keyOf(group)
    const known = found.get(key)
    if (known) known.size++
    else found.set(key, { projects: group.projects, weights: group.weights, size: 1 })
  }
  return [...found.values()]
}

/** A text that is the same for the same choices only; one character a project where that is enough. */
function keyOf({ projects, weights }: Omit<Group, 'size'>): string {
  for (let i = 0; i < projects.length; i++) {
    if (weights[i] !== 1 || projects[i]! > 0xffff) return `#${projects.join()};${weights.join()}`
  }
  return projects.length > 1000 ? `+${projects.join()}` : `-${String.fromCharCode(...projects)}`
}

/** The projects a ballot supports, in the order of the election. */
function inOrder(ballot: Ballot): Omit<Group, 'size'> {
  const { projects, weights } = ballot
  let i = 0
  while (i < projects.length && weights[i]! > 0 && (i === 0 || projects[i - 1]! < projects[i]!)) i++
  if (i === projects.length) return ballot
  const order = projects.map((_, at) => at).filter((at) => weights[at]! > 0)
  order.sort((a, b) => projects[a]! - projects[b]!)
  return { projects: order.map((at) => projects[at]!), weights: order.map((at) => weights[at]!) }
}

function layOut(profile: Profile, groups: Group[]): void {
  const next = Int32Array.from(profile.payerStart)
  groups.forEach(({ size, projects, weights }, g) => {
    let entry = profile.groupStart[g]!
    projects.forEach((p, i) => {
      const weight = weights[i]!
      profile.groupProject[entry] = p
      profile.groupWeight[entry++] = weight
      const at = next[p]!++
      profile.payerGroup[at] = g
      profile.payerWeight[at] = weight
      profile.payerSize[at] = size
      profile.payerMass[at] = size * weight
      profile.votes[p]! += size
      profile.score[p]! += size * weight
      profile.heaviest = Math.max(profile.heaviest, weight)
    })
  })
}
