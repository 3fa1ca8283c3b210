import { CompiledQuery } from 'kysely'
import pg from 'pg'
import type { Actor } from '../access.ts'
import { type Database, Rollback, writeAs } from '../database.ts'
import { newId } from '../ids.ts'
import { type Abilities, changeableColumn } from './access-subjects.ts'
import type { Table } from './catalogue.ts'
import type { Row } from './sample-rows.ts'

/** Runs a statement with the rights of whoever calls it, undoes it, and tells whether it touched a row. */
const tryFunction = `
create function attempted(statement text) returns boolean language plpgsql as $$
declare touched bigint;
begin
  execute statement;
  get diagnostics touched = row_count;
  raise exception using errcode = 'MX000', message = touched::text;
exception
  when sqlstate 'MX000' then return sqlerrm::bigint > 0;
  when insufficient_privilege then return false;
  -- a row that names another programme than its record is refused by its key
  when foreign_key_violation then return false;
end $$`

export async function prepareAttempts(admin: pg.Pool): Promise<void> {
  await admin.query(tryFunction)
}

/** Each statement as one actor, all undone: true where it touched a row, false where it was refused or found none. */
export async function attempts(db: Database, actor: Actor, now: Date, statements: string[]): Promise<boolean[]> {
  const calls = statements.map((_, index) => `attempted($${index + 1}) as a${index}`)
  const query = CompiledQuery.raw(`select ${calls}`, statements)
  try {
    return await writeAs(db, actor, now, async (tx) => {
      const { rows } = await tx.executeQuery<Record<string, boolean>>(query)
      throw new Rollback(statements.map((_, index) => rows[0]![`a${index}`]!))
    })
  } catch (error) {
    if (error instanceof Rollback) return error.value as boolean[]
    throw new Error(`${(error as Error).message} in one of: ${statements.join('; ')}`, { cause: error })
  }
}

/** Reading and changing `row`, adding `added`, as one actor. */
export async function abilities(db: Database, actor: Actor, now: Date, table: Table, row: Row, added: Row) {
  const key = keyOf(table, row)
  const column = changeableColumn(table, actor.kind === 'job' ? 'jobsChange' : 'appChanges')
  const statements = [
    `select 1 from ${table.name} where ${key}`,
    insertOf(table, added, now),
    column ? `update ${table.name} set ${column} = ${column} where ${key}` : 'select 1 where false',
  ]
  const [reads, adds, changes] = await attempts(db, actor, now, statements)
  return { reads, adds, changes } as Abilities
}

export function insertOf(table: Table, row: Row, now: Date): string {
  const values = 'id' in row ? { ...row, id: newId(now) } : row
  return `insert into ${table.name} (${Object.keys(values)}) values (${Object.values(values).map(literal)})`
}

/** Singles out a row: by its id, else by all that is plain text, number, day, id or hash. */
function keyOf(table: Table, row: Row): string {
  const plain = ['text', 'uuid', 'date', 'integer', 'bigint', 'bytea']
  const names = Object.keys(row).filter((name) => row[name] !== null && plain.includes(table.columns.get(name)!.type))
  const used = 'id' in row ? ['id'] : names
  return used.map((name) => `${name} = ${literal(row[name])}`).join(' and ')
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'`
  return pg.escapeLiteral(value instanceof Date ? value.toISOString() : String(value))
}
