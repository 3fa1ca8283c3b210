import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { documentPaths } from '#modules/documents/paths.ts'
import { textPdf } from '#modules/documents/testing/pdf-fixtures.ts'
import { blackenEverywhere } from './file-redaction.ts'
import { openWords } from './redaction.ts'
import { foundAgain } from './repeats.ts'
import { fileStage } from './testing/file-stage.ts'

test('words are found again in other case, over lines and pages, and cut by a hyphen at the end of a line', () => {
  const same: [string, string[]][] = [
    [
      'Ni Luh Sumiati',
      [
        'ni luh  sumiati',
        'Ni\nLuh Sumi-\nati',
        'Ni Luh Su-  \n   miati',
        'Ni Luh\n\n[Halaman 2]\nSumiati',
        'Ni Luh Sumi\u00adati',
      ],
    ],
    ['Sumiati', ['Sumi-\n\n[Halaman 3]\nati', 'S-\nu-\nmiati', 'Sumi\u2010\nati', 'Sumi\u00ad\nati', '(Sumiati)']],
    ['Sumi-\nati', ['Sumiati', 'SUMIATI', 'Su-\nmiati', 'Sumi-ati']],
    ['anak-anak', ['anak-anak', 'Anak-\nanak', 'anak\u2011anak']],
    ['081-234', ['081-234', '081-\n234', '0-\n81-234']],
    ['a.b*c(', ['a.b*c(']],
  ]
  for (const [words, places] of same)
    for (const place of places) assert.match(`x ${place} y`, foundAgain(words), JSON.stringify([words, place]))
  const other: [string, string[]][] = [
    ['Sumiati', ['Sumiatin', 'Su-miati', 'Su miati', 'Sumi\nati', 'rSumiati']],
    ['anak-anak', ['anak anak', 'anakanak']],
  ]
  for (const [words, places] of other)
    for (const place of places) assert.doesNotMatch(`x ${place} y`, foundAgain(words), JSON.stringify([words, place]))
})

test('wherever a line cuts a marked word, none of it is left', () => {
  const letters = fc.stringMatching(/^[A-Za-zé]{5,12}$/)
  const cuts = fc.constantFrom('-\n', '- \n  ', '\u00ad', '\u2010\n', '-\n\n[Halaman 7]\n')
  fc.assert(
    fc.property(letters, fc.nat({ max: 10 }), cuts, (word, at, cut) => {
      const place = 1 + (at % (word.length - 1))
      const cutWord = word.slice(0, place) + cut + word.slice(place)
      const left = openWords(blackenEverywhere(`[[h: ${word}]] ; ${cutWord} .`)!)
      assert.equal(left.replace(/\s/g, ''), ';.')
    }),
  )
})

test('a text of nothing but ends of lines is looked through at once', () => {
  const began = performance.now()
  assert.doesNotMatch(`Sumi-${' \n'.repeat(60_000)}x${'-\n'.repeat(30_000)}`, foundAgain('Sumiati Wartini'))
  assert.ok(performance.now() - began < 1_000)
})

test('a PDF and a text whose lines cut the name are opened without it; of a file that was taken back is said why not', async () => {
  const set = await fileStage()
  const place = await set.withheldFile('Pasien Sumiati dirujuk.\nKeterangan Sumi-\nati dicatat.\n', 'a.txt')
  const released = await set.opened(place, 'Pasien [[h: Sumiati]] dirujuk.\nKeterangan Sumi-\nati dicatat.')
  const { bytes } = await set.fileBytes(released)
  assert.doesNotMatch(bytes.toString(), /Sumi|ati /)
  const pdf = await set.withheldFile(
    textPdf({ pages: [{ text: 'Pasien Sumiati.\nLalu Sumi-\nati pulang.' }] }),
    'b.pdf',
  )
  const html = await set.form(pdf)
  const text = html.match(/<textarea[^>]*name="marks"[^>]*>\n?([\s\S]*?)<\/textarea>/)![1]!
  assert.match(text, /Sumi-\nati/)
  const opened = await set.opened(pdf, text.replace('Sumiati', '[[h: Sumiati]]'))
  assert.equal((await set.fileBytes(opened)).status, 200)

  const withdrawal = await set.site.post(
    documentPaths.withdrawal(place.document),
    { reason: 'Salah' },
    { as: set.actors.head },
  )
  assert.equal(withdrawal.status, 303)
  for (const answer of [await set.form(place), await (await set.open(place, '[[h: Sumiati]]')).text()])
    assert.match(answer, /Berkas aslinya sudah ditarik[\s\S]*Lampirkan lagi/)
  const stranger = await set.open(place, '[[h: Sumiati]]', {}, set.actors.otherHead)
  assert.doesNotMatch(await stranger.text(), /sudah ditarik/)
})
