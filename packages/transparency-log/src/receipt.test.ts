import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import {
  createLog,
  formatReceipt,
  MemoryStorage,
  openCheckpoint,
  parseReceipt,
  type TransparencyLog,
  verifyReceipt,
} from './index.ts'
import { entriesOf, keyOf, logKey, NOW, ORIGIN } from './naive.fixture.ts'

let log: TransparencyLog
const entries = entriesOf(300)
const open = (bytes: Uint8Array) => openCheckpoint(bytes, [logKey.verifier])

before(async () => {
  log = await createLog({ storage: new MemoryStorage(), origin: ORIGIN, signers: [logKey] }, NOW)
  await log.append(entries, NOW)
})

test('the receipt of every entry verifies with its entry and with no other', async () => {
  for (let index = 0; index < 300; index++) {
    const receipt = parseReceipt(await log.receipt(index, NOW))
    assert.equal(verifyReceipt(receipt, entries[index]!, open).checkpoint.size, 300)
    assert.throws(() => verifyReceipt(receipt, entries[(index + 1) % 300]!, open), /is not number/)
    assert.throws(() => verifyReceipt({ ...receipt, index: (index + 1) % 300 }, entries[index]!, open), /is not number/)
  }
})

test('a receipt is the text of the specification and reads back byte for byte', async () => {
  const bytes = Buffer.from(await log.receipt(299, NOW))
  const lines = bytes.toString().split('\n')
  assert.deepEqual(lines.slice(0, 2), ['c2sp.org/tlog-proof@v1', 'index 299'])
  assert.equal(lines[lines.indexOf('') + 1], ORIGIN)
  assert.deepEqual(Buffer.from(formatReceipt(parseReceipt(bytes))), bytes)
  const extra = Buffer.from('out of band')
  const withExtra = Buffer.from(formatReceipt({ ...parseReceipt(bytes), extra }))
  assert.equal(withExtra.toString().split('\n')[1], `extra ${extra.toString('base64')}`)
  assert.deepEqual(parseReceipt(withExtra).extra, extra)
  verifyReceipt(parseReceipt(withExtra), entries[299]!, open)
})

test('a log of one entry has a receipt without hashes', async () => {
  const one = await createLog({ storage: new MemoryStorage(), origin: ORIGIN, signers: [logKey] }, NOW)
  await one.append([Buffer.from('only')], NOW)
  const receipt = parseReceipt(await one.receipt(0, NOW))
  assert.equal(receipt.proof.length, 0)
  verifyReceipt(receipt, Buffer.from('only'), open)
})

test('every line of a receipt that is changed, missing or malformed is refused', async () => {
  const text = Buffer.from(await log.receipt(7, NOW)).toString()
  const lines = text.split('\n')
  const accepted = (changed: string) => {
    try {
      verifyReceipt(parseReceipt(Buffer.from(changed)), entries[7]!, open)
      return true
    } catch {
      return false
    }
  }
  assert.ok(accepted(text))
  for (let at = 0; at < lines.length - 1; at++) {
    assert.ok(!accepted(lines.filter((_, n) => n !== at).join('\n')), `without line ${at + 1}`)
    assert.ok(!accepted(lines.toSpliced(at, 0, 'x').join('\n')), `with a line before ${at + 1}`)
    assert.ok(
      !accepted(lines.map((line, n) => (n === at ? `${line} ` : line)).join('\n')),
      `space after line ${at + 1}`,
    )
  }
  const wrong: [string, string][] = [
    ['index 7', 'index 07'],
    ['index 7', 'index -7'],
    ['index 7', 'index 8'],
    ['index 7', `index ${2 ** 64}`],
    ['index 7', 'extra \nindex 7'],
    ['index 7', 'extra !\nindex 7'],
    ['index 7', 'extra YQ==\nextra YQ==\nindex 7'],
    ['@v1', '@v2'],
    ['\n', '\r\n'],
  ]
  for (const [from, to] of wrong) assert.ok(!accepted(text.replace(from, to)), to)
  assert.throws(
    () => parseReceipt(Buffer.from(text.replace('index 7', `index 7\n${`${lines[2]}\n`.repeat(63).trim()}`))),
    /more than 63/,
  )
  assert.throws(() => parseReceipt(Buffer.of(0xff)), /UTF-8/)
})

test('a checkpoint of another key does not carry a receipt', async () => {
  const receipt = parseReceipt(await log.receipt(7, NOW))
  const stranger = keyOf(ORIGIN, 'ed25519', 9).verifier
  assert.throws(() => verifyReceipt(receipt, entries[7]!, (bytes) => openCheckpoint(bytes, [stranger])), /no signature/)
})
