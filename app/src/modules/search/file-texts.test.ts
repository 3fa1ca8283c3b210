import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { type Actor, visitor } from '#kernel/access.ts'
import { readAs, writeAs } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { previewed } from '#modules/classification/file-redaction.ts'
import { classifyRecord } from '#modules/classification/operations/classify-record.ts'
import { filePaths } from '#modules/classification/paths.ts'
import { test as consequences } from '#modules/classification/testing/stage.ts'
import { documentPaths } from '#modules/documents/paths.ts'
import { readNextFile } from '#modules/documents/read-texts.ts'
import { pdfFile } from '#modules/documents/testing/fixtures.ts'
import { textPdf } from '#modules/documents/testing/pdf-fixtures.ts'
import { stage } from './testing/stage.ts'

const set = await stage()
const { slug, site, db, actors } = set
const { pool } = db.admin
const read = () => readNextFile({ jobs: db.jobs, files: site.deps.files, clock: () => site.time.now })
async function readAll(): Promise<void> {
  while (await read());
}

async function send(
  path: string,
  fields: Record<string, string>,
  as: Actor,
  file: { name: string; bytes: Buffer | string },
) {
  site.time.now = new Date(site.time.now.getTime() + 1000)
  const form = new FormData()
  for (const [name, value] of Object.entries({ _key: newId(site.time.now), ...fields })) form.append(name, value)
  form.append('file', new File([new Uint8Array(Buffer.from(file.bytes))], file.name))
  const response = await site.post(path, form, { as })
  if (response.status !== 303) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return response.headers.get('location')!.split(/[/#]/).at(-1)!
}
const attach = (task: string, bytes: Buffer | string, name = 'telaah.pdf', own = 'public') =>
  send(documentPaths.add(slug, task), { title: 'Telaah', own }, actors.officer, { name, bytes })
const pdf = (...pages: string[]) => textPdf({ packed: true, pages: pages.map((text) => ({ text })) })

describe('the words inside of files', () => {
  test('are found after the file was read, with the words around; the job reads none of what it hands in', async () => {
    const task = await set.plan('Telaah saluran')
    const one = await attach(task, pdf('Daftar isi', 'Endapan di saluran Kalimati'))
    const other = await attach(task, 'desa;jumlah\nKalimati;12\n', 'angka.csv')
    assert.deepEqual(await set.find('kalimati'), [])
    await readAll()
    assert.deepEqual(new Set(await set.find('kalimati')), new Set([one, other]))
    assert.match(await set.page('endapan'), /<mark class="mf-mark">Endapan<\/mark> di saluran/)
    assert.deepEqual(
      (await set.ask('kalimati')).found.map(({ href }) => href).sort(),
      [one, other].map(documentPaths.one).sort(),
    )
    const job = { kind: 'job', job: 'file-texts', classes: [] } as const
    for (const [database, actor] of [
      [db.jobs, job],
      [db.app, actors.coordinator],
    ] as const)
      await assert.rejects(
        readAs(database, actor, site.time.now, (tx) => sql`select * from document_texts`.execute(tx)),
        /permission denied/,
      )
    for (const statement of [
      sql`select mufakat.keep_file_text(${one}, 'lain', null)`,
      sql`select * from mufakat.next_file_to_read(now())`,
    ])
      await assert.rejects(
        writeAs(db.app, actors.coordinator, site.time.now, (tx) => statement.execute(tx)),
        /permission denied/,
      )
    const otherJob = { kind: 'job', job: 'mail', classes: [] } as const
    const keep = sql`select mufakat.keep_file_text(${one}, 'lain', null)`
    await assert.rejects(
      writeAs(db.jobs, otherJob, site.time.now, (tx) => keep.execute(tx)),
      /only the job that reads files/,
    )
  })

  test('only by who may open the file: closed with its record in that moment, or by its own class', async () => {
    const task = await set.plan('Ukur debit')
    const open = await attach(task, pdf('Debit di bendung Srigading'))
    const members = await attach(task, pdf('Anggaran bendung Srigading'), 'a.pdf', 'members')
    await readAll()
    assert.deepEqual(await set.find('srigading', visitor), [open])
    assert.deepEqual(new Set(await set.find('srigading', actors.observer)), new Set([open, members]))
    await set.done(classifyRecord, { ...consequences, slug, record: task }, actors.head)
    for (const who of [visitor, actors.observer, actors.otherOfficer, actors.resident])
      assert.deepEqual(await set.find('srigading', who), [])
    assert.equal((await set.find('srigading', actors.head)).length, 2)
    // Added to what is closed already: read by nobody but the job, found by its readers.
    const late = await attach(task, pdf('Denah bendung Srigading'))
    await readAll()
    assert.ok((await set.find('denah srigading', actors.head)).includes(late))
    assert.deepEqual(await set.find('denah srigading', actors.observer), [])
  })

  test('of one that is opened in part: the new file by its open words, nobody outside by the marked ones', async () => {
    const task = await set.plan('Kunjungi pasien')
    const original = await attach(task, pdf('Pasien Sumiati dirujuk ke puskesmas Cendana'))
    await readAll()
    const { id } = await set.done<{ id: string }>(classifyRecord, { ...consequences, slug, record: task }, actors.head)
    const marks = '[Halaman 1]\nPasien [[h: Sumiati]] dirujuk ke puskesmas Cendana'
    const form = { title: 'Rujukan', marks, seen: previewed(marks), lang: 'id' }
    const released = await set.post(filePaths.new(slug, id, original), form, actors.head)
    await readAll()
    const found = await set.find('cendana')
    assert.deepEqual(found, [released])
    assert.deepEqual(await set.find('sumiati'), [])
    assert.deepEqual(await set.find('sumiati', actors.head), [original])
  })

  test('not of one that was withdrawn, and its words are kept nowhere', async () => {
    const task = await set.plan('Catat panen')
    const document = await attach(task, pdf('Panen di ladang Rajawali'))
    await readAll()
    assert.deepEqual(await set.find('rajawali'), [document])
    await set.post(documentPaths.withdrawal(document), { reason: 'Salah berkas.' }, actors.officer)
    assert.deepEqual(await set.find('rajawali', actors.officer), [])
    const { rows } = await pool.query(`select 1 from document_texts where body ~* 'rajawali'`)
    assert.deepEqual(rows, [])
    // Taken by the job before it was withdrawn, handed in after.
    const other = await attach(task, pdf('Ladang Garuda'))
    await set.post(documentPaths.withdrawal(other), { reason: 'Salah berkas.' }, actors.officer)
    await pool.query(
      `set role mufakat_jobs; begin; select set_config('mufakat.kind', 'job', true), set_config('mufakat.job', 'file-texts', true); select mufakat.keep_file_text('${other}', 'Garuda', null); commit; reset role`,
    )
    assert.deepEqual((await pool.query(`select body from document_texts where document_id = $1`, [other])).rows, [
      { body: null },
    ])
  })

  test('a scan, a damaged file and one that ends its reader are left; of a long one the beginning is found', async () => {
    const task = await set.plan('Simpan arsip')
    const scan = await attach(task, pdfFile())
    const line = 'kata lain di sini '.repeat(6)
    const pages = Array.from({ length: 30 }, () => Array.from({ length: 50 }, () => line).join('\n'))
    const long = await attach(task, pdf('Merbabu', ...pages, 'Semeru'))
    const text = await attach(task, `Merbabu ${'x '.repeat(60_000)} Semeru`, 'panjang.txt')
    await readAll()
    assert.deepEqual(new Set(await set.find('merbabu')), new Set([long, text]))
    assert.deepEqual(await set.find('semeru'), [])
    const told = await pool.query('select fault from document_texts where document_id = $1', [scan])
    assert.deepEqual(told.rows, [{ fault: 'no-text' }])
    const deadly = await attach(task, pdf('Bromo'))
    for (let died = 0; died < 3; died += 1) {
      await pool.query(
        `set role mufakat_jobs; begin; select set_config('mufakat.kind', 'job', true), set_config('mufakat.job', 'file-texts', true); select mufakat.next_file_to_read('${site.time.now.toISOString()}'); commit; reset role`,
      )
      assert.equal(await read(), false, 'nobody else takes it meanwhile')
      site.time.now = new Date(site.time.now.getTime() + 601_000)
    }
    assert.equal(await read(), false)
    const given = await pool.query('select fault, attempts from document_texts where document_id = $1', [deadly])
    assert.deepEqual(given.rows, [{ fault: 'too-heavy', attempts: 3 }])
  })
})
