import assert from 'node:assert/strict'
import { createHash, createHmac } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { readAs } from '#kernel/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { sentHash } from '#modules/requests/filing.ts'
import { requestsModule } from '#modules/requests/module.ts'
import { requestPaths } from '#modules/requests/paths.ts'
import { filled, secretMail, secretName, secretNik } from '#modules/requests/testing/stage.ts'
import { type Masked, seedsToVerify } from '#modules/transparency/masks.ts'
import { verifyDatabase } from '#modules/transparency/public.ts'
import { logJob } from '#modules/transparency/store/rows.ts'
import { fieldDigest } from '#packages/transparency-log'
import { countStanding, eraseAgain } from './erasing.ts'
import { askRequestErasure } from './operations/ask-erasure.ts'
import { decideErasure } from './operations/decide-erasure.ts'
import { copyOf, erasables, everythingIn, stage } from './testing/stage.ts'

const set = await stage()
const { actors, db, done, answered, on, settle, visitor, clock } = set
const personal = [secretName, secretNik, secretMail, 'Jalan Rahasia 7', 'tetangga posyandu Melati', 'Ada 12 alat']
const officer = { as: actors.informationOfficer }
const keys = db.jobs.keys

on('2026-11-03')
const { id, token } = await answered()
await settle()
const sent = { ...filled, programme: set.slug, ticket: 'x' } as Parameters<typeof sentHash>[1]
/** Every number of one kecamatan and day of birth: what somebody who knows the person tries. */
const candidates = Array.from(
  { length: 9_999 },
  (_, serial) => `${secretNik.slice(0, 12)}${String(serial + 1).padStart(4, '0')}`,
)
const livingKey = (await keys.known([id])).get(id)!
const hashes = await db.admin.pool.query('select sent_hash from information_requesters where request_id = $1', [id])
const stored = hashes.rows[0].sent_hash as Buffer
const seedsOf = `select s.number, s.seed as masked, s.subjects from log_seeds s where s.subjects @> array[$1::uuid] order by number`
const masked = (await db.admin.pool.query(seedsOf, [id])).rows as Masked[]
const seedsBefore = await seedsToVerify(keys, masked)

const folderThen = mkdtempSync(join(tmpdir(), 'mufakat-then-'))
after(() => rmSync(folderThen, { recursive: true, force: true }))
cpSync(set.log.place.folder, folderThen, { recursive: true })
const backup = await copyOf(db, `backup_${process.pid}`)
after(() => backup.drop())
const { id: erasure } = await done<{ id: string }>(askRequestErasure, { token }, visitor)
await done(decideErasure, { erasure, outcome: 'erase' })
await settle()

test('a copy of the records from before, beside the keys of after, shows nothing through SQL or through the app', async () => {
  const copy = await everythingIn(backup.copy.admin.pool)
  for (const value of personal) assert.ok(!copy.includes(value), value)
  const { rows } = await backup.copy.admin.pool.query('select sealed is not null as there from information_requesters')
  assert.deepEqual(rows, [{ there: true }], 'what was sealed is in it, and nothing opens it')
  const restored = testSite(backup.copy, [requestsModule], { now: clock(), secret: set.secret })
  for (const [path, ask] of [
    [requestPaths.one(id), officer],
    [`/api/v1${requestPaths.one(id)}`, officer],
    [requestPaths.follow(token), {}],
  ] as const) {
    const response = await restored.get(path, ask)
    assert.equal(response.status, 200)
    const text = await response.text()
    for (const value of personal) assert.ok(!text.includes(value), `${path}: ${value}`)
  }
})

test('trying every number against the copy finds nothing, with the server’s secret and all else known; with the key it would', async () => {
  const found = (hash: (nik: string) => Buffer) => candidates.filter((nik) => hash(nik).equals(stored))
  assert.deepEqual(
    found((nik) => sentHash(livingKey, { ...sent, identityNumber: nik })),
    [secretNik],
    'the key is what hides it',
  )
  const text = (nik: string) =>
    JSON.stringify(
      Object.entries({ ...sent, ticket: undefined, identityNumber: nik })
        .filter(([name]) => name !== 'ticket')
        .sort(),
    )
  assert.deepEqual(
    found((nik) =>
      createHmac('sha256', set.secret)
        .update(`information-request sent\0${text(nik)}`)
        .digest(),
    ),
    [],
  )
  assert.deepEqual(
    found((nik) => createHash('sha256').update(text(nik)).digest()),
    [],
  )
  assert.deepEqual(
    found((nik) => createHmac('sha256', Buffer.alloc(32)).update(text(nik)).digest()),
    [],
  )
})

