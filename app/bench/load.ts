// A second process that asks one path again and again over kept-open connections, and prints what it saw as JSON.
import { connect } from 'node:net'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    seconds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '32' },
    cookie: { type: 'string', default: '' },
  },
})
const url = new URL(values.url!)
const headers = [
  `GET ${url.pathname}${url.search} HTTP/1.1`,
  `host: ${url.host}`,
  'accept-encoding: br, gzip',
  ...(values.cookie ? [`cookie: ${values.cookie}`] : []),
]
const request = `${headers.join('\r\n')}\r\n\r\n`
const until = performance.now() + Number(values.seconds) * 1_000
const times: number[] = []
const failures = { status: 0, connection: 0 }
let bytes = 0

await Promise.all(Array.from({ length: Number(values.connections) }, askAgainAndAgain))
times.sort((a, b) => a - b)
const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
const perSecond = times.length / Number(values.seconds)
process.stdout.write(
  `${JSON.stringify({ perSecond, p50: at(0.5), p95: at(0.95), p99: at(0.99), bytes: bytes / times.length, failures })}\n`,
)

function askAgainAndAgain(): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(Number(url.port), url.hostname, ask)
    let asked = 0
    let seen: Buffer = Buffer.alloc(0)
    function ask() {
      asked = performance.now()
      socket.write(request)
    }
    socket.on('data', (chunk: Buffer) => {
      seen = seen.length === 0 ? chunk : Buffer.concat([seen, chunk])
      const length = answerLength(seen)
      if (length === undefined || seen.length < length) return
      times.push(performance.now() - asked)
      bytes += length
      if (seen.subarray(9, 12).toString() !== '200') failures.status += 1
      seen = seen.subarray(length)
      if (performance.now() < until) ask()
      else socket.end()
    })
    socket.on('error', () => {
      failures.connection += 1
      resolve()
    })
    socket.on('close', () => resolve())
  })
}

/** Head and body of the answer at the start of the buffer; undefined while the head is not whole. */
function answerLength(buffer: Buffer): number | undefined {
  const end = buffer.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const found = buffer
    .subarray(0, end)
    .toString('latin1')
    .match(/content-length: (\d+)/i)
  if (found) return end + 4 + Number(found[1])
  const chunkedEnd = buffer.indexOf('0\r\n\r\n', end)
  return chunkedEnd < 0 ? undefined : chunkedEnd + 5
}
