import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { jakartaDate } from '#kernel/database.ts'
import { startTestPostgres } from '#kernel/postgres/throwaway.ts'
import { program } from '#kernel/testing/program.ts'

const folder = mkdtempSync(join(tmpdir(), 'evaluate-'))
const root = join(import.meta.dirname, '../../../..')
let server: Awaited<ReturnType<typeof startTestPostgres>>
before(async () => {
  server = await startTestPostgres()
  assert.equal(mufakat('migrate').status, 0)
})
after(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

function mufakat(...words: string[]) {
  const env = { ...process.env, DATABASE_URL: server.adminUrl, MUFAKAT_DATA_DIR: folder }
  const command = [...program('app/src/cli/main.ts'), ...words]
  return spawnSync(process.execPath, command, { cwd: root, env, encoding: 'utf8' })
}

test('a day that does not exist is a wrong word; one that has not come is said with today’s; results name the programme', () => {
  const impossible = mufakat('evaluate', '--at', '2026-13-45')
  assert.deepEqual([impossible.status, impossible.stdout], [2, ''])
  assert.match(impossible.stderr, /--at 2026-13-45: needs a day of the calendar/)
  const future = mufakat('evaluate', '--at', '9999-12-31')
  assert.deepEqual([future.status, future.stdout], [1, ''])
  assert.match(future.stderr, new RegExp(`that day has not come yet, today is ${jakartaDate(new Date())}`))
  const plan = join(root, 'app/world/federal-data-strategy/programme.json')
  assert.equal(mufakat('import', 'programme', plan).status, 0)
  const done = mufakat('evaluate')
  assert.equal(done.status, 0, done.stderr)
  assert.match(
    done.stdout,
    /^federal-data-strategy-2020 2020-12-24 recorded: .*\nfederal-data-strategy-2020 2020-12-31 /,
  )
})

test('an operator whose first link ran out prints another, at the address the server was started with', () => {
  const address = ['--email', 'siti@pemkab.example']
  const created = mufakat('user', 'create', '--name', 'Siti', ...address, '--role', 'operator')
  assert.equal(created.status, 0, created.stderr)
  assert.match(mufakat('user', 'create', '--name', 'Siti', ...address).stderr, /already has an account/)
  writeFileSync(join(folder, 'address'), 'https://mufakat.pemkab.example\n')
  const link = mufakat('user', 'link', ...address)
  assert.match(link.stdout, /^https:\/\/mufakat\.pemkab\.example\/\S+\n$/)
  assert.notEqual(link.stdout, created.stdout)
  const unknown = mufakat('user', 'link', '--email', 'budi@pemkab.example')
  assert.deepEqual([unknown.status, unknown.stdout], [1, ''])
})

test('the doctor finds a fresh database well, and one word too many is a wrong word', () => {
  const well = mufakat('doctor', '--json')
  const { findings } = JSON.parse(well.stdout) as { findings: { what: string; ok: boolean }[] }
  assert.deepEqual(
    findings.filter((one) => !one.ok && !one.what.startsWith('holidays')),
    [],
  )
  assert.deepEqual([mufakat('doctor', 'please').status, mufakat('migrate', 'now').status], [2, 2])
})
