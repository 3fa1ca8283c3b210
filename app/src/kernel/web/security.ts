import type { MiddlewareHandler } from 'hono'
import { reason } from '../reason.ts'
import { kernelWords } from '../words.ts'
import { refuse } from './refusal.tsx'
import type { Env, Site } from './request.ts'

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ')

/** The same for every answer; nothing inline is ever allowed. */
export function securityHeaders(secure: boolean): [string, string][] {
  const headers: [string, string][] = [
    ['content-security-policy', policy],
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'same-origin'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=()'],
  ]
  if (secure) headers.push(['strict-transport-security', 'max-age=31536000; includeSubDomains'])
  return headers
}

/** A form post must come from our own pages: the browser says so in Origin or Sec-Fetch-Site. */
export function sameOrigin(site: Site): MiddlewareHandler<Env> {
  const own = ownOrigins(site.deps.config.BASE_URL)
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD' || c.req.path.startsWith('/api/')) return next()
    const origin = c.req.header('origin')
    const fetchSite = c.req.header('sec-fetch-site')
    const ours = origin ? own.has(origin) : fetchSite === 'same-origin' || fetchSite === 'none'
    if (ours) return next()
    return refuse(
      site,
      c,
      'denied',
      reason('cross-site', (lang) => kernelWords[lang].crossSite),
    )
  }
}

/** On the machine itself, the names of the loopback address are one place. */
function ownOrigins(baseUrl: string): Set<string> {
  const { origin, hostname, protocol, port } = new URL(baseUrl)
  const loopback = ['localhost', '127.0.0.1', '[::1]']
  if (!loopback.includes(hostname)) return new Set([origin])
  return new Set(loopback.map((name) => new URL(`${protocol}//${name}:${port}`).origin))
}

const bodyLimit = 256 * 1024
/** Addresses that take a table; what they do with it has its own limits. */
const largerBodies: Record<string, number> = {
  '/organisations/import': 3 * 1024 * 1024,
  '/api/v1/organisations/import': 3 * 1024 * 1024,
}

/** A document's form, whose file is written to disk as it comes and counted (documents/document.ts: fileLimit). */
const formWithFile = /^(\/api\/v1)?\/programmes\/[^/]+\/documents\/[^/]+\/new$/
const formWithFileLimit = 20 * 1024 * 1024 + 64 * 1024

export function takesFile(path: string): boolean {
  return formWithFile.test(path)
}

function limitOf(path: string): number {
  return largerBodies[path] ?? (takesFile(path) ? formWithFileLimit : bodyLimit)
}

/** Refuses before reading: bodies over their limit, and bodies that do not say how long they are. */
export function limitedBody(site: Site): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const declared = Number(c.req.header('content-length') ?? Number.NaN)
    if (declared <= limitOf(c.req.path)) return next()
    if (c.req.header('transfer-encoding') === undefined && Number.isNaN(declared)) return next()
    return refuse(
      site,
      c,
      'tooLarge',
      reason('too-large', (lang) => kernelWords[lang].tooLarge),
    )
  }
}
