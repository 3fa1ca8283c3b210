import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after, test } from 'node:test'
import pg from 'pg'
import { newId } from '#kernel/ids.ts'
import { openKeys } from '#kernel/keys/keys.ts'
import { readWrappingKeys, wrappingKeyFile } from '#kernel/keys/wrapping-key.ts'
import { startTestPostgres } from '#kernel/postgres/throwaway.ts'
import { program } from '#kernel/testing/program.ts'

const folder = mkdtempSync(join(tmpdir(), 'rotate-'))
const root = join(import.meta.dirname, '../../../..')
const server = await startTestPostgres()
const keysUrl = new URL(server.adminUrl)
keysUrl.pathname = `${keysUrl.pathname}_keys`
const admin = new pg.Pool({ connectionString: keysUrl.href, max: 1 })
admin.on('error', () => {})
after(async () => {
  await admin.end()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const options = { cwd: root, env: { ...process.env, DATABASE_URL: server.adminUrl, MUFAKAT_DATA_DIR: folder } }
const command = (...words: string[]) => [...program('app/src/cli/main.ts'), ...words]
const mufakat = (...words: string[]) => spawnSync(process.execPath, command(...words), { ...options, encoding: 'utf8' })
const doctor = () => /(?:ok {2}|BAD ) key-encryption key: .*/.exec(mufakat('doctor').stdout)?.[0]

test('10,000 keys, killed in the middle: the doctor tells how far it is, and the next call ends it', async () => {
  assert.equal(mufakat('migrate').status, 0)
  const now = new Date('2026-11-20T03:00:00Z')
  const keys = openKeys({ url: keysUrl.href, wrapping: () => readWrappingKeys(folder) })
  const subjects = Array.from({ length: 10_000 }, () => newId(now))
  const first = (await keys.all(subjects, now)).get(subjects[0]!)!.seal('notes/1/text', 'Siti')
  const old = readFileSync(wrappingKeyFile(folder), 'utf8')
  assert.match(doctor()!, /^ok {3}key-encryption key: [0-9a-f]{16} of 20\d\d-\d\d-\d\d wraps every key$/)

  const killed = spawn(process.execPath, command('keys', 'rotate'), { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = once(killed, 'exit')
  for await (const line of createInterface(killed.stderr!)) if (/^2000 keys/.test(line)) killed.kill('SIGKILL')
  assert.equal((await ended)[1], 'SIGKILL')
  const { rows } = await admin.query(
    `select count(*)::int as left from keys.subject_keys where wrapped_by = (select fingerprint from keys.wrapping order by number limit 1)`,
  )
  assert.ok(rows[0].left > 0 && rows[0].left <= 8_000, `${rows[0].left} left`)
  const state = doctor()
  assert.equal(
    state,
    `BAD  key-encryption key: ${rows[0].left} of 10000 keys to wrap anew: mufakat keys rotate goes on with it`,
  )
  assert.equal((await keys.known(subjects)).size, 10_000)

  const again = mufakat('keys', 'rotate', '--json')
  assert.equal(again.status, 0, again.stderr)
  assert.equal(JSON.parse(again.stdout).wrapped, rows[0].left)
  assert.match(doctor()!, /^ok {3}key-encryption key/)
  assert.notEqual(readFileSync(wrappingKeyFile(folder), 'utf8'), old)
  const found = await keys.known(subjects)
  assert.equal(found.size, 10_000)
  assert.equal(found.get(subjects[0]!)!.open('notes/1/text', first), 'Siti')
  await keys.close()
})
