import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import { mayObserve } from '../objective.ts'
import { addObservation } from '../store/write.ts'
import { words } from '../words.ts'
import { loadMeasure, measureEvent } from './subject.ts'

export const observeMeasure = operation({
  name: 'observe-measure',
  summary: both('Mencatat satu nilai ukuran pada satu hari', 'Records one value of a measure on one day'),
  input: z.strictObject({
    slug: z.string(),
    id: z.uuid(),
    observedOn: z.iso.date(),
    value: z.number(),
    source: z.string().max(500).optional(),
    note: z.string().max(1000).optional(),
  }),
  load: loadMeasure,
  policy: (actor, measure) => mayObserve(actor, measure),
  async change(tx, { actor, input, subject, now, today }) {
    if (input.observedOn > today) return refused(problem('observedOn', 'future', (lang) => words[lang].future))
    const { id: measureId, slug: _slug, ...one } = input
    const id = await addObservation(tx, { actor, now }, { measureId, ...one })
    return changed(
      { slug: subject.slug, id: subject.objective_id },
      measureEvent('measure.observed', subject, { observation: id, on: input.observedOn, value: input.value }),
    )
  },
})
