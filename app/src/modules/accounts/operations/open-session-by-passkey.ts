import { z } from 'zod'
import { changed, operation, refusedBecause } from '#kernel/operation.ts'
import { all, both, reason } from '#kernel/reason.ts'
import { onlySignInJob } from '#kernel/session/job.ts'
import { personActor } from '#kernel/session.ts'
import { deviceInput, openAnew } from '../opening.ts'
import { passkeyUse, usePasskey } from '../passkey-use.ts'
import { lockedAccount } from '../store/accounts.ts'
import { words } from '../words.ts'

/** A passkey whose device verified its person is more than one factor by itself. */
export const openSessionByPasskey = operation({
  name: 'open-session-by-passkey',
  summary: both('Membuka sesi dengan kunci sandi', 'Opens a session by a passkey'),
  input: z.strictObject({ personId: z.uuid(), passkey: passkeyUse, device: deviceInput }),
  async load(tx, { personId }, { now }) {
    const account = await lockedAccount(tx, personId)
    const person = await personActor(tx, personId, now)
    return account && person && { account, person }
  },
  policy: (actor, { account }) => all(onlySignInJob(actor), account.disabledAt ? refusedPasskey : true),
  async change(tx, { input: { passkey, device }, subject: { person }, now }) {
    if (!(await usePasskey(tx, passkey, now))) return refusedBecause(refusedPasskey)
    const { opened, event } = await openAnew(tx, { person, device, method: 'passkey', strong: true }, now)
    return changed(opened, event)
  },
})

export const refusedPasskey = reason('passkey-refused', (lang) => words[lang].passkey.refused)
