import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { both } from '#kernel/reason.ts'
import { mayReview } from '../classification.ts'
import { addAct } from '../store/write.ts'
import { words } from '../words.ts'
import { classificationEvent, loadClassification } from './subject.ts'

/** Keeps it withheld, with the reason and the next review; another last day is an extension, made before the first is over. */
export const reviewClassification = operation({
  name: 'review-classification',
  summary: both(
    'Meninjau pengecualian, dan memperpanjangnya bila perlu',
    'Reviews a classification and extends it if need be',
  ),
  input: z.strictObject({
    slug: z.string(),
    id: z.uuid(),
    reason: z.string().trim().min(1).max(2000),
    reviewOn: z.iso.date(),
    expiresOn: z.iso.date().optional(),
  }),
  load: loadClassification,
  policy: (actor, one) => mayReview(actor, one),
  async change(tx, { actor, input, subject, now, today }) {
    const { reason, reviewOn, expiresOn } = input
    if (reviewOn <= today) return refused(problem('reviewOn', 'past', (lang) => words[lang].problems.past))
    if (expiresOn && (!subject.ends_on || expiresOn <= subject.ends_on))
      return refused(problem('expiresOn', 'later', (lang) => words[lang].problems.later))
    const limits = { review_on: reviewOn, ...(expiresOn ? { expires_on: expiresOn } : {}) }
    await addAct(tx, { actor, now, today }, subject.id, expiresOn ? 'extend' : 'review', { reason, ...limits })
    const name = expiresOn ? 'classification.extended' : 'classification.reviewed'
    return changed({ slug: subject.slug, id: subject.id }, classificationEvent(name, subject, limits))
  },
})
