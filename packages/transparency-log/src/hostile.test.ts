import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  decodeBundle,
  encodeBundle,
  formatAddCheckpoint,
  formatReceipt,
  openCheckpoint,
  parseAddCheckpoint,
  parseCanonicalJson,
  parseDisclosure,
  parsePolicy,
  parseReceipt,
  parseSkey,
  parseVkey,
} from './index.ts'
import { decodeState } from './log-state.ts'
import { keyOf, logKey } from './naive.fixture.ts'

const foreign = JSON.parse(readFileSync(new URL('./foreign-note.fixture.json', import.meta.url), 'utf8'))
const note = Buffer.from(foreign.note)
const { log, witness, postQuantum } = foreign.vkeys
const keys = [witness, postQuantum].map(parseVkey)
const proof = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')

/** What comes from outside, each with a good example: the reader gives a value or an Error that says what is wrong. */
const READERS: { name: string; good: Uint8Array; read: (bytes: Uint8Array) => unknown }[] = [
  { name: 'note', good: note, read: (bytes) => openCheckpoint(bytes, [logKey.verifier], keys) },
  { name: 'receipt', good: formatReceipt({ index: 7, proof, checkpoint: note, extra: proof[0]! }), read: parseReceipt },
  { name: 'request', good: formatAddCheckpoint({ old: 7, proof, checkpoint: note }), read: parseAddCheckpoint },
  { name: 'policy', good: Buffer.from(`log ${log}\nwitness w ${witness}\ngroup g 1 w\nquorum g\n`), read: parsePolicy },
  { name: 'bundle', good: encodeBundle([Buffer.from('a'), Buffer.from('bc')]), read: decodeBundle },
  { name: 'vkey', good: Buffer.from(postQuantum), read: (bytes) => parseVkey(text(bytes)) },
  { name: 'skey', good: Buffer.from('PRIVATE+KEY+a+00000000+AQ=='), read: (bytes) => parseSkey(text(bytes)) },
  { name: 'head', good: Buffer.from(`pending 3\n${foreign.text}\n\0\u0001a`), read: decodeState },
  { name: 'JSON', good: Buffer.from('{"a":[1,"b",null]}'), read: parseCanonicalJson },
  {
    name: 'disclosure',
    good: Buffer.from('{"recordId":"r","name":"n","value":"v"}'),
    read: (bytes) => parseDisclosure(text(bytes)),
  },
]

function mutate(good: Uint8Array, at: number, kind: number, filling: Uint8Array): Uint8Array {
  const place = at % (good.length + 1)
  const [start, end] = [good.subarray(0, place), good.subarray(place)]
  if (kind === 0) return Buffer.concat([start, filling, end])
  if (kind === 1) return Buffer.concat([start, filling, end.subarray(filling.length)])
  if (kind === 2) return Buffer.concat([start, end.subarray(filling.length)])
  return Buffer.concat([start, end, start])
}

for (const { name, good, read } of READERS) {
  test(`a damaged ${name} is read or refused with a reason, never with an accident`, () => {
    const filling = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.constantFrom('\n', '\n\n', ' ', '\0', '— ', '=', '+', '0').map((s) => Buffer.from(s)),
    )
    const property = fc.property(fc.nat(), fc.integer({ min: 0, max: 3 }), filling, (at, kind, bytes) => {
      try {
        read(mutate(good, at, kind, bytes))
      } catch (error) {
        const reason = error instanceof SyntaxError || (error as Error).constructor === Error
        assert.ok(reason && (error as Error).message !== '', String(error))
      }
    })
    fc.assert(property, { numRuns: 300 })
  })
}

test('signatures of any length under a known key are wrong, not an accident', () => {
  for (const key of [logKey, keyOf('w.example', 'cosignature', 2), keyOf('w.example', 'ml-dsa-44', 3)]) {
    const { name, id } = key.verifier
    for (const length of [1, 7, 8, 9, 63, 64, 65, 71, 72, 73, 2419, 2420, 2427, 2428, 2429, 5000]) {
      const line = `— ${name} ${Buffer.concat([Buffer.from(id, 'hex'), Buffer.alloc(length, 1)]).toString('base64')}\n`
      assert.throws(
        () => openCheckpoint(Buffer.from(`${foreign.text}\n${line}`), [key.verifier]),
        /is wrong/,
        `${length}`,
      )
    }
  }
})
