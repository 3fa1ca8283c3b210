import { createHash } from 'node:crypto'
import type pg from 'pg'

const mostStatements = 300
const names = new Map<string, string>()
const met = new Set<string>()

/**
 * Lets a connection keep the parse and the plan of statements that come again: row-level security makes planning the
 * larger half of a short query. A statement is named when it is met the second time, up to a number a process, since
 * lists of varying length (`in ($1, $2, …)`) would otherwise never end. Beyond that number the naming begins anew, so that
 * what a first start asked while it made the example does not crowd out the pages; a connection's age ends the rest.
 */
export function keepStatements(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  const named = (text: unknown, values: unknown, ...rest: unknown[]) => {
    // begin and commit bring no list of values
    if (typeof text !== 'string' || !Array.isArray(values)) return query(text, values, ...rest)
    const name = nameOf(text)
    return name ? query({ name, text, values }, ...rest) : query(text, values, ...rest)
  }
  client.query = named as typeof client.query
}

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known) return known
  if (!met.has(text)) {
    if (met.size >= mostStatements * 10) met.clear()
    met.add(text)
    return undefined
  }
  if (names.size >= mostStatements) names.clear()
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 20)
  names.set(text, name)
  return name
}
