import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Config } from '../config.ts'
import type { Ctx } from '../web/request.ts'

export const officialSeconds = 12 * 3600
export const residentSeconds = 90 * 86_400

/** Over https the `__Host-` prefix makes browsers refuse the cookie from anywhere but this very host. */
export function sessionCookie(config: Pick<Config, 'BASE_URL'>): string {
  return isSecure(config) ? '__Host-mufakat' : 'mufakat'
}

export function tokenOf(c: Ctx, config: Pick<Config, 'BASE_URL'>): string | undefined {
  return getCookie(c, sessionCookie(config))
}

export function keepToken(c: Ctx, config: Pick<Config, 'BASE_URL'>, token: string, official: boolean): void {
  setCookie(c, sessionCookie(config), token, {
    httpOnly: true,
    secure: isSecure(config),
    sameSite: 'Lax',
    path: '/',
    maxAge: official ? officialSeconds : residentSeconds,
  })
}

export function dropToken(c: Ctx, config: Pick<Config, 'BASE_URL'>): void {
  deleteCookie(c, sessionCookie(config), { secure: isSecure(config), path: '/' })
}

export function isSecure(config: Pick<Config, 'BASE_URL'>): boolean {
  return config.BASE_URL.startsWith('https:')
}
