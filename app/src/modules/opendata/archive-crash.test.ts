import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import pg from 'pg'
import { program } from '#kernel/testing/program.ts'
import { dataPaths } from './paths.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'mufakat-archive-'))
const port = 4_100 + (process.pid % 90)
const origin = `http://127.0.0.1:${port}`
const running = new Set<ChildProcess>()
after(() => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(dataDir, { recursive: true, force: true })
})

/** The app as people start it, with its own PostgreSQL. */
async function start(): Promise<ChildProcess> {
  const env = { NODE_ENV: 'production', MUFAKAT_DATA_DIR: dataDir, PORT: String(port), MUFAKAT_DEMO: 'off' }
  const child = spawn(process.execPath, program('app/src/main.ts'), {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.add(child)
  for await (const line of createInterface({ input: child.stdout! })) if (/ready at/.test(line)) return child
  throw new Error('the app ended')
}

async function database(): Promise<pg.Client> {
  const [password, at] = ['password', 'port'].map((name) =>
    readFileSync(join(dataDir, `postgres.${name}`), 'utf8').trim(),
  )
  const client = new pg.Client(`postgres://postgres:${password}@127.0.0.1:${at}/mufakat`)
  client.on('error', () => {})
  await client.connect()
  return client
}

const archive = '01900000-0000-7000-8000-00000000a3c4'
const file = `/data/archives/${archive}.zip`
const filesThere = () =>
  readdirSync(join(dataDir, 'files'), { recursive: true })
    .map(String)
    .filter((path) => /[0-9a-f]{48}/.test(path))
const rowOf = async (client: pg.Client) =>
  (await client.query('select state, storage_key, datasets_done, sha256 from data_archives where id = $1', [archive]))
    .rows[0]
async function until<T>(look: () => Promise<T | undefined | false>): Promise<T> {
  for (;;) {
    const seen = await look()
    if (seen) return seen
    await setImmediate()
  }
}

test('an archive whose process is killed is begun anew by the next one; nothing half is offered, and nothing stays of it', async () => {
  const first = await start()
  const before = await database()
  // A later dataset cannot be read, so the file is half written when the process dies.
  await before.query('begin; lock table decisions in access exclusive mode')
  const asking = await database()
  await asking.query('insert into data_archives (id, created_at) values ($1, now())', [archive])
  const half = await until(async () => {
    const row = await rowOf(asking)
    return row.datasets_done > 0 && row
  })
  assert.deepEqual([half.state, filesThere()], ['waiting', [`waiting/${half.storage_key}.part`]])
  assert.equal((await fetch(origin + file)).status, 404)
  const died = once(first, 'exit')
  first.kill('SIGKILL')
  await died
  await before.end()
  await asking.end()
  assert.equal(filesThere().length, 1, 'a killed process removes nothing')

  const second = await start()
  const client = await database()
  const made = await until(async () => {
    const row = await rowOf(client)
    return row.state === 'ready' && row
  })
  assert.notEqual(made.storage_key, half.storage_key)
  assert.deepEqual(filesThere(), [`${made.storage_key.slice(0, 2)}/${made.storage_key}`])
  const sent = Buffer.from(await (await fetch(origin + file)).arrayBuffer())
  assert.equal(createHash('sha256').update(sent).digest('hex'), made.sha256)
  assert.match(await (await fetch(origin + dataPaths.archives())).text(), new RegExp(file))
  await client.end()
  const ended = once(second, 'exit')
  second.kill('SIGTERM')
  await ended
})
