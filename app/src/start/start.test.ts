import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, test } from 'node:test'
import pg from 'pg'
import { withDatabase } from '#kernel/testing/database.ts'
import { program } from '#kernel/testing/program.ts'
import { demoSignIns } from '#world/seed.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'mufakat-start-'))
const running = new Set<ChildProcess>()
after(async () => {
  for (const child of running) child.kill('SIGKILL')
  rmSync(dataDir, { recursive: true, force: true })
})

const port = 3_900 + (process.pid % 90)

/** A start in a process of its own. */
function start(env: Record<string, string>) {
  const child = spawn(process.execPath, program('app/src/main.ts'), {
    env: { ...process.env, NODE_ENV: 'production', MUFAKAT_DATA_DIR: dataDir, PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  const said: string[] = []
  const ended = once(child, 'exit').then(([code]) => {
    running.delete(child)
    return code as number | null
  })
  const lines = [child.stdout, child.stderr].map((stream) => createInterface({ input: stream! }))
  for (const one of lines) one.on('line', (line) => said.push(line))
  const saying = async (words: RegExp) => {
    while (!said.some((line) => words.test(line))) {
      const more = await Promise.race([...lines.map((one) => once(one, 'line')), ended])
      if (!Array.isArray(more)) throw new Error(`ended with ${more}: ${said.join(' | ')}`)
    }
  }
  return { child, said, ended, saying }
}

test('a first start that is interrupted leaves nothing half made, and the next one begins anew', async () => {
  const first = start({})
  await first.saying(/making the example data/)
  first.child.kill('SIGINT')
  assert.equal(await first.ended, 0, first.said.join(' | '))

  const second = start({})
  await second.saying(/ready at/)
  assert.ok(second.said.some((line) => /example data made/.test(line)))
  const page = await fetch(`http://127.0.0.1:${port}/programmes/stunting`)
  assert.equal(page.status, 200)
  await page.text()

  const halfSent = connect(port, '127.0.0.1')
  halfSent.on('error', () => {})
  await once(halfSent, 'connect')
  halfSent.write('GET / HTTP/1.1\r\nHost: x\r\n')
  const began = performance.now()
  const answer = fetch(`http://127.0.0.1:${port}/programmes/stunting/tasks?q=posyandu`)
  second.child.kill('SIGTERM')
  assert.equal((await answer.catch(() => undefined))?.status ?? 200, 200)
  assert.equal(await second.ended, 0)
  assert.ok(performance.now() - began < 9_000, 'supervisors kill after ten seconds')
})

test('another secret does not take over the roles of a server that others use', async () => {
  const server = process.env.MUFAKAT_TEST_ADMIN_URL!
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  const name = `start_${process.pid}`
  await admin.query(`create database ${name}`)
  try {
    await admin.query(
      `do $$ begin create role mufakat_app login noinherit; exception when duplicate_object then null; end $$`,
    )
    await admin.query(`alter role mufakat_app login password 'test-app'`)
    const other = start({ DATABASE_URL: withDatabase(server, name) })
    assert.equal(await other.ended, 1)
    assert.match(
      other.said.join('\n'),
      /mufakat_app of this PostgreSQL server has another password: set MUFAKAT_SECRET_FILE/,
    )
    const app = new pg.Client({ connectionString: withDatabase(server, name, 'mufakat_app', 'test-app') })
    await app.connect()
    await app.end()
  } finally {
    await admin.query(`drop database ${name} with (force)`)
    await admin.end()
  }
})

test('an installation that no longer shows the example shuts its accounts, and opens them when it shows it again', async () => {
  for (const [MUFAKAT_DEMO, told, status] of [
    ['off', /\d\d accounts of the example are suspended/, 422],
    ['on', /\d\d accounts of the example are open again/, 303],
  ] as const) {
    const server = start({ MUFAKAT_DEMO })
    await server.saying(/ready at/)
    assert.ok(
      server.said.some((line) => told.test(line)),
      server.said.join(' | '),
    )
    const origin = `http://localhost:${port}`
    const body = new URLSearchParams({ email: demoSignIns[0]!.email, password: demoSignIns[0]!.password })
    const answer = await fetch(`${origin}/sign-in`, { method: 'POST', body, redirect: 'manual', headers: { origin } })
    assert.equal(answer.status, status)
    server.child.kill('SIGTERM')
    assert.equal(await server.ended, 0)
  }
})

test('the example is not shown to other machines unless somebody wants it', async () => {
  const open: Record<string, string>[] = [{ BASE_URL: 'https://mufakat.example.go.id' }, { HOST: '0.0.0.0' }]
  for (const env of open) {
    const refused = start(env)
    assert.equal(await refused.ended, 1)
    assert.match(refused.said.join('\n'), /MUFAKAT_DEMO=off, or MUFAKAT_DEMO=public/)
  }
})
