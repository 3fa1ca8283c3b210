import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** RFC 6238 as every authenticator app has it: SHA-1, six digits, a new code every 30 seconds. */
const stepMs = 30_000
const digits = 6
/** A clock may be one step off, either way. */
const drift = 1

export function newTotpKey(): Buffer {
  return randomBytes(20)
}

export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / stepMs)
}

export function totpCode(key: Buffer, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', key).update(counter).digest()
  const number = mac.readUInt32BE(mac.at(-1)! & 0x0f) & 0x7fff_ffff
  return String(number % 10 ** digits).padStart(digits, '0')
}

/** The step whose code this is, if it is later than the last one used: a code works once. */
export function matchedStep(key: Buffer, code: string, lastStep: number, now: Date): number | undefined {
  const given = Buffer.from(code.replaceAll(/\s/g, ''))
  let matched: number | undefined
  for (let step = stepAt(now) - drift; step <= stepAt(now) + drift; step += 1) {
    const right = Buffer.from(totpCode(key, step))
    const same = right.length === given.length && timingSafeEqual(right, given)
    if (same && step > lastStep) matched = step
  }
  return matched
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

export function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** What an authenticator app reads from a link or a picture. */
export function otpauthUri(place: string, email: string, key: Buffer): string {
  const issuer = `Mufakat ${place}`
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(email)}`
  return `otpauth://totp/${label}?secret=${base32(key)}&issuer=${encodeURIComponent(issuer)}`
}
