import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { after, test } from 'node:test'
import pg from 'pg'
import { newId } from '../ids.ts'
import { testDatabase, withDatabase } from '../testing/database.ts'
import { testKeys } from '../testing/keys.ts'
import { KeysUnavailable, openKeys, SubjectErased } from './keys.ts'
import { prepareKeys } from './prepare.ts'
import { readWrappingKeys, wrappingKeyFile } from './wrapping-key.ts'

const now = new Date('2026-11-20T03:00:00Z')
const later = new Date('2026-11-21T03:00:00Z')
const server = process.env.MUFAKAT_TEST_ADMIN_URL!
const own = `keys_${process.pid}`
const { keys, place, dataDir } = await testKeys(server, own)
const admin = new pg.Pool({ connectionString: place.adminUrl, max: 2 })
const role = new pg.Pool({ connectionString: place.url, max: 2 })
after(async () => {
  await Promise.all([admin.end(), role.end()])
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(`drop database if exists ${own} with (force)`)
  await client.end()
})
const subject = () => newId(now)
const at = 'notes/1/text'

test('a value opens with its subject’s key, in its own place, and nowhere else', async () => {
  const [one, other] = [await keys.of(subject(), now), await keys.of(subject(), now)]
  const sealed = one.seal(at, { name: 'Siti' })
  assert.deepEqual(one.open(at, sealed), { name: 'Siti' })
  assert.ok(!sealed.includes('Siti'))
  assert.notDeepEqual(one.seal(at, { name: 'Siti' }), sealed, 'never twice the same')
  assert.throws(() => other.open(at, sealed), /does not open/)
  assert.throws(() => one.open('notes/2/text', sealed), /does not open/)
  for (let byte = 0; byte < sealed.length; byte += 7) {
    const changed = Buffer.from(sealed)
    changed[byte]! ^= 1
    assert.throws(() => one.open(at, changed), /does not open/)
  }
  // Found again by whoever asks later, as another process would.
  const again = (await keys.known([one.subject])).get(one.subject)!
  assert.deepEqual(again.open(at, sealed), { name: 'Siti' })
  const both = await Promise.all([1, 2, 3, 4].map(() => keys.of(other.subject, now)))
  for (const key of both) assert.deepEqual(key.hash('sent', 'x'), other.hash('sent', 'x'))
})

test('of two processes that make a key at once, one is kept and both have it', async () => {
  const id = subject()
  const made = await Promise.all([1, 2, 3, 4, 5, 6].map(() => keys.of(id, now)))
  const sealed = made[0]!.seal(at, 1)
  for (const key of made) assert.equal(key.open(at, sealed), 1)
})

test('destroyed is for good: a tombstone with a day and nothing else, no key again, whatever SQL the role tries', async () => {
  const key = await keys.of(subject(), now)
  const before = await admin.query('select wrapped from keys.subject_keys where subject = $1', [key.subject])
  await keys.destroy(key.subject, later)
  await keys.destroy(key.subject, new Date('2026-12-24T03:00:00Z'))
  const { rows } = await admin.query('select * from keys.subject_keys where subject = $1', [key.subject])
  assert.deepEqual(rows, [{ subject: key.subject, wrapped: null, wrapped_by: null, made_at: now, destroyed_at: later }])
  await assert.rejects(keys.of(key.subject, later), SubjectErased)
  assert.equal((await keys.all([key.subject], later)).size, 0)
  assert.equal((await keys.known([key.subject])).size, 0)
  const never = subject()
  await keys.destroy(never, later)
  await assert.rejects(keys.of(never, later), SubjectErased)
  assert.deepEqual(await keys.erased([key.subject, never, subject()]), new Set([key.subject, never]))
  const wrapped = before.rows[0].wrapped
  for (const statement of [
    'update keys.subject_keys set wrapped = $1, destroyed_at = null',
    'delete from keys.subject_keys where wrapped is distinct from $1',
    'insert into keys.subject_keys (subject, wrapped, wrapped_by, made_at) select subject, $1, (select fingerprint from keys.wrapping), now() from keys.subject_keys on conflict (subject) do update set wrapped = $1',
  ])
    await assert.rejects(role.query(statement, [wrapped]), /permission denied|only ever destroyed/, statement)
  await assert.rejects(role.query('truncate keys.subject_keys'), /permission denied/)
  await assert.rejects(admin.query('delete from keys.subject_keys'), /tombstones stay/)
})

test('the keys database alone opens nothing, and each side is closed to the other’s roles', async () => {
  const key = await keys.of(subject(), now)
  const { rows } = await admin.query('select wrapped from keys.subject_keys where subject = $1', [key.subject])
  const wrong = openKeys({ url: place.url, wrapping: () => [randomBytes(32)] })
  await assert.rejects(wrong.known([key.subject]), KeysUnavailable)
  await wrong.close()
  assert.equal(rows[0].wrapped.length, 12 + 16 + 32)
  assert.equal(statSync(wrappingKeyFile(dataDir)).mode & 0o777, 0o600)
  const records = await testDatabase()
  for (const url of [records.urls.app, records.urls.jobs]) {
    const { username, password } = new URL(url)
    const client = new pg.Client({ connectionString: withDatabase(server, own, username, password) })
    await assert.rejects(client.connect(), /permission denied for database/)
  }
  const { password } = new URL(place.url)
  const stranger = new pg.Client({
    connectionString: withDatabase(server, new URL(records.urls.app).pathname.slice(1), 'mufakat_keys', password),
  })
  await stranger.connect()
  await assert.rejects(stranger.query('select * from people'), /permission denied/)
  await stranger.end()
})

test('another key-encryption key, or none, stops the start with one clear line and is never taken for an erasure', async () => {
  const key = await keys.of(subject(), now)
  const file = wrappingKeyFile(dataDir)
  const good = readFileSync(file)
  try {
    writeFileSync(file, `${'ab'.repeat(32)}\n`)
    await assert.rejects(
      prepareKeys(place, dataDir, now),
      /key-encryption-key is not the key-encryption key of this keys/,
    )
    const other = openKeys({ url: place.url, wrapping: () => readWrappingKeys(dataDir) })
    assert.deepEqual(await other.standing(), {
      kind: 'other-key',
      why: 'the key-encryption key is another than the keys database knows',
    })
    // Neither what is there nor what would be made anew counts as gone.
    await assert.rejects(other.all([key.subject], now), KeysUnavailable)
    await assert.rejects(other.all([subject()], now), KeysUnavailable)
    await other.close()
    rmSync(file)
    await assert.rejects(
      prepareKeys(place, dataDir, now),
      /key-encryption-key is missing, and the keys database was made/,
    )
    assert.ok(!existsSync(file), 'and no new one is made')
    writeFileSync(file, 'nothing\n')
    await assert.rejects(prepareKeys(place, dataDir, now), /holds no key-encryption key: restore it/)
  } finally {
    writeFileSync(file, good)
  }
  assert.deepEqual(await prepareKeys(place, dataDir, now), [], 'a second start changes nothing')
  assert.ok((await keys.known([key.subject])).has(key.subject))
})
