import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { correctionWords, qrCode } from './qr-code.ts'

test('correction words are those of the standard’s own example (ISO/IEC 18004, annex I)', () => {
  const words = Buffer.from('10200c566180ec11ec11ec11ec11ec11', 'hex')
  assert.equal(Buffer.from(correctionWords(words, 10)).toString('hex'), 'a524d4c1ed36c7872c55')
})

test('codes of every size are square for square those that an independent reader has read back', () => {
  const seen = [1, 17, 18, 60, 120, 135, 160, 240, 500, 858].map((length) => {
    const text = Array.from({ length }, (_, index) => String.fromCharCode(33 + ((index * 7 + length) % 90))).join('')
    const squares = qrCode(text)
    const print = createHash('sha256')
      .update(squares.map((row) => row.map(Number).join('')).join('\n'))
      .digest('hex')
    return `${length} ${squares.length} ${print.slice(0, 12)}`
  })
  assert.deepEqual(seen, [
    '1 21 de55fe8ee7c5',
    '17 21 d8506d85a081',
    '18 25 803ea77e8917',
    '60 33 3e186eca42ab',
    '120 41 c7cb46dec404',
    '135 45 b9a912841270',
    '160 49 04102d1a796f',
    '240 57 7882cb4852a7',
    '500 77 afe94e1450a4',
    '858 97 801bdb38eed7',
  ])
})

test('what does not fit is refused, never cut', () => {
  assert.throws(() => qrCode('x'.repeat(859)), /do not fit/)
})
