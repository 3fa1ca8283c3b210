import type { VoteColumns } from './votes.ts'

/** The time of each person's first vote, re-votes included; Infinity for someone without votes. */
export function firstTimes(people: number, { person, time }: VoteColumns): Float64Array {
  const first = new Float64Array(people).fill(Number.POSITIVE_INFINITY)
  for (let row = 0; row < person.length; row++) {
    if (time[row]! < first[person[row]!]!) first[person[row]!] = time[row]!
  }
  return first
}

/** People by first vote; equal times by id, so that the order of rows in a file never matters. */
export function arrivalOrder(people: string[], arrived: Float64Array): Int32Array {
  return Int32Array.from(people.keys()).sort((a, b) => {
    if (arrived[a]! !== arrived[b]!) return arrived[a]! < arrived[b]! ? -1 : 1
    return compareIds(people[a]!, people[b]!)
  })
}

/** Whole numbers by size and before all others; others by code unit. */
export function compareIds(a: string, b: string): number {
  const numbers = Number(/^\d+$/.test(b)) - Number(/^\d+$/.test(a))
  if (numbers !== 0) return numbers
  if (/^\d+$/.test(a) && a.length !== b.length) return a.length - b.length
  return a < b ? -1 : a > b ? 1 : 0
}
