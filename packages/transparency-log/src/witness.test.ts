import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  EMPTY_ROOT,
  formatAddCheckpoint,
  formatCheckpoint,
  MemoryStorage,
  openNote,
  originId,
  parseCheckpoint,
  type StateStorage,
  signNote,
  Witness,
  withCosignatures,
} from './index.ts'
import { entriesOf, keyOf, logKey, NOW, ORIGIN, proof, treeHash } from './naive.fixture.ts'

const ed = keyOf('witness.example.id/w1', 'cosignature', 2)
const pq = keyOf('witness.example.id/w1', 'ml-dsa-44', 3)
const entries = entriesOf(20)
const forked = [...entries.slice(0, 5), Buffer.from('forged'), ...entries.slice(6)]

const start = (storage: StateStorage = new MemoryStorage(), keys = [ed]) =>
  new Witness({ keys, logs: [logKey.verifier], storage })

function checkpointOf(size: number, of = entries, signers = [logKey], origin = ORIGIN) {
  return signNote(formatCheckpoint({ origin, size, root: treeHash(of.slice(0, size)) }), signers, NOW)
}

function request(old: number, size: number, of = entries) {
  const hashes = old === 0 || old > size ? [] : proof(old, of.slice(0, size))
  return formatAddCheckpoint({ old, proof: hashes, checkpoint: checkpointOf(size, of) })
}

test('200: checkpoints that extend each other are cosigned, the first from size 0, with every key', async () => {
  const witness = start(new MemoryStorage(), [ed, pq])
  for (const [old, size] of [
    [0, 5],
    [5, 5],
    [5, 8],
    [8, 20],
  ] as const) {
    const answer = await witness.addCheckpoint(request(old, size), NOW + size)
    assert.equal(answer.status, 200)
    assert.match(answer.body, /^— witness\.example\.id\/w1 \S+\n— witness\.example\.id\/w1 \S+\n$/)
    const note = withCosignatures(checkpointOf(size), answer.body, [ed.verifier, pq.verifier])
    const { verified } = openNote(note, [logKey.verifier, ed.verifier, pq.verifier])
    assert.deepEqual(
      verified.map(({ timestamp }) => timestamp),
      [0, NOW + size, NOW + size],
    )
  }
})

test('an empty log is cosigned at size 0, and then grows', async () => {
  const witness = start()
  assert.equal((await witness.addCheckpoint(request(0, 0), NOW)).status, 200)
  assert.equal((await witness.addCheckpoint(request(0, 0), NOW)).status, 200)
  assert.equal((await witness.addCheckpoint(request(0, 7), NOW)).status, 200)
})

test('409: an old size that is not the latest is answered with the latest, in the specified type', async () => {
  const witness = start()
  assert.deepEqual(await witness.addCheckpoint(request(5, 8), NOW), {
    status: 409,
    contentType: 'text/x.tlog.size',
    body: '0\n',
  })
  await witness.addCheckpoint(request(0, 8), NOW)
  for (const [old, size] of [
    [0, 8],
    [5, 8],
    [0, 20],
    [5, 5],
    [9, 20],
  ] as const) {
    const answer = await witness.addCheckpoint(request(old, size), NOW)
    assert.deepEqual(answer, { status: 409, contentType: 'text/x.tlog.size', body: '8\n' })
  }
})

test('400: an old size above the checkpoint; anything malformed', async () => {
  const witness = start()
  assert.equal((await witness.addCheckpoint(request(9, 8), NOW)).status, 400)
  const good = Buffer.from(request(5, 8)).toString()
  const wrong = [
    '',
    'old 5\n',
    good.replace('old 5', 'old 05'),
    good.replace('old 5', 'old -5'),
    good.replace('old 5', 'old  5'),
    good.replace('old 5', `old ${2 ** 64}`),
    good.replace('old 5', 'new 5'),
    good.replace('\n', '\nAAAA\n'),
    good.replace('\n', `\n${`${Buffer.alloc(32).toString('base64')}\n`.repeat(63)}`),
    good.replace('\n\n', '\n'),
    good.replaceAll('\n', '\r\n'),
    good.replace(`${ORIGIN}\n8\n`, `${ORIGIN}\n08\n`),
    good.replace(`${ORIGIN}\n8\n`, `${ORIGIN}\n8\nextra\n`),
  ]
  for (const text of wrong) {
    assert.equal((await witness.addCheckpoint(Buffer.from(text), NOW)).status, 400, JSON.stringify(text.slice(0, 60)))
  }
  assert.equal((await witness.addCheckpoint(Buffer.of(0xff, 0xfe), NOW)).status, 400)
})

