import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { corpus } from './corpus.fixture.ts'
import { inKnownDistrict } from './identity-number.ts'
import { findPersonalData, isFamilyCardNumber, isIdentityNumber, smallCells } from './index.ts'
import { scoresOf } from './score.fixture.ts'

const kindsIn = (text: string) => findPersonalData(text).map((hit) => `${hit.kind}: ${text.slice(hit.start, hit.end)}`)

describe('identity numbers', () => {
  test('region, day of birth and serial decide; forty more is a woman’s day', () => {
    assert.ok(isIdentityNumber('3302015208900003'))
    assert.ok(isIdentityNumber('3302011208900003'))
    for (const [number, why] of [
      ['3302011208900000', 'serial'],
      ['3302997208900003', 'day 72'],
      ['3302013208900003', 'day 32'],
      ['3302011213900003', 'month 13'],
      ['3302013002900003', '30 February'],
      ['3302012902910003', '29 February of a common year'],
      ['9902011208900003', 'province'],
      ['3302991208900003', 'district'],
      ['330201120890003', 'length'],
    ])
      assert.ok(!isIdentityNumber(number!), why)
    assert.ok(!isFamilyCardNumber('3302015208900003'), 'a card is issued on a real day')
  })

  test('the districts are those of the territories that the project has', () => {
    const source = dirname(createRequire(import.meta.url).resolve('idn-area-data/package.json'))
    const codes = readFileSync(join(source, 'data/districts.csv'), 'utf8')
      .split('\n')
      .slice(1)
      .flatMap((line) => line.match(/^[\d.]{8}/)?.[0].replaceAll('.', '') ?? [])
    assert.equal(codes.length, 7285)
    assert.deepEqual(
      codes.filter((code) => !inKnownDistrict(code)),
      [],
    )
  })
})

describe('what is found', () => {
  test('precision and recall on the seeded corpus, its hard negatives among them', () => {
    const { all, byKind } = scoresOf(corpus(6_000, 41))
    assert.ok(all.precision >= 0.95, `precision ${all.precision}`)
    assert.ok(all.recall >= 0.9, `recall ${all.recall}`)
    for (const [kind, score] of byKind)
      assert.ok(score.recall >= 0.7 && score.precision >= 0.9, `${kind} ${JSON.stringify(score)}`)
  })

  test('numbers of things, statistics and posts are let pass', () => {
    for (const text of [
      'Kode rekening 5.1.02.01.01.0024 sebesar Rp 1.250.000.000.',
      'Keputusan Nomor 188/117/2025 tanggal 17-08-2025, pukul 08.30.',
      'Jumlah kasus TBC turun 12 persen; ibu hamil dan Ibu Kota disebut.',
      'Bapak Bupati dan Ibu Ketua PKK hadir di Jalan Ibu Inggit.',
      'Faktur 3302011208900003 lunas.',
      'Surel humas@mekarsari.example.',
    ])
      assert.deepEqual(kindsIn(text), [], text)
  })

  test('health is personal beside a person, in words or code', () => {
    assert.deepEqual(kindsIn('Ibu Siti Aminah mengidap HIV sejak 2024.'), ['name: Ibu Siti Aminah', 'health: HIV'])
    assert.deepEqual(kindsIn('Diagnosis A15.0 di rujukan.'), ['health: A15.0'])
  })

  test('any text is read in good time, hits lie inside it and do not overlap', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ unit: 'binary' }),
            fc.constantFrom('0812 3456 7890', 'Ibu Siti', '3302 0152 0890 0003', 'TBC', '-7.123456, 110.123456'),
          ),
        ),
        (parts) => {
          const text = parts.join(' ')
          const hits = findPersonalData(text, 0)
          for (const [index, hit] of hits.entries()) {
            assert.ok(hit.start >= 0 && hit.start < hit.end && hit.end <= text.length)
            assert.ok(index === 0 || hits[index - 1]!.end <= hit.start)
          }
        },
      ),
    )
    const began = performance.now()
    for (const text of [
      '1 '.repeat(50_000),
      'a.'.repeat(50_000),
      `${'Ibu Aa '.repeat(20_000)}`,
      `${'a@'.repeat(50_000)}`,
    ])
      findPersonalData(text)
    assert.ok(performance.now() - began < 20_000)
  })
})

describe('small cells', () => {
  const table = fc.array(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 4, maxLength: 4 }), {
    minLength: 2,
    maxLength: 6,
  })

  test('no count of one to four is shown, and none can be had from the sums of its row and column', () => {
    fc.assert(
      fc.property(table, (counts) => {
        const { cells } = smallCells(counts)
        for (const row of cells) for (const value of row) assert.ok(value === null || value === 0 || value >= 5)
        for (const row of cells) assert.notEqual(row.filter((value) => value === null).length, 1)
        for (const x of cells[0]!.keys()) assert.notEqual(cells.filter((row) => row[x] === null).length, 1)
      }),
    )
    assert.deepEqual(
      smallCells([
        [9, 0],
        [7, 12],
      ]).primary,
      0,
    )
  })
})
