import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * What a passkey signs: random, with an end, signed by the server for one use ('sign-in', or one session's proof or
 * registration). Nothing is stored until it is used, and then that it was: a page costs no row, a replay finds one.
 */
const minutes = 10
const randomLength = 16
const timeLength = 6
const length = randomLength + timeLength + 32

export function newChallenge(secret: string, use: string, now: Date): string {
  const until = Buffer.alloc(timeLength)
  until.writeUIntBE(now.getTime() + minutes * 60_000, 0, timeLength)
  const body = Buffer.concat([randomBytes(randomLength), until])
  return Buffer.concat([body, macOf(secret, use, body)]).toString('base64url')
}

export type Challenge = { hash: Buffer; until: Date }

/** Undefined when it is not ours, was made for another use, or is over. */
export function readChallenge(secret: string, use: string, text: string, now: Date): Challenge | undefined {
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length !== length) return undefined
  const body = bytes.subarray(0, randomLength + timeLength)
  if (!timingSafeEqual(macOf(secret, use, body), bytes.subarray(body.length))) return undefined
  const until = new Date(body.readUIntBE(randomLength, timeLength))
  return until > now ? { hash: createHash('sha256').update(bytes).digest(), until } : undefined
}

function macOf(secret: string, use: string, body: Buffer): Buffer {
  return createHmac('sha256', secret).update(`passkey challenge\0${use}\0`).update(body).digest()
}
