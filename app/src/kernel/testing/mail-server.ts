import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type Delivered = { to: string; messageId: string; raw: string }

/** A real SMTP server on a free port (or `port`) that keeps what it took. `refuse`: an answer for a receiver. */
export async function mailServer(options: { port?: number; refuse?: (to: string) => number | undefined } = {}) {
  const delivered: Delivered[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo(address, _session, answer) {
      const code = options.refuse?.(address.address)
      answer(code ? Object.assign(new Error(`${address.address} is not taken`), { responseCode: code }) : undefined)
    },
    onData(stream, session, answer) {
      let raw = ''
      stream.on('data', (chunk: Buffer) => (raw += chunk))
      stream.on('end', () => {
        const messageId = raw.match(/^Message-ID: (.+)$/im)?.[1]?.trim() ?? ''
        delivered.push({ to: session.envelope.rcptTo[0]!.address, messageId, raw })
        answer()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    delivered,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  }
}
