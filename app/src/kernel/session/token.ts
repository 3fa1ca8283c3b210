import { createHash, createHmac, randomBytes } from 'node:crypto'

/** 256 random bits, as 43 characters that fit a cookie, a header and a URL. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export function isToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text)
}

/** What the database keeps of a token. It is random, so a plain hash cannot be guessed back. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** A token that opens one record, made from the server's secret: it can be written again, and the database keeps its hash. */
export function capabilityToken(secret: string, purpose: string, id: string): string {
  return keyedHash(secret, `capability ${purpose}`, id).toString('base64url')
}

/** A keyed hash of something guessable (an e-mail address, a network): useless without the server's secret. */
export function keyedHash(secret: string, purpose: string, value: string): Buffer {
  return createHmac('sha256', secret).update(`${purpose}\0${value}`).digest()
}
