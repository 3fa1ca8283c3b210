import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { readAs } from '../database.ts'
import { cast } from './cast.ts'
import { testDatabase } from './database.ts'

test('everyone of the cast acts in the programme with exactly the seat that the database knows of them', async () => {
  const db = await testDatabase()
  const { actors, programmeId, now } = await cast(db)
  await cast(db, { slug: 'program-kedua' })
  for (const actor of Object.values(actors)) {
    if (actor.kind !== 'person') continue
    const seated = await readAs(db.app, actor, now, (tx) =>
      sql<{ id: string }>`select mufakat.seat_programmes() as id`.execute(tx),
    )
    assert.deepEqual(
      seated.rows.map((row) => row.id),
      actor.seats.length > 0 ? [programmeId] : [],
    )
  }
})
