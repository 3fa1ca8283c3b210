import { lot } from './lottery.ts'
import { nameOf, type Pool } from './pool.ts'
import { householdsOf } from './problem.ts'

export type ReplacementRequest = {
  /** The panel as it stands, the decliner included. */
  panel: string[]
  decliner: string
  /** Everyone who has declined before; they are not asked again. */
  declined?: string[]
  sameAddress?: string[]
  seed: string
  /** 1 for the first replacement after the draw, then 2, 3 …: each has a lot of its own. */
  turn: number
}

export type Replacement = {
  /** Undefined: nobody is left to ask. */
  id: string | undefined
  /** Everyone who had an equal chance, in the order of the pool. */
  eligible: string[]
  /** Quotas that the panel then misses, in words; empty whenever it can be. */
  missed: string[]
}

/**
 * The rule: whoever is not on the panel, has not declined and shares no address with a remaining member may step in,
 * provided the panel then keeps every quota. All of them have the same chance: the lot of `turn` among them in the
 * order of the pool. If nobody keeps every quota, the lot is among those who miss the fewest seats. Several decliners
 * are replaced one after the other; those not yet replaced still count.
 */
export function replace(pool: Pool, request: ReplacementRequest): Replacement {
  const { decliner, declined = [], sameAddress = [], seed, turn } = request
  const byId = new Map(pool.people.map((person, i) => [person.id, i]))
  const placeOf = (id: string) => {
    const i = byId.get(id)
    if (i === undefined) throw new Error(`Nobody in the pool has the id "${id}"`)
    return i
  }
  if (!request.panel.includes(decliner)) throw new Error(`"${decliner}" is not on the panel`)
  const remaining = request.panel.filter((id) => id !== decliner).map(placeOf)
  const barred = new Set([...remaining, placeOf(decliner), ...declined.map(placeOf)])
  for (const household of householdsOf(pool.people, sameAddress))
    if (household.some((i) => remaining.includes(i))) for (const i of household) barred.add(i)
  const count = counter(pool, remaining)
  const candidates = pool.people.flatMap((_, i) => (barred.has(i) ? [] : { i, missed: count(i) }))
  const fewest = Math.min(...candidates.map(({ missed }) => missed.seats))
  const eligible = candidates.filter(({ missed }) => missed.seats === fewest)
  if (eligible.length === 0) return { id: undefined, eligible: [], missed: [] }
  const chosen = eligible[lot(seed, turn, eligible.length)]!
  const idOf = ({ i }: { i: number }) => pool.people[i]!.id
  return { id: idOf(chosen), eligible: eligible.map(idOf), missed: chosen.missed.words }
}

/** For someone who joins: the quotas missed then, in seats and in words. */
function counter(pool: Pool, remaining: number[]): (joining: number) => { seats: number; words: string[] } {
  const quotas = pool.quotas.map((quota) => {
    const f = pool.features.indexOf(quota.feature)
    const has = (i: number) => pool.people[i]!.values[f] === quota.value
    return { quota, has, taken: remaining.filter(has).length }
  })
  return (joining) => {
    let seats = 0
    const words: string[] = []
    for (const { quota, has, taken } of quotas) {
      const now = taken + (has(joining) ? 1 : 0)
      const off = Math.max(0, quota.min - now, now - quota.max)
      if (off > 0) words.push(`${nameOf(quota)}: ${now} instead of ${quota.min} to ${quota.max}`)
      seats += off
    }
    return { seats, words }
  }
}
