import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import sharp from 'sharp'
import { documentPaths } from '#modules/documents/paths.ts'
import { officeFile, pdfFile, photoWithPlace } from '#modules/documents/testing/fixtures.ts'
import { textPdf } from '#modules/documents/testing/pdf-fixtures.ts'
import { barsIn, changedAt, markable } from './file-redaction.ts'
import { declassifyRecord } from './operations/declassify-record.ts'
import { classificationPaths, filePaths } from './paths.ts'
import { fileStage } from './testing/file-stage.ts'

const set = await fileStage()
const { slug } = set

/** White but for a red field that says something. */
async function scan(kind: 'png' | 'jpeg' | 'webp' = 'png') {
  const secret = {
    input: { create: { width: 80, height: 20, channels: 3, background: '#f00' } },
    left: 20,
    top: 40,
  } as const
  const page = sharp({ create: { width: 200, height: 100, channels: 3, background: '#fff' } }).composite([secret])
  return page.toFormat(kind).toBuffer()
}

async function redIn(bytes: Buffer): Promise<number> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  let red = 0
  for (let at = 0; at < data.length; at += info.channels) if (data[at]! > 120 && data[at + 1]! < 80) red += 1
  return red
}

describe('a picture that is open in part', () => {
  test('has black pixels where the boxes are, in every format, and nothing but pixels', async () => {
    for (const kind of ['png', 'jpeg', 'webp'] as const) {
      const place = await set.withheldFile(await scan(kind), `pindai.${kind}`)
      const released = await set.opened(place, 'h 10 40 40 20')
      const { bytes } = await set.fileBytes(released)
      assert.equal(await redIn(bytes), 0, kind)
      const { format, exif, xmp, icc } = await sharp(bytes).metadata()
      assert.deepEqual([format, exif, xmp, icc], [kind, undefined, undefined, undefined])
      assert.match(await set.page(documentPaths.one(released)), /Laporan, versi terbuka/)
    }
    const photo = await set.withheldFile(await photoWithPlace(), 'foto.jpg')
    const { bytes } = await set.fileBytes(await set.opened(photo, 'a 0 0 50,5 50'))
    assert.doesNotMatch(bytes.toString('latin1'), /Kamera Contoh|Made Putra|GPS/)
  })

  test('is shown before, to who decides and to nobody else', async () => {
    const place = await set.withheldFile(await scan(), 'pindai.png')
    const html = await set.form(place)
    assert.match(html, /<img[^>]*class="mf-picture"[^>]*preview"/)
    const unseen = await (await set.open(place, 'h 10 40 40 20', { seen: '' })).text()
    assert.match(unseen, /preview\?bars=h%2010%2040%2040%2020"/)
    const preview = filePaths.preview(slug, place.decision, place.document, 'h 10 40 40 20')
    const shown = await set.site.get(preview, { as: set.actors.head })
    assert.equal(shown.headers.get('cache-control'), 'private, no-store')
    const center = await sharp(Buffer.from(await shown.arrayBuffer()))
      .extract({ left: 30, top: 44, width: 8, height: 4 })
      .removeAlpha()
      .raw()
      .toBuffer()
    assert.ok(center.every((value) => value === 0))
    for (const who of ['visitor', 'resident', 'otherHead', 'officer', 'auditor'] as const)
      assert.ok([403, 404].includes((await set.site.get(preview, { as: set.actors[who] })).status), who)
  })

  test('boxes that are no boxes are told so', () => {
    assert.deepEqual(barsIn('h 10 20 45 8\n\nA: 0 0 100 100'), [
      { ground: '17h', left: 10, top: 20, width: 45, height: 8 },
      { ground: '17a', left: 0, top: 0, width: 100, height: 100 },
    ])
    for (const bad of ['', 'h', 'z 1 1 1 1', 'h 50 0 51 5', 'h 1 1 0 1', 'h 1 1 1', 'h -1 0 5 5', 'h 1..2 0 5 5'])
      assert.equal(barsIn(bad), undefined, bad)
  })
})

describe('other files', () => {
  test('text and tables stay what they are, with words where the bars are', async () => {
    const place = await set.withheldFile('nama;desa\nSumiati;Sukamaju\nWartini;Tirtasari\n', 'data.csv')
    const html = await set.form(place)
    assert.match(html, /nama;desa\nSumiati;Sukamaju/)
    const released = await set.opened(place, 'nama;desa\n[[h: Sumiati]];Sukamaju\n[[h: Wartini]];Tirtasari')
    const { bytes } = await set.fileBytes(released)
    const bar = '████ [dikecualikan: Pasal 17 huruf h]'
    assert.equal(bytes.toString(), `nama;desa\n${bar};Sukamaju\n${bar};Tirtasari`)
  })

  test('a scan, an office document: what to do is said, and nothing is opened', async () => {
    const scanned = await set.withheldFile(pdfFile(), 'pindai.pdf')
    assert.match(await set.form(scanned), /hasil pindaian[\s\S]*OCR/)
    assert.match(await (await set.open(scanned, '[[h: x]]')).text(), /hasil pindaian/)
    const word = await set.withheldFile(officeFile('docx'), 'surat.docx')
    assert.match(await set.form(word), /simpan sebagai PDF, lampirkan/)
    assert.equal((await set.open(word, '[[h: x]]')).status, 422)
  })

  test('a file that is lost is told so, and opens nothing', async () => {
    const place = await set.withheldFile('nama\nSumiati\n', 'a.txt')
    for await (const { key } of set.site.deps.files.list()) await set.site.deps.files.remove(key)
    assert.match(await set.form(place), /tidak ada di penyimpanan/)
    assert.equal((await set.open(place, '[[h: Sumiati]]')).status, 422)
  })

  test('marks are compared with the text without its spaces', () => {
    assert.equal(changedAt('Satu  dua\ntiga', 'Satu [[h: dua]] tiga '), undefined)
    assert.equal(changedAt('a [[b]] c', `${markable('a [[b]] c')}`), undefined)
    assert.match(changedAt('Satu dua tiga', 'Satu [[h: duo]] tiga')!, /dua/)
    assert.equal(changedAt('Satu dua tiga', 'Satu [[h: dua]] tiga empat')?.includes('tiga'), true)
  })
})

describe('who goes past the pages', () => {
  test('hangs nothing on a decision by the form for files', async () => {
    const place = await set.withheldFile(textPdf({ pages: [{ text: 'Pasien' }] }), 'a.pdf')
    for (const who of ['head', 'officer', 'coordinator', 'informationOfficer'] as const)
      await assert.rejects(set.attach(place.decision, 'isi', 'a.txt', set.actors[who]), /403/, who)
  })

  test('opens nothing once the decision has ended, nor another record’s file', async () => {
    const place = await set.withheldFile(textPdf({ pages: [{ text: 'Pasien' }] }), 'a.pdf')
    const other = await set.withheldFile(textPdf({ pages: [{ text: 'Saksi' }] }), 'b.pdf')
    const crossed = { decision: place.decision, document: other.document }
    assert.equal((await set.open(crossed, '[Halaman 1]\n[[h: Saksi]]')).status, 404)
    await set.done(declassifyRecord, { slug, id: place.decision, class: 'public', reason: 'Selesai' })
    assert.equal((await set.open(place, '[Halaman 1]\n[[h: Pasien]]')).status, 403)
    assert.doesNotMatch(await set.page(classificationPaths.one(slug, place.decision), 'head'), /Hitamkan \(PDF\)/)
  })

  test('writes no row that fits no decision, and rewrites none', async () => {
    const place = await set.withheldFile(await scan(), 'pindai.png')
    const released = await set.opened(place, 'h 10 40 40 20')
    const other = await set.withheldFile(await scan(), 'lain.png')
    const person = set.actors.head.personId
    const act = async (text: string, values: unknown[] = []) => {
      const client = await set.db.app.pool.connect()
      try {
        await client.query('begin')
        const setting = `select set_config('mufakat.kind', 'person', true), set_config('mufakat.person', $1, true), set_config('mufakat.today', '2026-11-24', true)`
        await client.query(setting, [person])
        await client.query(text, values)
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw error
      } finally {
        client.release()
      }
    }
    const copied = (original: string, document: string) =>
      act(
        `insert into file_redactions (id, programme_id, owner_id, classification_id, original_id, document_id, grounds, parts, created_at, created_by)
         select gen_random_uuid(), programme_id, owner_id, classification_id, $1, $2, grounds, parts, created_at, created_by from file_redactions where document_id = $3`,
        [original, document, released],
      )
    await assert.rejects(copied(other.document, place.document), /does not fit its decision/)
    await assert.rejects(copied(place.document, place.document), /does not fit its decision/)
    await assert.rejects(act('update file_redactions set parts = 9'), /permission denied/)
    await assert.rejects(act('delete from file_redactions'), /permission denied/)
    await assert.rejects(
      act(
        `insert into documents (id, subject_id, programme_id, owner_id, class, own_class, organisation_id, lang, title, file_name, kind, size, sha256, received_sha256, storage_key, created_at, created_by)
         select gen_random_uuid(), subject_id, programme_id, owner_id, class, own_class, organisation_id, lang, title, file_name, kind, size, sha256, received_sha256, md5(random()::text) || '0123456789abcdef', created_at, created_by from documents where id = $1`,
        [released],
      ),
      /only a version that is open in part hangs on a decision/,
    )
  })
})
