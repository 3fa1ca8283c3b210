import assert from 'node:assert/strict'
import { once } from 'node:events'
import type { Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { after, test } from 'node:test'
import { serve } from '@hono/node-server'
import type { Actor } from '#kernel/access.ts'
import { fileLimit } from './file-kind.ts'
import { documentPaths } from './paths.ts'
import { pdfFile } from './testing/fixtures.ts'
import { stage } from './testing/stage.ts'

const { site, actors, slug, plan, stored } = await stage()
const task = await plan()

const answering: Promise<unknown>[] = []
const server = serve({
  port: 0,
  hostname: '127.0.0.1',
  fetch: (request) => {
    const answer = Promise.resolve(site.app.fetch(request))
    answering.push(answer)
    return answer
  },
}) as Server
await once(server, 'listening')
after(() => server.closeAllConnections())
after(() => server.close())

/** What a client is answered that may break its word; with `leaves` it goes away after its last byte. */
async function raw(head: string[], body: Buffer, { leaves = false } = {}): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  const first = `POST ${documentPaths.add(slug, task)} HTTP/1.1`
  socket.on('error', () => {})
  socket.write([first, 'host: localhost', 'origin: http://localhost:3000', ...head, '', ''].join('\r\n'))
  const answered = new Promise<string>((resolve) => {
    socket.once('data', (chunk) => resolve(chunk.toString('latin1')))
    socket.once('close', () => resolve(''))
  })
  socket.write(body, () => leaves && socket.end())
  const answer = await answered
  socket.destroy()
  await Promise.allSettled(answering)
  return answer
}
const multipart = 'content-type: multipart/form-data; boundary=xx'
const part = (end = '\r\n--xx--\r\n') =>
  Buffer.concat([
    Buffer.from('--xx\r\ncontent-disposition: form-data; name="title"\r\n\r\nT\r\n'),
    Buffer.from('--xx\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'),
    pdfFile(),
    Buffer.from(end),
  ])
/** Whoever the site last acted as stays so for the next request. */
const actAs = (as: Actor) => site.get('/healthz', { as })

test('a body that says it is too large is refused before it is read', async () => {
  await actAs(actors.officer)
  const before = await stored()
  const answer = await raw([multipart, `content-length: ${fileLimit * 2}`], part())
  assert.match(answer, /^HTTP\/1\.1 413/)
  const other = await site.post(
    `/programmes/${slug}/tasks/new`,
    { title: 'x'.repeat(300 * 1024) },
    {
      as: actors.officer,
      headers: { 'content-length': String(300 * 1024) },
    },
  )
  assert.equal(other.status, 413)
  assert.deepEqual(await stored(), before)
})

test('a file over the limit is cut off with 413, and nothing of it stays', async () => {
  await actAs(actors.officer)
  const before = await stored()
  const big = Buffer.concat([part('').subarray(0, -pdfFile().length), Buffer.alloc(fileLimit + 10, 65)])
  const answer = await raw([multipart, `content-length: ${big.length + 100}`], Buffer.concat([big, Buffer.alloc(100)]))
  assert.match(answer, /^HTTP\/1\.1 413/)
  assert.deepEqual(await stored(), before)
})

test('a form that ends too early, is shorter than it says, or says nothing, is no form', async () => {
  await actAs(actors.officer)
  const before = await stored()
  const cut = part('\r\n--x')
  assert.match(await raw([multipart, `content-length: ${cut.length}`], cut), /^HTTP\/1\.1 422/)
  const shorter = await raw([multipart, `content-length: ${part().length + 500}`], part(), { leaves: true })
  assert.match(shorter, /^HTTP\/1\.1 400/)
  const chunked = await raw([multipart, 'transfer-encoding: chunked'], Buffer.from('5\r\nhello\r\n0\r\n\r\n'))
  assert.match(chunked, /^HTTP\/1\.1 413/)
  assert.match(await raw([`${multipart}; boundary=yy`, `content-length: ${cut.length}`], cut), /^HTTP\/1\.1 422/)
  assert.deepEqual(await stored(), before)
})
