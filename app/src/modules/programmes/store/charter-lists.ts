import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#kernel/database.ts'

/** One fingerprint of many rows, in an order that does not depend on the server's language. */
function fingerprint(lines: RawBuilder<unknown>) {
  return sql<string>`(select encode(sha256(convert_to(coalesce(string_agg(l.line, E'\n' order by l.line collate "C"), ''), 'UTF8')), 'hex')
    from (${lines}) l(line))`
}

/** Of the cells that a charter requires, with the bodies that it names for them. */
export function cellsFingerprint(charter: RawBuilder<unknown>) {
  return fingerprint(sql`select concat_ws(' ', c.service_id, c.territory_code, array_to_string(array(select b.organisation_id::text
    from required_cell_bodies b where b.cell_id = c.id order by b.organisation_id::text collate "C"), ' '))
    from required_cells c where c.charter_id = ${charter}`)
}

/** Of the roles that a programme's charters require, ended ones among them. */
export function rolesFingerprint(programme: RawBuilder<unknown>) {
  return fingerprint(sql`select concat_ws(' ', r.key, coalesce(r.organisation_id::text, '-'), r.since, coalesce(r.ended_on::text, '-'))
    from required_roles r where r.programme_id = ${programme}`)
}

/** Both as the log is told of them: a charter has more cells than an entry has room for. */
export async function listsOf(tx: Tx, charter: { id: string; programme_id: string }) {
  const { rows } = await sql<{ cells: string; roles: string }>`
    select ${cellsFingerprint(sql`${charter.id}`)} as cells, ${rolesFingerprint(sql`${charter.programme_id}`)} as roles`.execute(
    tx,
  )
  return rows[0]!
}
