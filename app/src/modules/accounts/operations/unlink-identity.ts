import { z } from 'zod'
import { changed, operation, refusedBecause } from '#kernel/operation.ts'
import { all, both, reason } from '#kernel/reason.ts'
import { onlySignInJob } from '#kernel/session/job.ts'
import { accountEvent } from '../office.ts'
import { lockedAccount } from '../store/accounts.ts'
import { factorsOf } from '../store/factors.ts'
import { removeIdentity } from '../store/identities.ts'
import { words } from '../words.ts'

/** The other sign-in service no longer opens this account; there must be another way in. */
export const unlinkIdentity = operation({
  name: 'unlink-identity',
  summary: both('Melepas hubungan layanan masuk lain', 'Unlinks another sign-in service'),
  input: z.strictObject({ personId: z.uuid(), identityId: z.uuid() }),
  async load(tx, { personId }) {
    const account = await lockedAccount(tx, personId)
    return account && { account, factors: await factorsOf(tx, personId) }
  },
  policy: (actor, { account, factors }) =>
    all(onlySignInJob(actor), account.hash || factors.passkeys.length > 0 ? true : onlyWay),
  async change(tx, { input: { personId, identityId }, now }) {
    if (!(await removeIdentity(tx, identityId, personId, now))) return refusedBecause(gone)
    return changed(null, accountEvent('identity.unlinked', personId, { identityId }))
  },
})

const onlyWay = reason('only-way', (lang) => words[lang].provider.onlyWay)
const gone = reason('gone', (lang) => words[lang].factors.gone)
