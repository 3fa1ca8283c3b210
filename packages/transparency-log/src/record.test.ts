import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  createLog,
  type Disclosure,
  erasureEntry,
  fieldDigest,
  formatDisclosure,
  isDisclosureOf,
  MemoryStorage,
  nothingChecked,
  openCheckpoint,
  parseDisclosure,
  parseReceipt,
  redactionEntry,
  sealRecord,
  verifyLog,
  verifyReceipt,
} from './index.ts'
import { logKey, NOW, ORIGIN } from './naive.fixture.ts'

/** Different bytes at every call, the same in every run: tests may not hang on chance. */
function counting() {
  let calls = 0
  return (count: number) => createHash('sha512').update(`${calls++}`).digest().subarray(0, count)
}

const draft = {
  recordId: 'r-1',
  classification: 'terbatas',
  basis: 'UU14/2008:17.h',
  fields: { kind: 'decision', day: '2026-01-01' },
  hidden: [
    { name: 'nik', value: '3171234101900001' },
    { name: 'name', value: 'Siti Rahayu' },
  ],
}

const text = (entry: Uint8Array) => Buffer.from(entry).toString('utf8')

test('a commitment is the digest that trust.md spells out, byte for byte', () => {
  const salt = Buffer.alloc(32, 7)
  const bytes = Buffer.concat([
    Buffer.from('mufakat/field/v1\0'),
    Buffer.from([0, 3]),
    Buffer.from('r-1'),
    Buffer.from([0, 5]),
    Buffer.from('n\u00e4me'),
    salt,
    Buffer.from([0, 0, 0, 4]),
    Buffer.from('Siti'),
  ])
  const digest = createHash('sha256').update(bytes).digest()
  assert.deepEqual(Buffer.from(fieldDigest({ recordId: 'r-1', name: 'n\u00e4me', salt, value: 'Siti' })), digest)
  assert.throws(() => fieldDigest({ recordId: 'r', name: 'n', salt: Buffer.alloc(16), value: '' }), /32 bytes/)
  assert.throws(() => fieldDigest({ recordId: 'r'.repeat(65_536), name: 'n', salt, value: '' }), /too long/)
})

test('moving a character between record, name and value gives another commitment', () => {
  const salt = Buffer.alloc(32)
  const part = fc.string({ maxLength: 4, unit: 'grapheme-ascii' })
  const parts = fc.tuple(part, part, part)
  const digest = ([recordId, name, value]: [string, string, string]) =>
    fieldDigest({ recordId, name, salt, value }).toString()
  const property = fc.property(parts, parts, (a, b) =>
    assert.equal(digest(a) === digest(b), a.join('\0') === b.join('\0')),
  )
  fc.assert(property, { numRuns: 500 })
})

test('the public entry is canonical, holds no hidden value, and its commitments are sorted and padded to 4, 8 or 16', () => {
  const { entry } = sealRecord(draft, counting())
  const { c, ...rest } = JSON.parse(text(entry))
  assert.deepEqual(rest, { basis: draft.basis, classification: draft.classification, fields: draft.fields })
  assert.ok(!text(entry).includes('3171234101900001') && !text(entry).includes('Siti') && !text(entry).includes('nik'))
  assert.deepEqual(c, [...c].sort())
  for (const [count, room] of [
    [0, 0],
    [1, 4],
    [4, 4],
    [5, 8],
    [9, 16],
    [16, 16],
  ] as const) {
    const hidden = Array.from({ length: count }, (_, at) => ({ name: `f${at}`, value: 'v' }))
    const sealed = JSON.parse(text(sealRecord({ ...draft, hidden }, counting()).entry))
    assert.equal(new Set(sealed.c).size, room)
    for (const digest of sealed.c) assert.equal(Buffer.from(digest, 'base64').length, 32)
  }
  const many = Array.from({ length: 17 }, (_, at) => ({ name: `f${at}`, value: 'v' }))
  assert.throws(() => sealRecord({ ...draft, hidden: many }, counting()), /at most 16/)
  assert.throws(() => sealRecord({ ...draft, hidden: [draft.hidden[0]!, draft.hidden[0]!] }, counting()), /twice/)
  assert.throws(() => sealRecord({ ...draft, fields: { a: 'x'.repeat(70_000) } }, counting()), /at most 65535/)
})

