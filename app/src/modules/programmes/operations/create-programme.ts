import { z } from 'zod'
import { personOf } from '#kernel/access.ts'
import { newId } from '#kernel/ids.ts'
import { changed, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { says as inWords } from '#kernel/problems.ts'
import { both } from '#kernel/reason.ts'
import { mayCreateProgramme, templates } from '../programme.ts'
import { says } from '../rules.ts'
import { organisationById } from '../store/parties.ts'
import { addUnderFreeSlug, beginFromTemplate, founderSeated, seatFounder } from './founding.ts'

const input = z
  .object({
    name: z.string().trim().min(3).max(200),
    nameEn: z.string().trim().min(1).max(200).optional(),
    summary: z.string().trim().max(1000).default(''),
    summaryEn: z.string().trim().max(1000).optional(),
    organisationId: z.uuid(),
    template: z.enum(templates),
    slug: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .max(80)
      .optional(),
    place: z.string().trim().max(200).optional(),
    startsOn: z.iso.date().optional(),
    endsOn: z.iso.date().optional(),
    lang: z.enum(['id', 'en']).default('id'),
    example: z.string().trim().min(1).max(300).optional(),
  })
  .strict()
  .refine((one) => !one.startsOn || !one.endsOn || one.endsOn >= one.startsOn, {
    path: ['endsOn'],
    ...inWords(says((words) => words.endsBeforeStart)),
  })

const slugTaken = says((words) => words.slugTaken)

/** Founds a programme: the founder's agency leads it, the founder coordinates it, a template fills the draft charter. */
export const createProgramme = operation({
  name: 'create-programme',
  summary: both('Mendirikan program bersama', 'Found a joint programme'),
  input,
  load: (tx, { organisationId }) => organisationById(tx, organisationId),
  policy: (actor, organisation) => mayCreateProgramme(actor, organisation.id),
  async change(tx, { actor, input, subject, now, today }) {
    const origin = { created_at: now, created_by: personOf(actor) }
    const programme = { ...rowOf(input), id: newId(now), owner_id: subject.id, ...origin }
    const slug = await addUnderFreeSlug(tx, programme, input.slug)
    if (!slug) return refused(problem('slug', 'taken', slugTaken))
    const seatId = await seatFounder(tx, programme, today)
    await beginFromTemplate(tx, programme, input.template)
    const of = { programmeId: programme.id, ownerId: subject.id, class: 'public' as const }
    const created = { ...of, name: 'programme.created', subjectKind: 'programme', subjectId: programme.id }
    return changed(
      { id: programme.id, slug },
      { ...created, subjectVersion: 1, payload: { template: input.template } },
      ...founderSeated(of, seatId, today),
    )
  },
})

function rowOf(said: z.output<typeof input>) {
  const { name, summary, lang, template } = said
  const english = { name_en: said.nameEn ?? null, summary_en: said.summaryEn ?? null }
  const span = { starts_on: said.startsOn ?? null, ends_on: said.endsOn ?? null }
  return {
    name,
    summary,
    lang,
    template,
    ...english,
    ...span,
    place: said.place ?? null,
    example: said.example ?? null,
  }
}
