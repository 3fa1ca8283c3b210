import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatVkey, isQuorum, openByPolicy, parsePolicy, signNote, type VerifierKey } from './index.ts'
import { keyOf, logKey, NOW, ORIGIN } from './naive.fixture.ts'

const witnesses = Array.from({ length: 6 }, (_, at) => keyOf(`w${at + 1}.example`, 'cosignature', 10 + at))
const vkeyOf = (at: number) => formatVkey(witnesses[at]!.verifier)
const parse = (text: string) => parsePolicy(Buffer.from(text, 'utf8'))
const LOG = `log ${formatVkey(logKey.verifier)} https://${ORIGIN}\n`
const X = [1, 2, 3].map((n) => `witness X${n} ${vkeyOf(n - 1)}`)
const Y = [1, 2, 3].map((n) => `witness Y${n} ${vkeyOf(n + 2)} https://y${n}.example/`)
const EXAMPLE = `${LOG}
# two operators
${X.join('\n')}
group X-witnesses 2 X1 X2 X3
${Y.join('\n')}
\tgroup  Y-witnesses\tany Y1 Y2 Y3 \t
group X-and-Y all X-witnesses Y-witnesses
quorum X-and-Y
`
const TEXT = `${ORIGIN}\n3\n${Buffer.alloc(32, 1).toString('base64')}\n`

test('the two-level example: two of one operator and one of the other, for every set of cosigners', () => {
  const policy = parse(EXAMPLE)
  assert.deepEqual([policy.logs.length, policy.witnesses.length], [1, 6])
  assert.equal(policy.logs[0]?.url, `https://${ORIGIN}`)
  assert.equal(policy.witnesses[3]?.url, 'https://y1.example/')
  for (let mask = 0; mask < 64; mask++) {
    const chosen = witnesses.filter((_, at) => (mask >> at) % 2 === 1)
    const count = (from: number) => witnesses.slice(from, from + 3).filter((witness) => chosen.includes(witness)).length
    const note = signNote(TEXT, [logKey, ...chosen], NOW)
    if (count(0) >= 2 && count(3) >= 1) assert.equal(openByPolicy(policy, note).checkpoint.size, 3)
    else assert.throws(() => openByPolicy(policy, note), /no quorum/, `${mask}`)
  }
})

test('the log must sign, whatever the witnesses say; a wrong cosignature of a listed witness rejects all', () => {
  const policy = parse(`${LOG}${X[0]}\nquorum X1\n`)
  assert.throws(
    () => openByPolicy(policy, signNote(TEXT, [witnesses[0]!], NOW)),
    /not signed by a known key of the log/,
  )
  const other = keyOf('other.example', 'ed25519', 77)
  assert.throws(() => openByPolicy(policy, signNote(TEXT, [other, witnesses[0]!], NOW)), /not signed/)
  const good = Buffer.from(signNote(TEXT, [logKey, witnesses[0]!], NOW)).toString()
  const moved = good.replace('\n3\n', '\n4\n')
  assert.throws(() => openByPolicy(policy, Buffer.from(moved)), /is wrong/)
  const elsewhere = TEXT.replace(ORIGIN, 'another.example')
  assert.throws(() => openByPolicy(policy, signNote(elsewhere, [logKey, witnesses[0]!], NOW)), /log another.example/)
})

test('quorum none asks for no witness; a policy may list no log', () => {
  assert.equal(openByPolicy(parse(`${LOG}quorum none\n`), signNote(TEXT, [logKey], NOW)).verified.length, 1)
  assert.deepEqual(parse('quorum none\n'), { logs: [], witnesses: [], quorum: undefined })
})

test('k of n holds exactly from k cosigners on', () => {
  const property = fc.property(
    fc.integer({ min: 1, max: 6 }),
    fc.uniqueArray(fc.integer({ min: 0, max: 5 })),
    (k, signed) => {
      const names = witnesses.map((_, at) => `w${at}`)
      const lines = names.map((name, at) => `witness ${name} ${vkeyOf(at)}`)
      const { quorum, witnesses: listed } = parse(`${lines.join('\n')}\ngroup g ${k} ${names.join(' ')}\nquorum g\n`)
      const keys = new Set<VerifierKey>(signed.map((at) => listed[at]!.key))
      assert.equal(isQuorum(quorum, keys), signed.length >= k)
    },
  )
  fc.assert(property, { numRuns: 60 })
})

