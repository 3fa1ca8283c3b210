import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { visitor } from '../access.ts'
import { jakartaDate } from '../database.ts'
import type { Lang } from '../reason.ts'
import { isSecure, readBearer, readSession, sessionCookie } from '../session.ts'
import { kernelWords } from '../words.ts'
import { clientOf, readProxies } from './client.ts'
import { sendStored, storeKey } from './page.tsx'
import type { Ctx, Deps, Env, Session } from './request.ts'
import { securityHeaders } from './security.ts'

/** Number, time and language of the request; headers, log line and metrics of the answer. */
export function requestContext(deps: Deps): MiddlewareHandler<Env> {
  const proxies = readProxies(deps.config.MUFAKAT_PROXIES)
  const headers = securityHeaders(isSecure(deps.config))
  return async (c, next) => {
    const started = performance.now()
    const now = deps.clock()
    c.set('requestId', randomUUID())
    c.set('client', clientOf(c, proxies))
    c.set('now', now)
    c.set('today', jakartaDate(now))
    c.set('lang', languageOf(c, deps))
    c.set('actor', visitor)
    // Set before the answer is made: touching its headers afterwards would cost a copy of every answer.
    for (const [name, value] of headers) c.header(name, value)
    c.header('x-request-id', c.var.requestId)
    await next()
    note(deps, c, performance.now() - started)
  }
}

/** `?lang=` switches and is remembered; else the cookie; else the installation's language. */
function languageOf(c: Ctx, deps: Deps): Lang {
  const asked = c.req.query('lang')
  if (asked === 'id' || asked === 'en') {
    const secure = isSecure(deps.config)
    setCookie(c, languageCookie(deps.config), asked, {
      path: '/',
      maxAge: 31_536_000,
      sameSite: 'Lax',
      httpOnly: true,
      secure,
    })
    return asked
  }
  const kept = getCookie(c, languageCookie(deps.config))
  return kept === 'id' || kept === 'en' ? kept : deps.config.MUFAKAT_LANG
}

function languageCookie(config: Deps['config']): string {
  return isSecure(config) ? '__Host-lang' : 'lang'
}

/** Not signed in, not allowed, too much, too often; what a person may not see is missing for them. */
const refusals = new Set([401, 403, 413, 429])
/** What was sent is not what was asked for, or came twice or too late: mostly mistakes, sometimes somebody who tries. */
const unfit = new Set([400, 409, 422])

// The route pattern is logged, never the path: a path may hold a token.
function note(deps: Deps, c: Ctx, ms: number) {
  const { status } = c.res
  const route = c.req.routePath ?? 'unknown'
  deps.metrics.requests.observe({ route, status: String(status) }, ms / 1000)
  const line = { requestId: c.var.requestId, method: c.req.method, route, status, ms: Math.round(ms * 10) / 10 }
  const { actor, enrolling } = c.var
  const person = actor.kind === 'person' ? actor.personId : enrolling?.actor.personId
  if (status >= 500) deps.log.error(line, 'request')
  else if (refusals.has(status) || (status === 404 && person)) deps.log.warn({ ...line, person }, 'refused')
  else if (unfit.has(status)) deps.log.info({ ...line, person }, 'unfit')
  else deps.log.debug(line, 'request')
}

/** A visitor's page that nothing has happened to since it was stored. */
export function storedPages(deps: Deps): MiddlewareHandler<Env> {
  if (deps.config.MUFAKAT_PAGE_STORE === 'off') return (_c, next) => next()
  const cookie = sessionCookie(deps.config)
  return async (c, next) => {
    if (c.req.method !== 'GET' || getCookie(c, cookie) || c.req.header('authorization')) return next()
    const page = await deps.pages.fresh(storeKey(c), c.var.today)
    deps.metrics.storedPages.inc({ result: page ? 'fresh' : 'none' })
    return page ? sendStored(c, page) : next()
  }
}

/** Who asks: a session cookie on pages, a bearer token on the API. */
export function identify(deps: Deps): MiddlewareHandler<Env> {
  const cookie = sessionCookie(deps.config)
  return async (c, next) => {
    const bearer = c.req.header('authorization')
    // A cookie must not move the API: another site's script could send it.
    const reading = c.req.method === 'GET' || !c.req.path.startsWith('/api/')
    const token = reading ? getCookie(c, cookie) : undefined
    const found = bearer
      ? await readBearer(deps, bearer, c.var.now)
      : token
        ? await readSession(deps, token, c.var.now)
        : undefined
    if (bearer && !found && c.req.path.startsWith('/api/')) {
      const message = kernelWords[c.var.lang].tokenUnknown
      c.header('www-authenticate', 'Bearer error="invalid_token"')
      return c.json({ error: { kind: 'denied', code: 'token-unknown', message } }, 401)
    }
    if (found) {
      if (found.session && mustEnrol(deps, found.session)) {
        c.set('enrolling', { actor: found.actor, session: found.session })
      } else {
        c.set('actor', found.actor)
        if (found.session) c.set('session', found.session)
      }
      c.header('cache-control', 'no-store')
      if (!getCookie(c, languageCookie(deps.config)) && !c.req.query('lang') && found.lang) c.set('lang', found.lang)
    }
    await next()
  }
}

/** Where officials must have a second factor, a session opened without one only serves to set it up. */
function mustEnrol({ config }: Deps, { official, strong }: Session): boolean {
  return config.MUFAKAT_REQUIRE_SECOND_FACTOR === 'officials' && official && !strong
}
