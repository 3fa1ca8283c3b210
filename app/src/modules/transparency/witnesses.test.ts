import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { pino } from 'pino'
import { readCalendar } from '#kernel/calendar/stored.ts'
import { jakartaDate, readAs } from '#kernel/database.ts'
import { cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { createMetrics } from '#kernel/web/metrics.ts'
import {
  formatVkey,
  MemoryStorage,
  openByPolicy,
  parsePolicy,
  parseVkey,
  signingKey,
  Witness,
} from '#packages/transparency-log'
import { witnessServer } from '#packages/transparency-log/node/witness-server.ts'
import { transparency } from './module.ts'
import { logPaths } from './paths.ts'
import { logRows, logSignals } from './signals.ts'
import { publishedCheckpoint } from './store/days.ts'
import { logJob } from './store/rows.ts'
import { happen, newEvent, testLog } from './testing/log.ts'
import { readWitnesses } from './witnesses/witness-list.ts'
import { startWitnessing } from './witnesses/witnessing.ts'

const db = await testDatabase()
const world = await cast(db)
const time = { now: world.now }
const clock = () => time.now
const { identity, start } = await testLog(db, clock)
const site = testSite(db, [transparency], { now: world.now })
const signer = start()
await happen(
  db,
  world.now,
  Array.from({ length: 300 }, () => newEvent()),
)
await signer.idle()

const keys = [1, 2].map((seed) =>
  signingKey(`saksi${seed}.example`, seed === 1 ? 'cosignature' : 'ml-dsa-44', Buffer.alloc(32, seed)),
)
const vkeys = keys.map(({ verifier }) => formatVkey(verifier))
const memory = keys.map(() => new MemoryStorage())
const servers: Server[] = []
after(() => servers.map((server) => server.close().closeAllConnections()))

async function listen(server: Server): Promise<string> {
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
const honest = (at: number) =>
  listen(
    witnessServer(
      new Witness({ keys: [keys[at]!], logs: [parseVkey(identity.vkey)], storage: memory[at]! }),
      () => 1_800_000_000,
    ),
  )
const answering = (listener: RequestListener) => listen(createServer(listener))

/** One round of asking. */
async function ask(witnesses: string) {
  const metrics = createMetrics()
  const list = readWitnesses({ MUFAKAT_WITNESSES: witnesses, MUFAKAT_WITNESS_LOOPBACK: 'on' })
  const loop = startWitnessing({
    jobs: db.jobs,
    witnesses: list,
    clock,
    log: pino({ level: process.env.TEST_LOG ?? 'silent' }),
    metrics,
  })
  await loop.turned()
  await loop.stop()
  return metrics.registry.getSingleMetricAsString('mufakat_log_witnesses')
}

const policy = parsePolicy(
  Buffer.from(`log ${identity.vkey}\nwitness a ${vkeys[0]}\nwitness b ${vkeys[1]}\ngroup both all a b\nquorum both\n`),
)
const published = async () => Buffer.from((await readAs(db.jobs, logJob, world.now, publishedCheckpoint))!)

test('witnesses cosign the newest checkpoint, and a policy that asks for both is met', async () => {
  const [first, second] = [await honest(0), await honest(1)]
  assert.throws(() => openByPolicy(policy, Buffer.alloc(0)))
  assert.match(await ask(`${first} ${vkeys[0]}, ${second}/ ${vkeys[1]}`), / 2$/m)
  assert.equal(openByPolicy(policy, await published()).verified.length, 3)
  await happen(
    db,
    world.now,
    Array.from({ length: 300 }, () => newEvent()),
  )
  await signer.idle()
  assert.equal((await published()).toString().split('— ').length, 2, 'a new checkpoint does not wait for them')
  const kept = await (await site.get(logPaths.witnessed())).text()
  assert.equal(openByPolicy(policy, Buffer.from(kept)).verified.length, 3)
  assert.match(await ask(`${first} ${vkeys[0]}, ${second} ${vkeys[1]}`), / 2$/m)
  assert.equal(openByPolicy(policy, await published()).verified.length, 3)
  assert.match(await (await site.get(logPaths.log())).text(), /2 saksi, sampai peristiwa/)
})

test('each day is witnessed, also one in which nothing happens', async () => {
  const url = await honest(0)
  time.now = new Date(world.now.getTime() + 86_400_000)
  assert.match(await ask(`${url} ${vkeys[0]}`), / 1$/m)
  const { rows } = await db.admin.pool.query('select day, size, witnessed_size from log_days order by day')
  assert.equal(rows.length, 2)
  assert.equal(rows[1].witnessed_size, rows[0].size)
})

test('whatever a witness does, the log goes on, and no wrong signature enters it', async () => {
  const down = await listen(createServer())
  servers.pop()!.close()
  const wrong: RequestListener[] = [
    (_request, response) => response.writeHead(302, { location: `${down}/add-checkpoint` }).end(),
    (_request, response) => response.end(`— saksi1.example ${Buffer.alloc(76, 1).toString('base64')}\n`),
    (_request, response) => response.end('x'.repeat(1_000_000)),
    (_request, response) => response.writeHead(409, { 'content-type': 'text/x.tlog.size' }).end('999999999\n'),
    (_request, response) => response.writeHead(409, { 'content-type': 'text/x.tlog.size' }).end('1\n'),
    (request) => request.socket.destroy(),
  ]
  const urls = [down, ...(await Promise.all(wrong.map(answering)))]
  for (const url of urls) {
    await happen(db, time.now, [newEvent()])
    await signer.idle()
    const before = await published()
    assert.match(await ask(`${url} ${vkeys[0]}`), / 0$/m, url)
    assert.deepEqual(await published(), before)
  }
  await signer.stop()
})

test('a witness that cannot be one stops the start with one line', () => {
  const read = (text: string) => () => readWitnesses({ MUFAKAT_WITNESSES: text, MUFAKAT_WITNESS_LOOPBACK: 'off' })
  assert.deepEqual(read('')(), [])
  assert.equal(read(`https://saksi.example/log ${vkeys[0]}`)()[0]!.url.href, 'https://saksi.example/log/add-checkpoint')
  assert.throws(
    read(`http://saksi.example ${vkeys[0]}`),
    /^Error: MUFAKAT_WITNESSES: http:\/\/saksi\.example is not https$/,
  )
  assert.throws(read(`https://10.0.0.5 ${vkeys[0]}`), /not public/)
  assert.throws(read(`https://saksi.example ${identity.vkey}`), /signs logs/)
  assert.throws(read('https://saksi.example'), /MUFAKAT_WITNESSES: Not a vkey/)
  assert.throws(read('saksi'), /is not a URL and a vkey/)
})

test('A5 counts the days that outsiders witnessed and that are of today’s history, and opens them', async () => {
  const day = (add: number) => jakartaDate(new Date(world.now.getTime() + add * 86_400_000))
  const calendar = await readAs(db.jobs, logJob, time.now, readCalendar)
  const measured = (from: string, to: string) =>
    readAs(db.jobs, logJob, time.now, (tx) =>
      logSignals.measures[0]!.measure(tx, {
        programmeId: world.programmeId,
        at: to,
        window: { from, to },
        previous: { from, to },
        calendar,
      }),
    )
  const { rows } = await db.admin.pool.query('select id from log_days order by day')
  const [first, second] = rows.map(({ id }) => ({ kind: 'log-day', id, counted: true, note: undefined }))
  const found = await measured(day(-80), day(3))
  assert.deepEqual(found, { kind: 'measured', k: 2, n: 4, rows: [first, second] })
  assert.equal((await measured(day(-90), day(-1))).kind, 'no-records')
  const shown = await readAs(db.app, { kind: 'visitor' }, time.now, (tx) => logRows.describe(tx, [first!.id]))
  assert.match(shown.get(first!.id)!.title, /^Titik periksa \d+ /)

  const spoil = (sql: string) =>
    db.admin.pool.query(
      `alter table log_tiles disable trigger grows; ${sql}; alter table log_tiles enable trigger grows`,
    )
  await spoil(
    `update log_tiles set hashes = overlay(hashes placing '\\x00000000' from 1 for 4) where level = 0 and position = 2`,
  )
  const spoilt = await measured(day(-80), day(3))
  assert.ok(spoilt.kind === 'measured' && spoilt.k === 0 && spoilt.rows.every((row) => row.note === 'other-history'))
})
