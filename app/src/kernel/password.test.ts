import assert from 'node:assert/strict'
import { argon2Sync } from 'node:crypto'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import { hashPassword, needsRenewal, passwordComputations, TooManyPasswords, verifyPassword } from './password.ts'
import { networkOfAddress } from './session/network.ts'
import { contextWords, passwordFlaw } from './session/password-rules.ts'

test('a password is kept as an Argon2id string that only that password opens', async () => {
  const encoded = await hashPassword('perahu kertas')
  assert.match(encoded, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  assert.notEqual(await hashPassword('perahu kertas'), encoded, 'each hash has its own salt')
  assert.equal(await verifyPassword('perahu kertas', encoded), true)
  assert.equal(await verifyPassword('perahu kertaz', encoded), false)
  const long = `${'a'.repeat(200)} akhir`
  assert.equal(await verifyPassword(`${'a'.repeat(200)} lain`, await hashPassword(long)), false, 'nothing is cut off')
})

test('checking against no account costs one computation and never succeeds', async () => {
  const before = passwordComputations()
  assert.equal(await verifyPassword('perahu kertas', undefined), false)
  assert.equal(await verifyPassword('perahu kertas', null), false)
  assert.equal(passwordComputations() - before, 2)
})

test('a hash made at a lower cost still opens and is due for renewal', async () => {
  const parameters = {
    message: 'lama',
    nonce: Buffer.alloc(16, 7),
    parallelism: 1,
    tagLength: 32,
    memory: 8192,
    passes: 1,
  }
  const text = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
  const hash = argon2Sync('argon2id', parameters)
  const encoded = `$argon2id$v=19$m=8192,t=1,p=1$${text(parameters.nonce)}$${text(hash)}`
  assert.equal(await verifyPassword('lama', encoded), true)
  assert.equal(needsRenewal(encoded), true)
  assert.equal(needsRenewal(await hashPassword('baru')), false)
})

test('a flood of passwords is turned away instead of filling the memory', async () => {
  const before = passwordComputations()
  const answers = await Promise.allSettled(Array.from({ length: 103 }, () => verifyPassword('x', quick)))
  const refused = answers.filter(({ status }) => status === 'rejected')
  assert.equal(refused.length, 1)
  assert.ok((refused[0] as PromiseRejectedResult).reason instanceof TooManyPasswords)
  assert.equal(passwordComputations() - before, 102)
})
const quick = '$argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'

test('what guessers try first is refused; any other password of 8 characters or more is welcome', () => {
  const words = contextWords('mufakat', 'Kabupaten Mekarsari', 'Sri Rahayu', 'sri.rahayu@dinkes.example')
  const flaw = (password: string) => passwordFlaw(password, { words }) ?? 'welcome'
  const judged: [string, string[]][] = [
    ['too-short', ['', 'kopi 7', 'aaaaaaa']],
    ['too-long', ['x y'.repeat(400)]],
    [
      'common',
      [
        'password1',
        'P4ssw0rd!',
        'Sayangku123',
        'Indonesia1945',
        'bismillah',
        'qwertyuiop',
        '1q2w3e4r',
        '17081945',
        '081234567890',
        'abcdefgh',
        '11223344',
        'asdfasdf',
        '!!trustno1!!',
        'nogard99',
        'jakartajakarta',
      ],
    ],
    ['leaked', ['fktrcfylh', 'MineCraft', 'svetlana', 'qazwsxed', 'panasonic']],
    ['context', ['Mekarsari2026', 'rahayu12345', 'mufakat1', 'D1nkes2026!', 'kabupaten-mekarsari']],
    [
      'welcome',
      [
        'hujan turun pelan',
        'lemari kayu',
        'T7#qLp2x',
        'mekarsari punya sawah',
        'пароль хороший',
        '密码很长很长很长',
        '        spasi        ',
        Array.from({ length: 150 }, (_, index) => index * 37).join(' '),
      ],
    ],
  ]
  for (const [verdict, passwords] of judged) {
    for (const password of passwords) assert.equal(flaw(password), verdict, password)
  }
})

test('of the three thousand commonest passwords of another published list that are long enough, at most a dozen pass', () => {
  const published = createRequire(import.meta.url)('@zxcvbn-ts/language-common/src/passwords.json') as string[]
  const longEnough = published.filter((password) => [...password].length >= 8)
  assert.ok(longEnough.length > 10_000)
  const passing = (most: number) => longEnough.slice(0, most).filter((one) => !passwordFlaw(one, { words: [] }))
  assert.ok(passing(3_000).length <= 12, passing(3_000).join(' '))
  assert.ok(passing(10_000).length <= 100)
})

test('an address counts as its network: 24 bits of IPv4, 56 of IPv6, nothing on this machine', () => {
  assert.equal(networkOfAddress('203.0.113.77'), '203.0.113.0/24')
  assert.equal(networkOfAddress('::ffff:203.0.113.9'), '203.0.113.0/24')
  assert.equal(networkOfAddress('2001:db8:12:34ab::1'), '2001:0db8:0012:3400::/56')
  assert.equal(networkOfAddress('2001:db8:12:34ff:1:2:3:4'), '2001:0db8:0012:3400::/56')
  assert.equal(networkOfAddress('2001:db8::1'), '2001:0db8:0000:0000::/56')
  assert.equal(networkOfAddress('127.0.0.1'), undefined)
  assert.equal(networkOfAddress('::1'), undefined)
  assert.equal(networkOfAddress('nonsense'), undefined)
})
