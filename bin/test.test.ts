import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { isAlive } from '#kernel/postgres/processes.ts'

// A temporary folder of its own shows what a run leaves behind.
const place = mkdtempSync(join(tmpdir(), 'mufakat-bin-test-'))
chmodSync(place, 0o711)
after(() => rmSync(place, { recursive: true, force: true }))

test('a run with a failing test ends with 1, its database gone', async () => {
  const run = start(testFile('fails', `${connects}; assert.equal(1, 2)`))
  const [code] = await once(run, 'exit')
  assert.equal(code, 1)
  assert.deepEqual(leftovers(), [])
})

for (const [signal, expected] of [
  ['SIGTERM', 143],
  ['SIGINT', 130],
] as const) {
  test(`${signal} in the middle of a test stops the run and its database`, async () => {
    const run = start(
      testFile('waits', `console.log('waiting'); await new Promise((resolve) => setTimeout(resolve, 60_000))`),
    )
    await said(run, 'waiting')
    const postmaster = runningPostmaster()
    assert.ok(isAlive(postmaster))
    run.kill(signal)
    const [code] = await once(run, 'exit')
    assert.equal(code, expected)
    assert.equal(isAlive(postmaster), false)
    assert.deepEqual(leftovers(), [])
  })
}

test('what a killed run left behind is cleared by the next one', async () => {
  const killed = start(
    testFile('waits', `console.log('waiting'); await new Promise((resolve) => setTimeout(resolve, 5_000))`),
  )
  await said(killed, 'waiting')
  const postmaster = runningPostmaster()
  killed.kill('SIGKILL')
  await once(killed, 'exit')
  assert.equal(isAlive(postmaster), true)
  const [code] = await once(start(testFile('passes', connects)), 'exit')
  assert.equal(code, 0)
  assert.equal(isAlive(postmaster), false)
  assert.deepEqual(leftovers(), [])
})

test('a database that is given is used, and none is started', async () => {
  const url = 'postgres://given:by@hand.example/none'
  const run = start(testFile('given', `assert.equal(process.env.MUFAKAT_TEST_ADMIN_URL, '${url}')`), url)
  const [code] = await once(run, 'exit')
  assert.equal(code, 0)
})

const connects = `
  const client = new pg.Client({ connectionString: process.env.MUFAKAT_TEST_ADMIN_URL })
  await client.connect()
  await client.end()`

function testFile(name: string, body: string): string {
  const file = join(place, `${name}.test.ts`)
  const packages = JSON.stringify(join(import.meta.dirname, '../node_modules/pg/esm/index.mjs'))
  const head = `import assert from 'node:assert/strict'\nimport { test } from 'node:test'\nimport pg from ${packages}\n`
  writeFileSync(file, `${head}test('${name}', async () => { void [assert, pg]; ${body} })\n`)
  return file
}

function start(file: string, adminUrl?: string): ChildProcess {
  // This test itself runs in a test runner, which the one that is tried must not take itself for.
  const { NODE_TEST_CONTEXT: _, MUFAKAT_TEST_ADMIN_URL: __, ...env } = process.env
  Object.assign(env, { TMPDIR: place, ...(adminUrl ? { MUFAKAT_TEST_ADMIN_URL: adminUrl } : {}) })
  return spawn(process.execPath, [join(import.meta.dirname, 'test'), file], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

async function said(run: ChildProcess, word: string): Promise<void> {
  for await (const text of run.stdout!) if (String(text).includes(word)) return
}

function leftovers(): string[] {
  return readdirSync(place).filter((name) => name.startsWith('mufakat-test-'))
}

function runningPostmaster(): number {
  const [folder = ''] = leftovers()
  return Number(readFileSync(join(place, folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
}