test('the commitments of the log open with the seeds of before and with nothing that any copy holds', async () => {
  const entries = new Map<number, string>()
  await readAs(db.jobs, logJob, clock(), async (tx) => {
    for (const { number } of masked)
      entries.set(
        number,
        (
          await tx
            .selectFrom('log_entries')
            .select('entry')
            .where('position', '=', number - 1)
            .executeTakeFirstOrThrow()
        ).entry.toString(),
      )
  })
  assert.ok(masked.length >= 1)
  // Who tries knows the event by heart: its id, to the letter.
  const { rows } = await db.admin.pool.query(
    `select n.number, e.id from event_numbers n join events e on e.id = n.event_id where n.number = any ($1)`,
    [masked.map(({ number }) => number)],
  )
  const opens = (number: number, seed: Buffer, name: string, value: string) => {
    const salt = createHash('sha256').update('mufakat/salt/v1\0').update(seed).update(name).digest()
    const hash = fieldDigest({ recordId: `event/${number}`, name, salt, value })
    return entries.get(number)!.includes(Buffer.from(hash).toString('base64'))
  }
  for (const [at, { number, masked: seed }] of masked.entries()) {
    const event = rows.find((row) => row.number === number).id
    assert.ok(opens(number, seedsBefore[at]!, 'id', event), 'before, it opened')
    for (const guess of [seed, Buffer.alloc(32), createHash('sha256').update(seed).digest()]) {
      assert.ok(!opens(number, guess, 'id', event))
      for (const nik of candidates.slice(0, 500)) assert.ok(!opens(number, guess, 'rest', nik))
    }
  }
  const left = await db.admin.pool.query(seedsOf, [id])
  assert.deepEqual([...new Set(left.rows.map((row) => row.masked))], [null])
  const bytes = (await db.admin.pool.query(`select string_agg(encode(entry, 'escape'), '') as all from log_entries`))
    .rows[0].all
  for (const value of personal) assert.ok(!bytes.includes(value))
})

test('the app notices what a restored database has of erased subjects, erases it again and says so; its log still verifies', async () => {
  const options = { jobs: backup.copy.jobs, erasables, clock }
  assert.equal(await countStanding(options), 1)
  assert.equal(await eraseAgain(options), 1)
  assert.equal(await countStanding(options), 0)
  assert.equal(await eraseAgain(options), 0)
  const { rows } = await backup.copy.admin.pool.query(
    `select q.sealed, q.email_sealed, (select count(*)::int from information_request_texts t where t.sealed is not null) as texts,
      (select count(*)::int from log_seeds s where s.subjects @> array[q.request_id] and s.seed is not null) as seeds
      from information_requesters q`,
  )
  assert.deepEqual(rows, [{ sealed: null, email_sealed: null, texts: 0, seeds: 0 }])
  const events = await backup.copy.admin.pool.query(`select class, payload from events where name = 'erasure.repeated'`)
  assert.equal(events.rows.length, 1)
  assert.deepEqual(Object.keys(events.rows[0].payload), ['values'])
  const { checked } = await verifyDatabase({ ...set.log.place, jobs: backup.copy.jobs, folder: folderThen })
  assert.ok(checked.erased >= masked.length)
  await assert.rejects(verifyDatabase({ ...set.log.place, jobs: backup.copy.jobs }), /restore a newer one/)
})

test('a keys database that was put back brings nobody back: what the records know to be erased is destroyed again', async () => {
  const { rows } = await db.admin.pool.query('select subjects from erasure_results')
  assert.deepEqual(rows, [{ subjects: [id] }])
  const older = { ...db.jobs, keys: putBack() }
  await eraseAgain({ jobs: older, erasables, clock })
  assert.deepEqual(older.keys.destroyed, [id])
})

/** A keys database from before the erasure, where the key lives. */
function putBack() {
  const destroyed: string[] = []
  const known = async (subjects: readonly string[]) =>
    new Map(subjects.filter((one) => one === id).map((one) => [one, livingKey]))
  const destroy = async (subject: string) => void destroyed.push(subject)
  return { ...keys, destroyed, known, destroy, tombstones: async () => [] }
}