test('404 before 403: an unknown origin; then no signature of the log, or a wrong one beside a good one', async () => {
  const witness = start()
  const other = keyOf('other.example', 'ed25519', 8)
  const send = async (checkpoint: Uint8Array) => {
    return (await witness.addCheckpoint(formatAddCheckpoint({ old: 0, proof: [], checkpoint }), NOW)).status
  }
  assert.equal(await send(checkpointOf(8, entries, [other], 'other.example')), 404)
  assert.equal(await send(checkpointOf(8, entries, [other])), 403)
  assert.equal(await send(checkpointOf(8, entries, [keyOf(ORIGIN, 'ed25519', 9)])), 403)
  const good = Buffer.from(checkpointOf(8)).toString()
  const stale = Buffer.from(checkpointOf(7)).toString().split('\n\n')[1]!
  assert.equal(await send(Buffer.from(good + stale)), 403)
  const unsigned = good.slice(0, good.indexOf('\n\n') + 1)
  for (const absent of [
    unsigned,
    `${unsigned}\n`,
    good.slice(0, -1),
    good.replace('— ', '-- '),
    `${unsigned}\n— a AAAA\n`,
  ]) {
    assert.equal(await send(Buffer.from(absent)), 403, JSON.stringify(absent))
    assert.equal(await send(Buffer.from(absent.replace(ORIGIN, 'other.example'))), 404)
  }
  assert.equal(await send(Buffer.from(good)), 200)
})

test('422: a fork, a wrong proof, another root for the same size, a proof where none can be, a false empty root', async () => {
  const witness = start()
  const send = async (old: number, hashes: Buffer[], checkpoint: Uint8Array) => {
    return (await witness.addCheckpoint(formatAddCheckpoint({ old, proof: hashes, checkpoint }), NOW)).status
  }
  assert.equal(await send(0, [Buffer.alloc(32)], checkpointOf(8)), 422)
  const falseEmpty = signNote(formatCheckpoint({ origin: ORIGIN, size: 0, root: Buffer.alloc(32) }), [logKey], NOW)
  assert.equal(await send(0, [], falseEmpty), 422)
  assert.equal(await send(0, [], checkpointOf(8)), 200)
  assert.equal(await send(8, [], checkpointOf(8, forked)), 422)
  assert.equal(await send(8, [Buffer.alloc(32)], checkpointOf(8)), 422)
  assert.equal(await send(8, proof(8, forked), checkpointOf(20, forked)), 422)
  const hashes = proof(8, entries)
  for (let at = 0; at < hashes.length; at++) {
    assert.equal(await send(8, hashes.with(at, Buffer.alloc(32)), checkpointOf(20)), 422)
    assert.equal(await send(8, hashes.toSpliced(at, 1), checkpointOf(20)), 422)
  }
  assert.equal(await send(8, hashes, checkpointOf(20)), 200)
})

test('the latest cosigned checkpoint is served with the signatures of log and witness, and none that nobody verified', async () => {
  const witness = start()
  assert.equal((await witness.latest(originId(ORIGIN))).status, 404)
  const stranger = keyOf('stranger.example', 'ed25519', 8)
  const checkpoint = checkpointOf(8, entries, [stranger, logKey])
  await witness.addCheckpoint(formatAddCheckpoint({ old: 0, proof: [], checkpoint }), NOW)
  const { status, body } = await witness.latest(originId(ORIGIN))
  assert.equal(status, 200)
  assert.equal(openNote(Buffer.from(body), [logKey.verifier, ed.verifier]).verified.length, 2)
  assert.ok(!body.includes('stranger'))
  assert.equal((await witness.latest(originId('other.example'))).status, 404)
})

