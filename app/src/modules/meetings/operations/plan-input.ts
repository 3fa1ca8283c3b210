import { z } from 'zod'
import type { ReadTx, Tx } from '#kernel/database.ts'
import type { Problem } from '#kernel/outcome.ts'
import { says } from '#kernel/problems.ts'
import { partiesOn, programmeBySlug } from '#modules/programmes/public.ts'
import type { NewMeeting } from '../store/write-meetings.ts'
import { words } from '../words.ts'
import { zones } from '../zone.ts'
import { clock, day, lang, slug, wrong } from './acting.ts'

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
