import { z } from 'zod'

/** What the forms of one request have in common. */
export const request = z.uuid()
export const token = z.string().min(1).max(100)

// Marks that turn text around or draw nothing, and what moves a terminal's cursor, are not what someone wrote.
const unseen = /(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu
const clean = (text: string) => text.replace(unseen, '')

export function written(most: number) {
  return z.string().overwrite(clean).trim().min(1).max(most)
}
export function line(most: number) {
  return z
    .string()
    .overwrite((text) => clean(text).replace(/\s+/g, ' '))
    .trim()
    .min(1)
    .max(most)
}

/** One address a line. */
export const links = z.string().max(4000).optional()

/** The addresses, or undefined when one of them is none. */
export function linksIn(text: string | undefined): string[] | undefined {
  const lines = (text ?? '')
    .split('\n')
    .map((one) => clean(one).trim())
    .filter(Boolean)
  const good = lines.every((one) => one.length <= 500 && /^https?:\/\/[^\s<>"]+$/i.test(one) && URL.canParse(one))
  return good && lines.length <= 10 ? lines : undefined
}

/** What must not stand in words for everyone: numbers of identity cards and telephones, mail addresses. */
export function looksPersonal(text: string): boolean {
  return [identity, telephone, address].some((pattern) => pattern.test(text))
}

const identity = /(?<!\d)\d(?:[ .-]?\d){15}(?!\d)/
const telephone = /(?<!\d)(?:\+?62|0)[ .-]?8(?:[ .-]?\d){8,11}(?!\d)/
const address = /[^\s@]@[^\s@]+\.\w/
