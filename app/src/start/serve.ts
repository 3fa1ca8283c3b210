import type { IncomingMessage, Server } from 'node:http'
import { createServer } from 'node:net'
import { serve } from '@hono/node-server'
import type { App, Deps } from '#kernel/web/request.ts'
import { takesFile } from '#kernel/web/security.ts'

/** Listens on loopback unless HOST says otherwise; rejects with one clear line when the port is taken. */
export function listen(app: App, deps: Deps): Promise<Server> {
  const { PORT: port, HOST: hostname } = deps.config
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port, hostname }, () => resolve(server as Server)) as Server
    server.requestTimeout = patience.file
    server.prependListener('request', hurry)
    server.headersTimeout = 10_000
    server.keepAliveTimeout = 10_000
    server.once('error', (error: NodeJS.ErrnoException) => reject(clearly(error, port)))
  })
}

/** Until a request has come whole. 20 MB take a quarter of an hour at 200 kbit/s, which is what villages have. */
const patience = { others: 30_000, file: 15 * 60_000 }

/** Node knows one limit for all; whoever does not send a file is held to the short one here. */
function hurry(request: IncomingMessage): void {
  if (request.method === 'GET' || takesFile((request.url ?? '').split('?', 1)[0]!)) return
  const limit = setTimeout(() => request.complete || request.destroy(), patience.others)
  request.once('close', () => clearTimeout(limit))
}

/** A taken port is said before the database is touched. */
export function expectFreePort({ PORT: port, HOST: host }: Deps['config']): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => reject(clearly(error, port)))
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

function clearly(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') return new Error(`Port ${port} is taken: stop the other program, or set PORT.`)
  if (error.code === 'EACCES') return new Error(`Port ${port} may not be used by this account: set PORT above 1023.`)
  return error
}

/** Takes no new requests and waits for those in flight, five seconds at most: supervisors kill after ten. */
export function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(() => server.closeAllConnections(), 5_000)
    server.close(() => {
      clearTimeout(limit)
      resolve()
    })
    server.closeIdleConnections()
  })
}
