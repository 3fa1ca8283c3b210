import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { visitor } from './access.ts'
import { writeAs } from './database.ts'
import { testDatabase } from './testing/database.ts'

test('a connection that dies inside a transaction fails that transaction, not the process', async () => {
  const db = await testDatabase()
  const now = new Date('2026-11-24T03:00:00Z')
  const lost = writeAs(db.app, visitor, now, async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    const kill = db.admin.pool.query('select pg_terminate_backend($1)', [rows[0]!.pid])
    await Promise.all([kill, sql`select pg_sleep(60)`.execute(tx)])
  })
  await assert.rejects(lost, /terminat/)
  await writeAs(db.app, visitor, now, (tx) => sql`select 1`.execute(tx))
})
