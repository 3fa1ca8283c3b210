import { sql } from 'kysely'

/** Who acted, as far as this reader is told (docs/decisions/2026-11-27-acts-of-people.md): of a column with the person's id. */
export function actorName(column: string) {
  return sql<string | null>`mufakat.actor_name(${sql.ref(column)})`
}

/** When: the instant, as ISO text, or for readers without a seat the day ('YYYY-MM-DD'). */
export function actTime(column: string) {
  return sql<string>`mufakat.act_time(${sql.ref(column)})`
}
