import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAs } from '#kernel/database.ts'
import { cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { isDisclosureOf, nothingChecked, openCheckpoint, parseVkey, verifyLog } from '#packages/transparency-log'
import { readEntry } from './entry.ts'
import { seedsToVerify } from './masks.ts'
import { HeadFile } from './signing/head-file.ts'
import { readEntryBytes } from './store/objects.ts'
import { logJob } from './store/rows.ts'
import { SqlStorage } from './store/storage.ts'
import { happen, newEvent, testLog } from './testing/log.ts'

const db = await testDatabase()
const world = await cast(db)
const clock = () => world.now
const { identity, place, start, metrics } = await testLog(db, clock)
const signer = start()

const verify = async () => {
  const storage = new SqlStorage(db.jobs, new HeadFile(place.folder), clock)
  const open = (bytes: Uint8Array) => openCheckpoint(bytes, [parseVkey(identity.vkey)])
  return verifyLog({ read: (path) => storage.read(path) }, open, nothingChecked())
}
const entryAt = async (number: number) =>
  Buffer.from((await readAs(db.jobs, logJob, world.now, (tx) => readEntryBytes(tx, number - 1)))!)

test('every numbered event is one entry, in order of its number, under a signed checkpoint', async () => {
  await happen(
    db,
    world.now,
    Array.from({ length: 700 }, () => newEvent()),
  )
  await signer.idle()
  const { rows } = await db.admin.pool.query('select max(number) as last from event_numbers')
  const { checkpoint, checked } = await verify()
  assert.equal(checkpoint.size, rows[0].last)
  assert.equal(checkpoint.origin, identity.origin)
  assert.equal(checked.entries, rows[0].last)
  assert.equal(readEntry(await entryAt(300)).number, 300)
})

test('an entry says the day, what happened and to which record; who and when it only commits to', async () => {
  const { programmeId, people } = world
  const payload = { from: 'open', given: people.resident.id, several: [people.head.id], count: 3 }
  await happen(db, world.now, [newEvent({ name: 'task.moved', programmeId, subjectVersion: 4, payload })])
  await signer.idle()
  const { rows } = await db.admin.pool.query(
    `select n.number, e.*, s.seed as masked, s.subjects from event_numbers n join events e on e.id = n.event_id join log_seeds s using (number) order by n.number desc limit 1`,
  )
  const [event] = rows
  const bytes = await entryAt(event.number)
  const { fields, c } = readEntry(bytes)
  assert.deepEqual(fields, {
    name: 'task.moved',
    programme: programmeId,
    owner: null,
    subject: { kind: 'note', id: event.subject_id, version: 4 },
    day: world.today,
    payload: { from: 'open', count: 3 },
  })
  assert.equal(c.length, 4)
  for (const hidden of [event.id, people.resident.id, people.head.id]) assert.ok(!bytes.includes(hidden))
  // The resident is a person here and nothing else; the head is one of the programme, whose acts are kept.
  assert.deepEqual(event.subjects, [people.resident.id])
  const seeds = await seedsToVerify(db.jobs.keys, [event])
  const saltedBy = (seed: Buffer | null | undefined) =>
    db.admin.pool.query(
      `select h.*, mufakat.log_salt($2, h.name) as salt from events e cross join lateral mufakat.log_split(e) s cross join lateral (values ('id', e.id::text),
       ('at', mufakat.log_time(e.at)), ('actor', coalesce(e.person_id::text, '')), ('rest', s.rest)) h(name, value) where e.id = $1`,
      [event.id, seed],
    )
  const { rows: hidden } = await saltedBy(seeds[0])
  for (const { name, value, salt } of (await saltedBy(event.masked)).rows)
    assert.ok(
      !isDisclosureOf(bytes, { recordId: `event/${event.number}`, name, salt, value }),
      'the database alone opens nothing',
    )
  assert.deepEqual(hidden.map(({ name }) => name).sort(), ['actor', 'at', 'id', 'rest'])
  for (const { name, value, salt } of hidden) {
    const disclosure = { recordId: `event/${event.number}`, name, salt, value }
    assert.ok(isDisclosureOf(bytes, disclosure), name)
    assert.ok(!isDisclosureOf(bytes, { ...disclosure, value: `${value} ` }))
  }
})

test('of an event that is not public, or of a closed programme, nothing can be told but that there was one', async () => {
  const { programmeId } = world
  await happen(db, world.now, [newEvent()])
  const append = `insert into events (id, name, programme_id, class, subject_kind, subject_id, at, payload)
    values (gen_random_uuid(), 'secret.kept', $1, $2, 'source', gen_random_uuid(), now(), '{"ground": "17a"}')`
  await db.admin.pool.query(append, [programmeId, 'secret'])
  await db.admin.pool.query(append, [null, 'restricted'])
  await db.admin.pool.query(`update programmes set class = 'members' where id = $1`, [programmeId])
  await happen(db, world.now, [newEvent({ programmeId })])
  await signer.idle()
  await db.admin.pool.query(`update programmes set class = 'public' where id = $1`, [programmeId])
  const { rows } = await db.admin.pool.query('select max(number) as last from event_numbers')
  for (const number of [rows[0].last - 2, rows[0].last - 1, rows[0].last]) {
    const text = (await entryAt(number)).toString()
    assert.match(
      text,
      new RegExp(
        `^\\{"c":\\[("[A-Za-z0-9+/]{43}=",?){4}\\],"classification":"closed","fields":\\{\\},"form":"mufakat/event/v1","number":${number}\\}$`,
      ),
    )
  }
})

test('nothing that was written can be changed, not even by the role that wrote it', async () => {
  const attempts = [
    `update log_entries set entry = 'x' where position = 0`,
    'delete from log_entries',
    'delete from log_tiles',
    `update log_tiles set hashes = overlay(hashes placing '\\x00' from 1 for 1)`,
    'update log_days set size = size - 1',
    'delete from log_days',
    `update log_identity set origin = 'x'`,
    `insert into log_identity values ('b', 'c', now())`,
  ]
  for (const attempt of attempts) {
    for (const pool of [db.admin.pool, db.jobs.pool]) {
      const begun = `begin; select set_config('mufakat.kind', 'job', true), set_config('mufakat.job', 'public-log', true)`
      const client = await pool.connect()
      await client.query(begun)
      await assert.rejects(client.query(attempt), /never|permission denied|grows|duplicate key/, attempt)
      await client.query('rollback')
      client.release()
    }
  }
  await assert.rejects(db.jobs.pool.query('select * from log_seeds'), /permission denied/)
  await assert.rejects(db.app.pool.query(`select * from mufakat.log_rows(0, 10, '{}', '{}')`), /permission denied/)
})

test('the app’s figures tell that nothing is behind', async () => {
  const text = await metrics.registry.metrics()
  assert.match(text, /mufakat_log_behind_events 0/)
  assert.match(text, /mufakat_log_refuses 0/)
  await signer.stop()
})
