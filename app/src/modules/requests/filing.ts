import { z } from 'zod'
import type { SubjectKey } from '#kernel/keys/subject-key.ts'
import { type Problem, problem } from '#kernel/outcome.ts'
import { confided, line } from './fields.ts'
import { words } from './words.ts'

export const requesterKinds = ['person', 'group', 'legal-entity'] as const
export const identityKinds = ['nik', 'passport', 'deed', 'authority'] as const
export const manners = ['mail', 'post', 'collect', 'view'] as const

export const filing = z.strictObject({
  ticket: z.string().min(1).max(200),
  programme: z.string().max(80).optional(),
  /** The decision that withholds what is asked for. */
  classification: z.uuid().optional(),
  asked: confided(4000),
  purpose: confided(1000),
  manner: z.enum(manners),
  lang: z.enum(['id', 'en']).optional(),
  kind: z.enum(requesterKinds),
  name: line(200).meta({ personalData: 'expected' }),
  identityKind: z.enum(identityKinds),
  identityNumber: line(60),
  email: z.email().max(254).optional(),
  phone: line(40).optional(),
  address: confided(500),
  onBehalf: z.boolean().optional(),
  /** A field that people do not see and programs fill in. */
  website: z.string().max(200).optional(),
})
export type Filing = z.output<typeof filing>

/** Keyed by the request's own key: once that is destroyed, no trying of numbers finds what was sent. */
export function sentHash(key: SubjectKey, { ticket: _, ...sent }: Filing): Buffer {
  return key.hash('information-request sent', JSON.stringify(Object.entries(sent).sort()))
}

type Sent = { identityKind: string; identityNumber: string; email?: string; phone?: string; website?: string }

/** What no single field can tell. */
export function problemsIn({ identityKind, identityNumber, email, phone, website }: Sent): Problem[] {
  const found: Problem[] = []
  const say = (field: string, code: 'notNik' | 'noContact' | 'filledByProgram') =>
    found.push(problem(field, code, (lang) => words[lang].problem[code]))
  if (identityKind === 'nik' && !isNik(identityNumber.replace(/[ .]/g, ''))) say('identityNumber', 'notNik')
  if (!email && !phone) say('email', 'noContact')
  if (website) say('', 'filledByProgram')
  return found
}

/** Six digits of region, day of birth (40 more for women), month, year, four digits of order. */
export function isNik(text: string): boolean {
  const parts = text.match(/^[1-9]\d{5}(\d{2})(\d{2})\d{2}(?!0000)\d{4}$/)
  if (!parts) return false
  const [day, month] = [Number(parts[1]) % 40, Number(parts[2])]
  return day >= 1 && day <= 31 && month >= 1 && month <= 12 && Number(parts[1]) <= 71
}
