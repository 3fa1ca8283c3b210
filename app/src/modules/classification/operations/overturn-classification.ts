import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayOverturn, opened } from '../classification.ts'
import { addAct } from '../store/write.ts'
import { classificationEvent, loadClassification } from './subject.ts'

/** What an objection, the information commission or a court decided. */
export const overturnClassification = operation({
  name: 'overturn-classification',
  summary: both('Membatalkan pengecualian setelah keberatan', 'Overturns a classification after an objection'),
  input: z.strictObject({
    slug: z.string(),
    id: z.uuid(),
    reason: z.string().trim().min(1).max(2000),
    class: z.enum(opened),
  }),
  load: loadClassification,
  policy: (actor, one) => mayOverturn(actor, one),
  async change(tx, { actor, input, subject, now, today }) {
    const { reason, class: to_class } = input
    await addAct(tx, { actor, now, today }, subject.id, 'overturn', { reason, to_class })
    const event = classificationEvent('classification.overturned', subject, { opened_as: to_class })
    return changed({ slug: subject.slug, id: subject.id }, event)
  },
})
