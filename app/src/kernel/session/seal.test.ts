import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seal, unseal } from './seal.ts'

const secret = 'rahasia instalasi yang cukup panjang'

test('what is sealed opens again with the same secret, purpose and record, and with no other', () => {
  const sealed = seal(secret, 'kunci', 'isi rahasia', 'catatan-1')
  assert.equal(unseal(secret, 'kunci', sealed, 'catatan-1')?.toString(), 'isi rahasia')
  assert.equal(unseal(`${secret}!`, 'kunci', sealed, 'catatan-1'), undefined)
  assert.equal(unseal(secret, 'jaringan', sealed, 'catatan-1'), undefined)
  assert.equal(unseal(secret, 'kunci', sealed, 'catatan-2'), undefined)
  assert.ok(!sealed.includes('isi rahasia'))
  assert.notDeepEqual(seal(secret, 'kunci', 'isi rahasia', 'catatan-1'), sealed)
})

test('a changed, shortened or empty seal does not open', () => {
  const sealed = seal(secret, 'kunci', 'isi rahasia')
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed)
    changed[at]! ^= 1
    assert.equal(unseal(secret, 'kunci', changed), undefined, String(at))
  }
  for (const length of [0, 1, 27, 28, sealed.length - 1]) {
    assert.equal(unseal(secret, 'kunci', sealed.subarray(0, length)), undefined, String(length))
  }
})
