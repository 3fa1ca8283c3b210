import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseFeatures, parsePeople } from './pool.ts'

const quotas = parseFeatures('feature,value,min,max\nage,young,1,2\nage,old,0,3\n', 'features.csv')

test('the newer form with flex bounds and the older form give the same quotas', () => {
  const newer = parseFeatures('feature,value,min,max,min_flex,max_flex\nage,young,1,2,0,3\n', 'f')
  assert.deepEqual(newer, [{ feature: 'age', value: 'young', min: 1, max: 2, minFlex: 0, maxFlex: 3 }])
  const older = parseFeatures('category,feature,min,max\r\nage,young,1,2\r\n', 'f')
  assert.deepEqual(older, [{ ...newer[0]!, maxFlex: Number.MAX_SAFE_INTEGER }])
})

for (const [what, text, message] of [
  ['an empty file', '', /^f: the file is empty/],
  ['only a heading', 'feature,value,min,max\n', /^f line 1: no quota follows/],
  ['a missing column', 'feature,value,min\na,b,1\n', /^f line 1: column "max" is missing$/],
  ['a column twice', 'feature,value,min,max,min\na,b,1,1,1\n', /^f line 1: column "min" is there twice$/],
  ['not a number', 'feature,value,min,max\na,b,NaN,2\n', /^f line 2: min is "NaN": a whole number is expected$/],
  ['a negative number', 'feature,value,min,max\na,b,-1,2\n', /^f line 2: min is "-1"/],
  ['a huge number', 'feature,value,min,max\na,b,1,99999999\n', /^f line 2: max is "99999999"/],
  ['bounds crossed', 'feature,value,min,max\na,b,3,2\n', /^f line 2: expected min_flex ≤ min ≤ max ≤ max_flex$/],
  ['flex inside', 'feature,value,min,max,min_flex,max_flex\na,b,1,2,2,2\n', /^f line 2: expected min_flex/],
  ['a quota twice', 'feature,value,min,max\na,b,1,2\na,b,1,2\n', /^f line 3: a b has a quota in line 2 already$/],
  ['no value', 'feature,value,min,max\na,,1,2\n', /^f line 2: column value is empty$/],
] as const)
  test(`features: ${what} is refused`, () => {
    assert.throws(() => parseFeatures(text, 'f'), { name: 'InputError', message })
  })

for (const [what, text, message] of [
  ['an empty file', '', /^p: the file is empty/],
  ['only a heading', 'id,age\n', /^p line 1: no person follows/],
  ['a missing feature', 'id,sex\n1,f\n', /^p line 1: column "age" is missing$/],
  ['an unknown value', 'id,age\n1,young\n2,Old\n', /^p line 3: age is "Old": expected one of young, old$/],
  ['an id twice', 'id,age\n1,young\n1,old\n', /^p line 3: id "1" is in line 2 already$/],
  ['an empty id', 'id,age\n,young\n', /^p line 2: column id is empty$/],
] as const)
  test(`people: ${what} is refused`, () => {
    assert.throws(() => parsePeople(text, 'p', quotas), { name: 'InputError', message })
  })

test('without an id column people are called by their line in the file', () => {
  const pool = parsePeople('age\nyoung\n\nold\n', 'p', quotas)
  assert.deepEqual(
    pool.people.map(({ id }) => id),
    ['2', '4'],
  )
  assert.equal(pool.numbered, true)
  assert.equal(parsePeople('nationbuilder_id,age\n77,young\n', 'p', quotas).people[0]!.id, '77')
})

test('names like those of built-in properties are names like any other', () => {
  const odd = parseFeatures('feature,value,min,max\n__proto__,constructor,0,1\n', 'f')
  const pool = parsePeople('id,__proto__\n__proto__,constructor\ntoString,constructor\n', 'p', odd)
  assert.deepEqual(
    pool.people.map(({ id, values }) => [id, values]),
    [
      ['__proto__', ['constructor']],
      ['toString', ['constructor']],
    ],
  )
})
