import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { describe, test } from 'node:test'
import { readCalendar } from '#kernel/calendar/stored.ts'
import { readAs } from '#kernel/database.ts'
import { documentPaths } from '#modules/documents/paths.ts'
import { everyByte, stream, textPdf, updated, writings } from '#modules/documents/testing/pdf-fixtures.ts'
import { pagesOfPdf } from '#modules/documents/text-layer/read-pdf.ts'
import { letFindingPass } from './operations/let-finding-pass.ts'
import { classificationPaths, filePaths } from './paths.ts'
import { scanReleasedFiles } from './scan-texts.ts'
import { stillInReleased } from './signals/privacy.ts'
import { classificationRows } from './signals.ts'
import { fileStage } from './testing/file-stage.ts'

const set = await fileStage()
const { slug } = set
const secret = 'Sumiati'
const marked = (text: string) => text.replace(secret, `[[h: ${secret}]]`)

/** Everything that page shows, as the field of the form holds it. */
const fieldOf = (html: string) =>
  html
    .match(/<textarea[^>]*name="marks"[^>]*>\n?([\s\S]*?)<\/textarea>/)![1]!
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

async function release(pdf: Buffer) {
  const place = await set.withheldFile(pdf, 'laporan.pdf')
  const text = fieldOf(await set.form(place))
  const released = await set.opened(place, marked(text))
  const { bytes, status } = await set.fileBytes(released)
  assert.equal(status, 200)
  const pages = await pagesOfPdf(Readable.from([bytes]))
  return { place, text, released, bytes, read: pages.join('\n') }
}

function assertNowhere(bytes: Buffer, word = secret) {
  const everything = everyByte(bytes).toLowerCase()
  for (const writing of writings(word)) assert.ok(!everything.includes(writing.toLowerCase()), writing)
}

/** The word where nobody who looks at the page sees it. */
function craftedPdf(): Buffer {
  const white = `BT /F1 12 Tf 60 780 Td (Pasien ${secret} dirujuk.) Tj 1 1 1 rg 0 -20 Td (lagi ${secret} putih) Tj 3 Tr 0 -20 Td (di bawah ${secret}) Tj ET /OC /L1 BDC BT /F1 12 Tf 60 600 Td (lapisan ${secret}) Tj ET EMC`
  const metadata = stream(`<x:xmpmeta>${secret}</x:xmpmeta>`, true, '/Type /Metadata /Subtype /XML')
  return textPdf({
    packed: true,
    catalogue: `/Metadata 6 0 R /AcroForm << /Fields [8 0 R] >> /OCProperties << /OCGs [10 0 R] /D << /OFF [10 0 R] >> >> /Lang (id) /Outlines 11 0 R`,
    pages: [{ text: '', content: white, extra: '/Annots [7 0 R 8 0 R 9 0 R]' }],
    objects: [
      metadata,
      `<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (Nama: ${secret}) /T (${secret}) >>`,
      `<< /Type /Annot /Subtype /Widget /FT /Tx /T (nama) /V (${secret}) /Rect [60 500 200 520] /DV <FEFF00530075006D0069006100740069> >>`,
      `<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS << /Type /Filespec /F (${secret}.txt) /EF << /F 12 0 R >> >> >>`,
      `<< /Type /OCG /Name (${secret}) >>`,
      `<< /Type /Outlines /First 13 0 R /Last 13 0 R /Count 1 >>`,
      stream(`Lampiran tentang ${secret}`, true, '/Type /Lampiran'),
      `<< /Title (Bab ${secret}) /Parent 11 0 R /Dest [4 0 R /Fit] >>`,
    ],
    info: `<< /Title (${secret}) /Author (${secret}) /Keywords (${secret}) >>`,
  })
}

