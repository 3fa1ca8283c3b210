import { z } from 'zod'
import type { Tx } from '#kernel/database.ts'
import { changed, operation } from '#kernel/operation.ts'
import { all, both, reason } from '#kernel/reason.ts'
import { onlySignInJob } from '#kernel/session/job.ts'
import { stopLinks } from '#kernel/session/single-use.ts'
import { endAllSessions, personActor } from '#kernel/session.ts'
import { mayManageAccounts } from '../account.ts'
import { accountEvent } from '../office.ts'
import { lockedAccount, setDisabled } from '../store/accounts.ts'
import { words } from '../words.ts'

const input = z.strictObject({ by: z.uuid(), personId: z.uuid() })

/** Disables an account: sessions, links and tokens stop at once; what the person recorded stays. */
export const suspendAccount = operation({
  name: 'suspend-account',
  summary: both('Menonaktifkan akun', 'Disables an account'),
  input,
  load: bothSides,
  policy: (actor, { operator }, { by, personId }) =>
    all(onlySignInJob(actor), mayManageAccounts(operator), by === personId ? notOneself : true),
  async change(tx, { input: { by, personId }, now }) {
    await setDisabled(tx, personId, now)
    await stopLinks(tx, personId, now)
    const sessions = await endAllSessions(tx, personId, now)
    return changed(null, accountEvent('account.suspended', personId, { by, sessions }))
  },
})

export const reinstateAccount = operation({
  name: 'reinstate-account',
  summary: both('Mengaktifkan lagi akun', 'Activates an account again'),
  input,
  load: bothSides,
  policy: (actor, { operator }) => all(onlySignInJob(actor), mayManageAccounts(operator)),
  async change(tx, { input: { by, personId } }) {
    await setDisabled(tx, personId, null)
    return changed(null, accountEvent('account.reinstated', personId, { by }))
  },
})

async function bothSides(tx: Tx, { by, personId }: z.output<typeof input>, { now }: { now: Date }) {
  const [operator, account] = [await personActor(tx, by, now), await lockedAccount(tx, personId)]
  return operator && account && { operator, account }
}

const notOneself = reason('not-oneself', (lang) => words[lang].accounts.self)
