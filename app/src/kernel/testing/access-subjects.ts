import { type Actor, type Class, mayRead } from '../access.ts'
import type { Facts } from './actor-rules.ts'
import type { Column, Table } from './catalogue.ts'
import type { Row, Samples } from './sample-rows.ts'
import { addRules, mayAdd, mayChange, outside, ownRules } from './write-rules.ts'

/** How a table is protected: as records, as details of another table's rows, by a rule of its own, or not at all. */
export type Shape = { kind: 'record' } | { kind: 'detail'; column: Column } | { kind: 'own' } | { kind: 'outside' }

/** Fails for a table that no rule covers: a new table needs one before it may hold anything. */
export function shapeOf(tables: Map<string, Table>, { name, columns }: Table): Shape {
  if (name in outside) return { kind: 'outside' }
  if (name in ownRules) return { kind: 'own' }
  if (columns.has('class') && columns.has('owner_id') && (columns.has('programme_id') || name === 'programmes'))
    return { kind: 'record' }
  const parents = [...columns.values()]
    .filter((column) => column.required && column.references && !(column.references in ownRules))
    .map((column) => ({ column, rank: rankOf(shapeOf(tables, tables.get(column.references!)!), column) }))
    .sort((a, b) => a.rank - b.rank)
  if (!parents[0]) throw new Error(`${name}: no access rule; see testing/write-rules.ts`)
  return { kind: 'detail', column: parents[0].column }
}

/** A row is a detail of its record rather than of another detail, and of those rather than of the programme. */
function rankOf(shape: Shape, column: Column): number {
  if (column.references === 'programmes') return 2
  return shape.kind === 'record' ? 0 : 1
}

/** The record whose class, programme and owner decide about a row. */
export async function recordOf(samples: Samples, table: Table, row: Row): Promise<{ table: string; id: string }> {
  const shape = shapeOf(samples.tables, table)
  if (shape.kind !== 'detail') return { table: table.name, id: row.id as string }
  const parent = samples.tables.get(shape.column.references!)!
  const id = row[shape.column.name]
  const { rows } = await samples.pool.query(`select * from ${parent.name} where id = $1`, [id])
  return recordOf(samples, parent, rows[0])
}

/** The table of the records that decide about this one's rows; itself where it holds records. */
export function governingTable(tables: Map<string, Table>, table: Table): string {
  const shape = shapeOf(tables, table)
  return shape.kind === 'detail' ? governingTable(tables, tables.get(shape.column.references!)!) : table.name
}

export type Abilities = { reads: boolean; adds: boolean; changes: boolean }

/** What the rule written in TypeScript says an actor of the pages may do with rows of this table. */
export function expectedOf(table: Table, shape: Shape, actor: Actor, facts: Facts, governing: string): Abilities {
  const own = ownRules[table.name]
  const changeable = changeableColumn(table, 'appChanges') !== undefined
  if (shape.kind === 'own' && own) {
    const [reads, adds] = [own.reads(actor, facts), own.adds(actor, facts)]
    const changes = (own.changes ?? own.adds)(actor, facts)
    return { reads, adds, changes: changeable && changes && reads }
  }
  const reads = mayRead(actor, facts)
  const adds = (addRules[table.name] ?? mayAdd)(actor, facts)
  const seesParent = shape.kind === 'detail' && governing !== 'programmes' ? reads : true
  return { reads, adds: table.appAdds && adds && seesParent, changes: changeable && mayChange(actor, facts) }
}

/** What a system job may do: what its classes say, and with tables of their own rule as declared there. */
export function expectedOfJob(
  table: Table,
  shape: Shape,
  opened: readonly Class[],
  { recordClass, within = 'public' }: { recordClass: Class; within?: Class },
): Abilities {
  const own = ownRules[table.name]
  const changeable = changeableColumn(table, 'jobsChange') !== undefined
  if (shape.kind === 'own' && own) {
    const all = own.job === 'all'
    const reads = own.job === 'record' ? opened.includes(recordClass) : own.job !== 'nothing'
    return { reads, adds: all, changes: changeable && all }
  }
  const opens = opened.includes(recordClass)
  const reads = opens && (within === 'public' || opened.includes(within))
  const adds = opens && table.jobsAdd && (shape.kind === 'record' || reads)
  return { reads, adds, changes: reads && changeable }
}

/** A column that may be changed and whose value decides nothing about access. */
export function changeableColumn(table: Table, role: 'appChanges' | 'jobsChange'): string | undefined {
  const names = [...table.columns.values()].filter((column) => column[role]).map((column) => column.name)
  return names.find((name) => !['class', 'owner_id', 'programme_id'].includes(name))
}
