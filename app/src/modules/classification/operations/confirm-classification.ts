import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayConfirm } from '../classification.ts'
import { addAct } from '../store/write.ts'
import { classificationEvent, loadClassification } from './subject.ts'

export const confirmClassification = operation({
  name: 'confirm-classification',
  summary: both('Menyetujui golongan rahasia sebagai orang kedua', 'Confirms the class secret as a second person'),
  input: z.strictObject({ slug: z.string(), id: z.uuid() }),
  load: loadClassification,
  policy: (actor, one) => mayConfirm(actor, one),
  async change(tx, { actor, subject, now, today }) {
    await addAct(tx, { actor, now, today }, subject.id, 'confirm')
    return changed({ slug: subject.slug, id: subject.id }, classificationEvent('classification.confirmed', subject))
  },
})
