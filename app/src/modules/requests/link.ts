import { timingSafeEqual } from 'node:crypto'
import { newId } from '#kernel/ids.ts'
import { capabilityToken, keyedHash } from '#kernel/session/token.ts'

/** What the tokens of secret links are made for. */
export const linkPurpose = 'information-request'

/** The secret link of a request: made from the server's secret, so that the database only ever holds its hash. */
export function linkToken(secret: string, requestId: string): string {
  return capabilityToken(secret, linkPurpose, requestId)
}

const fastestMs = 3_000
const longestMs = 24 * 3_600_000

export type Ticket = { id: string; issued: number }

/**
 * What the form carries: the id that the request will have and when the form was opened, sealed. The same form sent twice
 * is one request, and one that comes back within seconds was not filled in by a person. No script is needed.
 */
export function newTicket(secret: string, now: Date): string {
  const id = newId(now)
  return `${id}.${now.getTime()}.${sealOf(secret, id, String(now.getTime()))}`
}

export function readTicket(secret: string, text: string): Ticket | undefined {
  const [id = '', issued = '', seal = ''] = text.split('.')
  if (!/^[0-9a-f-]{36}$/.test(id) || !/^\d{10,16}$/.test(issued)) return undefined
  return isSame(seal, sealOf(secret, id, issued)) ? { id, issued: Number(issued) } : undefined
}

export function judgeTicket(ticket: Ticket | undefined, now: Date): 'good' | 'too-fast' | 'stale' {
  const age = ticket ? now.getTime() - ticket.issued : Number.NaN
  if (!(age >= 0 && age <= longestMs)) return 'stale'
  return age < fastestMs ? 'too-fast' : 'good'
}

/** As slow for a seal that is wrong in its last letter as for one that is wrong in its first. */
function isSame(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)]
  return one.length === other.length && timingSafeEqual(one, other)
}

function sealOf(secret: string, id: string, issued: string): string {
  return keyedHash(secret, 'information-request ticket', `${id} ${issued}`).toString('base64url')
}
