import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import { mayChange } from '../objective.ts'
import { addMeasureRow } from '../store/write.ts'
import { words } from '../words.ts'
import { loadObjective, objectiveEvent } from './subject.ts'

export const addMeasure = operation({
  name: 'add-measure',
  summary: both('Menambah ukuran pada sasaran', 'Adds a measure to an objective'),
  input: z.strictObject({
    slug: z.string(),
    id: z.uuid(),
    name: z.string().min(1).max(300),
    nameEn: z.string().max(300).optional(),
    unit: z.string().max(60).optional(),
    baseline: z.number().optional(),
    baselineOn: z.iso.date().optional(),
    target: z.number().optional(),
    targetOn: z.iso.date().optional(),
    weight: z.number().positive().max(1000).optional(),
    ownerId: z.uuid().optional(),
    lang: z.enum(['id', 'en']).optional(),
  }),
  load: loadObjective,
  policy: (actor, objective) => mayChange(actor, objective),
  async change(tx, { actor, input, subject, now }) {
    const { baseline, target } = input
    if (target !== undefined && target === baseline)
      return refused(problem('target', 'is-baseline', (lang) => words[lang].targetIsBaseline))
    const { id: objectiveId, slug: _slug, ownerId, lang, ...measure } = input
    const placed = { objectiveId, programmeId: subject.programme_id, class: subject.class, lang: lang ?? subject.lang }
    const owned = { ownerId: ownerId ?? subject.owner_id, hasOwner: ownerId !== undefined }
    const id = await addMeasureRow(tx, { actor, now }, { ...measure, ...placed, ...owned })
    return changed(
      { slug: subject.slug, id: objectiveId, measureId: id },
      objectiveEvent('measure.added', subject, subject.version, {
        measure: id,
        baseline: baseline ?? null,
        target: target ?? null,
        weight: input.weight ?? 1,
        owned: ownerId !== undefined,
      }),
    )
  },
})