/** A store whose every step lets others go first: the worst interleaving for a check that is not atomic. */
class SlowStates implements StateStorage {
  readonly inner = new MemoryStorage()
  async readState(name: string) {
    const value = await this.inner.readState(name)
    await new Promise(setImmediate)
    return value
  }
  async replaceState(name: string, expected: Uint8Array | undefined, next: Uint8Array) {
    await new Promise(setImmediate)
    return this.inner.replaceState(name, expected, next)
  }
}

test('of requests that race from one old size one is cosigned; two witnesses on one store never sign two histories', async () => {
  const storage = new SlowStates()
  const witnesses = [start(storage), start(storage)]
  await witnesses[0]!.addCheckpoint(request(0, 5), NOW)
  const bodies = [
    request(5, 8),
    request(5, 20),
    request(5, 9, forked),
    request(5, 20, forked),
    request(5, 6),
    request(5, 7, forked),
  ]
  const answers = await Promise.all(bodies.map((body, at) => witnesses[at % 2]!.addCheckpoint(body, NOW)))
  const won = answers.findIndex(({ status }) => status === 200)
  assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409, 409, 409, 409])
  const size = [8, 20, 9, 20, 6, 7][won]
  for (const { status, body } of answers) if (status === 409) assert.equal(body, `${size}\n`)
  const stored = Buffer.from((await storage.readState(originId(ORIGIN)))!).toString()
  assert.equal(parseCheckpoint(stored.slice(0, stored.lastIndexOf('\n\n') + 1)).size, size)
})

test('nothing is answered before it is kept: when the store fails, no cosignature leaves', async () => {
  const storage = new MemoryStorage()
  storage.replaceState = () => Promise.reject(new Error('disk full'))
  await assert.rejects(start(storage).addCheckpoint(request(0, 5), NOW), /disk full/)
})

test('after a restart the witness remembers; it never goes back', async () => {
  const storage = new MemoryStorage()
  await start(storage).addCheckpoint(request(0, 20), NOW)
  const again = start(storage)
  assert.equal((await again.addCheckpoint(request(0, 8, forked), NOW)).status, 409)
  assert.equal((await again.addCheckpoint(request(8, 8), NOW)).body, '20\n')
})

test('a witness has cosigning keys and a clock', async () => {
  const storage = new MemoryStorage()
  assert.throws(() => new Witness({ keys: [], logs: [], storage }), /cosignature keys/)
  assert.throws(() => new Witness({ keys: [logKey], logs: [], storage }), /cosignature keys/)
  await assert.rejects(start().addCheckpoint(request(0, 5), 0), /needs the time/)
})

test('answers of a witness are merged only when they are right', async () => {
  const checkpoint = checkpointOf(8)
  const lines = async (now: number, size = 8) => (await start().addCheckpoint(request(0, size), now)).body
  const once = withCosignatures(checkpoint, await lines(NOW), [ed.verifier])
  const twice = withCosignatures(once, await lines(NOW + 60), [ed.verifier])
  assert.deepEqual(
    openNote(twice, [logKey.verifier, ed.verifier]).verified.map(({ timestamp }) => timestamp),
    [0, NOW + 60],
  )
  assert.throws(() => withCosignatures(checkpoint, 'nonsense\n', [ed.verifier]), /signature line 1/)
  assert.throws(() => withCosignatures(checkpoint, '', [ed.verifier]), /signature line/)
  const other = signNote(formatCheckpoint({ origin: ORIGIN, size: 8, root: EMPTY_ROOT }), [ed], NOW)
  const wrong = Buffer.from(other).toString().split('\n\n')[1]!
  assert.throws(() => withCosignatures(checkpoint, wrong, [ed.verifier]), /is wrong/)
  assert.throws(() => withCosignatures(checkpoint, wrong, [pq.verifier]), /no cosignature by a known witness/)
  const timeless = Buffer.from(
    signNote(formatCheckpoint({ origin: ORIGIN, size: 8, root: treeHash(entries.slice(0, 8)) }), [pq], 0),
  )
  assert.throws(
    () => withCosignatures(checkpoint, timeless.toString().split('\n\n')[1]!, [pq.verifier]),
    /leaves out its time/,
  )
})
