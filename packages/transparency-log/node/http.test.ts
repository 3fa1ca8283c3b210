import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type TestContext, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import {
  createLog,
  MemoryStorage,
  nothingChecked,
  openCheckpoint,
  openNote,
  originId,
  signingKey,
  verifyLog,
  Witness,
} from '../src/index.ts'
import { sourceAt } from './log-source.ts'
import { cosign } from './witness-client.ts'
import { witnessServer } from './witness-server.ts'

const NOW = 1_767_225_600
const origin = 'log.example.id/2026'
const key = signingKey(origin, 'ed25519', Buffer.alloc(32, 1))
const witnessKeys = [
  signingKey('w.example', 'cosignature', Buffer.alloc(32, 2)),
  signingKey('w.example', 'ml-dsa-44', Buffer.alloc(32, 3)),
]
const verifiers = witnessKeys.map(({ verifier }) => verifier)
const open = (bytes: Uint8Array) => openCheckpoint(bytes, [key.verifier])
const entriesOf = (count: number, from = 0) =>
  Array.from({ length: count }, (_, at) => Buffer.from(`entry ${from + at}`))

async function serve(t: TestContext, listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  t.after(() => server.close(() => {}).closeAllConnections())
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function logOf(count: number) {
  const storage = new MemoryStorage()
  const log = await createLog({ storage, origin, signers: [key] }, NOW)
  await log.append(entriesOf(count), NOW)
  return { storage, log }
}

const objectOf = (storage: MemoryStorage, url: string) =>
  url === '/log/checkpoint' ? storage.checkpoint : storage.objects.get(url.slice(5))

test('a log is verified over HTTP, compressed or not, through a redirect on the same host', async (t) => {
  const { storage } = await logOf(3000)
  const url = await serve(t, (request, response) => {
    if (request.url!.startsWith('/moved/')) return response.writeHead(301, { location: request.url!.slice(6) }).end()
    const bytes = objectOf(storage, request.url!)
    if (bytes === undefined) return response.writeHead(404).end()
    const zipped = request.url!.includes('entries')
    return response.writeHead(200, zipped ? { 'content-encoding': 'gzip' } : {}).end(zipped ? gzipSync(bytes) : bytes)
  })
  for (const prefix of [`${url}/log`, `${url}/log/`, `${url}/moved/log`]) {
    const { checked } = await verifyLog(sourceAt(prefix), open, nothingChecked())
    assert.deepEqual(checked, { signatures: 1, entries: 3000, bundles: 12, tiles: 13, olderPartials: 0, beyond: 0 })
  }
})

test('redirects elsewhere, floods, bombs, errors and other schemes are refused', async (t) => {
  let elsewhereAsked = 0
  const elsewhere = await serve(t, (_, response) => response.end(String(elsewhereAsked++)))
  const url = await serve(t, (request, response) => {
    const [, way] = request.url!.split('/')
    if (way === 'elsewhere') return response.writeHead(302, { location: `${elsewhere}/checkpoint` }).end()
    if (way === 'file') return response.writeHead(302, { location: 'file:///etc/passwd' }).end()
    if (way === 'loop') return response.writeHead(302, { location: request.url }).end()
    if (way === 'flood') return void response.end(Buffer.alloc(2_000_000))
    if (way === 'bomb')
      return response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50_000_000)))
    if (way === 'error') return response.writeHead(500).end()
    return response.writeHead(way === 'gone' ? 410 : 404).end()
  })
  const wrong: [string, RegExp][] = [
    [`${url}/elsewhere`, /is not followed/],
    [`${url}/file`, /is not followed/],
    [`${url}/loop`, /is not followed/],
    [`${url}/flood`, /larger than 1000000 bytes/],
    [`${url}/bomb`, /larger than 1000000 bytes/],
    [`${url}/error`, /answered 500/],
    [`${url}/gone`, /checkpoint: missing/],
    ['ftp://127.0.0.1', /only http and https/],
    ['file:///etc', /only http and https/],
    ['http://127.0.0.1:1', /ECONNREFUSED|bad port/],
  ]
  for (const [place, why] of wrong) await assert.rejects(verifyLog(sourceAt(place), open, nothingChecked()), why, place)
  assert.equal(elsewhereAsked, 0)
})