describe('a PDF that is open in part', () => {
  test('is set anew: the word stands nowhere in its bytes, wherever the old one held it', async () => {
    const { place, text, released, bytes, read } = await release(craftedPdf())
    assert.match(
      text,
      /Pasien Sumiati dirujuk[\s\S]*putih[\s\S]*di bawah[\s\S]*lapisan/,
      'who decides sees the unseen too',
    )
    assertNowhere(bytes)
    assert.doesNotMatch(read, /Sumiati/i)
    assert.match(read, /Pasien\s+dikecualikan: Pasal 17 huruf h\s+dirujuk/)
    assert.match(read, /disusun ulang dari teks aslinya/)
    assert.match(bytes.toString('latin1'), /\/StructTreeRoot/, 'tagged')
    const decision = await set.page(classificationPaths.one(slug, place.decision))
    assert.match(decision, new RegExp(`${documentPaths.one(released)}"[\\s\\S]*4 bagian dihitamkan \\(huruf h\\)`))
    assert.doesNotMatch(decision, /Berkas catatan ini/)
    const page = await set.page(documentPaths.one(released))
    assert.match(page, /Dilampirkan pada[\s\S]*Daftar keluarga berisiko/)
    const { rows } = await set.db.admin.pool.query(
      `select e.payload, f.grounds, f.original_id from events e join file_redactions f on f.document_id::text = e.payload ->> 'document'
       where e.name = 'classification.file-opened-in-part' and e.payload ->> 'document' = $1`,
      [released],
    )
    assert.deepEqual([rows[0].grounds, rows[0].original_id], [['17h'], place.document])
    assert.doesNotMatch(JSON.stringify(rows[0].payload), new RegExp(`${place.document}|${secret}`))
  })

  test('an earlier revision that an update hides does not come along', async () => {
    const first = textPdf({ pages: [{ text: `Dulu tertulis ${secret} di sini` }] })
    const now = updated(first, [[5, stream('BT /F1 12 Tf 60 780 Td (Kini tertulis nama di sini) Tj ET')]])
    const place = await set.withheldFile(now, 'laporan.pdf')
    const text = fieldOf(await set.form(place))
    assert.doesNotMatch(text, /Sumiati/)
    const released = await set.opened(place, text.replace('nama', '[[h: nama]]'))
    assertNowhere((await set.fileBytes(released)).bytes)
  })

  test('the original stays where it was: nobody who was not entitled reaches it, by page, file or id', async () => {
    const { place } = await release(textPdf({ pages: [{ text: `Pasien ${secret} dirujuk` }] }))
    for (const path of [documentPaths.one(place.document), documentPaths.file(place.document)])
      for (const who of ['visitor', 'resident', 'otherHead', 'observer', 'expiredSeat'] as const)
        assert.equal((await set.site.get(path, { as: set.actors[who] })).status, 404, `${who} ${path}`)
    for (const who of ['resident', 'otherHead', 'officer', 'coordinator', 'auditor'] as const) {
      const sent = await set.open(place, `[[h: ${secret}]]`, {}, set.actors[who])
      assert.ok([403, 404].includes(sent.status), `${who} ${sent.status}`)
      const opened = await set.site.get(filePaths.new(slug, place.decision, place.document), { as: set.actors[who] })
      assert.ok([403, 404].includes(opened.status), `${who} ${opened.status}`)
    }
    const before = await set.db.admin.pool.query(
      `select count(*) from events where name = 'record.read' and subject_id = $1`,
      [place.document],
    )
    assert.match(await set.form(place, set.actors.informationOfficer), /Pasien Sumiati/)
    const after = await set.db.admin.pool.query(
      `select count(*) from events where name = 'record.read' and subject_id = $1`,
      [place.document],
    )
    assert.equal(Number(after.rows[0].count) - Number(before.rows[0].count), 1)
  })

  test('the same words elsewhere go too, in other case and over a line; the title may not tell them', async () => {
    const pdf = textPdf({
      pages: [{ text: 'Ibu Siti Aminah datang.\nSITI AMINAH dan Siti\nAminah pulang; Sitiaminah tidak.' }],
    })
    const place = await set.withheldFile(pdf, 'a.pdf')
    const text = fieldOf(await set.form(place)).replace('Siti Aminah', '[[h: Siti Aminah]]')
    const told = await set.open(place, text, { title: 'Tentang Siti Aminah' })
    assert.equal(told.status, 422)
    assert.match(await told.text(), /Judul ini menyebut kata yang Anda hitamkan/)
    const { bytes } = await set.fileBytes(await set.opened(place, text))
    const read = (await pagesOfPdf(Readable.from([bytes]))).join('\n')
    assert.doesNotMatch(read, /Siti\s+Aminah/i)
    assert.match(read, /Sitiaminah tidak/)
    assert.equal(read.match(/huruf h(?!:)/g)!.length, 3)
  })

  test('opens only what was looked at, and nothing but the text of the file', async () => {
    const place = await set.withheldFile(textPdf({ pages: [{ text: `Pasien ${secret} dirujuk` }] }), 'a.pdf')
    const text = marked(fieldOf(await set.form(place)))
    const unseen = await set.open(place, text, { seen: '' })
    assert.equal(unseen.status, 422)
    const html = await unseen.text()
    assert.match(html, /Periksa pratinjaunya/)
    assert.match(html, /Pasien[\s\S]*dihitamkan, huruf h[\s\S]*dirujuk[\s\S]*name="seen"[^>]*value="[0-9a-f]{64}"/)
    const other = await set.open(place, text, { seen: 'a'.repeat(64) })
    assert.match(await other.text(), /Periksa pratinjaunya/)
    const forged = await set.open(place, text.replace('dirujuk', 'sembuh'))
    assert.match(await forged.text(), /Di luar tanda, teksnya harus tetap seperti aslinya[\s\S]*dirujuk/)
    const open = await set.open(place, fieldOf(await set.form(place)))
    assert.match(await open.text(), /Beri tanda sedikitnya satu bagian/)
  })

  test('D6 e: a version is read again; what was overlooked counts, with its row, until someone answers for it', async () => {
    const at = set.site.time.now.toISOString().slice(0, 10)
    const evaluator = { kind: 'job', job: 'evaluate', classes: ['public', 'members'] } as const
    const observe = () =>
      readAs(set.db.jobs, evaluator, set.site.time.now, async (tx) => {
        const span = { from: at, to: at }
        return stillInReleased.observe(tx, {
          programmeId: set.programmeId,
          at,
          window: span,
          previous: span,
          calendar: await readCalendar(tx),
        })
      })
    const place = await set.withheldFile(
      textPdf({ pages: [{ text: `Pasien ${secret}, surel budi.santoso@contoh.id` }] }),
      'a.pdf',
    )
    const marks = marked(fieldOf(await set.form(place)))
    const sent = await set.open(place, marks, { _notPersonal: 'Alamat resmi dinas' })
    assert.equal(sent.status, 303)
    const forgets =
      'alter table personal_data_confirmations disable trigger append_only; delete from personal_data_confirmations'
    const deps = { jobs: set.db.jobs, files: set.site.deps.files, clock: () => set.site.time.now }
    assert.ok((await scanReleasedFiles(deps, 1)) > 0)
    assert.equal(await scanReleasedFiles(deps, 1), 0)
    const passed = await observe()
    assert.equal(passed.kind === 'observed' && passed.value, 0, 'the decider has answered for it')
    await set.db.admin.pool.query(forgets)
    assert.ok((await scanReleasedFiles(deps, 2)) > 0)
    const known = await observe()
    assert.equal(known.kind === 'observed' && known.value, 1)
    const counted = known.kind === 'observed' ? known.rows.filter((row) => row.counted) : []
    const described = await readAs(set.db.jobs, evaluator, set.site.time.now, (tx) =>
      classificationRows
        .find((one) => one.kind === 'file-redaction')!
        .describe(
          tx,
          counted.map((row) => row.id),
        ),
    )
    assert.deepEqual(
      [...described.values()].map((one) => one.url),
      [sent.headers.get('location')],
    )
    const { rows } = await set.db.admin.pool.query('select id from open_text_findings')
    await set.done(letFindingPass, { id: rows[0].id, reason: 'Alamat resmi dinas' }, set.actors.informationOfficer)
    const answered = await observe()
    assert.equal(answered.kind === 'observed' && answered.value, 0)
  })

  test('what was overlooked is asked about before it is open', async () => {
    const pdf = textPdf({ pages: [{ text: `Pasien ${secret}, telepon 0812-3456-7890` }] })
    const place = await set.withheldFile(pdf, 'a.pdf')
    const sent = await set.open(place, marked(fieldOf(await set.form(place))))
    assert.equal(sent.status, 422)
    assert.match(await sent.text(), /nomor telepon “0812-3456-7890”/)
  })
})
