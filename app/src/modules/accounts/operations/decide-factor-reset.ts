import { z } from 'zod'
import type { Tx } from '#kernel/database.ts'
import { changed, operation } from '#kernel/operation.ts'
import { all, both } from '#kernel/reason.ts'
import { onlySignInJob } from '#kernel/session/job.ts'
import { resetApprovedMail, resetCancelledMail } from '../factor-mails.ts'
import { mayApproveReset, mayCancelReset, resetDelayHours } from '../factor-reset.ts'
import { accountEvent, type Office } from '../office.ts'
import { resetParties } from '../reset-parties.ts'
import { accountOf, addMail } from '../store/accounts.ts'
import { approveReset, cancelReset, lockedReset } from '../store/factor-resets.ts'

const input = z.strictObject({ by: z.uuid(), resetId: z.uuid() })

/** The second yes; it takes effect a day later. */
export const approveFactorReset = (office: Office) =>
  operation({
    name: 'approve-factor-reset',
    summary: both('Menyetujui pengaturan ulang langkah kedua', 'Approves the reset of a second factor'),
    input,
    load,
    policy: (actor, { parties, reset }) => all(onlySignInJob(actor), mayApproveReset(parties, reset)),
    async change(tx, { input: { by, resetId }, subject: { account }, now }) {
      const dueAt = new Date(now.getTime() + resetDelayHours * 3_600_000)
      await approveReset(tx, resetId, by, dueAt, now)
      const { personId, lang, name } = account
      await addMail(tx, account, resetApprovedMail(lang, { ...office, name }, dueAt), now)
      return changed({ dueAt }, accountEvent('factor-reset.approved', personId, { resetId, by }))
    },
  })

export const cancelFactorReset = (office: Office) =>
  operation({
    name: 'cancel-factor-reset',
    summary: both('Membatalkan pengaturan ulang langkah kedua', 'Cancels the reset of a second factor'),
    input,
    load,
    policy: (actor, { parties }) => all(onlySignInJob(actor), mayCancelReset(parties)),
    async change(tx, { input: { by, resetId }, subject: { account }, now }) {
      await cancelReset(tx, resetId, by, now)
      const { personId, lang, name } = account
      await addMail(tx, account, resetCancelledMail(lang, { ...office, name }), now)
      return changed(null, accountEvent('factor-reset.cancelled', personId, { resetId, by }))
    },
  })

async function load(tx: Tx, { by, resetId }: z.output<typeof input>, { now }: { now: Date }) {
  const reset = await lockedReset(tx, resetId)
  const parties = reset && (await resetParties(tx, by, reset.personId, now))
  const account = parties && (await accountOf(tx, reset.personId))
  return account && { reset, parties, account }
}
