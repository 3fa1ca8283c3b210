import { z } from 'zod'
import { changed, operation, refused } from '#kernel/operation.ts'
import { problem } from '#kernel/outcome.ts'
import { all, both, reason } from '#kernel/reason.ts'
import { onlySignInJob } from '#kernel/session/job.ts'
import { mostPasskeys } from '../factor.ts'
import { settleNewFactor } from '../first-factor.ts'
import type { Office } from '../office.ts'
import { lockedAccount } from '../store/accounts.ts'
import { addPasskey as add, factorsOf, passkeyByCredential, useChallenge } from '../store/factors.ts'
import { words } from '../words.ts'

/** A passkey that the browser has just made, its answer checked before. */
export const addPasskey = (office: Office) =>
  operation({
    name: 'add-passkey',
    summary: both('Menambah kunci sandi', 'Adds a passkey'),
    input: z.strictObject({
      personId: z.uuid(),
      sessionId: z.uuid(),
      name: z.string().trim().min(1).max(80),
      key: z.strictObject({
        credentialId: z.instanceof(Buffer),
        publicKey: z.instanceof(Buffer),
        counter: z.number().int().min(0),
        transports: z.array(z.string()),
        synced: z.boolean(),
        challenge: z.strictObject({ hash: z.instanceof(Buffer), until: z.date() }),
      }),
    }),
    async load(tx, { personId }) {
      const account = await lockedAccount(tx, personId)
      return account && { account, factors: await factorsOf(tx, personId) }
    },
    policy: (actor, { factors }) => all(onlySignInJob(actor), factors.passkeys.length < mostPasskeys ? true : tooMany),
    async change(tx, { input: { sessionId, name, key }, subject: { account, factors }, now }) {
      const { challenge, ...rest } = key
      if (!(await useChallenge(tx, challenge.hash, challenge.until))) return refused(again)
      if (await passkeyByCredential(tx, key.credentialId)) return refused(taken)
      const factorId = await add(tx, account.personId, { ...rest, name }, now)
      const added = { account, factors, sessionId, kind: 'passkey', factorId } as const
      const { value, events } = await settleNewFactor(tx, office, added, now)
      return changed(value, ...events)
    },
  })

const again = problem('', 'refused', (lang) => words[lang].passkey.refused)
const taken = problem('', 'taken', (lang) => words[lang].passkey.taken)
const tooMany = reason('too-many', (lang) => words[lang].passkey.tooMany(String(mostPasskeys)))
