import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { after, beforeEach, test } from 'node:test'
import pg from 'pg'
import { newId } from '../ids.ts'
import { testKeys } from '../testing/keys.ts'
import { KeysUnavailable, openKeys, SubjectErased } from './keys.ts'
import { prepareKeys } from './prepare.ts'
import { rotateKeys } from './rotate.ts'
import { fingerprintOf, nextWrappingKeyFile, readWrappingKeys, wrappingKeyFile } from './wrapping-key.ts'

const now = new Date('2026-11-20T03:00:00Z')
const later = new Date('2026-11-21T03:00:00Z')
const server = process.env.MUFAKAT_TEST_ADMIN_URL!
const own = `rotate_${process.pid}`
const { keys, place, dataDir } = await testKeys(server, own)
const admin = new pg.Pool({ connectionString: place.adminUrl, max: 2 })
const role = new pg.Pool({ connectionString: place.url, max: 2 })
after(async () => {
  await Promise.all([admin.end(), role.end(), keys.close()])
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(`drop database if exists ${own} with (force)`)
  await client.end()
})

const at = 'notes/1/text'
const file = wrappingKeyFile(dataDir)
const subjects: string[] = []
let sealed: Buffer
const unheard = () => {}
const rotate = (did: (step: string) => void = unheard) => rotateKeys(place.adminUrl, dataDir, now, did)
const current = () => fingerprintOf(readWrappingKeys(dataDir).at(-1)!)
const another = () => openKeys({ url: place.url, wrapping: () => readWrappingKeys(dataDir) })

async function wrappedBy(): Promise<Record<string, number>> {
  const { rows } = await admin.query(
    'select wrapped_by, count(*)::int as keys from keys.subject_keys where wrapped is not null group by 1',
  )
  return Object.fromEntries(rows.map((row) => [row.wrapped_by, row.keys]))
}

beforeEach(async () => {
  const made = Array.from({ length: 1_200 }, () => newId(now))
  const [first] = made
  sealed = (await keys.all(made, now)).get(first!)!.seal(at, 'Siti')
  subjects.splice(0, subjects.length, ...made)
})

/** As a process does that is killed: what it did stands, and nothing after it happens. */
async function cutShort(step: RegExp): Promise<void> {
  await assert.rejects(
    rotate((did) => {
      if (step.test(did)) throw new Error('killed')
    }),
    /killed/,
  )
}

for (const step of [
  /another key-encryption key is in/,
  /the keys database knows it/,
  /^500 keys wrapped anew/,
  /wraps nothing any more/,
  /old key-encryption key is destroyed/,
])
  test(`cut short after “${step.source}”: everything opens, a start is well, and the next call ends it`, async () => {
    const old = current()
    const before = another()
    await before.known([subjects[0]!])
    await cutShort(step)
    for (const keysThen of [keys, before, another()]) {
      const found = await keysThen.known(subjects)
      assert.equal(found.size, subjects.length)
      assert.equal(found.get(subjects[0]!)!.open(at, sealed), 'Siti')
      await keysThen.of(newId(now), now)
      assert.equal((await keysThen.standing()).kind, 'open')
    }
    assert.deepEqual(await prepareKeys(place, dataDir, now), [])
    const isOver = !existsSync(nextWrappingKeyFile(dataDir))
    if (!isOver) assert.equal((await rotate()).from, old)
    assert.notEqual(current(), old)
    assert.deepEqual(Object.keys(await wrappedBy()), [current()])
    assert.deepEqual(readdirSync(dirname(file)), ['key-encryption-key'])
    assert.equal((await another().known(subjects)).get(subjects[0]!)!.open(at, sealed), 'Siti')
    await before.close()
  })

test('processes that open, make and destroy keys meanwhile meet no failure, and nothing that is destroyed comes back', async () => {
  const processes = [keys, another(), another()]
  let over = false
  const made: string[] = []
  const gone = subjects.slice(0, 300)
  const working = processes.map(async (mine, index) => {
    for (let turn = 0; !over; turn++) {
      const id = newId(now)
      await mine.of(id, now)
      made.push(id)
      const dying = gone[turn * processes.length + index]
      if (dying) await mine.destroy(dying, later)
      assert.equal((await mine.known([subjects.at(-1)!])).size, 1)
    }
  })
  await rotate()
  const twice = await rotate()
  over = true
  await Promise.all(working)
  const { rows } = await admin.query('select subject from keys.subject_keys where destroyed_at is not null')
  const dead = new Set(rows.map((row) => row.subject))
  assert.ok(gone.some((id) => dead.has(id)) && made.length > 0)
  assert.deepEqual(Object.keys(await wrappedBy()), [twice.to])
  assert.equal((await another().known(made)).size, made.length)
  for (const id of gone.filter((id) => dead.has(id))) await assert.rejects(keys.of(id, now), SubjectErased)
})

