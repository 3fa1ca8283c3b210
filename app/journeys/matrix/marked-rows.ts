import type pg from 'pg'
import { type Class, classes } from '#kernel/access.ts'
import type { Cast } from '#kernel/testing/cast.ts'
import type { Column, Table } from '#kernel/testing/catalogue.ts'
import { type Row, Samples } from '#kernel/testing/sample-rows.ts'

/** The rows of one class by table: a record of each kind and one of each detail, every word of them a marker. */
export type Marked = Map<string, Row>

export const markerOf = (recordClass: Class, table = '') => `penanda-${recordClass}-${table}`

/** Their class is fixed: the register of requests is public by a constraint, events keep that of their record. */
const fixed = ['events', 'information_requests', 'programmes', 'classified_records', 'class_changes']

/** Codes of the catalogue, which no check of the database holds. */
const codes: Record<string, string> = { detector: 'D1', indicator: 'F1', kind: 'task' }

/** Only public or for members, by a check of their table. */
const neverClosed = ['escalations', 'escalation_parties', 'escalation_answers', 'escalation_withdrawals']

/** A row of every table whose rows have a class or hang on one that has, for each class. */
export async function markRows(cast: Cast, pool: pg.Pool, tables: Map<string, Table>): Promise<Record<Class, Marked>> {
  const samples = new Samples(cast, pool, tables)
  const classed = [...tables.values()].filter((table) => isRecord(table) && !fixed.includes(table.name))
  const names = new Set(classed.map((table) => table.name))
  const details = [...tables.values()].filter((table) => !names.has(table.name) && hangsOn(table, names))
  const marked = {} as Record<Class, Marked>
  for (const recordClass of classes) {
    marked[recordClass] = new Map()
    for (const table of [...classed, ...details]) {
      if (neverClosed.includes(table.name) && !['public', 'members'].includes(recordClass)) continue
      const row = await samples.make(table.name, recordClass).catch(() => undefined)
      if (!row) continue
      await mark(pool, table, row, markerOf(recordClass, table.name))
      marked[recordClass].set(table.name, row)
    }
  }
  // Past its triggers the search still knows the words before.
  await pool.query(
    "update search_texts set words = mufakat.search_words('id', title, null, body) where title like 'penanda-%'",
  )
  return marked
}

const isRecord = ({ columns }: Table) => columns.has('class') && columns.has('owner_id') && columns.has('programme_id')

function hangsOn(table: Table, parents: Set<string>): boolean {
  return [...table.columns.values()].some(({ references }) => references !== null && parents.has(references))
}

/** Past the triggers that keep what was agreed; a column whose words are held to a pattern keeps its own. */
async function mark(pool: pg.Pool, table: Table, row: Row, marker: string): Promise<void> {
  if (!row.id) return
  const client = await pool.connect()
  try {
    await client.query('set session_replication_role = replica')
    for (const column of [...table.columns.values()].filter(isFree))
      await client
        .query(`update ${table.name} set ${column.name} = $1 where id = $2`, [codes[column.name] ?? marker, row.id])
        .catch(() => undefined)
  } finally {
    await client.query('reset session_replication_role')
    client.release()
  }
}

const isFree = ({ type, choices, references }: Column) => type === 'text' && !choices && !references
