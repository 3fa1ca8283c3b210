import type { Components } from './components.ts'
import type { GroupCount, Grouping, GroupingBefore } from './groups.ts'
import type { VoteMatrix } from './matrix.ts'

/** What one drawing leaves for the next: plain data keyed by ids, so that it can be stored and outlives new people and statements. */
export type MapMemory = {
  axes: Array<[statement: string, first: number, second: number]>
  /** people in the conversation and the base cluster of each */
  inside: Array<[person: string, base: number]>
  /** for each number of groups tried: the group of each base cluster */
  groups: Array<[k: number, groupOfBase: number[]]>
  count: GroupCount
}

export function remember(
  { statements, people }: VoteMatrix,
  { axes }: Components,
  members: Int32Array,
  { base, tried, count }: Grouping,
): MapMemory {
  return {
    axes: statements.map(({ id }, at) => [id, axes[0][at]!, axes[1][at]!]),
    inside: Array.from(members, (person, at) => [people[person]!, base.of[at]!]),
    groups: Array.from(tried, ([k, { of }]) => [k, [...of]]),
    count,
  }
}

/** Reads a memory in the order of a matrix; what it does not know starts anew. */
export function recall(memory: MapMemory, { statements, people }: VoteMatrix) {
  const axisOf = new Map(memory.axes.map(([id, first, second]) => [id, [first, second] as const]))
  const baseOf = new Map(memory.inside)
  const axes: [Float64Array, Float64Array] = [
    Float64Array.from(statements, ({ id }) => axisOf.get(id)?.[0] ?? 0),
    Float64Array.from(statements, ({ id }) => axisOf.get(id)?.[1] ?? 0),
  ]
  const groups = new Map(memory.groups.map(([k, of]) => [k, Int32Array.from(of)]))
  return {
    axes,
    inside: new Set(baseOf.keys()),
    grouping: (members: Int32Array): GroupingBefore => ({
      base: Int32Array.from(members, (person) => baseOf.get(people[person]!) ?? -1),
      groups,
      count: memory.count,
    }),
  }
}
