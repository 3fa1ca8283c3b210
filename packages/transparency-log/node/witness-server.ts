import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Witness, WitnessAnswer } from '../src/index.ts'

// 63 hashes and sixteen of the largest signatures fit several times.
const MAX_BODY_BYTES = 256 * 1024
const TIMEOUT_MS = 10_000

/** The witness behind HTTP, not listening yet. `now`: POSIX seconds. */
export function witnessServer(witness: Witness, now: () => number): Server {
  const server = createServer(async (request, response) => {
    const answer = await answerTo(witness, request, now).catch(() => refuse(500, 'The witness failed.'))
    response.writeHead(answer.status, { 'content-type': answer.contentType, 'cache-control': 'no-store' })
    response.end(answer.body)
    // What was not read of a refused body must not be taken for the next request.
    if (!request.complete) request.destroy()
  })
  server.requestTimeout = TIMEOUT_MS
  server.headersTimeout = TIMEOUT_MS
  return server
}

type HttpAnswer = Omit<WitnessAnswer, 'status'> & { status: number }

async function answerTo(witness: Witness, request: IncomingMessage, now: () => number): Promise<HttpAnswer> {
  const [path = ''] = (request.url ?? '').split('?')
  if (path === '/add-checkpoint') {
    if (request.method !== 'POST') return refuse(405, 'Send a POST.')
    const body = await readBody(request)
    return body === undefined ? refuse(400, 'The request is too long.') : witness.addCheckpoint(body, now())
  }
  const [, id] = /^\/([0-9a-f]{64})\/checkpoint$/.exec(path) ?? []
  if (id === undefined) return refuse(404, 'Not found.')
  return request.method === 'GET' ? witness.latest(id) : refuse(405, 'Send a GET.')
}

async function readBody(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length
    if (length > MAX_BODY_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function refuse(status: number, why: string): HttpAnswer {
  return { status, contentType: 'text/plain; charset=utf-8', body: `${why}\n` }
}
