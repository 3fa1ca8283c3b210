import type { MiddlewareHandler } from 'hono'
import type { Text } from '#kernel/reason.ts'
import { type Attempt, admit, forgive, type Limit } from '#kernel/session/attempts.ts'
import { networkOf } from '#kernel/session/network.ts'
import { readForm } from '#kernel/web/form-body.ts'
import { isApi, refuse } from '#kernel/web/refusal.tsx'
import type { Ctx, Env, Site } from '#kernel/web/request.ts'

const hour = 3600
const limits = {
  filing: { scope: 'information-request', free: 10, firstWait: 30, longestWait: hour, forget: hour },
  filingAll: { scope: 'information-request-all', free: 200, firstWait: 1, longestWait: 10, forget: 600 },
  link: { scope: 'information-link', free: 30, firstWait: 2, longestWait: 300, forget: hour },
  linkAll: { scope: 'information-link-all', free: 1000, firstWait: 1, longestWait: 10, forget: 600 },
} satisfies Record<string, Limit>

type Attempts = (network: string | undefined) => Attempt[]
const counted =
  (own: Limit, all: Limit): Attempts =>
  (network) => [...(network ? [{ limit: own, key: network }] : []), { limit: all, key: '' }]

export const filingAttempts = counted(limits.filing, limits.filingAll)
export const linkAttempts = counted(limits.link, limits.linkAll)

/** Counts for the network and for all; `forgives`: an answer that shows the attempt was no guess. */
export function limited(
  site: Site,
  attempts: Attempts,
  why: Text,
  forgives?: (status: number) => boolean,
): MiddlewareHandler<Env> {
  return async (c, next) => {
    const tried = attempts(networkOf(c))
    const admission = await admit(site.deps, tried, c.var.now)
    if (!admission.admitted) return slowed(site, c, admission.until, why)
    await next()
    if (forgives?.(c.res.status)) await forgive(site.deps, [], tried, c.var.now)
  }
}

async function slowed(site: Site, c: Ctx, until: Date, why: Text): Promise<Response> {
  c.header('retry-after', String(Math.max(1, Math.ceil((until.getTime() - c.var.now.getTime()) / 1000))))
  const typed = c.req.method === 'POST' && !isApi(c) ? readForm(await c.req.text()).values : undefined
  return refuse(site, c, 'tooMany', { code: 'too-many', text: why }, typed)
}
