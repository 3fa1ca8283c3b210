import { connect, type Socket } from 'node:net'
import { codeIn, type FilesStanding } from './files.ts'

/** The scanner does not answer, or not as one: nothing is taken that it has not seen. */
export class ScannerUnavailable extends Error {}

export type VirusScanner = {
  /** The name of what it knows in this content; undefined = nothing. Throws ScannerUnavailable. */
  scan(content: AsyncIterable<Uint8Array>): Promise<string | undefined>
  /** Its version and that of what it knows. */
  version(): Promise<string>
  standing(): Promise<FilesStanding>
}

type Place = { host: string; port: number } | { path: string }
/** Milliseconds for one file, and for a question. */
type Patience = { scan: number; ask: number }

/** Where the scanner listens: `tcp://host:port`, or the path of a socket. */
export function scannerPlace(text: string): Place | undefined {
  if (text.startsWith('/')) return { path: text }
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol !== 'tcp:' || !url.hostname || !url.port || url.pathname.length > 1) return undefined
  return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) }
}

/** ClamAV's daemon, asked over its socket (clamd: INSTREAM, VERSION, PING); files stay where they are. */
export function clamav(place: Place, { scan, ask }: Patience = { scan: 60_000, ask: 3_000 }): VirusScanner {
  const version = () => conversation(place, ask, async (socket) => send(socket, Buffer.from('zVERSION\0')))
  return {
    async scan(content) {
      const answer = await conversation(place, scan, (socket) => stream(socket, content))
      if (answer === 'stream: OK') return undefined
      const found = /^stream: (.{1,200}) FOUND$/.exec(answer)?.[1]
      if (found) return found
      throw new ScannerUnavailable(`the virus scanner says: ${answer.slice(0, 200)}`)
    },
    version,
    standing: () =>
      conversation(place, ask, async (socket) => send(socket, Buffer.from('zPING\0'))).then(
        (answer) =>
          answer === 'PONG' ? { kind: 'open' } : { kind: 'unavailable', why: 'the virus scanner is no ClamAV' },
        (error: Error) => ({ kind: 'unavailable', why: error.message }),
      ),
  }
}

/** One question and its answer, which ends with NUL. */
function conversation(place: Place, patience: number, speak: (socket: Socket) => Promise<void>): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(place)
    const fail = (cause: unknown) => {
      socket.destroy()
      reject(
        cause instanceof NotOurs
          ? cause.cause
          : new ScannerUnavailable(`the virus scanner does not answer${codeIn(cause)}`, { cause }),
      )
    }
    const limit = setTimeout(() => fail(new Error('too slow')), patience)
    let heard = ''
    socket.setEncoding('latin1')
    socket.on('data', (piece: string) => {
      heard += piece
      const end = heard.indexOf('\0')
      if (end < 0 && heard.length < 4_096) return
      resolve(heard.slice(0, end < 0 ? undefined : end).trim())
      socket.destroy()
    })
    socket.on('error', fail)
    socket.on('close', () => {
      clearTimeout(limit)
      fail(new Error('closed'))
    })
    socket.once('connect', () => speak(socket).catch(fail))
  })
}

/** What went wrong is not the scanner's. */
class NotOurs extends Error {}

async function stream(socket: Socket, content: AsyncIterable<Uint8Array>): Promise<void> {
  await send(socket, Buffer.from('zINSTREAM\0'))
  const pieces = content[Symbol.asyncIterator]()
  for (;;) {
    const { done, value } = await pieces.next().catch((cause) => {
      throw new NotOurs('the content broke off', { cause })
    })
    if (done) break
    // It stops listening when it has found something; what it says then is what counts.
    if (socket.destroyed) return void (await pieces.return?.())
    if (value.length > 0) await send(socket, Buffer.concat([lengthOf(value.length), value]))
  }
  await send(socket, lengthOf(0))
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}

function send(socket: Socket, bytes: Buffer): Promise<void> {
  return new Promise((resolve) => {
    if (socket.write(bytes) || socket.destroyed) return resolve()
    const go = () => {
      socket.off('drain', go).off('close', go)
      resolve()
    }
    socket.once('drain', go).once('close', go)
  })
}
