import { z } from 'zod'

export const day = z.iso.date()
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'expected YYYY-MM')
export const url = z.url({ protocol: /^https?$/ })
export const text = z.string().trim().min(1)
export const key = z
  .string()
  .regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/, 'expected lower-case letters, digits, dots and dashes')
  .max(120)
  .meta({ id: 'Key', description: 'Stable name of a row; the importer keeps it as an external identifier' })
export const lang = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'expected a BCP 47 language tag')
export const amount = z.number().positive()

/** Words shown to people, by language: the one they were written in, and the other where there is a translation. */
export const words = z
  .strictObject({ id: text.optional(), en: text.optional() })
  .refine((value) => value.id !== undefined || value.en !== undefined, 'expected words in at least one language')
  .meta({ id: 'Words', minProperties: 1 })
export const money = z
  .strictObject({ amount: z.number().nonnegative(), currency: z.string().regex(/^[A-Z]{3}$/) })
  .meta({ id: 'Money' })

/** Who may read it. Restricted and secret records never leave by this file. */
export const classOfRecord = z.enum(['public', 'members'])
