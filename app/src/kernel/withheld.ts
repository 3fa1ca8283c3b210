import { sql } from 'kysely'
import type { Class } from './access.ts'
import type { ReadTx } from './database.ts'
import type { DB } from './schema.ts'

/** How many records of a list this reader may not see, by class: each is told in its own words. */
export type Withheld = Partial<Record<Exclude<Class, 'public'>, number>>

export async function withheldIn(tx: ReadTx, table: keyof DB, programmeId: string): Promise<Withheld> {
  const { rows } = await sql<{ class: keyof Withheld; count: number }>`
    select class, count from ${sql.id('mufakat', `withheld_${table}`)}(${programmeId})`.execute(tx)
  return Object.fromEntries(rows.map((row) => [row.class, row.count]))
}
