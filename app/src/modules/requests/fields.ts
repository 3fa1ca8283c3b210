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
/** Read by the requester and who deals with the request, so it may well be about a person. */
export function confided(most: number) {
  return written(most).meta({ personalData: 'expected' })
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