test('the same field in two versions has two commitments', () => {
  const random = counting()
  const [one, two] = [sealRecord(draft, random), sealRecord(draft, random)]
  assert.notDeepEqual(one.entry, two.entry)
  assert.ok(!isDisclosureOf(two.entry, one.disclosures[0]!))
})

test('a disclosure shows its field and nothing else; any change of it is found', () => {
  const { entry, disclosures } = sealRecord(draft, counting())
  const [nik] = disclosures as [Disclosure]
  for (const disclosure of disclosures) assert.ok(isDisclosureOf(entry, parseDisclosure(formatDisclosure(disclosure))))
  const changed = [
    { ...nik, value: '3171234101900002' },
    { ...nik, name: 'name' },
    { ...nik, recordId: 'r-2' },
    { ...nik, salt: Buffer.alloc(32) },
  ]
  for (const disclosure of changed) assert.ok(!isDisclosureOf(entry, disclosure))
  for (const other of ['{}', '[]', 'null', 'text', '{"c":"x"}']) assert.ok(!isDisclosureOf(Buffer.from(other), nik))
  for (const wrong of ['null', '{}', '{"recordId":1}', 'x', formatDisclosure(nik).replace('"salt":"', '"salt":"A')]) {
    assert.throws(() => parseDisclosure(wrong), wrong)
  }
})

test('without its salt a field of sixteen digits is not found by trying: all numbers of a district and birth date', () => {
  const { entry, disclosures } = sealRecord(draft, counting())
  const commitments = new Set<string>(JSON.parse(text(entry)).c)
  const guess = (salt: Uint8Array, serial: number) => {
    const value = `317123410190${String(serial).padStart(4, '0')}`
    return Buffer.from(fieldDigest({ recordId: 'r-1', name: 'nik', salt, value })).toString('base64')
  }
  const serials = Array.from({ length: 10_000 }, (_, serial) => serial)
  assert.ok(
    serials.some((serial) => commitments.has(guess(disclosures[0]!.salt, serial))),
    'with the salt it is found',
  )
  assert.ok(!serials.some((serial) => commitments.has(guess(Buffer.alloc(32), serial))))
})

test('a record is redacted, then erased: receipts from before and after stay valid, no tile holds the data', async () => {
  const storage = new MemoryStorage()
  const log = await createLog({ storage, origin: ORIGIN, signers: [logKey] }, NOW)
  const open = (bytes: Uint8Array) => openCheckpoint(bytes, [logKey.verifier])
  const { entry, disclosures } = sealRecord(draft, counting())
  await log.append([entry], NOW)
  const before = await log.receipt(0, NOW)
  const commitments = [fieldDigest(disclosures[0]!)]
  const decision = {
    entry: 0,
    basis: 'UU14/2008:17.h',
    decider: 'PPID',
    expires: '2031-01-01',
    appeal: 'https://ki.example.id',
  }
  await log.append([redactionEntry({ ...decision, commitments }), erasureEntry(2)], NOW + 1)
  const after = await log.receipt(0, NOW + 1)
  for (const receipt of [before, after]) verifyReceipt(parseReceipt(receipt), entry, open)
  const source = { read: (path: string) => storage.read(path) }
  const { checkpoint } = await verifyLog(
    source,
    open,
    nothingChecked(),
    open(parseReceipt(before).checkpoint).checkpoint,
  )
  assert.equal(checkpoint.size, 3)
  const everything = Buffer.concat([...storage.objects.values()]).toString('latin1')
  for (const secret of ['3171234101900001', 'Siti', 'nik']) assert.ok(!everything.includes(secret))
  const [redaction, erasure] = [redactionEntry({ ...decision, commitments }), erasureEntry(2)].map((e) =>
    JSON.parse(text(e)),
  )
  assert.deepEqual(redaction, { type: 'redaction', ...decision, c: [Buffer.from(commitments[0]!).toString('base64')] })
  assert.deepEqual(erasure, { type: 'erasure', count: 2 })
})

test('a redaction without an end and an erasure of nothing are refused', () => {
  const decision = { entry: 0, commitments: [], basis: 'b', decider: 'd', appeal: 'a' }
  assert.throws(() => redactionEntry({ ...decision, expires: 'never' }), /YYYY-MM-DD/)
  for (const count of [0, -1, 1.5, Number.NaN]) assert.throws(() => erasureEntry(count), /counts/)
})
