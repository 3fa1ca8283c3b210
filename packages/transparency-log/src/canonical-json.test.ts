import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalJson, type Json, parseCanonicalJson } from './index.ts'

const write = (value: unknown) => Buffer.from(canonicalJson(value as Json)).toString('utf8')

/** A double from its 64 bits, as RFC 8785, appendix B, lists its samples. */
function double(hex: string): number {
  return Buffer.from(hex, 'hex').readDoubleBE()
}

test('numbers are written as RFC 8785, appendix B, lists them', () => {
  const samples: [string, string][] = [
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ]
  for (const [bits, text] of samples) assert.equal(write(double(bits)), text, bits)
})

test('what JSON cannot carry is refused', () => {
  const wrong = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, undefined, 1n, Symbol('a'), () => 1]
  for (const value of wrong) assert.throws(() => write(value))
  for (const value of wrong) assert.throws(() => write({ a: [value] }))
  const classes = [new Date(0), new Map([['a', 1]]), Buffer.from('a'), Object(1)]
  for (const value of classes) assert.throws(() => write(value), /cannot write/)
  assert.throws(() => write('\ud800'), /surrogate/)
  assert.throws(() => write({ '\udc00': 1 }), /surrogate/)
  assert.throws(() => write(Array(1)), /cannot write/)
  let deep: Json = 0
  for (let n = 0; n < 200_000; n++) deep = [deep]
  assert.throws(() => write(deep), /nested deeper than 100/)
})

test('strings escape only what RFC 8785 escapes', () => {
  assert.equal(write('\u20ac$\u000f\u000aA\'B"\\\\"/'), '"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"')
  assert.equal(write('\b\t\n\f\r\u0000\u001f\u007f\u2028\u2029'), '"\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\u2028\u2029"')
  assert.equal(write('\u{1f600}\ufb33'), '"\u{1f600}\ufb33"')
})

test('names are sorted by UTF-16 code units, as in RFC 8785, section 3.2.3', () => {
  const value = {
    '\u20ac': 'Euro',
    '\r': 'CR',
    '\ufb33': 'Dalet',
    '1': 'One',
    '\u{1f600}': 'Emoji',
    '\u0080': 'Control',
    '\u00f6': 'o',
  }
  const order = ['CR', 'One', 'Control', 'o', 'Euro', 'Emoji', 'Dalet']
  assert.deepEqual(
    Object.values(JSON.parse(write(value))).filter((name) => name !== 'One'),
    order.filter((name) => name !== 'One'),
  )
  assert.ok(write(value).startsWith('{"\\r":"CR","1":"One",'))
  assert.ok(write(value).endsWith('"\u{1f600}":"Emoji","\ufb33":"Dalet"}'))
  assert.equal(
    write({ b: 1, a: { d: [], c: {} }, aa: null, A: true }),
    '{"A":true,"a":{"c":{},"d":[]},"aa":null,"b":1}',
  )
})

test('names of prototypes are names like others', () => {
  const text = '{"__proto__":1,"constructor":{"toString":2},"toJSON":3}'
  assert.equal(write(JSON.parse(text)), text)
  assert.deepEqual(Object.keys(parseCanonicalJson(Buffer.from(text)) as object), ['__proto__', 'constructor', 'toJSON'])
})

test('what is written reads back, and its order of names never matters', () => {
  const property = fc.property(fc.jsonValue(), (value) => {
    const text = write(value)
    assert.deepEqual(write(JSON.parse(text)), text)
    assert.deepEqual(parseCanonicalJson(Buffer.from(text)), JSON.parse(text))
    assert.equal(write(reversed(value)), text)
  })
  fc.assert(property, { numRuns: 300 })
})

test('only the canonical form is read: no second spelling, no name twice', () => {
  const wrong = [
    '{"a":1,"a":1}',
    '{"b":1,"a":2}',
    '{ }',
    '[1.0]',
    '[1e2]',
    '["\\u0041"]',
    '["\\/"]',
    '[-0]',
    '{}\n',
    '',
    '\ufeff{}',
  ]
  for (const text of wrong) assert.throws(() => parseCanonicalJson(Buffer.from(text)), text)
  assert.throws(() => parseCanonicalJson(Buffer.of(0x22, 0xff, 0x22)), /UTF-8/)
})

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reversed(member)]),
  )
}
