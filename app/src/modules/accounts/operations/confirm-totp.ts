import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { all, both, reason } from '#kernel/reason.ts'
import { onlySignInJob } from '#kernel/session/job.ts'
import { usableStep } from '../factor.ts'
import { settleNewFactor } from '../first-factor.ts'
import type { Office } from '../office.ts'
import { lockedAccount } from '../store/accounts.ts'
import { confirmTotp as confirm, factorsOf, unconfirmedTotp } from '../store/factors.ts'
import { words } from '../words.ts'

const hour = 3_600_000

/** The first code shows that the app has the key: from now on signing in asks for it. */
export const confirmTotp = (office: Office) =>
  operation({
    name: 'confirm-totp',
    summary: both('Memasang aplikasi autentikator', 'Sets up an authenticator app'),
    input: z.strictObject({ personId: z.uuid(), sessionId: z.uuid(), code: z.string().max(20) }),
    async load(tx, { personId }, { now }) {
      const account = await lockedAccount(tx, personId)
      const begun = await unconfirmedTotp(tx, personId, new Date(now.getTime() - hour))
      return account && begun && { account, begun, factors: await factorsOf(tx, personId) }
    },
    policy: (actor, { factors }) => all(onlySignInJob(actor), factors.totp ? taken : true),
    async change(tx, { input: { sessionId, code }, subject: { account, begun, factors }, now }) {
      const step = usableStep(office.secret, begun, code, now)
      if (step === undefined) return refused(problem('code', 'wrong', (lang) => words[lang].factors.totpWrong))
      await confirm(tx, begun.id, step, now)
      const added = { account, factors, sessionId, kind: 'totp', factorId: begun.id } as const
      const { value, events } = await settleNewFactor(tx, office, added, now)
      return changed(value, ...events)
    },
  })

const taken = reason('taken', (lang) => words[lang].factors.totpTaken)
