import { type LookupAddress, lookup as resolve } from 'node:dns'
import { type IncomingMessage, request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { reachOf } from './address.ts'

export type Answer = { status: number; type: string; body: string }
export type PostOptions = {
  /** Also http, to this machine itself and nowhere else: somebody has said so in the configuration. */
  loopback?: boolean
  timeoutMs?: number
  mostBytes?: number
}

const usualTimeoutMs = 5_000
const usualMostBytes = 256 * 1024

/** What makes a URL one that may be asked at all; the address it resolves to is looked at when it is asked. */
export function refusalOf(url: URL, { loopback = false }: PostOptions): string | undefined {
  if (url.username || url.password) return 'carries a name or password'
  if (url.protocol !== 'https:' && !(loopback && url.protocol === 'http:')) return 'is not https'
  const host = hostOf(url)
  if (isIP(host) && !allowed(host, url, loopback)) return 'leads to an address that is not public'
  return undefined
}

/**
 * A POST to somebody else's server. Nothing is followed; the address is checked after it was resolved and the connection
 * goes to that address, so that a name cannot lead into our own network. Rejects with one line.
 */
export function postOutside(url: URL, body: Uint8Array, options: PostOptions = {}): Promise<Answer> {
  const refusal = refusalOf(url, options)
  if (refusal) return Promise.reject(new Error(`${url.origin} ${refusal}`))
  const { timeoutMs = usualTimeoutMs, mostBytes = usualMostBytes, loopback = false } = options
  const signal = AbortSignal.timeout(timeoutMs)
  const ask = url.protocol === 'https:' ? overHttps : overHttp
  const headers = {
    'content-type': 'text/plain; charset=utf-8',
    'content-length': body.length,
    'user-agent': 'mufakat',
  }
  return new Promise((done, fail) => {
    const failed = (error: Error) =>
      fail(new Error(`${url.origin}: ${signal.aborted ? 'no answer in time' : error.message}`))
    const request = ask(url, { method: 'POST', headers, signal, agent: false, lookup: lookupOutside(url, loopback) })
    request.on('error', failed)
    request.on('response', (response) => readAnswer(response, mostBytes).then(done, failed))
    request.end(body)
  })
}

function lookupOutside(url: URL, loopback: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error) return callback(error, '', 0)
      const wrong = addresses.length === 0 || addresses.some(({ address }) => !allowed(address, url, loopback))
      if (wrong) return callback(new Error('leads to an address that is not public'), '', 0)
      if (options.all) return callback(null, addresses)
      callback(null, addresses[0]!.address, addresses[0]!.family)
    })
  }
}

function allowed(address: string, { protocol }: URL, loopback: boolean): boolean {
  const reach = reachOf(address)
  if (reach === 'loopback') return loopback
  return reach === 'outside' && protocol === 'https:'
}

async function readAnswer(response: IncomingMessage, mostBytes: number): Promise<Answer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > mostBytes) throw new Error(`the answer is larger than ${mostBytes} bytes`)
    chunks.push(chunk)
  }
  return {
    status: response.statusCode ?? 0,
    type: response.headers['content-type'] ?? '',
    body: Buffer.concat(chunks).toString('utf8'),
  }
}

const hostOf = ({ hostname }: URL) => hostname.replace(/^\[(.*)\]$/, '$1')
