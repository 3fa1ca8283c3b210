import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import { mayRetarget } from '../objective.ts'
import { moveTarget } from '../store/write.ts'
import { words } from '../words.ts'
import { loadMeasure, measureEvent } from './subject.ts'

export const retargetMeasure = operation({
  name: 'retarget-measure',
  summary: both(
    'Mengubah target ukuran dengan alasan; target awal tetap',
    'Changes the target of a measure, with the reason; the first target stays',
  ),
  input: z.strictObject({ slug: z.string(), id: z.uuid(), target: z.number(), because: z.string().min(1).max(1000) }),
  load: loadMeasure,
  policy: (actor, measure) => mayRetarget(actor, measure),
  async change(tx, { actor, input, subject, now }) {
    if (input.target === subject.target) return refused(problem('target', 'same', (lang) => words[lang].sameTarget))
    if (input.target === subject.baseline)
      return refused(problem('target', 'is-baseline', (lang) => words[lang].targetIsBaseline))
    await moveTarget(tx, { actor, now }, subject, input.target, input.because)
    return changed(
      { slug: subject.slug, id: subject.objective_id },
      measureEvent('measure.retargeted', subject, { from: subject.target, to: input.target }),
    )
  },
})
