import { z } from 'zod'
import { operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { token } from '../fields.ts'
import { mayWithdraw } from '../rules.ts'
import { addStep } from '../store/write.ts'
import { doneUnsigned, loadOwn } from './acting.ts'

export const withdrawRequest = operation({
  name: 'withdraw-information-request',
  summary: both('Mencabut permintaan informasi', 'Withdraws an information request'),
  input: z.strictObject({ token }),
  load: loadOwn,
  policy: (actor, of) => mayWithdraw(actor, of),
  async change(tx, { actor, subject, now }) {
    const by = { actor, now, unnamed: true }
    return doneUnsigned('withdrawn', await addStep(tx, by, subject.id, { kind: 'withdrawn' }))
  },
})
