import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  formatNote,
  formatSkey,
  formatVkey,
  openCheckpoint,
  openNote,
  parseNote,
  parseSkey,
  parseVkey,
  signNote,
} from './index.ts'
import { hasControl } from './key.ts'
import { keyOf, logKey, NOW, ORIGIN } from './naive.fixture.ts'
import { formatSignatureLine } from './note.ts'
import { cosignatureMessage, signText, subtreeMessage } from './signature.ts'

const utf8 = (text: string) => Buffer.from(text, 'utf8')
const foreign = JSON.parse(readFileSync(new URL('./foreign-note.fixture.json', import.meta.url), 'utf8'))

test('the note that the specification prints verifies under its key', () => {
  const vkey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k'
  const signature = 'Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM='
  const key = parseVkey(vkey)
  assert.equal(formatVkey(key), vkey)
  const note = utf8(`This is an example message.\n\n— example.com/foo ${signature}\n`)
  assert.equal(openNote(note, [key]).text, 'This is an example message.\n')
})

test('a checkpoint of the Go checksum database verifies; the witness that nobody knows is ignored', () => {
  const key = parseVkey('sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8')
  const log = 'Az3grp1rvWOs5NKlr/xR4GLN/CDyzzakmt1o61uSxYKpK1SerqOP2ClbX/peKUZjYnyomH5Xz7GZG3TpB7OeKn4E2ww='
  const other = 'qTGhC/xIPQ0AXKHK6Y+9ypRfuvMZWPjRXM8NiOg5M1WREn07VQXyuIXM3NRNav3ieVFLUqDRK77PWDmL6w8w84UqeAw='
  const text = 'go.sum database tree\n15067302\ngJyioq6dwR9n+NjEWORfYmH+ubeYm3kH42BBQ0bTpYI=\n'
  const note = utf8(`${text}\n— sum.golang.org ${log}\n— test.example.com ${other}\n`)
  assert.equal(openNote(note, [key]).verified.length, 1)
  // Its key is not named as its origin, so here it does not speak for that origin.
  assert.throws(() => openCheckpoint(note, [key]), /not signed by a known key of the log go.sum database tree/)
})

test('a note made by another implementation verifies: Ed25519, cosignature, ML-DSA-44', () => {
  const { log, witness, postQuantum } = foreign.vkeys
  const opened = openCheckpoint(utf8(foreign.note), [parseVkey(log)], [parseVkey(witness), parseVkey(postQuantum)])
  assert.deepEqual(
    opened.verified.map(({ timestamp }) => timestamp),
    [0, foreign.timestamp, foreign.timestamp],
  )
  assert.equal(opened.checkpoint.size, 70_000)
  assert.equal(formatVkey(logKey.verifier), log)
  assert.equal(formatVkey(keyOf('witness.example.id/w1', 'cosignature', 2).verifier), witness)
  assert.equal(formatVkey(keyOf('witness.example.id/pq', 'ml-dsa-44', 3).verifier), postQuantum)
  // Ed25519 is deterministic: the same seed, the same bytes.
  assert.ok(foreign.note.startsWith(Buffer.from(signNote(foreign.text, [logKey], NOW)).toString()))
})

test('private keys are those of other implementations, and never appear in a message', () => {
  const skey = 'PRIVATE+KEY+example.com/log/testdata+33d7b496+AeymY/SZAX0jZcJ8enZ5FY1Dz+wTML2yWSkK+9DSF3eg'
  assert.equal(formatVkey(parseSkey(skey).verifier).slice(0, 33), 'example.com/log/testdata+33d7b496')
  for (const type of ['ed25519', 'cosignature', 'ml-dsa-44'] as const) {
    const text = formatSkey('a.example', type, Buffer.alloc(32, 9))
    assert.equal(parseSkey(text).verifier.type, type)
    const secret = text.split('+').slice(4).join('+')
    const broken = [text.replace('+a.example+', '+b.example+'), text.slice(0, -1), text.slice(12), `${text}A`]
    for (const wrong of broken) {
      assert.throws(
        () => parseSkey(wrong),
        (error: Error) => !error.message.includes(secret.slice(0, 12)),
      )
    }
  }
})

test('malformed vkeys are refused', () => {
  const vkey = formatVkey(logKey.verifier)
  const [name, id, base64] = vkey.split('+') as [string, string, string]
  const wrong = ['', 'a', `${name}+${id}`, `${name}+00000000+${base64}`, `+${id}+${base64}`, `a b+${id}+${base64}`]
  const worse = [
    `${vkey} `,
    `${vkey}\n`,
    `${name}+${id}+${base64}=`,
    `${name}+${id.toUpperCase()}+${base64}`,
    `${name}+${id}+AA==`,
    `${name}+${id}+Agk=`,
  ]
  for (const text of [...wrong, ...worse]) assert.throws(() => parseVkey(text), text)
})

test('sixteen signatures and more are read; unknown keys are ignored even under a known name or a known id', () => {
  const text = 'text\n'
  const others = Array.from({ length: 20 }, (_, at) => keyOf(`other.example/${at}`, 'ed25519', 50 + at))
  const impostor = keyOf(ORIGIN, 'ed25519', 99)
  const sameId = `— stranger.example ${Buffer.concat([Buffer.from(logKey.verifier.id, 'hex'), Buffer.alloc(64)]).toString('base64')}`
  const signed = utf8(`${Buffer.from(signNote(text, [...others, impostor, logKey], NOW))}${sameId}\n`)
  const { verified } = openNote(signed, [logKey.verifier])
  assert.deepEqual(
    verified.map(({ key }) => key),
    [logKey.verifier],
  )
  assert.throws(() => openNote(signNote(text, [impostor], NOW), [logKey.verifier]), /no signature by a known key/)
})