async function witnessFor(t: TestContext) {
  const witness = new Witness({ keys: witnessKeys, logs: [key.verifier], storage: new MemoryStorage() })
  const server = witnessServer(witness, () => NOW).listen(0, '127.0.0.1')
  t.after(() => server.close(() => {}).closeAllConnections())
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('a log has its checkpoints cosigned by a witness over HTTP as it grows, and publishes them', async (t) => {
  const url = await witnessFor(t)
  const { storage, log } = await logOf(300)
  for (const count of [0, 1, 500]) {
    const { size } = await log.append(entriesOf(count, (await log.head(NOW)).size), NOW)
    await cosign(log, url, verifiers, NOW)
    assert.equal(openNote(storage.checkpoint!, [key.verifier, ...verifiers]).verified.length, 3)
    const latest = await fetch(`${url}/${originId(origin)}/checkpoint`)
    assert.equal(
      openCheckpoint(new Uint8Array(await latest.arrayBuffer()), [key.verifier], verifiers).checkpoint.size,
      size,
    )
  }
})

test('a rolled back log and a forked log get no cosignature', async (t) => {
  const url = await witnessFor(t)
  await cosign((await logOf(300)).log, url, verifiers, NOW)
  await assert.rejects(
    cosign((await logOf(200)).log, url, verifiers, NOW),
    /has cosigned 300 entries, this log has 200/,
  )
  const fork = await createLog({ storage: new MemoryStorage(), origin, signers: [key] }, NOW)
  await fork.append(entriesOf(400, 1), NOW)
  await assert.rejects(cosign(fork, url, verifiers, NOW), /the witness answered 422/)
})

test('the witness speaks the statuses of its protocol and refuses what is not it', async (t) => {
  const url = await witnessFor(t)
  const { log } = await logOf(3)
  const { checkpoint } = await log.head(NOW)
  const post = (body: Uint8Array | string) => fetch(`${url}/add-checkpoint`, { method: 'POST', body })
  const add = (old: number, note: Uint8Array) => post(Buffer.concat([Buffer.from(`old ${old}\n\n`), note]))
  const conflict = await add(2, checkpoint)
  assert.deepEqual(
    [conflict.status, conflict.headers.get('content-type'), await conflict.text()],
    [409, 'text/x.tlog.size', '0\n'],
  )
  const good = await add(0, checkpoint)
  assert.deepEqual([good.status, (await good.text()).match(/^— w\.example /gm)?.length], [200, 2])
  assert.equal((await add(9, checkpoint)).status, 400)
  assert.equal((await post('')).status, 400)
  assert.equal((await post(Buffer.alloc(300_000, 0x61))).status, 400)
  assert.equal((await fetch(`${url}/add-checkpoint`)).status, 405)
  assert.equal((await fetch(`${url}/${'0'.repeat(64)}/checkpoint`)).status, 404)
  assert.equal((await fetch(`${url}/${originId(origin)}/checkpoint`, { method: 'DELETE' })).status, 405)
  for (const path of ['', 'checkpoint', '../x', `${'A'.repeat(64)}/checkpoint`])
    assert.equal((await fetch(`${url}/${path}`)).status, 404)
})

test('answers that are no cosignature of a known witness are not published', async (t) => {
  const { storage, log } = await logOf(3)
  const before = storage.checkpoint
  const answers: [number, string, string, RegExp][] = [
    [200, 'text/plain', '', /signature line/],
    [200, 'text/plain', 'x'.repeat(300_000), /larger than/],
    [200, 'text/plain', '— w.example AAAAAAAA\n', /no cosignature by a known witness/],
    [409, 'text/x.tlog.size', '99\n', /has cosigned 99 entries/],
    [409, 'text/x.tlog.size', '1\n', /changed its size 3 times/],
    [409, 'text/x.tlog.size', '01\n', /answered 409/],
    [409, 'text/plain', '1\n', /answered 409/],
    [500, 'text/plain', 'no', /answered 500: no/],
  ]
  for (const [status, type, body, why] of answers) {
    const url = await serve(t, (_, response) => response.writeHead(status, { 'content-type': type }).end(body))
    await assert.rejects(cosign(log, url, verifiers, NOW), why)
  }
  await assert.rejects(cosign(log, 'file:///x', verifiers, NOW), /only http and https/)
  assert.deepEqual(storage.checkpoint, before)
})
