import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { findBinaries, packagedFolder } from './binaries.ts'
import { clusterFolder } from './cluster.ts'
import { PostgresFailure } from './failure.ts'
import { launchMufakat } from './launched.fixture.ts'
import { startPostgres } from './launcher.ts'
import { answers, readPostmaster } from './postmaster.ts'
import { isAlive, pause, servesCluster } from './processes.ts'
import { postgresUser } from './system-user.ts'
import { startTestPostgres, testPlace } from './throwaway.ts'

const root = process.getuid?.() === 0

const home = mkdtempSync(join(tmpdir(), 'mufakat-launcher-'))
chmodSync(home, 0o711)
const dataDir = join(home, 'data')
const outsideDir = join(home, 'outside')
after(() => rmSync(home, { recursive: true, force: true }))

const start = (options: { port?: number } = {}) => startPostgres({ dataDir, outsideDir, ...options })

test('a first start makes a durable database that only its generated password opens, on loopback only', async () => {
  const postgres = await start()
  try {
    assert.deepEqual(await asked(postgres.adminUrl, settings), [
      { name: 'fsync', setting: 'on' },
      { name: 'full_page_writes', setting: 'on' },
      { name: 'listen_addresses', setting: '127.0.0.1' },
      { name: 'server_encoding', setting: 'UTF8' },
      { name: 'synchronous_commit', setting: 'on' },
      { name: 'unix_socket_directories', setting: '' },
    ])
    const [locale] = await asked(
      postgres.adminUrl,
      "select datlocprovider, datlocale from pg_database where datname = 'postgres'",
    )
    assert.deepEqual(locale, { datlocprovider: 'b', datlocale: 'C.UTF-8' })
    assert.match(new URL(postgres.adminUrl).password, /^[0-9a-f]{64}$/)
    assert.equal(await answers(postgres.port, 'postgres'), false)
    assert.equal(statSync(join(dataDir, 'postgres.password')).mode & 0o777, 0o600)
  } finally {
    await postgres.stop()
  }
})

test('stopping leaves no process behind, and the next start finds the same data at the same address', async () => {
  const first = await start()
  await asked(first.adminUrl, 'create table kept as select 42 as answer')
  await Promise.all([first.stop(), first.stop()])
  assert.deepEqual(processesOf(dataDir), [])
  const second = await start()
  try {
    assert.equal(second.adminUrl, first.adminUrl)
    assert.equal(second.adopted, false)
    assert.deepEqual(await asked(second.adminUrl, 'select answer from kept'), [{ answer: 42 }])
  } finally {
    await second.stop()
  }
})

test('a second start on the same data folder is refused in one line that names the first process', async () => {
  const running = await start()
  try {
    const second = launchMufakat(dataDir, outsideDir)
    const said = await second.next()
    await second.kill()
    assert.equal(
      said?.refused,
      `The data folder ${dataDir} is in use by another Mufakat (process ${process.pid}): stop it first, or set MUFAKAT_DATA_DIR to another folder.`,
    )
    assert.deepEqual(await asked(running.adminUrl, 'select 1 as alive'), [{ alive: 1 }])
  } finally {
    await running.stop()
  }
})

test('PostgreSQL left behind by a killed Mufakat is taken over, with its data and address', async () => {
  const killed = launchMufakat(dataDir, outsideDir)
  const left = await killed.next()
  await killed.kill()
  const postgres = await start()
  try {
    assert.equal(postgres.adopted, true)
    assert.equal(postgres.pid, left?.pid)
    assert.equal(postgres.adminUrl, left?.adminUrl)
  } finally {
    await postgres.stop()
  }
  assert.deepEqual(processesOf(dataDir), [])
})

test('of two starts after a kill exactly one wins', async () => {
  const killed = launchMufakat(dataDir, outsideDir)
  await killed.next()
  await killed.kill()
  const both = [launchMufakat(dataDir, outsideDir), launchMufakat(dataDir, outsideDir)]
  const said = await Promise.all(both.map((one) => one.next()))
  await Promise.all(both.map((one) => one.kill()))
  assert.equal(said.filter((one) => one?.adopted).length, 1)
  assert.equal(said.filter((one) => one?.refused?.includes('in use by another Mufakat')).length, 1)
  await (await start()).stop()
})

test('a lock or pid file whose number now belongs to a stranger stops nobody', async () => {
  const { uid, gid } = statSync(join(dataDir, 'postgres'))
  const stranger = spawn('sleep', ['60'], { uid, gid, cwd: '/' })
  await once(stranger, 'spawn')
  writeFileSync(join(dataDir, 'mufakat.lock'), JSON.stringify({ pid: stranger.pid, started: 'another boot/1' }))
  writeFileSync(
    join(dataDir, 'postgres', 'postmaster.pid'),
    `${stranger.pid}\n${dataDir}/postgres\n1700000000\n5432\n\n127.0.0.1\n\nready   \n`,
  )
  try {
    const postgres = await start()
    assert.equal(postgres.adopted, false)
    await postgres.stop()
    assert.equal(stranger.exitCode, null)
  } finally {
    stranger.kill()
  }
})

