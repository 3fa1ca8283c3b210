import { sql } from 'kysely'
import { type Actor, hasRole } from './access.ts'
import { jakartaDate } from './database.ts'

/** Who acted, as far as this reader is told (docs/decisions/2026-11-27-acts-of-people.md): of a column with the person's id. */
export function actorName(column: string) {
  return sql<string | null>`mufakat.actor_name(${sql.ref(column)})`
}

/** When: the instant, as ISO text, or for readers without a seat the day ('YYYY-MM-DD'). */
export function actTime(column: string) {
  return sql<string>`mufakat.act_time(${sql.ref(column)})`
}

/** The id of who acted, where the reader is told the name. */
export function actorId(column: string) {
  return sql<string | null>`case when mufakat.actor_name(${sql.ref(column)}) is not null then ${sql.ref(column)} end`
}

/** As mufakat.sees_acts() says it. */
export function seesActs(actor: Actor): boolean {
  return (
    actor.kind === 'job' ||
    (actor.kind === 'person' && (actor.seats.length > 0 || hasRole(actor, 'information-officer')))
  )
}

/** Instants that are no act of anybody: when something is to begin. */
const planned = new Set(['starts_at', 'first_starts_at', 'from_at', 'to_at'])

/**
 * Data as this reader is told them. Of whatever a load brings along, who made a row is left out and instants become
 * days, so that no answer in JSON says of an act what its page keeps back.
 */
export function toldTo(actor: Actor, data: unknown): unknown {
  if (seesActs(actor)) return data
  const tell = (value: unknown, key: string): unknown => {
    if (value instanceof Date) return planned.has(key) ? value : jakartaDate(value)
    if (Array.isArray(value)) return value.map((one) => tell(one, key))
    if (value instanceof Map || value instanceof Set || typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value).filter(([name]) => name !== 'created_by')
    return Object.fromEntries(entries.map(([name, one]) => [name, tell(one, name)]))
  }
  return tell(data, '')
}
