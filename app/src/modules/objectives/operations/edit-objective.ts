import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayChange } from '../objective.ts'
import { changeObjective } from '../store/write.ts'
import { loadObjective, objectiveEvent } from './subject.ts'

export const editObjective = operation({
  name: 'edit-objective',
  summary: both(
    'Mengubah judul, penjelasan, dan bobot sasaran',
    'Changes title, explanation and weight of an objective',
  ),
  input: z.strictObject({
    slug: z.string(),
    id: z.uuid(),
    title: z.string().min(1).max(300),
    titleEn: z.string().max(300).optional(),
    summary: z.string().max(4000).optional(),
    weight: z.number().positive().max(1000).optional(),
  }),
  load: loadObjective,
  policy: (actor, objective) => mayChange(actor, objective),
  async change(tx, { input, subject }) {
    const version = subject.version + 1
    const weight = input.weight ?? subject.weight
    const words = { title: input.title, title_en: input.titleEn ?? null, summary: input.summary ?? '' }
    await changeObjective(tx, subject.id, version, { ...words, weight })
    return changed(
      { slug: subject.slug, id: subject.id },
      objectiveEvent('objective.edited', subject, version, { weight }),
    )
  },
})