test('a taken port is named when it was asked for, and gone around when it was not', async () => {
  const port = Number(readFileSync(join(dataDir, 'postgres.port'), 'utf8'))
  const other = createServer().listen(port, '127.0.0.1')
  await once(other, 'listening')
  try {
    await assert.rejects(
      start({ port }),
      new RegExp(`^PostgresFailure: Port ${port} of 127.0.0.1, .* is taken by another program.$`),
    )
    const postgres = await start()
    assert.notEqual(postgres.port, port)
    await postgres.stop()
  } finally {
    other.close()
  }
})

test('PostgreSQL that dies under a running Mufakat comes back at the same address', async () => {
  const postgres = await start()
  try {
    const dead = postgres.pid
    process.kill(dead, 'SIGKILL')
    while (isAlive(dead) || !(await answers(postgres.port, new URL(postgres.adminUrl).password))) await pause(20)
    assert.notEqual(readPostmaster(clusterFolder(dataDir))?.pid, dead)
    assert.deepEqual(await asked(postgres.adminUrl, 'select answer from kept'), [{ answer: 42 }])
  } finally {
    await postgres.stop()
  }
  assert.deepEqual(processesOf(dataDir), [])
})

test('a lost password file is replaced, even while an orphan still runs', async () => {
  const killed = launchMufakat(dataDir, outsideDir)
  const left = await killed.next()
  await killed.kill()
  rmSync(join(dataDir, 'postgres.password'))
  const postgres = await start()
  try {
    assert.notEqual(postgres.adminUrl, left?.adminUrl)
    assert.deepEqual(await asked(postgres.adminUrl, 'select answer from kept'), [{ answer: 42 }])
  } finally {
    await postgres.stop()
  }
})

test('a database of another PostgreSQL version is left alone and named', async () => {
  const file = join(dataDir, 'postgres', 'PG_VERSION')
  const version = readFileSync(file, 'utf8')
  writeFileSync(file, '17\n')
  try {
    await assert.rejects(start(), /is of PostgreSQL 17, this is 18: take a backup/)
  } finally {
    writeFileSync(file, version)
  }
})

test('as root it works in a folder that only root may enter', { skip: !root }, async () => {
  const closed = join(home, 'closed')
  mkdirSync(closed, { mode: 0o700 })
  const hidden = join(closed, 'data')
  const messages: string[] = []
  const postgres = await startPostgres({ dataDir: hidden, outsideDir, log: (message) => messages.push(message) })
  await asked(postgres.adminUrl, 'create table kept as select 7 as answer')
  await postgres.stop()
  const cluster = clusterFolder(hidden)
  assert.ok(cluster.startsWith(join(outsideDir, 'data-')))
  assert.match(messages.join('\n'), /^The database is in .*\/outside\/data-/)
  const again = await startPostgres({ dataDir: hidden, outsideDir })
  assert.deepEqual(await asked(again.adminUrl, 'select answer from kept'), [{ answer: 7 }])
  await again.stop()
  rmSync(cluster, { recursive: true })
  await assert.rejects(startPostgres({ dataDir: hidden, outsideDir }), /points to .* where there is no database/)
})

test('as root, programs in a folder that only root may enter run from a copy', { skip: !root }, () => {
  const packaged = packagedFolder()
  const folder = join(home, 'closed', 'native')
  cpSync(packaged.folder, folder, { recursive: true, verbatimSymlinks: true })
  const user = postgresUser(join(home, 'nowhere'))
  const { postgres } = findBinaries(user, outsideDir, { ...packaged, folder })
  assert.ok(postgres.startsWith(outsideDir))
  const { uid, gid } = user ?? {}
  const version = execFileSync(postgres, ['--version'], { uid, gid, cwd: '/', encoding: 'utf8' })
  assert.match(version, /PostgreSQL\) 18\./)
})

test('as root with no place that PostgreSQL may enter, one line says what to set', { skip: !root }, async () => {
  const closed = join(home, 'closed')
  const attempt = startPostgres({ dataDir: join(closed, 'other'), outsideDir: join(closed, 'outside') })
  await assert.rejects(attempt, (error) => {
    assert.ok(error instanceof PostgresFailure)
    assert.match(
      error.message,
      /^PostgreSQL runs as user \S+, which cannot (enter|run it from) .*: (set MUFAKAT_DATA_DIR to a|move Mufakat to a) folder/,
    )
    return true
  })
})

test('a PostgreSQL for tests leaves neither process nor file', async () => {
  const folders = () => readdirSync(testPlace).filter((name) => name.startsWith('mufakat-test-'))
  const before = folders()
  const postgres = await startTestPostgres()
  const [own] = folders().filter((name) => !before.includes(name))
  assert.deepEqual(await asked(postgres.adminUrl, "select setting from pg_settings where name = 'fsync'"), [
    { setting: 'off' },
  ])
  await postgres.stop()
  assert.ok(own)
  assert.ok(!folders().includes(own))
})

const settings = `select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'listen_addresses',
  'server_encoding', 'synchronous_commit', 'unix_socket_directories') order by name`

async function asked(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** Processes that work in the cluster's folder: the postmaster and all of its sessions. */
function processesOf(dataDir: string): number[] {
  if (process.platform !== 'linux') return []
  const pids = readdirSync('/proc').map(Number).filter(Number.isInteger)
  return pids.filter((pid) => servesCluster(pid, clusterFolder(dataDir)))
}
