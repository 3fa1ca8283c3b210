import type { Problem, TypePanel } from './problem.ts'

/** People by their place in the pool, in ascending order, and the tickets that draw them. */
export type PeoplePanel = { members: number[]; tickets: number }

type Turn = { panel: number; from: number; to: number; person: number }

/**
 * Turns panels of types into panels of people so that everyone of a type holds the same number of tickets (to within
 * one, when they do not divide). Each panel's tickets are cut wherever someone's turn ends.
 */
export function takeTurns(problem: Problem, panels: TypePanel[], tickets: number[]): PeoplePanel[] {
  const turns: Turn[][] = panels.map(() => [])
  problem.people.forEach((people, t) => {
    for (const turn of turnsOfType(
      people,
      panels.map((panel) => panel[t]!),
      tickets,
    ))
      turns[turn.panel]!.push(turn)
  })
  const merged = new Map<string, PeoplePanel>()
  for (const inPanel of turns) {
    const starts = peopleBy(inPanel, 'from')
    const ends = peopleBy(inPanel, 'to')
    const cuts = [...new Set([...starts.keys(), ...ends.keys()])].sort((a, b) => a - b)
    const seated = new Set<number>()
    for (const [i, cut] of cuts.slice(0, -1).entries()) {
      for (const person of ends.get(cut) ?? []) seated.delete(person)
      for (const person of starts.get(cut) ?? []) seated.add(person)
      const members = [...seated].sort((a, b) => a - b)
      const key = members.join()
      const before = merged.get(key)?.tickets ?? 0
      merged.set(key, { members, tickets: before + cuts[i + 1]! - cut })
    }
  }
  return [...merged.values()].sort((a, b) => b.tickets - a.tickets || firstDifference(a.members, b.members))
}

function peopleBy(turns: Turn[], end: 'from' | 'to'): Map<number, number[]> {
  const people = new Map<number, number[]>()
  for (const turn of turns) {
    const there = people.get(turn[end])
    if (there) there.push(turn.person)
    else people.set(turn[end], [turn.person])
  }
  return people
}

/**
 * Lines up the panels by falling number of seats for the type: line r runs as long as there are more than r seats.
 * Everyone in turn takes the shortest line whole and the rest of an equal share from the end of the longest; the two
 * never overlap, because the share lies between them, and what is left is again a set of lines from the start.
 */
function turnsOfType(people: number[], seats: number[], tickets: number[]): Turn[] {
  const order = seats
    .flatMap((s, j) => (s > 0 && tickets[j]! > 0 ? j : []))
    .sort((a, b) => seats[b]! - seats[a]! || a - b)
  const lines = people.map((_, r) => order.reduce((sum, j) => (seats[j]! > r ? sum + tickets[j]! : sum), 0))
  lines.sort((a, b) => a - b)
  const total = lines.reduce((a, b) => a + b, 0)
  const least = Math.floor(total / people.length)
  const withOneMore = total - least * people.length
  const turns: Turn[] = []
  people.forEach((person, i) => {
    const share = least + (i < withOneMore ? 1 : 0)
    const shortest = lines.shift()!
    const longest = lines.pop()
    const rest = longest === undefined ? 0 : longest - (share - shortest)
    if (longest !== undefined) insert(lines, rest)
    const taken =
      longest === undefined
        ? [[0, shortest]]
        : [
            [0, shortest],
            [rest, longest],
          ]
    let start = 0
    for (const panel of order) {
      const end = start + tickets[panel]!
      for (const [a, b] of taken) {
        const from = Math.max(a!, start)
        const to = Math.min(b!, end)
        if (from < to) turns.push({ panel, from: from - start, to: to - start, person })
      }
      start = end
    }
  })
  return turns
}

/** Keeps the lines in ascending order. */
function insert(lines: number[], line: number): void {
  let from = 0
  for (let to = lines.length; from < to; ) {
    const middle = (from + to) >> 1
    if (lines[middle]! < line) from = middle + 1
    else to = middle
  }
  lines.splice(from, 0, line)
}

function firstDifference(a: number[], b: number[]): number {
  const at = a.findIndex((member, i) => member !== b[i])
  return at < 0 ? 0 : a[at]! - b[at]!
}
