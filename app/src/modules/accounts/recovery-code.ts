import { createHash, randomBytes } from 'node:crypto'

/** Without letters that look like digits. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const letters = 28
/** Codes from before 28 November 2026 work until they are used or replaced. */
const lettersOfOld = 24
export const codesAtOnce = 10

/** 140 random bits in seven groups of four. */
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
  const whole = text.length === letters || text.length === lettersOfOld
  return whole && [...text].every((letter) => alphabet.includes(letter)) ? text : undefined
}

/** It is random, so a plain hash cannot be guessed back. */
export function hashRecoveryCode(code: string): Buffer {
  return createHash('sha256')
    .update(readRecoveryCode(code) ?? '')
    .digest()
}
