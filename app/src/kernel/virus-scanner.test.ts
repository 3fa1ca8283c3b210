import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { after, describe, test } from 'node:test'
import { marked, startClamd, withoutClamd } from './testing/clamd.ts'
import { clamav, ScannerUnavailable, scannerPlace } from './virus-scanner.ts'

const hasty = { scan: 300, ask: 300 }
const bytes = (...pieces: (string | Buffer)[]) => Readable.from(pieces.map((piece) => Buffer.from(piece)))

describe('ClamAV', { skip: withoutClamd }, async () => {
  const { path, stop } = withoutClamd ? { path: '/', stop: async () => {} } : await startClamd()
  const scanner = clamav({ path })

  test('knows what it was told of, wherever it stands in twenty megabytes, and nothing else', async () => {
    assert.equal(await scanner.scan(bytes(`a ${marked} b`)), 'Mufakat.Uji.Tanda.UNOFFICIAL')
    assert.equal(await scanner.scan(bytes(marked.slice(0, 9), '', marked.slice(9))), 'Mufakat.Uji.Tanda.UNOFFICIAL')
    const large = Buffer.alloc(10_000_000, 'x')
    assert.equal(await scanner.scan(bytes(large, marked, large)), 'Mufakat.Uji.Tanda.UNOFFICIAL')
    assert.equal(await scanner.scan(bytes(large, large)), undefined)
    assert.equal(await scanner.scan(bytes()), undefined)
    assert.match(await scanner.version(), /^ClamAV \d/)
    assert.deepEqual(await scanner.standing(), { kind: 'open' })
  })

  test('several files at once are each judged by themselves', async () => {
    const judged = await Promise.all([0, 1, 2, 3, 4, 5].map((n) => scanner.scan(bytes(n % 2 ? marked : 'bersih'))))
    assert.deepEqual(
      judged.map((found) => found !== undefined),
      [false, true, false, true, false, true],
    )
  })

  test('content that breaks off is no fault of the scanner', async () => {
    async function* breaking() {
      yield Buffer.from('x')
      throw new Error('gone')
    }
    await assert.rejects(scanner.scan(breaking()), /^Error: gone/)
  })

  test('that has died takes nothing', async () => {
    await stop()
    await assert.rejects(scanner.scan(bytes('bersih')), ScannerUnavailable)
    assert.match(JSON.stringify(await scanner.standing()), /the virus scanner does not answer \(E[A-Z]+\)/)
  })
})

test('whatever else answers, or does not, never says that a file is clean', async () => {
  const answers: ((socket: Socket) => void)[] = [
    () => {},
    (socket) => socket.end(),
    (socket) => socket.destroy(),
    (socket) => socket.end('stream: OK'),
    (socket) => socket.end('stream: ERROR\0'),
    (socket) => socket.end('INSTREAM size limit exceeded. ERROR\0'),
    (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\nstream: OK\0'),
    (socket) => socket.end(`${'x'.repeat(10_000)}stream: OK\0`),
  ]
  for (const answer of answers) {
    const server = createServer((socket) => {
      socket.on('error', () => {})
      answer(socket)
    }).listen(0, '127.0.0.1')
    after(() => server.close())
    await once(server, 'listening')
    const scanner = clamav({ host: '127.0.0.1', port: (server.address() as AddressInfo).port }, hasty)
    await assert.rejects(scanner.scan(bytes(Buffer.alloc(1_000_000))), ScannerUnavailable, String(answer))
    assert.equal((await scanner.standing()).kind, 'unavailable')
  }
})

test('its address is a port of a machine or a socket', () => {
  assert.deepEqual(scannerPlace('tcp://127.0.0.1:3310'), { host: '127.0.0.1', port: 3310 })
  assert.deepEqual(scannerPlace('tcp://[::1]:3310'), { host: '::1', port: 3310 })
  assert.deepEqual(scannerPlace('/run/clamav/clamd.ctl'), { path: '/run/clamav/clamd.ctl' })
  for (const wrong of ['tcp://clamav', 'http://clamav:3310', 'clamav:3310', 'tcp://clamav:3310/x', ''])
    assert.equal(scannerPlace(wrong), undefined)
})
