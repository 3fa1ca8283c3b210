import { jakartaDate, type Tx } from '#kernel/database.ts'
import { personActor } from '#kernel/session.ts'
import type { ResetParties } from './factor-reset.ts'
import { lockedAccount } from './store/accounts.ts'
import { headedBy } from './store/factor-resets.ts'

/** Both sides of a reset as they are today, under the lock of the account that it is about. */
export async function resetParties(tx: Tx, by: string, personId: string, now: Date): Promise<ResetParties | undefined> {
  await lockedAccount(tx, personId)
  const asker = await personActor(tx, by, now)
  const target = await personActor(tx, personId, now)
  return asker && target && { asker, target, headed: await headedBy(tx, by, jakartaDate(now)) }
}
