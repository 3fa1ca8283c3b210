import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type TestContext, test } from 'node:test'
import { reachOf } from './address.ts'
import { postOutside, refusalOf } from './post.ts'

async function serve(t: TestContext, listener: RequestListener): Promise<number> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  t.after(() => server.close(() => {}).closeAllConnections())
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}
const post = (url: string, options = {}) => postOutside(new URL(url), Buffer.from('x'), options)

test('an address is outside only when it is public', () => {
  for (const address of ['8.8.8.8', '2606:4700::1111', '172.32.0.1', '::ffff:8.8.8.8'])
    assert.equal(reachOf(address), 'outside', address)
  for (const address of ['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'])
    assert.equal(reachOf(address), 'loopback', address)
  const inside = [
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
  ]
  const inside6 = [
    '::',
    'fe80::1',
    'fd00::1',
    'ff02::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '64:ff9b::7f00:1',
    '::ffff:10.0.0.1',
    '::7f00:1',
    'x',
  ]
  for (const address of [...inside, ...inside6]) assert.equal(reachOf(address), 'inside', address)
})

test('only https is asked, never an inner address, however it is written', async () => {
  const refused = [
    'http://example.com/',
    'ftp://example.com/',
    'https://u:p@example.com/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://10.0.0.1/',
    'https://0x7f.1/',
    'https://2130706433/',
    'https://[::ffff:7f00:1]/',
    'https://169.254.169.254/latest/',
  ]
  for (const url of refused) {
    assert.ok(refusalOf(new URL(url), {}), url)
    await assert.rejects(post(url), /is not https|not public|carries/, url)
  }
})

test('a name that resolves to this machine is not asked', async () => {
  await assert.rejects(post('https://localhost/'), /leads to an address that is not public/)
})

test('loopback, where somebody has allowed it, means this machine alone', async (t) => {
  const port = await serve(t, (request, response) =>
    request.pipe(response.writeHead(200, { 'content-type': 'text/x' })),
  )
  assert.deepEqual(await post(`http://127.0.0.1:${port}/a`, { loopback: true }), {
    status: 200,
    type: 'text/x',
    body: 'x',
  })
  assert.equal((await post(`http://localhost:${port}/a`, { loopback: true })).status, 200)
  await assert.rejects(post('http://10.0.0.1/', { loopback: true }), /not public/)
  await assert.rejects(post('http://8.8.8.8/', { loopback: true }), /not public/)
})

test('nothing is followed, too much is cut off, silence ends', async (t) => {
  const port = await serve(t, (request, response) => {
    if (request.url === '/moved') return response.writeHead(302, { location: 'http://127.0.0.1/x' }).end()
    if (request.url === '/much') return response.end(Buffer.alloc(2_000))
  })
  assert.equal((await post(`http://127.0.0.1:${port}/moved`, { loopback: true })).status, 302)
  await assert.rejects(
    post(`http://127.0.0.1:${port}/much`, { loopback: true, mostBytes: 1_000 }),
    /larger than 1000 bytes/,
  )
  await assert.rejects(post(`http://127.0.0.1:${port}/silent`, { loopback: true, timeoutMs: 100 }), /no answer in time/)
})
