import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayOpen, opened } from '../classification.ts'
import { addAct } from '../store/write.ts'
import { classificationEvent, loadClassification } from './subject.ts'

export const declassifyRecord = operation({
  name: 'declassify-record',
  summary: both('Membuka yang dikecualikan sebelum waktunya', 'Opens what was withheld before its time'),
  input: z.strictObject({
    slug: z.string(),
    id: z.uuid(),
    reason: z.string().trim().min(1).max(2000),
    class: z.enum(opened),
  }),
  load: loadClassification,
  policy: (actor, one) => mayOpen(actor, one),
  async change(tx, { actor, input, subject, now, today }) {
    const { reason, class: to_class } = input
    await addAct(tx, { actor, now, today }, subject.id, 'declassify', { reason, to_class })
    const event = classificationEvent('classification.declassified', subject, { opened_as: to_class })
    return changed({ slug: subject.slug, id: subject.id }, event)
  },
})