test('32 logs, 32 witnesses and 32 groups are read', () => {
  const logs = Array.from(
    { length: 32 },
    (_, at) => `log ${formatVkey(keyOf(`l${at}.example`, 'ed25519', 100 + at).verifier)}`,
  )
  const keys = Array.from({ length: 32 }, (_, at) =>
    formatVkey(keyOf(`v${at}.example`, 'cosignature', 140 + at).verifier),
  )
  const groups = keys.map(
    (vkey, at) => `witness v${at} ${vkey}\ngroup g${at} any v${at}${at === 0 ? '' : ` g${at - 1}`}`,
  )
  assert.equal(parse(`${[...logs, ...groups].join('\n')}\nquorum g31\n`).witnesses.length, 32)
})

test('post-quantum keys may be logs and witnesses', () => {
  const pq = formatVkey(keyOf('pq.example', 'ml-dsa-44', 3).verifier)
  assert.equal(parse(`log ${pq}\nwitness w ${pq}\nquorum w\n`).logs[0]?.key.type, 'ml-dsa-44')
})

test('names are octets: the Kelvin sign is not the letter K', () => {
  const lines = `witness K ${vkeyOf(0)}\nwitness \u212a ${vkeyOf(1)}\n`
  assert.equal(parse(`${lines}group g all K \u212a\nquorum g\n`).witnesses.length, 2)
  assert.throws(() => parse(`witness K ${vkeyOf(0)}\nquorum \u212a\n`), /line 2: .*not defined above/)
})

test('every malformed line is refused with its number', () => {
  const x = X.join('\n')
  const wrong: [string, RegExp][] = [
    ['', /no quorum line/],
    [LOG, /no quorum line/],
    [`quorum none`, /does not end with a newline/],
    ['quorum none\nquorum none\n', /line 2: a second quorum/],
    ['quorum none\r\n', /line 1: a carriage return/],
    ['quorum none \u0007\n', /line 1: a control character/],
    ['quorum none\u007f\n', /line 1: a control character/],
    ['quorum a b\n', /line 1: expected: quorum/],
    ['quorum\n', /line 1: expected: quorum/],
    [`quorum X1\n${X[0]}\n`, /line 1: "X1" is not defined above/],
    ['\n\nlogs a\n', /line 3: expected log, witness/],
    ['log\n', /line 1: expected: log/],
    [`${LOG.trim()} more\n`, /line 1: expected: log/],
    [`${LOG}${LOG}`, /line 2: the same log key/],
    [`log ${formatVkey(keyOf('renamed.example', 'ed25519', 1).verifier)}\n${LOG}`, /line 2: the same log key/],
    [`log ${vkeyOf(0)}\n`, /line 1: a log cannot have a key of type cosignature/],
    ['log nonsense\n', /line 1: Not a vkey/],
    ['witness w\n', /line 1: expected: witness/],
    [`witness w ${formatVkey(logKey.verifier)}\n`, /line 1: a witness cannot have/],
    [`witness none ${vkeyOf(0)}\n`, /line 1: the name "none" is taken/],
    [`${X[0]}\nwitness X2 ${vkeyOf(0)}\n`, /line 2: the same witness key/],
    [`${X[0]}\nwitness X1 ${vkeyOf(1)}\n`, /line 2: the name "X1" is taken/],
    [`${x}\ngroup g 4 X1 X2 X3\n`, /line 4: expected all, any or a number from 1 to 3/],
    [`${x}\ngroup g 0 X1\n`, /line 4: expected all, any/],
    [`${x}\ngroup g 01 X1\n`, /line 4: expected all, any/],
    [`${x}\ngroup g some X1\n`, /line 4: expected all, any/],
    [`${x}\ngroup g all\n`, /line 4: expected: group/],
    [`${x}\ngroup g all X1 X1\n`, /line 4: "X1" is a member of a group already/],
    [`${x}\ngroup g all X1\ngroup h all X1\n`, /line 5: "X1" is a member/],
    [`${x}\ngroup g all g\n`, /line 4: "g" is not defined above/],
    [`${x}\ngroup g all none\n`, /line 4: "none" is not defined/],
    [`${x}\ngroup X1 all X2\n`, /line 4: the name "X1" is taken/],
    [`${x}\ngroup g all __proto__\n`, /line 4: "__proto__" is not defined/],
  ]
  for (const [text, why] of wrong) assert.throws(() => parse(text), why, JSON.stringify(text))
})
