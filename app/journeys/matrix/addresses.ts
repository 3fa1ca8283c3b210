import type { Row } from '#kernel/testing/sample-rows.ts'
import type { Marked } from './marked-rows.ts'

/** Of which table the id behind a word of an address is. */
const tables: Record<string, string> = {
  'decisions/:id': 'decisions',
  'documents/:id': 'documents',
  'escalations/:id': 'escalations',
  'meetings/:id': 'meetings',
  'agenda/:item': 'agenda_items',
  'breaches/:id': 'breaches',
  'classifications/:id': 'classifications',
  'redactions/:id': 'redactions',
  'commitments/:commitmentId': 'commitments',
  'discussions/:id': 'comments',
  'discussions/records/:record': 'tasks',
  'documents/:record': 'tasks',
  'log/records/:id': 'tasks',
  'evaluation/:evaluation': 'evaluations',
  'measures/:id': 'measures',
  'series/:series': 'meeting_series',
  'mitigations/:mitigation': 'mitigations',
  'objectives/:id': 'objectives',
  'links/:link': 'objective_links',
  'obstacles/:obstacle': 'obstacles',
  'tasks/:id': 'tasks',
}

export type Address = { pattern: string; path: string; ids: string[] }

/** The address of a route for these rows; undefined where it names none of them. Each id it names is in `ids`. */
export function addressOf(pattern: string, slug: string, rows: Marked): Address | undefined {
  const ids: string[] = []
  const parts = pattern.split('/')
  const path = parts.map((part, at) => {
    if (part === ':slug') return slug
    if (part === ':number') return '1'
    if (!part.startsWith(':')) return part
    const id = rowAt(parts, at, rows)?.id
    if (typeof id !== 'string') return part
    ids.push(id)
    return id
  })
  const whole = path.join('/')
  return ids.length > 0 && !whole.includes(':') ? { pattern, path: whole, ids } : undefined
}

function rowAt(parts: string[], at: number, rows: Marked): Row | undefined {
  for (const length of [3, 2]) {
    const table = tables[parts.slice(at - length + 1, at + 1).join('/')]
    if (table) return rows.get(table)
  }
  return undefined
}