test('one wrong signature of a known key rejects the whole note, wherever it stands', () => {
  const witness = keyOf('witness.example.id/w1', 'cosignature', 2)
  const text = foreign.text as string
  const wrong = formatSignatureLine(witness.verifier, Buffer.alloc(72))
  const short = formatSignatureLine(witness.verifier, Buffer.alloc(3))
  const lines = [formatSignatureLine(logKey.verifier, Buffer.alloc(64)), wrong, short]
  const [, good = ''] = Buffer.from(signNote(text, [logKey], NOW))
    .toString()
    .split('\n\n')
  for (const line of lines) {
    for (const order of [
      [good.trim(), line],
      [line, good.trim()],
    ]) {
      const note = formatNote(text, order)
      assert.throws(() => openNote(note, [logKey.verifier, witness.verifier]), /is wrong/)
    }
  }
  assert.equal(openNote(formatNote(text, [good.trim(), wrong]), [logKey.verifier]).verified.length, 1)
})

test('control characters, bad UTF-8, missing lines and other spellings make a note malformed', () => {
  const good = Buffer.from(signNote('text\n', [logKey], NOW)).toString()
  const line = good.split('\n\n')[1]!
  const wrong = [
    good.replace('text', 'te\rxt'),
    good.replace('text', 'te\txt'),
    good.replace('text', 'te\0xt'),
    good.replaceAll('\n', '\r\n'),
    good.slice(0, -1),
    good.replace('\n\n', '\n'),
    'text\n\n',
    `${good}\n`,
    good.replace('— ', '- '),
    good.replace('— ', '—  '),
    good.replace(/=\n$/, '\n'),
    good.replace(`— ${ORIGIN}`, '— a+b'),
    good.replace(`— ${ORIGIN}`, '— a\u00a0b'),
    good.replace(`— ${ORIGIN}`, '— a\u0085b'),
    `text\n\n— ${ORIGIN} AAAA\n`,
    `text\n\n${line.repeat(101)}`,
  ]
  for (const text of wrong)
    assert.throws(() => openNote(utf8(text), [logKey.verifier]), JSON.stringify(text.slice(0, 60)))
  assert.throws(() => parseNote(Buffer.concat([Buffer.of(0xff), utf8(good)])), /UTF-8/)
  assert.throws(() => openNote(utf8(`\ufeff${good}`), [logKey.verifier]), /is wrong/)
  for (const character of ['\r', '\t', '\0', '\u001f']) {
    const signed = `te${character}xt\n`
    const line = formatSignatureLine(logKey.verifier, signText(signed, logKey, 0))
    assert.throws(() => openNote(formatNote(signed, [line]), [logKey.verifier]), /control character/)
  }
  assert.throws(() => signNote('no newline', [logKey], NOW), /ends with a newline/)
})

test('a text may hold empty lines, dashes and any script; what is signed is what is read', () => {
  const line = fc.string({ unit: 'grapheme' }).filter((text) => !hasControl(text) && text.isWellFormed())
  const property = fc.property(fc.array(line, { minLength: 1 }), (lines) => {
    const text = `${lines.join('\n')}\n`
    assert.equal(openNote(signNote(text, [logKey], NOW), [logKey.verifier]).text, text)
  })
  fc.assert(property, { numRuns: 100 })
})

test('the messages of cosignatures are those of the specification, byte for byte', () => {
  const text = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'
  assert.equal(Buffer.from(cosignatureMessage(text, 1679315147)).toString(), `cosignature/v1\ntime 1679315147\n${text}`)
  const root = Buffer.alloc(32, 0xab)
  const message = subtreeMessage('w.example', 0x0102030405, { origin: 'o', size: 258, root })
  const expected = `737562747265652f76310a00 09${utf8('w.example').toString('hex')} 0000000102030405 016f 0000000000000000 0000000000000102`
  assert.equal(Buffer.from(message).toString('hex'), expected.replaceAll(' ', '') + 'ab'.repeat(32))
})

test('a cosignature holds for its time, its checkpoint and its name only', () => {
  for (const type of ['cosignature', 'ml-dsa-44'] as const) {
    const witness = keyOf('witness.example.id/w', type, 5)
    const text = foreign.text as string
    const note = signNote(text, [logKey, witness], NOW)
    assert.equal(openNote(note, [witness.verifier]).verified[0]?.timestamp, NOW)
    const { signatures } = parseNote(note)
    const late = Buffer.from(signatures[1]!.signature)
    late.writeBigUInt64BE(BigInt(NOW + 1))
    const forged = [
      formatNote(text, [formatSignatureLine(witness.verifier, late)]),
      formatNote(text.replace('70000', '70001'), [signatures[1]!.line]),
    ]
    for (const wrong of forged) assert.throws(() => openNote(wrong, [witness.verifier]), /is wrong/)
    assert.throws(() => signNote('not a checkpoint\n', [witness], NOW), /checkpoint, line 2/)
  }
})

test('a cosigner does not speak for the log, even under its name', () => {
  const namesake = keyOf(ORIGIN, 'cosignature', 4)
  const note = signNote(foreign.text, [namesake], NOW)
  assert.throws(
    () => openCheckpoint(note, [logKey.verifier], [namesake.verifier]),
    /not signed by a known key of the log/,
  )
})
