import { z } from 'zod'
import { grounds } from '#kernel/grounds.ts'
import { type Problem, problem } from '#kernel/outcome.ts'
import { closedClasses, endings, hasLimit, opened, parts } from './classification.ts'
import { words } from './words.ts'

const text = z.string().trim().min(1).max(2000)
/** What has to be said before anything is withheld. */
export const consequenceTest = z.strictObject({
  slug: z.string(),
  record: z.uuid(),
  part: z.enum(parts).default('record'),
  place: z.string().trim().min(1).max(300).optional(),
  class: z.enum(closedClasses),
  ground: z.enum(grounds),
  otherLaw: z.string().trim().min(1).max(300).optional(),
  label: z.string().trim().min(1).max(300),
  information: text,
  harm: text,
  weighing: text,
  staysOpen: text,
  appealTo: z.string().trim().min(1).max(300),
  hidesExistence: z.boolean().default(false),
  expiresOn: z.iso.date().optional(),
  endsWhen: z.enum(endings).optional(),
  reviewOn: z.iso.date(),
  thenClass: z.enum(opened).default('public'),
  lang: z.enum(['id', 'en']).default('id'),
})

/** What a schema cannot tell: rules between fields, and days that are over. */
export function problemsIn(one: z.output<typeof consequenceTest>, present: string, today: string): Problem[] {
  const found: Problem[] = []
  const wrong = (field: string, code: keyof (typeof words)['id']['problems']) =>
    found.push(problem(field, code, (lang) => words[lang].problems[code]))
  if (!hasLimit(one.ground, one.expiresOn, one.endsWhen)) wrong('expiresOn', 'limit')
  if (one.expiresOn && one.expiresOn <= today) wrong('expiresOn', 'past')
  if (one.reviewOn <= today) wrong('reviewOn', 'past')
  if ((one.ground === '17j') !== (one.otherLaw !== undefined)) wrong('otherLaw', 'otherLaw')
  if ((one.part === 'record') !== (one.place === undefined)) wrong('place', 'place')
  if (present === 'secret' && one.class === 'restricted') wrong('class', 'lower')
  return found
}
