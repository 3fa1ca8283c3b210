import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashRecoveryCode, newRecoveryCode, readRecoveryCode } from './recovery-code.ts'
import { base32, matchedStep, otpauthUri, stepAt, totpCode } from './totp.ts'

const key = Buffer.from('12345678901234567890')

test('codes are those of RFC 6238, appendix B (the last six of its eight digits)', () => {
  const vectors: [number, string][] = [
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ]
  for (const [seconds, code] of vectors) {
    assert.equal(totpCode(key, stepAt(new Date(seconds * 1000))), code.slice(2))
  }
})

test('a code counts from one step before to one step after, and never again once it or a later one was used', () => {
  const now = new Date('2026-11-24T03:00:15Z')
  const step = stepAt(now)
  for (const [offset, counts] of [
    [-2, false],
    [-1, true],
    [0, true],
    [1, true],
    [2, false],
  ] as const) {
    assert.equal(matchedStep(key, totpCode(key, step + offset), 0, now) !== undefined, counts, String(offset))
  }
  const code = totpCode(key, step)
  assert.equal(matchedStep(key, `${code.slice(0, 3)} ${code.slice(3)}`, 0, now), step)
  assert.equal(matchedStep(key, code, step, now), undefined)
  assert.equal(matchedStep(key, totpCode(key, step - 1), step, now), undefined)
  for (const wrong of ['', '12345', '1234567', 'abcdef', '０００００１'])
    assert.equal(matchedStep(key, wrong, 0, now), undefined)
})

test('an app reads the key from the link: base 32 without padding, as in RFC 4648', () => {
  assert.equal(base32(Buffer.from('foobar')), 'MZXW6YTBOI')
  const uri = new URL(otpauthUri('Kabupaten Mekarsari', 'laras@dinkes.example', key))
  assert.equal(uri.searchParams.get('secret'), 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
  assert.equal(uri.searchParams.get('issuer'), 'Mufakat Kabupaten Mekarsari')
})

test('a recovery code has 140 bits and is read as people type it; one of 120 bits from before still is', () => {
  const code = newRecoveryCode()
  assert.match(code, /^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/)
  assert.notEqual(newRecoveryCode(), code)
  const sloppy = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
  assert.deepEqual(hashRecoveryCode(sloppy), hashRecoveryCode(code))
  assert.equal(readRecoveryCode(code.slice(1)), undefined)
  assert.equal(readRecoveryCode(code.slice(5)), code.slice(5).replaceAll('-', ''))
  assert.equal(readRecoveryCode(code.slice(10)), undefined)
})
