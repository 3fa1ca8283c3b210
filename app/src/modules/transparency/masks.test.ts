import assert from 'node:assert/strict'
import { test } from 'node:test'
import { KeysUnavailable } from '#kernel/keys/keys.ts'
import { cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { maskOldSeeds } from './erasing.ts'
import { type Masked, seedsToVerify } from './masks.ts'
import { verifyDatabase } from './proving/verify-database.ts'
import { happen, newEvent, testLog } from './testing/log.ts'

const db = await testDatabase()
const { now, people, programmeId } = await cast(db)
const { place, start, metrics } = await testLog(db, () => now)
const { pool } = db.admin

test('seeds from before there were keys are masked, the same entries come of them, and verifying holds', async () => {
  const about = (id: string) => newEvent({ payload: { person: id } })
  await happen(db, now, [
    newEvent(),
    about(people.resident.id),
    about(people.expiredSeat.id),
    newEvent({ programmeId }),
  ])
  const signer = start()
  await signer.idle()
  await signer.stop()
  const { rows } = await pool.query('select number, seed as masked, subjects from log_seeds order by number')
  const masked = rows as Masked[]
  const seeds = await seedsToVerify(db.jobs.keys, masked)
  assert.ok(masked.some(({ subjects }) => subjects.length === 1 && subjects[0] === people.resident.id))
  // As a version before wrote them: the seed itself, and nothing of whose it is.
  for (const [at, { number }] of masked.entries())
    await pool.query('update log_seeds set seed = $2, subjects = null where number = $1', [number, seeds[at]])
  assert.equal((await verifyDatabase(place)).checked.erased, 0)
  assert.equal(await maskOldSeeds({ jobs: db.jobs }, now), masked.length)
  assert.equal(await maskOldSeeds({ jobs: db.jobs }, now), 0)
  const again = await pool.query('select number, seed as masked, subjects from log_seeds order by number')
  assert.deepEqual(again.rows, rows)
  const { checked } = await verifyDatabase(place)
  assert.deepEqual([checked.events, checked.erased], [masked.length, 0])
})

test('while the keys are away the log takes in what concerns nobody, waits with the rest and tells how far it is behind', async () => {
  const { keys } = db.jobs
  db.jobs.keys = { ...keys, all: async () => Promise.reject(new KeysUnavailable('away')) }
  const size = async () => (await pool.query('select count(*)::int as size from log_entries')).rows[0].size as number
  const before = await size()
  await happen(db, now, [newEvent()])
  const first = start()
  await first.idle()
  assert.equal(await size(), before + 1)
  await happen(db, now, [newEvent({ payload: { person: people.resident.id } }), newEvent()])
  await assert.rejects(first.idle(), KeysUnavailable)
  assert.match(await metrics.registry.metrics(), /mufakat_log_behind_events 2\n/)
  assert.equal(await size(), before + 1)
  db.jobs.keys = keys
  await first.idle()
  await first.stop()
  assert.equal(await size(), before + 3)
  assert.equal((await verifyDatabase(place)).checked.erased, 0)
})

test('an event about somebody who was erased commits to chance from the start', async () => {
  await db.jobs.keys.destroy(people.resident.id, now)
  await happen(db, now, [newEvent({ payload: { person: people.resident.id } })])
  const signer = start()
  await signer.idle()
  await signer.stop()
  const { checked } = await verifyDatabase(place)
  assert.equal(checked.erased, 3)
})
