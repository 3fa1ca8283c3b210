import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayShape } from '../rules.ts'
import { addDetail, touch } from '../store/write.ts'
import { type Done, decision, decisionEvent, loadFacts, wrong } from './acting.ts'

const most = 10

export const addOption = operation({
  name: 'add-option',
  summary: both('Menambah pilihan yang dipertimbangkan', 'Adds an option to be considered'),
  input: z.strictObject({
    decision,
    title: z.string().trim().min(1).max(200),
    body: z.string().trim().max(4000).optional(),
  }),
  load: loadFacts,
  policy: (actor, subject) => mayShape(actor, subject),
  async change(tx, { actor, input, subject, now, today }) {
    if (subject.options >= most) return refused(wrong('title', 'manyOptions'))
    const row = { decision_id: subject.id, position: subject.options + 1, title: input.title, body: input.body ?? '' }
    const option = await addDetail(tx, { actor, now, today }, 'decision_options', row)
    const version = await touch(tx, subject)
    const done: Done = { decision: subject.id, version }
    return changed(done, decisionEvent('decision.option-added', subject, version, { option }))
  },
})
