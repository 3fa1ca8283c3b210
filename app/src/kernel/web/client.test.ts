import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clientOf, readProxies } from './client.ts'
import type { Ctx } from './request.ts'

function asked(address: string | undefined, headers: Record<string, string> = {}): Ctx {
  const incoming =
    address === undefined ? undefined : { socket: { remoteAddress: address, remotePort: 1, remoteFamily: 'IPv4' } }
  return { env: { incoming }, req: { header: (name: string) => headers[name] } } as unknown as Ctx
}

const none = readProxies('')
const ours = readProxies('10.0.0.2, 192.168.0.0/16, fd00::/8')

test('without proxies nobody is believed, and a proxy on the machine hides who asks', () => {
  assert.deepEqual(clientOf(asked('203.0.113.9', { 'x-forwarded-for': '8.8.8.8' }), none), {
    address: '203.0.113.9',
    onMachine: false,
  })
  assert.deepEqual(clientOf(asked('127.0.0.1'), none), { address: '127.0.0.1', onMachine: true })
  for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via']) {
    assert.deepEqual(
      clientOf(asked('::ffff:127.0.0.1', { [name]: '127.0.0.1' }), none),
      { address: undefined, onMachine: false },
      name,
    )
  }
})

test('a known proxy is believed for the address that it saw, not for what its visitor claims', () => {
  const chain = { 'x-forwarded-for': '127.0.0.1, 8.8.8.8, 203.0.113.9, 192.168.7.7' }
  assert.deepEqual(clientOf(asked('10.0.0.2', chain), ours), { address: '203.0.113.9', onMachine: false })
  assert.deepEqual(clientOf(asked('10.0.0.3', chain), ours), { address: '10.0.0.3', onMachine: false })
  assert.deepEqual(clientOf(asked('fd00::1', { 'x-forwarded-for': 'nonsense' }), ours), {
    address: undefined,
    onMachine: false,
  })
})

test('what is no address is said at the start', () => {
  for (const wrong of ['proxy.local', '10.0.0.0/x', '10.0.0.0/8/9 '])
    assert.throws(() => readProxies(wrong), /no address or network/)
})
