import { commonWords } from './common-words.ts'
import { isLeaked } from './leaked-passwords.ts'

export const leastLength = 8
export const advisedLength = 15
export const mostLength = 1024

/** What a guesser would try first about this very account: names, the e-mail address, the installation's place. */
export type PasswordContext = { words: string[] }

export type PasswordFlaw = 'too-short' | 'too-long' | 'common' | 'leaked' | 'context'

/** Any characters, spaces and length are welcome; only what guessers try first is refused. */
export function passwordFlaw(password: string, context: PasswordContext): PasswordFlaw | undefined {
  const length = [...password].length
  if (length < leastLength) return 'too-short'
  if (length > mostLength) return 'too-long'
  if (aboutTheAccount(password, context.words)) return 'context'
  if (isCommon(password)) return 'common'
  if (isLeaked(password)) return 'leaked'
  return undefined
}

/** The guessable words in names and addresses: every part of four letters or more. */
export function contextWords(...texts: (string | undefined)[]): string[] {
  const parts = texts.flatMap((text) => (text ?? '').toLowerCase().split(/[^\p{L}]+/u))
  return [...new Set(parts.filter((part) => part.length >= 4))]
}

/** Little is left once the account's own words are taken out. */
function aboutTheAccount(password: string, words: string[]): boolean {
  const lower = password.toLowerCase()
  return spellings(lower).some((text) => {
    const rest = [...words].sort((a, b) => b.length - a.length).reduce((left, word) => left.replaceAll(word, ''), text)
    return rest !== text && (rest.length < 6 || isCommon(rest))
  })
}

/** A keyboard or number pattern, or a common word (also reversed, doubled, with 1337 letters) with a little around it. */
export function isCommon(password: string): boolean {
  const lower = password.toLowerCase()
  if (isPattern(lower) || commonWords.has(lower)) return true
  return [...spellings(lower), ...spellings(coreOf(lower))].some((text) => {
    const core = coreOf(text)
    const around = lower.length - core.length
    if (around > 6 && !isPattern(lower.replace(core, ''))) return false
    return isWord(core) || (core.length >= 3 && isPattern(core))
  })
}

/** Without the digits and signs at either end. */
function coreOf(text: string): string {
  return text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
}

function isWord(core: string): boolean {
  const half = core.slice(0, core.length / 2)
  const reversed = [...core].reverse().join('')
  return [core, reversed, core.replace(/s$/, ''), half + half === core ? half : core].some((word) =>
    commonWords.has(word),
  )
}

/** As it stands, and with digits and signs read as the letters they stand for (1 as l and as i). */
function spellings(text: string): string[] {
  const read = (one: string) => text.replace(/[01345789@$!|]/g, (sign) => leet[sign] ?? one)
  return [text, read('l'), read('i')]
}
const leet: Record<string, string> = { 0: 'o', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b', 9: 'g', '@': 'a', $: 's' }

function isPattern(text: string): boolean {
  if (text.length < 3) return true
  if (new Set(text).size <= 3 || isRepeated(text)) return true
  if (isSequence(text) || isWoven(text) || neighbours(text, keyboard) >= 0.75) return true
  return /^\d+$/.test(text) && isGuessableNumber(text)
}

/** The same few characters again and again: asdfasdf, 123123123. */
function isRepeated(text: string): boolean {
  return [1, 2, 3, 4].some((size) => {
    const block = text.slice(0, size)
    return text.length >= 2 * size && block.repeat(Math.ceil(text.length / size)).startsWith(text)
  })
}

/** abcdefgh, 87654321, 13579: one step, all along. */
function isSequence(text: string): boolean {
  const steps = [...text].slice(1).map((sign, index) => sign.charCodeAt(0) - text.charCodeAt(index))
  const commonest = Math.max(...steps.map((step) => steps.filter((other) => other === step).length))
  return steps.length >= 2 && commonest / steps.length >= 0.75 && Math.abs(steps[0]!) <= 3
}

/** a1b2c3d4, 1029384756: two sequences, sign by sign. */
function isWoven(text: string): boolean {
  const strands = [0, 1].map((start) => [...text].filter((_, index) => index % 2 === start).join(''))
  return strands.every((strand) => isSequence(strand) || neighbours(strand, keyboard) === 1)
}

/** Dates, telephone numbers, palindromes, pairs (11223344), walks over the number pad. */
function isGuessableNumber(digits: string): boolean {
  if (/^(0?[1-9]|[12]\d|3[01])[01]?\d(19|20)?\d\d$/.test(digits) || /^(19|20)\d\d[01]\d[0-3]\d$/.test(digits))
    return true
  if (/^(08|628)\d{7,11}$/.test(digits) || [...digits].reverse().join('') === digits) return true
  if (new Set(digits).size <= 4 || neighbours(digits, numberPad) >= 0.75) return true
  const pieces = digits.match(/.{1,3}/g) ?? []
  return pieces.every((piece) => piece.length < 3 || isSequence(piece) || neighbours(piece, numberPad) === 1)
}

const keyboard = positions(['1234567890-=', 'qwertyuiop[]', 'asdfghjkl;', 'zxcvbnm,./'], 0.4)
const numberPad = positions(['789', '456', '123', '0'], 0)

function positions(rows: string[], shift: number): Map<string, [number, number]> {
  const keys = rows.flatMap((row, y) =>
    [...row].map((key, x) => [key, [x + y * shift, y]] as [string, [number, number]]),
  )
  return new Map(keys)
}

/** Share of steps that go to the same key or one beside it. */
function neighbours(text: string, keys: Map<string, [number, number]>): number {
  const steps = [...text].slice(1).map((sign, index) => {
    const [from, to] = [keys.get(text[index]!), keys.get(sign)]
    return from !== undefined && to !== undefined && Math.hypot(from[0] - to[0], from[1] - to[1]) < 1.5
  })
  return steps.filter(Boolean).length / Math.max(1, steps.length)
}
