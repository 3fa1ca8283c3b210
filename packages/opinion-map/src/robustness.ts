import { adjustedRandIndex } from './agreement.ts'
import { drawMap, type OpinionMap } from './map.ts'
import { withoutPeople } from './matrix.ts'
import { seeded } from './random.ts'

/** How far a map moved when some people were left out. */
export type Movement = {
  /** adjusted Rand index of the groups before and after, as many groups as before, over the people in both conversations */
  groups: number
  /** the number of groups with the best silhouette, before and after */
  bestNumber: { before: number; after: number }
  /** the larger of the two angles between the plane before and after, in degrees: 0 the same plane, 90 an axis is lost */
  turn: number
  /** consensus statements (indices) kept, and those that came and went, agreed and disagreed together */
  consensus: {
    kept: number[]
    lost: number[]
    gained: number[] /** kept ÷ all of them, 1 when there were none */
    same: number
  }
}

export type Robustness = {
  /** how many people were left out, and who (indices into matrix.people, the most influential first) */
  k: number
  removed: number[]
  /** the share of the two axes that these people carry; k ÷ people is what an average group of that size carries */
  influence: number
  movement: Movement
  /** the same after leaving out k people by lot: the mean agreement of groups and sameness of consensus over the draws */
  byLot: { draws: number; groups: number; consensusSame: number }
}

const LOTS = 5

/**
 * A person's influence: the share they have in the two axes, ½ (s₁² / λ₁ + s₂² / λ₂), s being the person's own (unstretched) score on
 * an axis and λ the sum of squares of all scores on it. All shares sum to 1. People who vote in step weigh on one axis together, so a
 * bloc that bends the map is at the top. Rejected and meta statements give no influence.
 */
export function influence({ matrix, columns, components }: OpinionMap): Float64Array {
  const { rowStart, column, value } = matrix
  const [first, second] = components.axes
  const [firstSum, secondSum] = components.variance
  const axes = Number(firstSum > 0) + Number(secondSum > 0)
  const shares = new Float64Array(matrix.people.length)
  for (let person = 0; person < shares.length; person++) {
    let along = 0
    let across = 0
    for (let entry = rowStart[person]!; entry < rowStart[person + 1]!; entry++) {
      const statement = column[entry]!
      if (!columns.counted[statement]) continue
      along += (value[entry]! - columns.mean[statement]!) * first[statement]!
      across += (value[entry]! - columns.mean[statement]!) * second[statement]!
    }
    const share = (firstSum > 0 ? along ** 2 / firstSum : 0) + (secondSum > 0 ? across ** 2 / secondSum : 0)
    shares[person] = axes > 0 ? share / axes : 0
  }
  return shares
}

/**
 * Leaves out the k most influential people and draws again from where the map was (so that what moves, moves because of them), and does
 * the same for people chosen by lot, to compare. Costs 6 updates. Throws a RangeError unless 0 < k < people.
 */
export function robustness(map: OpinionMap, k: number): Robustness {
  const people = map.matrix.people.length
  if (!Number.isInteger(k) || k < 1 || k >= people)
    throw new RangeError(`Without ${k} of ${people} people there is nothing to compare`)
  const shares = influence(map)
  const ranked = Array.from(shares.keys()).sort((a, b) => shares[b]! - shares[a]!)
  const removed = ranked.slice(0, k)
  const lots = Array.from({ length: LOTS }, (_, draw) => movement(map, byLot(people, k, map.settings.seed + draw)))
  const mean = (of: (lot: Movement) => number) => lots.reduce((sum, lot) => sum + of(lot), 0) / LOTS
  return {
    k,
    removed,
    influence: removed.reduce((sum, person) => sum + shares[person]!, 0),
    movement: movement(map, removed),
    byLot: { draws: LOTS, groups: mean((lot) => lot.groups), consensusSame: mean((lot) => lot.consensus.same) },
  }
}

/** What leaving out these people does to the map. */
export function movement(map: OpinionMap, removed: number[]): Movement {
  const gone = new Uint8Array(map.matrix.people.length)
  for (const person of removed) gone[person] = 1
  const { chosen } = map.grouping.count
  const memory = { ...map.memory, count: { chosen, best: chosen, times: 1 } }
  const after = drawMap(withoutPeople(map.matrix, gone), map.settings, memory)
  const stayed = Array.from(gone.keys()).filter((person) => gone[person] === 0)
  const inBoth = stayed.flatMap((person, row) =>
    map.people.group[person]! >= 0 && after.people.group[row]! >= 0 ? [[person, row] as const] : [],
  )
  return {
    groups: adjustedRandIndex(
      inBoth.map(([person]) => map.people.group[person]!),
      inBoth.map(([, row]) => after.people.group[row]!),
    ),
    bestNumber: { before: map.grouping.count.best, after: after.grouping.count.best },
    turn: turnOf(map.components.axes, after.components.axes),
    consensus: compareSets(consensusOf(map), consensusOf(after)),
  }
}

/** The larger principal angle between two planes, from the smaller singular value of the 2 × 2 table of products of their axes. */
function turnOf(before: [Float64Array, Float64Array], after: [Float64Array, Float64Array]): number {
  const product = (a: Float64Array, b: Float64Array) => a.reduce((sum, entry, at) => sum + entry * b[at]!, 0)
  const [a, b] = [product(before[0], after[0]), product(before[0], after[1])]
  const [c, d] = [product(before[1], after[0]), product(before[1], after[1])]
  const squares = a * a + b * b + c * c + d * d
  const apart = Math.sqrt(Math.max(0, squares * squares - 4 * (a * d - b * c) ** 2))
  const smaller = Math.sqrt(Math.max(0, (squares - apart) / 2))
  return (Math.acos(Math.min(1, smaller)) * 180) / Math.PI
}

function consensusOf({ consensus }: OpinionMap): number[] {
  return [...consensus.agree, ...consensus.disagree].map(({ statement }) => statement)
}

function compareSets(before: number[], after: number[]): Movement['consensus'] {
  const kept = before.filter((statement) => after.includes(statement))
  const lost = before.filter((statement) => !after.includes(statement))
  const gained = after.filter((statement) => !before.includes(statement))
  const all = kept.length + lost.length + gained.length
  return { kept, lost, gained, same: all === 0 ? 1 : kept.length / all }
}

function byLot(people: number, k: number, seed: number): number[] {
  const draw = seeded(seed)
  const order = Array.from({ length: people }, (_, person) => person)
  for (let at = 0; at < k; at++) {
    const other = at + Math.floor(draw() * (people - at))
    ;[order[at], order[other]] = [order[other]!, order[at]!]
  }
  return order.slice(0, k)
}
