import type { ReadTx } from '#kernel/database.ts'
import { resourcePaths } from './paths.ts'
import { contractsAtStake } from './store/signals.ts'

/** What these organisations supply in a programme: met by the interests of people who sit there. */
export async function contractStakes(
  tx: ReadTx,
  { id, slug }: { id: string; slug: string },
  bodies: string[],
  day: string,
) {
  const rows = await contractsAtStake(tx, id, bodies, day)
  return rows.map((row) => ({
    ...row,
    kind: 'contract' as const,
    href: resourcePaths.contract(slug, row.id),
    recused: [],
  }))
}
