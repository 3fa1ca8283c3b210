import type { ErrorHandler } from 'hono'
import { BeyondLastPage } from '#ui/pagination.tsx'
import { FilesUnavailable } from '../files.ts'
import { KeysUnavailable } from '../keys/keys.ts'
import { ScannerUnavailable } from '../virus-scanner.ts'
import { TooManyFields } from './form-body.ts'
import { refuse } from './refusal.tsx'
import type { Env, Site } from './request.ts'

/** What nobody expected: the database gone (503, recovers by itself) or a fault of ours (500). Never the error's own text. */
export function failures(site: Site): ErrorHandler<Env> {
  return (error, c) => {
    if (error instanceof BeyondLastPage) return c.redirect(error.href, 302)
    if (error instanceof TooManyFields) return refuse(site, c, 'tooLarge')
    if (unreadableKey(error)) return refuse(site, c, 'missing')
    const kind = kindOf(error)
    const { code, message, stack } = error as Error & { code?: string }
    const frames = stack
      ?.split('\n')
      .filter((line) => line.trimStart().startsWith('at '))
      .slice(0, 8)
    // PostgreSQL puts values into some messages, so only its code is written down.
    site.deps.log.error(
      { requestId: c.var.requestId, route: c.req.routePath, code, message: code ? undefined : message, frames },
      kind,
    )
    if (kind !== 'broken') c.header('retry-after', '5')
    return refuse(site, c, kind)
  }
}

function kindOf(error: unknown) {
  if (error instanceof KeysUnavailable) return 'keysUnavailable'
  if (error instanceof FilesUnavailable) return 'filesUnavailable'
  if (error instanceof ScannerUnavailable) return 'scannerUnavailable'
  return databaseGone(error) ? 'unavailable' : 'broken'
}

const goneCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  // The role's password was changed: this process comes back with the secret that fits.
  '28P01',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08006',
  '08003',
  '08001',
])

export function databaseGone(error: unknown): boolean {
  const { code, message = '', cause } = error as { code?: string; message?: string; cause?: unknown }
  if (code && goneCodes.has(code)) return true
  if (
    /not currently accepting connections|Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
      message,
    )
  )
    return true
  return cause ? databaseGone(cause) : false
}

/** An id or date in the address that is none, or NUL in it: no record can have it. Inputs are checked before. */
function unreadableKey(error: unknown): boolean {
  const { code } = error as { code?: string }
  return code === '22P02' || code === '22007' || code === '22008' || code === '22021'
}
