import { z } from 'zod'
import { changed, operation, refusedBecause } from '#kernel/operation.ts'
import { all, both, reason } from '#kernel/reason.ts'
import { onlySignInJob } from '#kernel/session/job.ts'
import { rotateSession } from '#kernel/session.ts'
import { hasSecondFactor } from '../factor.ts'
import { accountEvent, type Office } from '../office.ts'
import { passkeyUse, usePasskey } from '../passkey-use.ts'
import { redeem } from '../redeem.ts'
import { lockedAccount } from '../store/accounts.ts'
import { factorsOf } from '../store/factors.ts'
import { useIdentity } from '../store/identities.ts'
import { words } from '../words.ts'
import { wrongCode } from './open-session-by-code.ts'
import { refusedPasskey } from './open-session-by-passkey.ts'

const input = z.strictObject({
  personId: z.uuid(),
  sessionId: z.uuid(),
  proof: z.discriminatedUnion('kind', [
    /** The hash that the password was checked against. */
    z.strictObject({ kind: z.literal('password'), checkedHash: z.string() }),
    z.strictObject({ kind: z.literal('code'), code: z.string().max(100) }),
    z.strictObject({ kind: z.literal('passkey'), use: passkeyUse }),
    /** Another sign-in service asked the person again just now. */
    z.strictObject({ kind: z.literal('provider'), identityId: z.uuid(), strong: z.boolean() }),
  ]),
})

/** The person proves again who they are, before a sensitive act: with the second factor where there is one. */
export const proveSession = (office: Office) =>
  operation({
    name: 'prove-session',
    summary: both('Membuktikan lagi siapa Anda', 'Proves again who you are'),
    input,
    async load(tx, { personId }) {
      const account = await lockedAccount(tx, personId)
      return account && { account, factors: await factorsOf(tx, personId) }
    },
    policy: (actor, { account, factors }, { proof }) =>
      all(
        onlySignInJob(actor),
        !hasSecondFactor(factors) || proof.kind === 'code' || proof.kind === 'passkey' ? true : moved,
        proof.kind !== 'password' || account.hash === proof.checkedHash ? true : moved,
      ),
    async change(tx, { input: { personId, sessionId, proof }, subject, now }) {
      const redeemed = proof.kind === 'code' ? await redeem(tx, office, subject, proof.code, now) : undefined
      if (proof.kind === 'code' && !redeemed) return refusedBecause(wrongCode)
      if (proof.kind === 'passkey' && !(await usePasskey(tx, proof.use, now))) return refusedBecause(refusedPasskey)
      if (proof.kind === 'provider' && !(await useIdentity(tx, proof.identityId, personId, now)))
        return refusedBecause(moved)
      const strong = proof.kind === 'provider' ? proof.strong : proof.kind !== 'password'
      const token = await rotateSession(tx, sessionId, now, strong || undefined)
      const method = redeemed?.method ?? proof.kind
      const event = accountEvent('session.proved', personId, { sessionId, method })
      return changed({ token }, event, ...(redeemed?.events ?? []))
    },
  })

const moved = reason('moved', (lang) => words[lang].refusal.moved)
