import type { MiddlewareHandler } from 'hono'
import type { ReadTx } from '#kernel/database.ts'
import { type Env, readFor, type Site } from '#kernel/web/request.ts'

/** The address of a record that was merged away leads to the one that stays: asked only where nothing else answers. */
export function forwardMerged(
  site: Site,
  prefix: string,
  survivor: (tx: ReadTx, id: string) => Promise<string | undefined>,
): void {
  site.openapi.moved.push(prefix)
  const forward =
    (api: string): MiddlewareHandler<Env> =>
    async (c, next) => {
      await next()
      if (c.req.method !== 'GET' || c.res.status !== 404) return
      const id = c.req.path.slice(`${api}${prefix}/`.length).split('/')[0] ?? ''
      const found = await readFor(site, c, (tx) => survivor(tx, id))
      if (found) c.res = c.redirect(`${api}${prefix}/${found}`, 301)
    }
  for (const api of ['', '/api/v1']) {
    site.app.use(`${api}${prefix}/:id`, forward(api))
    site.app.use(`${api}${prefix}/:id/*`, forward(api))
  }
}
