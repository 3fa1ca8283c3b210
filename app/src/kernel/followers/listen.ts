import pg from 'pg'
import type { Logger } from 'pino'

export type Listener = { stop(): Promise<void> }

export type ListenOptions = { url: string; channel: string; onNotify: () => void; log: Logger }

const firstBackoffMs = 100
const lastBackoffMs = 5_000

/**
 * LISTEN on a connection of its own (not through a pool or PgBouncer). When it breaks it connects again after a
 * growing pause, and calls `onNotify` once connected, because something may have happened meanwhile.
 */
export function listen({ url, channel, onNotify, log }: ListenOptions): Listener {
  let client: pg.Client | undefined
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let failures = 0
  let connecting = connect()

  async function connect() {
    const next = new pg.Client({ connectionString: url, keepAlive: true, application_name: 'mufakat-listen' })
    client = next
    // 'end' follows every loss; an 'error' without a listener would end the process.
    next.on('error', (error) => log.warn({ err: error, channel }, 'listening connection broke'))
    next.on('end', () => lost(next))
    next.on('notification', onNotify)
    try {
      await next.connect()
      await next.query(`listen ${pg.escapeIdentifier(channel)}`)
      failures = 0
      onNotify()
    } catch (error) {
      log.warn({ err: error, channel }, 'cannot listen')
      lost(next)
      await next.end().catch(() => {})
    }
  }

  function lost(which: pg.Client) {
    if (stopped || client !== which) return
    client = undefined
    failures += 1
    timer = setTimeout(() => (connecting = connect()), Math.min(lastBackoffMs, firstBackoffMs * 2 ** (failures - 1)))
  }

  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await connecting
      await client?.end().catch(() => {})
    },
  }
}
