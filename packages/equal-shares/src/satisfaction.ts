import type { Profile } from './profile.ts'

/** How many voters prefer the one set of projects, the other, and neither. */
export type Preference = { first: number; second: number; same: number }

/** A voter prefers the set with the larger sum of weights on the ballot: with approvals, more of the projects he or she supports. */
export function compareForVoters(profile: Profile, first: readonly number[], second: readonly number[]): Preference {
  const one = new Set(first)
  const other = new Set(second)
  const preference: Preference = { first: 0, second: 0, same: 0 }
  for (let g = 0; g < profile.groups; g++) {
    let lead = 0
    for (let i = profile.groupStart[g]!; i < profile.groupStart[g + 1]!; i++) {
      const p = profile.groupProject[i]!
      lead += profile.groupWeight[i]! * (Number(one.has(p)) - Number(other.has(p)))
    }
    preference[lead > 0 ? 'first' : lead < 0 ? 'second' : 'same'] += profile.size[g]!
  }
  return preference
}

/** Voters with at least one project they support in the set. */
export function representedVoters(profile: Profile, selected: readonly number[]): number {
  const set = new Set(selected)
  let represented = 0
  for (let g = 0; g < profile.groups; g++) {
    for (let i = profile.groupStart[g]!; i < profile.groupStart[g + 1]!; i++) {
      if (!set.has(profile.groupProject[i]!)) continue
      represented += profile.size[g]!
      break
    }
  }
  return represented
}
