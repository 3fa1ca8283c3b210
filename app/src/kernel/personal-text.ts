import type { z } from 'zod'
import { findPersonalData, type Hit } from '#packages/personal-data'
import type { Actor } from './access.ts'
import { personOf } from './access.ts'
import type { Tx } from './database.ts'
import type { NewEvent } from './event.ts'
import { newId } from './ids.ts'
import { type Problem, problem } from './outcome.ts'
import { kernelWords } from './words.ts'

/**
 * Shorter fields hold codes and units. Names of places fit in too, and are no nuisance: of all 108,972 in Indonesia 26 look
 * like a person.
 */
const freeTextFrom = 80
type Field = { name: string; text: string }
export type FoundIn = Field & { hits: Hit[] }

/**
 * What looks like personal data in the free texts of an input: every string field that may be long, unless its schema
 * says `.meta({ personalData: 'expected' })` because it is not shown to the public, or is about a person by its nature.
 */
export function personalDataIn(schema: z.ZodObject, input: Record<string, unknown>): FoundIn[] {
  return personalDataInTexts(
    Object.entries(schema.shape).flatMap(([name, field]) => textsIn(field as z.ZodType, input[name], name)),
  )
}

export function personalDataInTexts(texts: Field[]): FoundIn[] {
  return texts.map((one) => ({ ...one, hits: findPersonalData(one.text) })).filter(({ hits }) => hits.length > 0)
}

function textsIn(field: z.ZodType, value: unknown, name: string): Field[] {
  if (field.meta()?.personalData === 'expected' || value === undefined || value === null) return []
  const def = field.def as unknown as { type: string; innerType?: z.ZodType; in?: z.ZodType; element?: z.ZodType }
  const inner = def.innerType ?? (def.type === 'pipe' ? def.in : undefined)
  if (inner) return textsIn(inner, value, name)
  if (def.element && Array.isArray(value))
    return value.flatMap((one, at) => textsIn(def.element!, one, `${name}.${at}`))
  if (def.type === 'object') {
    const shape = (field as z.ZodObject).shape
    return Object.entries(value).flatMap(([key, one]) => (shape[key] ? textsIn(shape[key], one, `${name}.${key}`) : []))
  }
  if (def.type !== 'string' || typeof value !== 'string') return []
  const { maxLength, format } = field as z.ZodString
  return format === null && (maxLength ?? 0) >= freeTextFrom ? [{ name, text: value }] : []
}

/** Words that everyone will read are stopped until someone says why they are not personal data. Jobs copy what was published. */
export function isPublished(actor: Actor, events: readonly NewEvent[]): boolean {
  return actor.kind !== 'job' && events.some((event) => event.class === 'public')
}

const kept = 24

/** One problem a field; its sentence names each stretch, so that it can be found and taken out. */
export function asProblems(found: FoundIn[]): Problem[] {
  return found.map(({ name, text, hits }) => ({
    ...problem(name, 'personal-data', (lang) => {
      const words = kernelWords[lang]
      const each = hits.map((hit) => `${words.personalKinds[hit.kind]} “${shortened(text.slice(hit.start, hit.end))}”`)
      return words.looksPersonal(each.join(', '))
    }),
    spans: hits,
  }))
}

function shortened(text: string): string {
  return text.length > kept ? `${text.slice(0, kept - 1)}…` : text
}

/** What the person said instead of taking it out; it may not repeat the data. */
export function reasonProblem(reason: string): Problem | undefined {
  const words = (pick: (all: (typeof kernelWords)['id']) => string) => (lang: 'id' | 'en') => pick(kernelWords[lang])
  if (reason.length > 1000 || reason.includes('\0'))
    return problem(
      'notPersonal',
      'too-big',
      words((all) => all.tooLong(1000)),
    )
  if (findPersonalData(reason).length === 0) return undefined
  return problem(
    'notPersonal',
    'personal-data',
    words((all) => all.reasonPersonal),
  )
}

export async function keepConfirmation(
  tx: Tx,
  { actor, now, operation, reason }: { actor: Actor; now: Date; operation: string; reason: string },
  found: FoundIn[],
  event: NewEvent,
): Promise<void> {
  await tx
    .insertInto('personal_data_confirmations')
    .values({
      id: newId(now),
      operation,
      programme_id: event.programmeId,
      record_kind: event.subjectKind,
      record_id: event.subjectId,
      kinds: found.flatMap(({ hits }) => hits.map((hit) => hit.kind)),
      reason,
      created_at: now,
      created_by: personOf(actor)!,
    })
    .execute()
}
