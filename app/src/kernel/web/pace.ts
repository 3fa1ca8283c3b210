import type { MiddlewareHandler } from 'hono'
import { networkOf } from '../session/network.ts'
import { refuse } from './refusal.tsx'
import type { Ctx, Env, Site } from './request.ts'

const minute = 60_000
const mostInMinute = 1_200
const costOfOne = 1
/** Searches, files that are made when they are asked for, and previews that are drawn. */
const costly = /^(\/api\/v1)?\/search$|\.(csv|json|jsonld|ttl|atom|pdf)$|\/preview$/
const costOfCostly = 10
/** Fetched by the hundred by whoever verifies the log, or with each page; nothing is computed for it. */
const free = /^\/(log\/tile|assets)\//

/**
 * What one person, or one network of visitors, may ask for in a minute of this process. Not counted: pages from the
 * store, programs of this machine, and visitors whose network a proxy hides.
 */
export function pace(site: Site): MiddlewareHandler<Env> {
  let current = 0
  const spent = new Map<string, number>()
  return async (c, next) => {
    const key = whoAsks(c)
    if (!key || free.test(c.req.path)) return next()
    const now = c.var.now.getTime()
    if (Math.floor(now / minute) !== current) {
      current = Math.floor(now / minute)
      spent.clear()
    }
    const sum = (spent.get(key) ?? 0) + (costly.test(c.req.path) ? costOfCostly : costOfOne)
    spent.set(key, sum)
    if (sum <= mostInMinute) return next()
    c.header('retry-after', String(Math.ceil(((current + 1) * minute - now) / 1000)))
    return refuse(site, c, 'tooMany')
  }
}

function whoAsks(c: Ctx): string | undefined {
  if (c.var.client.onMachine) return undefined
  const { actor, enrolling } = c.var
  if (actor.kind === 'person') return actor.personId
  return enrolling?.actor.personId ?? networkOf(c)
}
