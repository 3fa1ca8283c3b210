import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { says as inWords } from '#kernel/problems.ts'
import { both } from '#kernel/reason.ts'
import { mayCoordinate, says } from '../rules.ts'
import { changeProgramme } from '../store/programmes.ts'
import { lockedProgramme } from './locked-programme.ts'

const words = z.string().trim().max(1000)

const input = z
  .object({
    slug: z.string(),
    name: z.string().trim().min(3).max(200),
    nameEn: z.string().trim().min(1).max(200).optional(),
    summary: words.default(''),
    summaryEn: words.optional(),
    place: z.string().trim().max(200).optional(),
    startsOn: z.iso.date().optional(),
    endsOn: z.iso.date().optional(),
  })
  .strict()
  .refine((one) => !one.startsOn || !one.endsOn || one.endsOn >= one.startsOn, {
    path: ['endsOn'],
    ...inWords(says((refusals) => refusals.endsBeforeStart)),
  })

export const describeProgramme = operation({
  name: 'describe-programme',
  summary: both('Mengubah keterangan program', 'Edit the description of a programme'),
  input,
  load: (tx, { slug }) => lockedProgramme(tx, slug),
  policy: (actor, programme) => mayCoordinate(actor, programme),
  async change(tx, { input, subject }) {
    const version = await changeProgramme(tx, subject.id, {
      name: input.name,
      name_en: input.nameEn ?? null,
      summary: input.summary,
      summary_en: input.summaryEn ?? null,
      place: input.place ?? null,
      starts_on: input.startsOn ?? null,
      ends_on: input.endsOn ?? null,
    })
    return changed(
      { slug: subject.slug, version },
      {
        name: 'programme.described',
        programmeId: subject.id,
        ownerId: subject.owner_id,
        class: subject.class,
        subjectKind: 'programme',
        subjectId: subject.id,
        subjectVersion: version,
      },
    )
  },
})
