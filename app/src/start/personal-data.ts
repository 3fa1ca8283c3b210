import { KeysUnavailable } from '#kernel/keys/keys.ts'
import type { Deps } from '#kernel/web/request.ts'
import { eraseAgain } from '#modules/erasures/erasing.ts'
import { sealOldRequesters } from '#modules/requests/seal-old.ts'
import { maskOldSeeds } from '#modules/transparency/erasing.ts'
import { erasables } from '../erasables.ts'

/**
 * Before anybody is served: who was erased is erased again from a database that was put back, and what an older version
 * kept in clear is sealed. Should the keys be away, it is done at the next start (the first also every hour).
 */
export async function settlePersonalData(deps: Deps, say: (message: string) => void): Promise<void> {
  try {
    const again = await eraseAgain({ ...deps, erasables })
    if (again > 0) say(`${again} subjects that had been erased were in this database, and were erased again`)
    const now = deps.clock()
    const sealed = (await sealOldRequesters(deps, now)) + (await maskOldSeeds(deps, now))
    if (sealed > 0) say(`${sealed} rows about people sealed: copies of the database from before hold them in clear`)
  } catch (error) {
    if (!(error instanceof KeysUnavailable)) throw error
  }
}
