import { isIP } from 'node:net'
import type { Deps } from '#kernel/web/request.ts'

/** The site as passkeys know it: bound to its host, so that no other site can ask for them. */
export type RelyingParty = { id: string; name: string; origins: string[] }

/** Undefined where browsers have no passkeys: an address of numbers, or no https (the machine itself apart). */
export function relyingParty({ config }: Pick<Deps, 'config'>): RelyingParty | undefined {
  const { protocol, hostname, port, origin } = new URL(config.BASE_URL)
  const name = `Mufakat ${config.MUFAKAT_PLACE}`
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
  if (local) return { id: 'localhost', name, origins: [new URL(`${protocol}//localhost:${port}`).origin] }
  if (protocol !== 'https:' || isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return undefined
  return { id: hostname, name, origins: [origin] }
}
