import type { Places } from './projection.ts'

/**
 * The mean silhouette of points in clusters (P. Rousseeuw 1987), between −1 and 1: how much nearer each point is to its own cluster
 * than to the next one. A point alone in its cluster counts 0; with fewer than two clusters there is none (NaN).
 */
export function silhouette({ x, y }: Places, of: Int32Array, clusters: number): number {
  if (clusters < 2) return Number.NaN
  const size = new Float64Array(clusters)
  for (const cluster of of) size[cluster]!++
  const reach = new Float64Array(clusters)
  let total = 0
  for (let point = 0; point < of.length; point++) {
    const own = of[point]!
    if (size[own] === 1) continue
    reach.fill(0)
    for (let other = 0; other < of.length; other++)
      reach[of[other]!]! += Math.hypot(x[point]! - x[other]!, y[point]! - y[other]!)
    const inside = reach[own]! / (size[own]! - 1)
    let outside = Number.POSITIVE_INFINITY
    for (let cluster = 0; cluster < clusters; cluster++)
      if (cluster !== own) outside = Math.min(outside, reach[cluster]! / size[cluster]!)
    const wider = Math.max(inside, outside)
    if (wider > 0) total += (outside - inside) / wider
  }
  return total / of.length
}
