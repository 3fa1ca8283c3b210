import type { Insertable } from 'kysely'
import type { DB, Tx } from '#kernel/database.ts'

/** Rows a statement: far below PostgreSQL's limit of 65,535 parameters even with 60 columns. */
const most = 500

export async function insertRows<T extends keyof DB>(tx: Tx, table: T, rows: Insertable<DB[T]>[]): Promise<void> {
  for (const some of chunks(rows)) await tx.insertInto(table).values(some).execute()
}

export function chunks<R>(rows: readonly R[]): R[][] {
  return Array.from({ length: Math.ceil(rows.length / most) }, (_, index) =>
    rows.slice(index * most, (index + 1) * most),
  )
}
