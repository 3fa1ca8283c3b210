import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { after, test } from 'node:test'
import { Hono } from 'hono'
import type { App, Deps, Env } from '#kernel/web/request.ts'
import { listen } from './serve.ts'

const app: App = new Hono<Env>()
app.post('*', async (c) => c.text(await c.req.text()))
const server = await listen(app, { config: { PORT: 0, HOST: '127.0.0.1' } } as Deps)
after(() => server.closeAllConnections())
after(() => server.close())

/** Sends a head and the first of two bytes; resolves when the server has seen it. */
async function begin(path: string) {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  const seen = once(server, 'request')
  socket.write(`POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-length: 2\r\nconnection: close\r\n\r\na`)
  await seen
  const closed = once(socket, 'close').then(() => 'closed')
  socket.on('error', () => {})
  return { socket, closed }
}

test('a body that does not come in thirty seconds is cut off; a file has longer', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const slow = await begin('/sign-in')
  const file = await begin('/programmes/stunting/documents/01900000-0000-7000-8000-0000000000aa/new')
  t.mock.timers.tick(30_000)
  assert.equal(await slow.closed, 'closed')
  const answer = once(file.socket, 'data')
  file.socket.write('b')
  assert.match(String((await answer)[0]), /^HTTP\/1\.1 200/)
})
