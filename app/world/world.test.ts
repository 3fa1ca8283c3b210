import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { testDatabase } from '#kernel/testing/database.ts'
import { testDeps } from '#kernel/testing/site.ts'
import { seedWorld } from './seed.ts'

const db = await testDatabase()
const deps = testDeps(db, () => new Date('2026-11-24T03:00:00Z'), false)

describe('the example world', () => {
  test('is told by the product’s own operations, each with its event', async () => {
    await seedWorld(deps, console.log)
    const { rows } = await db.admin.pool.query(`select count(*)::int as count from events where person_id is not null`)
    assert.ok(rows[0].count > 300)
  })
})
