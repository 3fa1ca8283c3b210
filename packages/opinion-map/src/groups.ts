import { type Clustering, firstDistinct, kMeans, movedCentres } from './k-means.ts'
import type { Places } from './projection.ts'
import { silhouette } from './silhouette.ts'

const BASE_CLUSTERS = 100
/** The number of groups changes only when another number was best this many times running. */
const PATIENCE = 4

/** How many groups may be sought. The upper end also keeps within 2 + (base clusters / 12), rounded down. */
export type GroupRange = [fewest: number, most: number]

/** `chosen` groups are shown; `best` was best at the last `times` drawings. */
export type GroupCount = { chosen: number; best: number; times: number }

/** Nothing chosen yet: the next drawing takes what is best there. */
export const UNDECIDED: GroupCount = { chosen: 0, best: 0, times: 0 }

/** Members of base clusters are people in the conversation; members of groups are base clusters. */
export type Grouping = {
  base: Clustering
  /** Every number of groups tried, with its silhouette. */
  tried: Map<number, Clustering & { silhouette: number }>
  count: GroupCount
}

/** What the drawing before left: the base cluster of each person now in the conversation (−1: new), and the group of each of those base clusters. */
export type GroupingBefore = { base: Int32Array; groups: Map<number, Int32Array>; count: GroupCount }

/**
 * Two steps: people to at most 100 base clusters, base clusters (weighted by their people) to 2–5 groups by the best silhouette.
 * `places` are the people in the conversation in order of arrival; clusters start from those before, or from the first distinct places.
 */
export function groupPeople(places: Places, [fewest, most]: GroupRange, before?: GroupingBefore): Grouping {
  const everyone = new Float64Array(places.x.length).fill(1)
  const starts = before
    ? movedCentres(places, everyone, before.base, BASE_CLUSTERS)
    : firstDistinct(places, BASE_CLUSTERS)
  const base = kMeans(places, everyone, starts)
  const highest = Math.min(base.x.length, Math.max(fewest, Math.min(most, 2 + Math.floor(base.x.length / 12))))
  const lowest = Math.min(fewest, highest)
  const tried: Grouping['tried'] = new Map()
  for (let k = lowest; k <= highest; k++) {
    const groups = kMeans(base, base.weight, groupStart(k, places, base, before))
    tried.set(k, { ...groups, silhouette: silhouette(base, groups.of, groups.x.length) })
  }
  return { base, tried, count: patientCount(tried, before?.count) }
}

function groupStart(k: number, places: Places, base: Clustering, before?: GroupingBefore): Places {
  const groups = before?.groups.get(k)
  if (!before || !groups) return firstDistinct(base, k)
  const everyone = new Float64Array(places.x.length).fill(1)
  const of = before.base.map((cluster) => groups[cluster] ?? -1)
  const centres = movedCentres(places, everyone, of, k)
  return centres.x.length === k ? centres : firstDistinct(base, k)
}

function patientCount(tried: Grouping['tried'], before?: GroupCount): GroupCount {
  let best = 0
  let highest = Number.NEGATIVE_INFINITY
  for (const [k, groups] of tried) {
    const fit = Number.isNaN(groups.silhouette) ? -1 : groups.silhouette
    if (fit > highest) {
      highest = fit
      best = k
    }
  }
  const times = before?.best === best ? before.times + 1 : 1
  const keep = before !== undefined && times < PATIENCE && tried.has(before.chosen)
  return { chosen: keep ? before.chosen : best, best, times }
}
