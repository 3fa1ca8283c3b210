import { z } from 'zod'
import type { Actor } from '#kernel/access.ts'
import type { ReadTx, Tx } from '#kernel/database.ts'
import type { NewEvent } from '#kernel/event.ts'
import { type Problem, problem } from '#kernel/outcome.ts'
import { says } from '#kernel/problems.ts'
import type { JsonObject } from '#kernel/schema.ts'
import { partiesOn, programmeBySlug } from '#modules/programmes/public.ts'
import type { Meeting } from '../meeting.ts'
import { lockMeeting } from '../store/meetings.ts'
import type { By, NewMeeting } from '../store/write-meetings.ts'
import { words } from '../words.ts'
import { clockPattern, zones } from '../zone.ts'

/** What the operations of this module have in common. */
export const slug = z.string().max(80)
export const meeting = z.uuid()
export const lang = z.enum(['id', 'en']).default('id')
export const reason = z.string().trim().min(1).max(1000)
export const day = z.iso.date()
export const clock = z.string().trim().regex(clockPattern)

const https = z
  .url({ protocol: /^https$/ })
  .max(1000)
  .refine(
    (text) => !/[\s\p{Cc}]/u.test(text),
    says((l) => words[l].problem.link),
  )

/** What a meeting and a series say alike. */
export const plan = {
  slug,
  lang,
  title: z.string().trim().min(1).max(200),
  titleEn: z.string().trim().max(200).optional(),
  day,
  clock,
  minutes: z.number().int().min(5).max(720),
  zone: z.enum(zones).default('Asia/Jakarta'),
  place: z.string().trim().max(300).optional(),
  link: https.optional(),
  class: z.enum(['public', 'members']).default('public'),
  heads: z.boolean().default(false),
  /** Parties that must attend. */
  required: z.array(z.uuid()).max(100).default([]),
}
type Plan = z.output<z.ZodObject<typeof plan>>

/** The programme of a plan, as policies judge it. */
export async function loadProgramme(tx: ReadTx, input: { slug: string }) {
  const programme = await programmeBySlug(tx, input.slug)
  return programme && { ...programme, programme_id: programme.id, programme_status: programme.status }
}

export function plannedAs(input: Plan, programme: { id: string; owner_id: string }): NewMeeting {
  return {
    programme_id: programme.id,
    owner_id: programme.owner_id,
    class: input.class,
    lang: input.lang,
    title: input.title,
    title_en: input.titleEn || null,
    length_minutes: input.minutes,
    zone: input.zone,
    place: input.place || null,
    heads: input.heads,
    required_ids: input.required,
  }
}

/** A meeting needs somewhere to be, and only parties can be asked to come. */
export async function planProblems(tx: Tx, input: Plan, programmeId: string): Promise<Problem[]> {
  const problems: Problem[] = []
  if (!input.place && !input.link) problems.push(wrong('place', 'placeOrLink'))
  const parties = new Set((await partiesOn(tx, programmeId, input.day)).map((party) => party.organisationId))
  if (input.required.some((id) => !parties.has(id))) problems.push(wrong('required', 'notAParty'))
  return problems
}

export function wrong(field: string, code: keyof (typeof words)['id']['problem']): Problem {
  return problem(field, code, (l) => words[l].problem[code])
}

export function loadMeeting(tx: Tx, input: { meeting: string }) {
  return lockMeeting(tx, input.meeting)
}

export function by({ actor, now, today }: { actor: Actor; now: Date; today: string }): By {
  return { actor, now, today }
}

type Told = Pick<Meeting, 'id' | 'programme_id' | 'owner_id' | 'class'>

export function told(name: string, of: Told, payload: JsonObject = {}, version?: number): NewEvent {
  return {
    name,
    programmeId: of.programme_id,
    ownerId: of.owner_id,
    class: of.class,
    subjectKind: 'meeting',
    subjectId: of.id,
    subjectVersion: version,
    payload,
  }
}

export type Done = { meeting: string }
