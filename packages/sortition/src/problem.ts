import type { Person, Pool } from './pool.ts'

/** The seats of the types named lie between min and max. */
export type Limit = { types: number[]; min: number; max: number }

/**
 * What a panel must satisfy, counted by type: people who are alike for every rule. `people[t]` are their places in
 * the pool, `limits` the quotas in the order of the pool's, then the number of seats, then one per shared address.
 */
export type Problem = { seats: number; people: number[][]; limits: Limit[] }

/** How many people of each type a panel takes. */
export type TypePanel = number[]

/**
 * Collapses people with the same profile into one type. LEXIMIN is unique and symmetric, so it treats them alike and
 * nothing is lost. People who share an address with someone in the pool each stay a type of their own.
 */
export function problemOf(pool: Pool, seats: number, sameAddress: string[] = []): Problem {
  const households = householdsOf(pool.people, sameAddress)
  const sharing = new Set(households.flat())
  const typeOf = new Map<string, number>()
  const types = pool.people.map((person, i) => {
    const key = JSON.stringify(sharing.has(i) ? [...person.values, i] : person.values)
    return typeOf.get(key) ?? typeOf.set(key, typeOf.size).get(key)!
  })
  const people: number[][] = Array.from({ length: typeOf.size }, () => [])
  types.forEach((type, i) => {
    people[type]!.push(i)
  })
  const all = people.map((_, type) => type)
  const limits = pool.quotas.map(({ feature, value, min, max }) => {
    const f = pool.features.indexOf(feature)
    return { types: all.filter((t) => pool.people[people[t]![0]!]!.values[f] === value), min, max }
  })
  limits.push({ types: all, min: seats, max: seats })
  for (const members of households) limits.push({ types: members.map((i) => types[i]!), min: 0, max: 1 })
  return { seats, people, limits }
}

/**
 * Groups of two or more people at one address: the columns named, compared without regard to case and spacing. Who
 * left every one of them empty shares an address with nobody.
 */
export function householdsOf(people: Person[], sameAddress: string[]): number[][] {
  const at = new Map<string, number[]>()
  people.forEach(({ columns }, i) => {
    const address = sameAddress.map((name) => columns.get(name)!.toLowerCase().replace(/\s+/g, ' ').trim())
    if (address.every((part) => part === '')) return
    const key = JSON.stringify(address)
    const members = at.get(key)
    if (members) members.push(i)
    else at.set(key, [i])
  })
  return [...at.values()].filter((members) => members.length > 1)
}

/** Whether a panel keeps every limit: whole numbers only, whatever a solver said. */
export function isPanel({ people, limits }: Problem, panel: TypePanel): boolean {
  return (
    panel.every((seats, t) => Number.isInteger(seats) && seats >= 0 && seats <= people[t]!.length) &&
    limits.every(({ types, min, max }) => {
      const seats = types.reduce((sum, t) => sum + panel[t]!, 0)
      return seats >= min && seats <= max
    })
  )
}
