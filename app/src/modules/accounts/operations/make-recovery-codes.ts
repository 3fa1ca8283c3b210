import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { all, both, reason } from '#kernel/reason.ts'
import { onlySignInJob } from '#kernel/session/job.ts'
import { hasSecondFactor } from '../factor.ts'
import { freshCodes } from '../first-factor.ts'
import { lockedAccount } from '../store/accounts.ts'
import { factorsOf } from '../store/factors.ts'
import { words } from '../words.ts'

/** Ten new recovery codes instead of the old ones; the only time that they are shown. */
export const makeRecoveryCodes = operation({
  name: 'make-recovery-codes',
  summary: both('Membuat kode pemulihan', 'Makes recovery codes'),
  input: z.strictObject({ personId: z.uuid() }),
  async load(tx, { personId }) {
    const account = await lockedAccount(tx, personId)
    return account && { factors: await factorsOf(tx, personId) }
  },
  policy: (actor, { factors }) => all(onlySignInJob(actor), hasSecondFactor(factors) ? true : factorFirst),
  async change(tx, { input: { personId }, now }) {
    const { codes, event } = await freshCodes(tx, personId, now)
    return changed({ codes }, event)
  },
})

const factorFirst = reason('factor-first', (lang) => words[lang].factors.factorFirst)
