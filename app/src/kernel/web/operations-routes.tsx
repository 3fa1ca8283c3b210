import { createHash, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { Ctx, Site } from './request.ts'

/** For operators: is the process alive, does the database answer, what are the figures. */
export function operationsRoutes({ app, deps }: Site): void {
  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', async (c) => {
    try {
      await sql`select 1`.execute(deps.db.kysely)
      // Without keys or files most of Mufakat runs, so a balancer leaves this process in; the line says what does not.
      const asked = [
        deps.db.keys.standing(),
        deps.files.standing(),
        deps.scanner?.standing() ?? { kind: 'open' as const },
      ]
      const standings = await Promise.all(asked)
      return c.text(['ok', ...standings.flatMap((one) => (one.kind === 'open' ? [] : [one.why]))].join(', but '))
    } catch {
      return c.text('database does not answer', 503)
    }
  })
  app.get('/metrics', async (c) => {
    if (!mayReadMetrics(c, deps.config.MUFAKAT_METRICS_TOKEN)) return c.text('forbidden', 403)
    deps.metrics.keysOpen.set((await deps.db.keys.standing()).kind === 'open' ? 1 : 0)
    const forFiles = await Promise.all([deps.files.standing(), deps.scanner?.standing()])
    deps.metrics.filesOpen.set(forFiles.every((one) => !one || one.kind === 'open') ? 1 : 0)
    return c.text(await deps.metrics.registry.metrics(), 200, { 'content-type': deps.metrics.registry.contentType })
  })
}

function mayReadMetrics(c: Ctx, token: string | undefined): boolean {
  if (!token) return c.var.client.onMachine
  const given = c.req.header('authorization')?.replace(/^Bearer /, '') ?? ''
  return timingSafeEqual(hashOf(given), hashOf(token))
}

/** Of one length whatever was given. */
function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
