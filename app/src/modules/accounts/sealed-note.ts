import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { seal, unseal } from '#kernel/session/seal.ts'
import { isSecure } from '#kernel/session.ts'
import type { Ctx, Deps } from '#kernel/web/request.ts'

/** Something the server tells itself by way of one browser, which can neither read nor change it. */
export type Note = { name: string; minutes: number }

export function keepNote(deps: Pick<Deps, 'config' | 'secret'>, c: Ctx, note: Note, content: object): void {
  const text = JSON.stringify({ content, until: c.var.now.getTime() + note.minutes * 60_000 })
  const sealed = seal(deps.secret, purposeOf(note), text).toString('base64url')
  const secure = isSecure(deps.config)
  setCookie(c, cookieOf(deps, note), sealed, {
    httpOnly: true,
    secure,
    sameSite: 'Lax',
    path: '/',
    maxAge: note.minutes * 60,
  })
}

export function noteIn<T>(deps: Pick<Deps, 'config' | 'secret'>, c: Ctx, note: Note): T | undefined {
  const sealed = getCookie(c, cookieOf(deps, note))
  const text = sealed && unseal(deps.secret, purposeOf(note), Buffer.from(sealed, 'base64url'))
  if (!text) return undefined
  const { content, until } = JSON.parse(text.toString()) as { content: T; until: number }
  return until > c.var.now.getTime() ? content : undefined
}

export function dropNote(deps: Pick<Deps, 'config'>, c: Ctx, note: Note): void {
  deleteCookie(c, cookieOf(deps, note), { secure: isSecure(deps.config), path: '/' })
}

function purposeOf({ name }: Note): string {
  return `note ${name}`
}

function cookieOf(deps: Pick<Deps, 'config'>, { name }: Note): string {
  return isSecure(deps.config) ? `__Host-mufakat-${name}` : `mufakat-${name}`
}
