import type { ReadTx } from '#kernel/database.ts'
import { programmePaths } from './paths.ts'
import { commitmentsAtStake } from './store/stakes.ts'

/** What these organisations have promised in a programme: met by the interests of people who sit there. */
export async function commitmentStakes(
  tx: ReadTx,
  { id, slug }: { id: string; slug: string },
  bodies: string[],
  day: string,
) {
  const rows = await commitmentsAtStake(tx, id, bodies, day)
  return rows.map((row) => {
    return { ...row, kind: 'commitment' as const, href: programmePaths.commitment(slug, row.id), recused: [] }
  })
}
