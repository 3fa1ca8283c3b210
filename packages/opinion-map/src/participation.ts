import type { VoteMatrix } from './matrix.ts'

const ENOUGH_VOTES = 7
const FEWEST_PEOPLE = 15

/**
 * Who is in the conversation (1) and who has voted too little (0): at least min(7, statements) votes, once in always in;
 * while that is fewer than 15 people, those with the most votes so far fill up to 15 (equal: who came first).
 * The filling is replayed in time: it ends at the moment the 15th person is there, and whoever is in then stays in.
 */
export function inConversation(matrix: VoteMatrix, present: number, before: Set<string> = new Set()): Uint8Array {
  const { people, rowStart, arrived } = matrix
  const threshold = Math.min(ENOUGH_VOTES, present)
  const filledAt = arrived[Math.min(people.length, FEWEST_PEOPLE) - 1] ?? 0
  const there = arrived.filter((time) => time <= filledAt && time < Number.POSITIVE_INFINITY).length
  const inside = new Uint8Array(people.length)
  for (const person of firstFill(matrix, there, filledAt, threshold)) inside[person] = 1
  people.forEach((id, person) => {
    const votes = rowStart[person + 1]! - rowStart[person]!
    if ((votes >= threshold && votes > 0) || before.has(id)) inside[person] = 1
  })
  return inside
}

function firstFill({ arrived, rowStart, time }: VoteMatrix, there: number, now: number, threshold: number): number[] {
  const candidates = Array.from({ length: there }, (_, person) => {
    const votes = time.subarray(rowStart[person]!, rowStart[person + 1]!).filter((cast) => cast <= now).length
    return { person, votes, sticky: arrived[person]! < now || votes >= threshold }
  })
  const sticky = candidates.filter((candidate) => candidate.sticky)
  const rest = candidates.filter((candidate) => !candidate.sticky).sort((a, b) => b.votes - a.votes)
  return [...sticky, ...rest.slice(0, Math.max(0, FEWEST_PEOPLE - sticky.length))].map(({ person }) => person)
}
