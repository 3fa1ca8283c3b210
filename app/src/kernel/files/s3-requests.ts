import { createHash } from 'node:crypto'
import http from 'node:http'
import https from 'node:https'
import { setTimeout as pause } from 'node:timers/promises'
import { AwsV4Signer } from 'aws4fetch'
import { codeIn, FilesUnavailable } from '../files.ts'

/** One bucket of an S3-compatible store, its address in path style. */
export type S3Place = {
  endpoint: string
  bucket: string
  region: string
  accessKeyId: string
  secretAccessKey: string
}

/** Milliseconds that nothing may move (twelve times as long until an answer begins), times that a request is sent, milliseconds before the second time. */
export type Patience = { idle: number; attempts: number; pause: number }
export const usualPatience: Patience = { idle: 10_000, attempts: 3, pause: 200 }

export type S3Request = {
  method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE'
  key?: string
  query?: Record<string, string>
  headers?: Record<string, string>
  body?: readonly Uint8Array[]
}

/** An answer that is no success and will not become one: `code` is the store's own word. */
export class S3Refusal extends FilesUnavailable {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string) {
    super(`the file storage refuses: ${code || status}`)
    this.status = status
    this.code = code
  }
}

export type S3Requests = ReturnType<typeof s3Requests>

/** Sends signed requests, again where that can help, and never waits without an end. */
export function s3Requests(place: S3Place, { idle, attempts, pause: firstPause }: Patience) {
  const secure = place.endpoint.startsWith('https:')
  // As many connections as files are read: a slow reader must not make others wait for a place.
  const agent = new (secure ? https : http).Agent({ keepAlive: true })

  /** The answer once its head is there; its body is read by whoever asked. */
  async function ask(request: S3Request, times = attempts): Promise<http.IncomingMessage> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await askOnce(request)
      } catch (error) {
        const final = error instanceof S3Refusal && !passing(error)
        if (final) throw error
        if (attempt >= times) throw unavailable(error)
        await pause(firstPause * 2 ** (attempt - 1))
      }
    }
  }

  async function askOnce(request: S3Request): Promise<http.IncomingMessage> {
    const { url, headers } = await signed(place, request)
    const answer = await new Promise<http.IncomingMessage>((resolve, reject) => {
      const options = { method: request.method, headers, agent, timeout: idle }
      const sent = (secure ? https : http).request(url, options, resolve)
      const slow = () => sent.destroy(new FilesUnavailable('the file storage is too slow'))
      const limit = setTimeout(slow, idle * 12)
      sent.once('response', () => clearTimeout(limit)).once('close', () => clearTimeout(limit))
      sent.on('timeout', slow)
      sent.on('error', reject)
      for (const piece of request.body ?? []) sent.write(piece)
      sent.end()
    })
    if (answer.statusCode! < 300) return answer
    const text = request.method === 'HEAD' ? '' : await textOf(answer, idle)
    answer.resume()
    throw new S3Refusal(answer.statusCode!, /<Code>([A-Za-z0-9.]{1,60})<\/Code>/.exec(text)?.[1] ?? '')
  }

  return { ask, text: async (request: S3Request, times?: number) => textOf(await ask(request, times), idle) }
}

/** A store that is busy, or got our bytes broken, may do better with the next try. */
function passing({ status, code }: S3Refusal): boolean {
  return (status >= 500 && status !== 501) || status === 429 || code === 'RequestTimeout' || broken.has(code)
}
const broken = new Set(['BadDigest', 'XAmzContentSHA256Mismatch', 'IncompleteBody'])

function unavailable(cause: unknown): FilesUnavailable {
  if (cause instanceof FilesUnavailable) return cause
  return new FilesUnavailable(`the file storage does not answer${codeIn(cause)}`, { cause })
}

/** The hash of the body is signed, so the store refuses bytes that were changed on the way. */
async function signed({ endpoint, bucket, ...access }: S3Place, request: S3Request) {
  const { method, key, query = {}, body = [] } = request
  const url = new URL(`${endpoint}/${bucket}${key ? `/${key}` : ''}`)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  const hash = createHash('sha256')
  for (const piece of body) hash.update(piece)
  const headers = { ...request.headers, 'x-amz-content-sha256': hash.digest('hex') }
  const signer = new AwsV4Signer({ method, url: url.href, headers, service: 's3', ...access })
  const { headers: all } = await signer.sign()
  const length = body.reduce((sum, piece) => sum + piece.length, 0)
  const sized = method === 'PUT' || method === 'POST' ? { 'content-length': String(length) } : {}
  return { url, headers: { ...Object.fromEntries(all), ...sized } }
}

const textLimit = 4_000_000

async function textOf(answer: http.IncomingMessage, idle: number): Promise<string> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of patient(answer, idle)) {
    length += piece.length
    if (length > textLimit) throw new FilesUnavailable('the file storage answers more than it was asked')
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString('utf8')
}

/** The body of an answer; only the time in which we wait for it counts, not that in which its reader does. */
export async function* patient(answer: http.IncomingMessage, idle: number): AsyncGenerator<Buffer> {
  answer.socket.setTimeout(0)
  const pieces = answer[Symbol.asyncIterator]()
  const slow = () => answer.destroy(new FilesUnavailable('the file storage is too slow'))
  try {
    for (;;) {
      const limit = setTimeout(slow, idle)
      const { done, value } = await pieces.next().finally(() => clearTimeout(limit))
      if (done) return
      yield value as Buffer
    }
  } finally {
    answer.destroy()
  }
}
