import { z } from 'zod'
import { changed, operation, refusedBecause } from '#kernel/operation.ts'
import { all, both, reason } from '#kernel/reason.ts'
import { onlySignInJob } from '#kernel/session/job.ts'
import { personActor } from '#kernel/session.ts'
import { hasSecondFactor } from '../factor.ts'
import { deviceInput, openAnew } from '../opening.ts'
import { lockedAccount } from '../store/accounts.ts'
import { factorsOf } from '../store/factors.ts'
import { useIdentity } from '../store/identities.ts'
import { words } from '../words.ts'

/** The other sign-in service has vouched for the person; `strong`: by more than one factor. */
export const openSessionByIdentity = operation({
  name: 'open-session-by-identity',
  summary: both('Membuka sesi lewat layanan masuk lain', 'Opens a session by another sign-in service'),
  input: z.strictObject({ personId: z.uuid(), identityId: z.uuid(), strong: z.boolean(), device: deviceInput }),
  async load(tx, { personId }, { now }) {
    const account = await lockedAccount(tx, personId)
    const person = await personActor(tx, personId, now)
    return account && person && { account, person, factors: await factorsOf(tx, personId) }
  },
  policy: (actor, { account, factors }, { strong }) =>
    all(onlySignInJob(actor), !account.disabledAt && (strong || !hasSecondFactor(factors)) ? true : unknownIdentity),
  async change(tx, { input: { personId, identityId, strong, device }, subject: { person }, now }) {
    if (!(await useIdentity(tx, identityId, personId, now))) return refusedBecause(unknownIdentity)
    const { opened, event } = await openAnew(tx, { person, device, method: 'provider', strong }, now)
    return changed(opened, event)
  },
})

export const unknownIdentity = reason('unknown-identity', (lang) => words[lang].provider.refused)
