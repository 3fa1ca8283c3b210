import type pg from 'pg'

/**
 * What a connection is asked in one turn of the event loop leaves in one write. Each write wakes the server's process,
 * which costs more than a short query.
 */
export function sendTogether(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: import('node:net').Socket } }).connection
  const query = client.query.bind(client) as (...args: unknown[]) => unknown
  let held = false
  const release = () => {
    held = false
    stream.uncork()
  }
  const gathered = (...args: unknown[]) => {
    if (!held) {
      held = true
      stream.cork()
      process.nextTick(release)
    }
    return query(...args)
  }
  client.query = gathered as typeof client.query
}
