import { z } from 'zod'
import { jakartaDate } from '#kernel/database.ts'
import { operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { token } from '../fields.ts'
import { mayDispute } from '../rules.ts'
import { addStep } from '../store/write.ts'
import { doneUnsigned, loadOwn } from './acting.ts'

/** The requester took it to the information commission; the platform only notes that. */
export const startDispute = operation({
  name: 'note-information-dispute',
  summary: both('Mencatat sengketa di Komisi Informasi', 'Notes a dispute at the information commission'),
  input: z.strictObject({ token }),
  load: loadOwn,
  policy: (actor, of, _input, now) => mayDispute(actor, of, jakartaDate(now)),
  async change(tx, { actor, subject, now }) {
    const by = { actor, now, unnamed: true }
    return doneUnsigned('disputed', await addStep(tx, by, subject.id, { kind: 'disputed' }))
  },
})
