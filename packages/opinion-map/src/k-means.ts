import type { Places } from './projection.ts'

/** `of[point]` is the cluster of each point; centres and weights have one entry a cluster. No cluster is empty. */
export type Clustering = Places & { weight: Float64Array; of: Int32Array }

const MOST_ROUNDS = 100

/** Weighted k-means in the plane from given centres (Lloyd, at most 100 rounds; equally near: the earlier centre). Empty clusters go. */
export function kMeans(points: Places, weights: Float64Array, start: Places): Clustering {
  const x = start.x.slice()
  const y = start.y.slice()
  const of = new Int32Array(points.x.length).fill(-1)
  const weight = new Float64Array(x.length)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (!assign(points, { x, y }, of)) break
    recentre(points, weights, of, { x, y }, weight)
  }
  const used = Array.from(weight.keys()).filter((cluster) => weight[cluster]! > 0)
  const renamed = new Int32Array(x.length)
  used.forEach((cluster, position) => {
    renamed[cluster] = position
  })
  const keep = (from: Float64Array) => Float64Array.from(used, (cluster) => from[cluster]!)
  return { x: keep(x), y: keep(y), weight: keep(weight), of: of.map((cluster) => renamed[cluster]!) }
}

function assign(points: Places, centres: Places, of: Int32Array): boolean {
  const { x, y } = centres
  const count = x.length
  let changed = false
  for (let point = 0; point < of.length; point++) {
    const px = points.x[point]!
    const py = points.y[point]!
    let nearest = -1
    let least = Number.POSITIVE_INFINITY
    for (let centre = 0; centre < count; centre++) {
      const dx = px - x[centre]!
      const dy = py - y[centre]!
      const away = dx * dx + dy * dy
      if (away < least) {
        least = away
        nearest = centre
      }
    }
    if (of[point] !== nearest) changed = true
    of[point] = nearest
  }
  return changed
}

function recentre(points: Places, weights: Float64Array, of: Int32Array, centres: Places, weight: Float64Array): void {
  const sumX = new Float64Array(weight.length)
  const sumY = new Float64Array(weight.length)
  weight.fill(0)
  for (let point = 0; point < of.length; point++) {
    const cluster = of[point]!
    weight[cluster]! += weights[point]!
    sumX[cluster]! += weights[point]! * points.x[point]!
    sumY[cluster]! += weights[point]! * points.y[point]!
  }
  for (let cluster = 0; cluster < weight.length; cluster++) {
    if (weight[cluster] === 0) continue
    centres.x[cluster] = sumX[cluster]! / weight[cluster]!
    centres.y[cluster] = sumY[cluster]! / weight[cluster]!
  }
}

/** The first k distinct points: how a clustering starts when there is none yet. */
export function firstDistinct(points: Places, k: number): Places {
  const x: number[] = []
  const y: number[] = []
  for (let point = 0; point < points.x.length && x.length < k; point++) {
    const known = x.some((across, at) => across === points.x[point] && y[at] === points.y[point])
    if (known) continue
    x.push(points.x[point]!)
    y.push(points.y[point]!)
  }
  return { x: Float64Array.from(x), y: Float64Array.from(y) }
}

/** Where the clusters before are now (their members have moved), completed to k by the point farthest from all of them. */
export function movedCentres(points: Places, weights: Float64Array, before: Int32Array, k: number): Places {
  const clusters = before.reduce((most, cluster) => Math.max(most, cluster + 1), 0)
  const sum = { x: new Float64Array(clusters), y: new Float64Array(clusters), weight: new Float64Array(clusters) }
  before.forEach((cluster, point) => {
    if (cluster < 0) return
    sum.x[cluster]! += weights[point]! * points.x[point]!
    sum.y[cluster]! += weights[point]! * points.y[point]!
    sum.weight[cluster]! += weights[point]!
  })
  const alive = Array.from(sum.weight.keys()).filter((cluster) => sum.weight[cluster]! > 0)
  const merged = firstDistinct(
    {
      x: Float64Array.from(alive, (cluster) => sum.x[cluster]! / sum.weight[cluster]!),
      y: Float64Array.from(alive, (cluster) => sum.y[cluster]! / sum.weight[cluster]!),
    },
    k,
  )
  return merged.x.length === 0 ? firstDistinct(points, k) : addFarthest(points, merged, k)
}

function addFarthest(points: Places, centres: Places, k: number): Places {
  const x = [...centres.x]
  const y = [...centres.y]
  const away = new Float64Array(points.x.length).fill(Number.POSITIVE_INFINITY)
  for (let centre = 0; centre < k; centre++) {
    if (centre === x.length) {
      const farthest = away.indexOf(away.reduce((most, distance) => Math.max(most, distance), 0))
      if (farthest < 0 || away[farthest] === 0) break
      x.push(points.x[farthest]!)
      y.push(points.y[farthest]!)
    }
    away.forEach((distance, point) => {
      const there = (points.x[point]! - x[centre]!) ** 2 + (points.y[point]! - y[centre]!) ** 2
      if (there < distance) away[point] = there
    })
  }
  return { x: Float64Array.from(x), y: Float64Array.from(y) }
}
