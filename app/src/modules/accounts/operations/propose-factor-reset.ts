import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { all, both } from '#kernel/reason.ts'
import { onlySignInJob } from '#kernel/session/job.ts'
import { hasSecondFactor } from '../factor.ts'
import { resetProposedMail } from '../factor-mails.ts'
import { mayResetFactors } from '../factor-reset.ts'
import { accountEvent, type Office } from '../office.ts'
import { resetParties } from '../reset-parties.ts'
import { accountOf, addMail } from '../store/accounts.ts'
import { addReset, openReset } from '../store/factor-resets.ts'
import { factorsOf } from '../store/factors.ts'
import { words } from '../words.ts'

/** The first yes to taking away a second factor that its person has lost. */
export const proposeFactorReset = (office: Office) =>
  operation({
    name: 'propose-factor-reset',
    summary: both('Mengusulkan pengaturan ulang langkah kedua', 'Proposes to reset a second factor'),
    input: z.strictObject({ by: z.uuid(), personId: z.uuid() }),
    async load(tx, { by, personId }, { now }) {
      const parties = await resetParties(tx, by, personId, now)
      const account = parties && (await accountOf(tx, personId))
      return account && { parties, account, open: await openReset(tx, personId) }
    },
    policy: (actor, { parties }) => all(onlySignInJob(actor), mayResetFactors(parties)),
    async change(tx, { input: { by, personId }, subject: { account, open }, now }) {
      if (open) return refused(problem('email', 'open', (l) => words[l].factorResets.open))
      if (!hasSecondFactor(await factorsOf(tx, personId))) {
        return refused(problem('email', 'none', (l) => words[l].factorResets.noFactor))
      }
      const id = await addReset(tx, personId, by, now)
      const { lang, name } = account
      await addMail(tx, account, resetProposedMail(lang, { ...office, name }), now)
      return changed({ id }, accountEvent('factor-reset.proposed', personId, { resetId: id, by }))
    },
  })
