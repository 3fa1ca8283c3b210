import type { Components } from './components.ts'
import type { VoteMatrix } from './matrix.ts'
import type { Columns } from './means.ts'

/** Places on the plane, one entry a person or statement. */
export type Places = { x: Float64Array; y: Float64Array }

/**
 * Where people stand: the sum of (vote − mean) × axis over the votes they cast, times √(statements / votes), so that someone who
 * voted little is not pulled to the middle. As in Polis a statement taken out stands as a pass by everyone: it counts as a vote here.
 */
export function projectPeople(matrix: VoteMatrix, columns: Columns, { axes: [first, second] }: Components): Places {
  const { counted, mean, present, excluded } = columns
  const people = matrix.people.length
  const places = { x: new Float64Array(people), y: new Float64Array(people) }
  for (let person = 0; person < people; person++) {
    let x = 0
    let y = 0
    let cast = excluded
    for (let entry = matrix.rowStart[person]!; entry < matrix.rowStart[person + 1]!; entry++) {
      const statement = matrix.column[entry]!
      if (!counted[statement]) continue
      const off = matrix.value[entry]! - mean[statement]!
      x += off * first[statement]!
      y += off * second[statement]!
      cast++
    }
    const stretch = Math.sqrt(present / Math.max(cast, 1))
    places.x[person] = x * stretch
    places.y[person] = y * stretch
  }
  return places
}

/** Where statements stand: where someone would who agreed to that one and voted on nothing else. Extremity is the distance from the middle. */
export function projectStatements({ mean, present }: Columns, { axes: [first, second] }: Components) {
  const stretch = Math.sqrt(present)
  const x = first.map((entry, statement) => (1 - mean[statement]!) * entry * stretch)
  const y = second.map((entry, statement) => (1 - mean[statement]!) * entry * stretch)
  return { x, y, extremity: x.map((across, statement) => Math.hypot(across, y[statement]!)) }
}
