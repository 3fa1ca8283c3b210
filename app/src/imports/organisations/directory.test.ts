import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countryOf } from '../countries.ts'
import { Directory, type Known } from './directory.ts'

const known = (id: string, name: string, more: Partial<Known> = {}): Known => ({
  id,
  name,
  acronym: null,
  names: [],
  country: 'ID',
  mergedInto: null,
  dissolved: false,
  party: false,
  ...more,
})

test('a body is found by its name however it is spelled, by a former name, and by its short form', () => {
  const directory = new Directory([
    known('trade', 'Ministry of Trade, Industry and Energy', {
      acronym: 'MOTIE',
      names: [{ name: 'Ministry of Knowledge Economy', acronym: false }],
    }),
  ])
  for (const name of ['the MINISTRY of trade, industry & energy', 'Ministry of Knowledge Economy', 'MOTIE'])
    assert.deepEqual(directory.find(name, null), {
      kind: 'one',
      id: 'trade',
      by: 'name',
      name: 'Ministry of Trade, Industry and Energy',
    })
  assert.equal(directory.find('Motie', null).kind, 'none')
})

test('the same name in another country is another body', () => {
  const directory = new Directory([
    known('al', 'Ministry of Justice', { country: 'AL' }),
    known('ge', 'Ministry of Justice', { country: 'GE' }),
  ])
  const of = (country: string) => directory.find('Ministry of Justice', country)
  assert.deepEqual(
    [of('AL'), of('GE')].map((match) => match.kind === 'one' && match.id),
    ['al', 'ge'],
  )
  assert.equal(of('GH').kind, 'none')
})

test('of two bodies with one name the party counts, then the one that still exists; else a person decides', () => {
  const twins = (one: Partial<Known>, other: Partial<Known>) =>
    new Directory([known('a', 'Bappeda', one), known('b', 'Bappeda', other)]).find('Bappeda', null)
  const idOf = (match: ReturnType<typeof twins>) => (match.kind === 'one' ? match.id : match.kind)
  assert.equal(idOf(twins({}, { party: true })), 'b')
  assert.equal(idOf(twins({ dissolved: true }, {})), 'b')
  assert.equal(idOf(twins({}, {})), 'several')
})

test('a merged body leads to the one it was merged into, also in a circle', () => {
  const directory = new Directory([
    known('old', 'Dinas Sosial', { mergedInto: 'new' }),
    known('new', 'Dinas Sosial dan Desa'),
    known('x', 'Kantor X', { mergedInto: 'y' }),
    known('y', 'Kantor Y', { mergedInto: 'x' }),
  ])
  const found = directory.find('Dinas Sosial', null)
  assert.ok(found.kind === 'one' && found.id === 'new')
  assert.equal(directory.find('Kantor X', null).kind, 'one')
})

test('a party is known without its place, any other body is not', () => {
  const name = 'Dinas Kesehatan Kabupaten Mekarsari'
  assert.deepEqual(new Directory([known('d', name, { party: true })]).find('Dinas Kesehatan', null), {
    kind: 'one',
    id: 'd',
    by: 'party',
    name,
  })
  assert.equal(new Directory([known('d', name)]).find('Dinas Kesehatan', null).kind, 'none')
  const longer = new Directory([known('d', 'Dinas Kesehatan Hewan', { party: true })])
  assert.equal(longer.find('Dinas Kesehatan', null).kind, 'none')
})

test('countries are known by their names in Indonesian and English, and by that of a city in them; others stay words', () => {
  const codes = {
    Indonesia: 'ID',
    Jerman: 'DE',
    'Republic of Korea': 'KR',
    'Kyrgyz Republic': 'KG',
    'Côte d’Ivoire': 'CI',
    'Buenos Aires, Argentina': 'AR',
    'Scotland, United Kingdom': 'GB',
    Narnia: 'Narnia',
  }
  for (const [name, code] of Object.entries(codes)) assert.equal(countryOf(name), code, name)
})
