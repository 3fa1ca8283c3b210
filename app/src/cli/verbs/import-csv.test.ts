import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { readConfig } from '#kernel/config.ts'
import { startTestPostgres } from '#kernel/postgres/throwaway.ts'
import { program } from '#kernel/testing/program.ts'
import { InputError, UsageError } from '../verb.ts'
import { importCsvVerb } from './import-csv.ts'

const folder = mkdtempSync(join(tmpdir(), 'import-csv-'))
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

/** The operator's command as a process of its own, on a database that DATABASE_URL names. */
function mufakat(...words: string[]) {
  const env = { ...process.env, DATABASE_URL: server.adminUrl, MUFAKAT_DATA_DIR: folder, MUFAKAT_LANG: 'id' }
  return spawnSync(process.execPath, [...program('app/src/cli/main.ts'), ...words], {
    cwd: root,
    env,
    encoding: 'utf8',
  })
}

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

test('from a table to a map, to a corrected map, to a programme: the way an operator goes', () => {
  const table = file(
    'rencana.csv',
    'Kode;Kegiatan;Pelaksana;Batas\nA1;Uji air;Dinas Lingkungan;31/12/2026\nB2;;Bappeda;\n',
  )
  const proposal = mufakat('import', 'map', table, '--as', 'tasks')
  assert.equal(proposal.status, 0, proposal.stderr)
  const map = JSON.parse(proposal.stdout)
  assert.deepEqual(map.fields.title, { column: 'Kegiatan' })
  assert.match(proposal.stderr, /Kolom yang tidak dipakai: Batas/)
  map.fields.dueDate = { column: 'Batas' }
  const chosen = file('peta.json', JSON.stringify(map))
  const words = ['import', 'csv', table, '--as', 'tasks', '--programme', 'rencana', '--map', chosen]

  const unknown = mufakat(...words)
  assert.deepEqual([unknown.status, unknown.stdout], [1, ''])
  assert.match(unknown.stderr, /tidak ada program “rencana”.*--create/)

  const done = mufakat(...words, '--create', 'Rencana')
  assert.equal(done.status, 0, done.stderr)
  assert.match(done.stdout, /2 baris dibaca: 1 dibuat, 0 diperbarui, 0 tidak berubah, 1 ditolak/)
  assert.match(done.stdout, /baris 3 · isian wajib kosong: Kegiatan/)

  const again = mufakat(...words, '--lang', 'en', '--json')
  const report = JSON.parse(again.stdout)
  assert.deepEqual([report.rows.unchanged, report.rows.refused, report.programme.created], [1, 1, false])
})

test('a table without a row that can be read ends with 1, names the rows and what is missing', () => {
  const empty = file('kosong.csv', 'Kegiatan;Pelaksana\n;Bappeda\n')
  const nothing = mufakat('import', 'csv', empty, '--as', 'tasks', '--programme', 'x', '--create', 'X', '--lang', 'en')
  assert.deepEqual([nothing.status, nothing.stdout], [1, ''])
  assert.match(nothing.stderr, /line 2 · required value missing: Kegiatan/)
  assert.match(nothing.stderr, /no row could be read; nothing was kept/)
})

test('words that are wrong are told from files that are, before any database is asked', async () => {
  const table = file('satu.csv', 'Kegiatan\nUji air\n')
  const run = (options: Record<string, string>, ...words: string[]) =>
    importCsvVerb.run({ words, options: { lang: 'en', as: 'tasks', programme: 'x', ...options } }, readConfig({}))
  await assert.rejects(run({}), UsageError)
  await assert.rejects(run({ as: 'people' }, table), UsageError)
  await assert.rejects(run({ programme: '' }, table), UsageError)
  await assert.rejects(run({ 'as-of': '31/12/2026' }, table), UsageError)
  await assert.rejects(run({ country: 'Indonesia' }, table), UsageError)
  await assert.rejects(run({ lang: 'nl' }, table), UsageError)
  await assert.rejects(run({}, join(folder, 'absent.csv')), new InputError(`${join(folder, 'absent.csv')}: ENOENT`))
  await assert.rejects(run({ map: table }, table), /^Error: the map is not JSON/)
})
