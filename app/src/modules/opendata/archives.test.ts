import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { describe, test } from 'node:test'
import { crc32, inflateRawSync } from 'node:zlib'
import { allModules } from '#app/modules.ts'
import { openDatasets } from '#app/open-data.ts'
import type { Actor } from '#kernel/access.ts'
import type { FileStore } from '#kernel/files.ts'
import { newId } from '#kernel/ids.ts'
import { cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { makeNextArchive } from './archive/make.ts'
import { zip } from './archive/zip.ts'
import { dataPaths } from './paths.ts'

const db = await testDatabase()
const world = await cast(db)
const { actors, slug, programmeId, organisations } = world
const site = testSite(db, allModules({ demoSignIns: [] }), { now: world.now })
const clock = () => site.time.now
const deps = { db: db.app, jobs: db.jobs, files: site.deps.files, clock, baseUrl: 'http://localhost:3000' }
const make = (other: Partial<typeof deps> = {}) => makeNextArchive({ ...deps, ...other }, openDatasets)
const page = async (as?: Actor) => (await site.get(dataPaths.archives(), { as })).text()
const list = async () =>
  ((await (await site.get(`/api/v1${dataPaths.archives()}`)).json()) as { data: { rows: Shown[] } }).data.rows
type Shown = {
  id: string
  state: string
  file: string | null
  size: number
  sha256: string
  row_count: number
  datasets_done: number
}
const ask = (form: Record<string, string> = {}, as: Actor | undefined = actors.resident) => {
  site.time.now = new Date(site.time.now.getTime() + 1000)
  return site.post(dataPaths.newArchive(), { _key: newId(site.time.now), ...form }, { as })
}
const addTask = (title: string, recordClass = 'public') =>
  db.admin.pool.query(
    `insert into tasks (id, programme_id, owner_id, kind, title, class, created_at) values (gen_random_uuid(), $1, $2, 'activity', $3, $4, now()) returning id`,
    [programmeId, organisations.owner.id, title, recordClass],
  )

/** The files of an archive, by its central directory; sizes and checksums must be what it says. */
function filesIn(archive: Buffer): Map<string, string> {
  const end = archive.length - 22
  assert.equal(archive.readUInt32LE(end), 0x06054b50)
  const end64 = Number(archive.readBigUInt64LE(end - 20 + 8))
  assert.equal(archive.readUInt32LE(end64), 0x06064b50)
  const files = new Map<string, string>()
  let at = Number(archive.readBigUInt64LE(end64 + 48))
  for (let left = Number(archive.readBigUInt64LE(end64 + 24)); left > 0; left -= 1) {
    assert.equal(archive.readUInt32LE(at), 0x02014b50)
    const name = archive.subarray(at + 46, at + 46 + archive.readUInt16LE(at + 28)).toString()
    const extra = at + 46 + Buffer.byteLength(name)
    const [size, packed, start] = [4, 12, 20].map((from) => Number(archive.readBigUInt64LE(extra + from))) as [
      number,
      number,
      number,
    ]
    const content = start + 30 + archive.readUInt16LE(start + 26) + archive.readUInt16LE(start + 28)
    const text = inflateRawSync(archive.subarray(content, content + packed))
    assert.equal(text.length, size)
    assert.equal(crc32(text), archive.readUInt32LE(at + 16))
    assert.equal(archive.readUInt32LE(content + packed), 0x08074b50)
    files.set(name, text.toString())
    at = extra + archive.readUInt16LE(at + 30)
  }
  return files
}

describe('an archive of all datasets', () => {
  test('is asked for by whoever is signed in, once at a time', async () => {
    assert.match(await page(), /Belum ada arsip.*|Masuk untuk meminta/s)
    assert.equal((await site.post(dataPaths.newArchive(), {})).status === 303, false)
    const sent = await ask({ programme: slug })
    assert.deepEqual([sent.status, sent.headers.get('location')], [303, dataPaths.archives()])
    const again = await ask({ programme: slug }, actors.coordinator)
    assert.equal(again.status, 409)
    assert.match(await again.text(), /sedang dibuat/)
    assert.equal((await ask()).status, 303)
    assert.match(await page(), /Menunggu giliran.*Periksa lagi/s)
  })

  test('holds what anyone may see at that moment, and says its size and fingerprint', async () => {
    await addTask('Terbuka untuk semua')
    await addTask('Hanya untuk anggota', 'members')
    assert.equal(await make(), true)
    const made = (await list()).find(({ state }) => state === 'ready')
    const response = await site.get(made!.file!)
    const bytes = Buffer.from(await response.arrayBuffer())
    assert.equal(bytes.length, made!.size)
    assert.equal(createHash('sha256').update(bytes).digest('hex'), made!.sha256)
    assert.equal(response.headers.get('content-type'), 'application/zip')
    const files = filesIn(bytes)
    assert.deepEqual(
      [...files.keys()].filter((name) => name.endsWith('.csv')).sort(),
      openDatasets.map(({ key }) => `${key}.csv`).sort(),
    )
    assert.match(files.get('tasks.csv')!, /Terbuka untuk semua/)
    assert.ok(![...files.values()].some((text) => text.includes('Hanya untuk anggota')))
    assert.equal(files.get('tasks.csv'), await (await site.get(`/data/tasks.csv?programme=${slug}`)).text())
    assert.ok(JSON.parse(files.get('tasks.csv-metadata.json')!).tableSchema)
    const html = await page()
    assert.match(html, /Unduh ZIP.*Disimpan sampai.*Sidik SHA-256/s)
    assert.equal((await ask({ programme: slug })).status, 409)
  })

  test('is begun anew after a crash, and made by one process at a time', async () => {
    const broken: FileStore = {
      ...deps.files,
      async put(_key, content) {
        for await (const _ of content) throw new Error('the process died')
      },
    }
    await assert.rejects(make({ files: broken }), /the process died/)
    assert.ok((await list()).some(({ state }) => state === 'waiting'))
    const other = await db.jobs.pool.connect()
    await other.query('begin; select pg_advisory_xact_lock(730281)')
    assert.equal(await make(), false)
    other.release(new Error('killed'))
    for (;;) if (await make()) break
    assert.ok((await list()).every(({ state }) => state === 'ready'))
    assert.equal(await make(), false)
  })

  test('is withdrawn in the moment a record is closed, and its file is given back', async () => {
    const [shown] = await list()
    const { rows } = await addTask('Nanti tertutup')
    assert.equal((await site.get(shown!.file!)).status, 200)
    const { rows: keys } = await db.admin.pool.query('select storage_key from data_archives where id = $1', [shown!.id])
    await db.admin.pool.query(`update tasks set class = 'restricted' where id = $1`, [rows[0].id])
    assert.equal((await site.get(shown!.file!)).status, 404)
    assert.match(await page(), /Ditarik: ada isi yang tidak lagi umum/)
    assert.equal((await buffer((await deps.files.get(keys[0].storage_key))!)).length, shown!.size)
    await make()
    assert.equal(await deps.files.get(keys[0].storage_key), undefined)
  })

  test('does not hold what was closed while it was made', async () => {
    site.time.now = new Date(site.time.now.getTime() + 2 * 3_600_000)
    const { rows } = await addTask('Tertutup di tengah jalan')
    await ask()
    const closing: FileStore = {
      ...deps.files,
      async put(key, content) {
        await deps.files.put(key, content)
        await db.admin.pool.query(`update tasks set class = 'secret' where id = $1`, [rows[0].id])
      },
    }
    await make({ files: closing })
    assert.equal((await list())[0]!.state, 'waiting')
    await make()
    const [made] = await list()
    assert.equal(made!.state, 'ready')
    const files = filesIn(Buffer.from(await (await site.get(made!.file!)).arrayBuffer()))
    assert.doesNotMatch(files.get('tasks.csv')!, /Tertutup di tengah jalan/)
  })

  test('is kept for seven days, and not made of a programme that is closed', async () => {
    site.time.now = new Date(site.time.now.getTime() + 2 * 3_600_000)
    await ask()
    await ask({ programme: slug })
    await db.admin.pool.query(`update programmes set class = 'members' where id = $1`, [programmeId])
    while (await make());
    const states = async () =>
      (await db.admin.pool.query('select state from data_archives order by created_at desc limit 2')).rows.map(
        ({ state }) => state,
      )
    assert.deepEqual(await states(), ['withdrawn', 'ready'])
    site.time.now = new Date(site.time.now.getTime() + 8 * 86_400_000)
    await make()
    assert.deepEqual(await states(), ['withdrawn', 'expired'])
    assert.equal((await ask({ programme: slug }, actors.coordinator)).status, 404)
  })
})

test('a ZIP holds names and texts of any language, and files of no length', async () => {
  async function* entries() {
    for (const [name, text] of [
      ['kosong.csv', ''],
      ['für-ålla-📦.txt', 'åß'.repeat(200_000)],
    ] as const)
      yield {
        name,
        pieces: (async function* () {
          yield text
        })(),
      }
  }
  const pieces: Buffer[] = []
  for await (const piece of zip(entries(), world.now)) pieces.push(piece)
  const files = filesIn(Buffer.concat(pieces))
  assert.deepEqual([files.get('kosong.csv'), files.get('für-ålla-📦.txt')?.length], ['', 400_000])
})
