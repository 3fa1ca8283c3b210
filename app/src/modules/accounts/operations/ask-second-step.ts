import { z } from 'zod'
import { changed, operation } from '#kernel/operation.ts'
import { all, both, reason } from '#kernel/reason.ts'
import { onlySignInJob } from '#kernel/session/job.ts'
import { accountEvent } from '../office.ts'
import { lockedAccount, setHash } from '../store/accounts.ts'
import { words } from '../words.ts'

/** The password was right and a second factor is set up: nothing opens yet. */
export const askSecondStep = operation({
  name: 'ask-second-step',
  summary: both('Meminta langkah kedua', 'Asks for the second step'),
  input: z.strictObject({
    personId: z.uuid() /** None: another sign-in service took the first step. */,
    checkedHash: z.string().nullable(),
    renewedHash: z.string().optional(),
  }),
  load: (tx, { personId }) => lockedAccount(tx, personId),
  policy: (actor, account, { checkedHash }) =>
    all(onlySignInJob(actor), !account.disabledAt && account.hash === checkedHash ? true : moved),
  async change(tx, { input: { personId, checkedHash, renewedHash } }) {
    if (renewedHash) await setHash(tx, personId, renewedHash)
    return changed({ personId, hash: renewedHash ?? checkedHash }, accountEvent('second-step.asked', personId))
  },
})

const moved = reason('moved', (lang) => words[lang].refusal.moved)
