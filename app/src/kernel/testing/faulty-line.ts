import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { after } from 'node:test'

/** What goes wrong between us and a server. `bytes`: how many pass before it does; `each`: and before it does again. */
export type Fault =
  | { kind: 'none' }
  | { kind: 'silent' }
  | { kind: 'cut answers' | 'cut requests'; bytes: number; each?: number; times?: number }
  | { kind: 'change answers' | 'change requests'; from: string; to: string }

/** A line to a server, with faults as a test asks for them. */
export async function faultyLine(endpoint: string) {
  const line = { fault: { kind: 'none' } as Fault, connections: 0 }
  const open = new Set<Socket>()
  const { port } = new URL(endpoint)
  const server = createServer((near) => {
    line.connections += 1
    const far = connect(Number(port), '127.0.0.1')
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
    }
    near.on('data', (piece) => passOn(line, 'requests', piece, far, near))
    far.on('data', (piece) => passOn(line, 'answers', piece, near, far))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = () => {
    for (const one of open) one.destroy()
    server.close()
  }
  after(close)
  return { line, close, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

function passOn(line: { fault: Fault }, way: 'requests' | 'answers', piece: Buffer, to: Socket, from: Socket): void {
  const { fault } = line
  if (fault.kind === 'silent' && way === 'answers') return
  if (fault.kind === `change ${way}` && 'from' in fault) piece = changed(piece, fault.from, fault.to)
  if (fault.kind === `cut ${way}` && 'bytes' in fault && (fault.times ?? 1) > 0) {
    fault.bytes -= piece.length
    if (fault.bytes <= 0) {
      fault.times = (fault.times ?? 1) - 1
      fault.bytes = fault.each ?? 0
      to.destroy()
      from.destroy()
      return
    }
  }
  to.write(piece)
}

function changed(piece: Buffer, from: string, to: string): Buffer {
  const at = piece.indexOf(from)
  return at < 0 ? piece : Buffer.concat([piece.subarray(0, at), Buffer.from(to), piece.subarray(at + from.length)])
}
