import type { TestDatabase } from '#kernel/testing/database.ts'
import { importTable } from '../import-table.ts'
import type { ImportReport } from '../report.ts'
import type { ImportRequest } from '../request.ts'

export const now = new Date('2026-11-24T03:00:00Z')

type Asked = Omit<ImportRequest, 'bytes' | 'file'> & { file?: string; at?: Date }

/** Imports a table written in the test as the command does; the report, or the refusal as an error in English. */
export async function importText(db: TestDatabase, table: string | Uint8Array, asked: Asked): Promise<ImportReport> {
  const { at = now, file = 'table.csv', ...request } = asked
  const bytes = typeof table === 'string' ? new TextEncoder().encode(table) : table
  const outcome = await importTable({ jobs: db.jobs, clock: () => at }, { ...request, file, bytes })
  if (outcome.kind === 'refused') throw new Error(outcome.because('en'))
  return outcome.report
}

/** How many rows each table of records holds: what an import may touch. */
export async function counts(db: TestDatabase): Promise<Record<string, number>> {
  const tables = [
    'organisations',
    'programmes',
    'parties',
    'party_changes',
    'tasks',
    'task_roles',
    'task_moves',
    'task_state_changes',
    'commitments',
    'commitment_moves',
    'commitment_assessments',
    'services',
    'programme_territories',
    'objectives',
    'external_keys',
    'imports',
    'imported_rows',
    'events',
  ]
  const query = tables.map((table) => `select '${table}' as name, count(*) as count from ${table}`).join(' union all ')
  const { rows } = await db.admin.pool.query<{ name: string; count: number }>(query)
  return Object.fromEntries(rows.map((row) => [row.name, Number(row.count)]))
}

export async function rowsOf<T extends object>(db: TestDatabase, query: string, values: unknown[] = []): Promise<T[]> {
  return (await db.admin.pool.query<T>(query, values)).rows
}
