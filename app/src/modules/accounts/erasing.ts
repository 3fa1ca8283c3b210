import type { Erasable } from '#kernel/erasable.ts'
import { accountAddress, eraseAccount, heldAccounts } from './store/erasing.ts'

/** The account with every way in, the letters to it, and the name of whoever never held an office. */
export const erasableAccounts: Erasable = {
  addressee: async (tx, { kind, id }) => (kind === 'person' ? accountAddress(tx, id) : undefined),
  erase: async (tx, { kind, id }, now) => (kind === 'person' ? eraseAccount(tx, id, now) : 0),
  async standing(tx, ids) {
    return (await heldAccounts(tx, ids)).map((id) => ({ kind: 'person', id }))
  },
}
