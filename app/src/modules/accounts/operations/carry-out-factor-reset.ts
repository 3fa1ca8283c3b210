import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { all, both, reason } from '#kernel/reason.ts'
import { onlySignInJob } from '#kernel/session/job.ts'
import { endAllSessions } from '#kernel/session.ts'
import { resetDoneMail } from '../factor-mails.ts'
import { resetIsDue } from '../factor-reset.ts'
import { accountEvent, type Office } from '../office.ts'
import { addMail, lockedAccount } from '../store/accounts.ts'
import { finishReset, lockedReset, openReset } from '../store/factor-resets.ts'
import { removePasskeys, removeTotp, replaceCodes } from '../store/factors.ts'

/** What two people decided a day ago takes effect when the person next signs in with the password. */
export const carryOutFactorReset = (office: Office) =>
  operation({
    name: 'carry-out-factor-reset',
    summary: both('Menjalankan pengaturan ulang langkah kedua', 'Carries out the reset of a second factor'),
    input: z.strictObject({ personId: z.uuid() }),
    async load(tx, { personId }) {
      const account = await lockedAccount(tx, personId)
      const open = await openReset(tx, personId)
      const reset = open && (await lockedReset(tx, open.id))
      return account && reset && { account, reset }
    },
    policy: (actor, { reset }, _input, now) => all(onlySignInJob(actor), resetIsDue(reset, now) ? true : notYet),
    async change(tx, { subject: { account, reset }, now }) {
      const { personId, lang, name } = account
      await finishReset(tx, reset.id, now)
      await removeTotp(tx, personId, now, 'all')
      await removePasskeys(tx, personId, now)
      await replaceCodes(tx, personId, [], now)
      await endAllSessions(tx, personId, now)
      await addMail(tx, account, resetDoneMail(lang, { ...office, name }), now)
      return changed(null, accountEvent('factor-reset.done', personId, { resetId: reset.id }))
    },
  })

const notYet = reason('not-yet', both('Waktu tunggunya belum habis', 'Its delay is not over yet'))
