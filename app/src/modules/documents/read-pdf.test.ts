import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { describe, test } from 'node:test'
import { deflateSync } from 'node:zlib'
import { pdfFile } from './testing/fixtures.ts'
import { stream, textPdf } from './testing/pdf-fixtures.ts'
import { pagesOfPdf } from './text-layer/read-pdf.ts'
import { TextFault, type TextFaultCode } from './text-layer/text-fault.ts'

const read = (pdf: Buffer) => pagesOfPdf(Readable.from([pdf]))
const refuses = (pdf: Buffer, code: TextFaultCode) =>
  assert.rejects(read(pdf), (error) => error instanceof TextFault && error.code === code)

describe('the text of a PDF', () => {
  test('is read page by page, in packed streams too', async () => {
    const pdf = textPdf({ packed: true, pages: [{ text: 'Halaman satu\nbaris dua' }, { text: 'Halaman lain' }] })
    assert.deepEqual(await read(pdf), ['Halaman satu\nbaris dua', 'Halaman lain'])
    assert.deepEqual(await read(pdfFile()), [''])
  })

  test('more pages or letters than anyone marks by hand are refused', async () => {
    await refuses(textPdf({ pages: Array.from({ length: 201 }, () => ({ text: 'x' })) }), 'too-long')
    const full = { text: Array.from({ length: 50 }, () => 'kata '.repeat(18)).join('\n') }
    await refuses(textPdf({ packed: true, pages: Array.from({ length: 30 }, () => full) }), 'too-long')
    const promised = textPdf({ pages: [{ text: 'x' }] })
      .toString('latin1')
      .replace('/Count 1', '/Count 9999999')
    assert.deepEqual(await read(Buffer.from(promised, 'latin1')), ['x'])
  })

  test('what is damaged or locked is refused, and the next one is read', async () => {
    await refuses(Buffer.from('%PDF-1.7\nnothing\nstartxref\n0\n%%EOF'), 'broken')
    await refuses(Buffer.alloc(0), 'broken')
    const locked = textPdf({ pages: [{ text: 'x' }] })
      .toString('latin1')
      .replace(
        '/Root 1 0 R',
        `/Root 1 0 R /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`,
      )
    await refuses(Buffer.from(locked, 'latin1'), 'encrypted')
    const looped = textPdf({ pages: [{ text: 'x' }] })
      .toString('latin1')
      .replace('/Kids [4 0 R]', '/Kids [2 0 R]')
    await refuses(Buffer.from(looped, 'latin1'), 'broken')
    assert.deepEqual(await read(textPdf({ pages: [{ text: 'Baik' }] })), ['Baik'])
  })

  test('a stream that unpacks to gigabytes ends its own process, not the server', async () => {
    const layers = deflateSync(deflateSync(Buffer.alloc(400 * 1024 * 1024, 32), { level: 9 }), { level: 9 })
    const bomb = `<< /Filter [/FlateDecode /FlateDecode] /Length ${layers.length} >>\nstream\n${layers.toString('latin1')}\nendstream`
    const pdf = textPdf({ pages: [{ text: 'x', content: '' }], objects: [bomb] }).toString('latin1')
    const many = pdf.replace('/Contents 5 0 R', `/Contents [${'6 0 R '.repeat(40)}]`)
    const before = process.memoryUsage.rss()
    await refuses(Buffer.from(repaired(many), 'latin1'), 'too-heavy')
    assert.ok(process.memoryUsage.rss() - before < 300 * 1024 * 1024)
    assert.deepEqual(await read(textPdf({ pages: [{ text: 'Baik' }] })), ['Baik'])
  })

  test('drawing that never ends is stopped', async () => {
    const form = stream(
      '/F0 Do /F0 Do',
      false,
      '/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /F0 6 0 R >> >>',
    )
    const pdf = textPdf({ pages: [{ text: '', content: '/F0 Do', extra: '' }], objects: [form] })
    const told = await read(pdf).catch((error) => error)
    assert.ok(told instanceof TextFault || Array.isArray(told))
  })
})

/** Its table of objects written anew, as a change of length moves them; the reader rebuilds it by itself. */
function repaired(pdf: string): string {
  return pdf.replace(/startxref\s+\d+/, 'startxref\n0')
}