test('two at once: one is told that the other is at it; a wrong wrapped key stops it with the batch unchanged', async () => {
  let inside: Promise<unknown> = Promise.resolve()
  await rotate((step) => {
    if (/knows it/.test(step)) inside = assert.rejects(rotate(), /another process is changing/)
  })
  await inside
  const [, , victim] = subjects
  const { rows } = await admin.query('select wrapped from keys.subject_keys where subject = $1', [victim])
  const set = async (wrapped: Buffer) => {
    await admin.query('alter table keys.subject_keys disable trigger destroyed')
    await admin.query('update keys.subject_keys set wrapped = $2 where subject = $1', [victim, wrapped])
    await admin.query('alter table keys.subject_keys enable trigger destroyed')
  }
  await set(Buffer.alloc(60))
  await assert.rejects(rotate(), new RegExp(`the key of ${victim} does not open`))
  assert.equal(readWrappingKeys(dataDir).length, 2, 'the old key stays for as long as it wraps something')
  await set(rows[0].wrapped)
  await rotate()
})

test('SQL by the role of the app wraps nothing anew and brings no key-encryption key; nobody retires one that is in use', async () => {
  const wrapping = "insert into keys.wrapping (fingerprint, made_at) values ('abcdefabcdefabcd', now())"
  for (const [who, statement] of [
    [role, wrapping],
    [role, `update keys.subject_keys set wrapped_by = 'abcdefabcdefabcd'`],
    [role, 'update keys.wrapping set retired_at = now()'],
    [admin, 'update keys.wrapping set retired_at = now() where retired_at is null'],
    [admin, `update keys.wrapping set retired_at = null`],
    [admin, 'delete from keys.wrapping'],
    [
      admin,
      `insert into keys.subject_keys (subject, wrapped, wrapped_by, made_at)
      select gen_random_uuid(), '\\x00', fingerprint, now() from keys.wrapping where retired_at is not null`,
    ],
  ] as const)
    await assert.rejects(who.query(statement), /permission denied|only|still wraps|stay|in use/, statement)
})

test('a copy of the keys database from before is refused with one line, until its key-encryption key is put back', async () => {
  const then = `${own}_then`
  const copied = new URL(place.adminUrl)
  copied.pathname = '/postgres'
  const client = new pg.Client({ connectionString: copied.href })
  await client.connect()
  const old = readFileSync(file)
  const oldPlace = { ...place }
  for (const key of ['adminUrl', 'url'] as const) {
    const url = new URL(place[key])
    url.pathname = `/${then}`
    oldPlace[key] = url.href
  }
  await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [own])
  await client.query(`create database ${then} template ${own}`)
  try {
    await rotate()
    await assert.rejects(
      prepareKeys(oldPlace, dataDir, now),
      ({ message }: Error) =>
        /key-encryption-key is not the .* keys database \([0-9a-f]{16}\)/.test(message) && !message.includes('\n'),
    )
    const refused = openKeys({ url: oldPlace.url, wrapping: () => readWrappingKeys(dataDir) })
    await assert.rejects(refused.known(subjects), KeysUnavailable)
    await assert.rejects(refused.all([newId(now)], now), KeysUnavailable)
    await refused.close()
    // As the line says: the old one in its place, the present one beside it, and changed again.
    const present = readFileSync(file)
    writeFileSync(nextWrappingKeyFile(dataDir), present)
    writeFileSync(file, old)
    assert.deepEqual(await prepareKeys(oldPlace, dataDir, now), [])
    await rotateKeys(oldPlace.adminUrl, dataDir, now, unheard)
    assert.deepEqual(readFileSync(file), present)
    const restored = openKeys({ url: oldPlace.url, wrapping: () => readWrappingKeys(dataDir) })
    assert.equal((await restored.known(subjects)).size, subjects.length)
    await restored.close()
  } finally {
    await client.query(`drop database if exists ${then} with (force)`)
    await client.end()
    rmSync(nextWrappingKeyFile(dataDir), { force: true })
  }
})
