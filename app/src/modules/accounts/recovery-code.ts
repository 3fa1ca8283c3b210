import { createHash, randomBytes } from 'node:crypto'

/** Without letters that look like digits. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const letters = 24
export const codesAtOnce = 10

/** 120 random bits in six groups of four. */
export function newRecoveryCode(): string {
  const text = [...randomBytes(letters)].map((byte) => alphabet[byte % 32]).join('')
  return text.match(/.{4}/g)!.join('-')
}

/** What was typed, as it is compared: without spaces and dashes, look-alikes read as meant. Undefined: no such code. */
export function readRecoveryCode(typed: string): string | undefined {
  const text = typed
    .toUpperCase()
    .replaceAll(/[\s–-]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  return text.length === letters && [...text].every((letter) => alphabet.includes(letter)) ? text : undefined
}

/** It is random, so a plain hash cannot be guessed back. */
export function hashRecoveryCode(code: string): Buffer {
  return createHash('sha256')
    .update(readRecoveryCode(code) ?? '')
    .digest()
}
