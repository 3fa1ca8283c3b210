import type { ReadTx } from '#kernel/database.ts'
import { decisionPaths } from './paths.ts'
import { decisionsAtStake } from './store/stakes.ts'

/** Open questions that concern these organisations: met by the interests of people who sit in the programme. */
export async function decisionStakes(tx: ReadTx, { id }: { id: string }, bodies: string[], day: string) {
  const rows = await decisionsAtStake(tx, id, bodies, day)
  return rows.map((row) => ({ ...row, kind: 'decision' as const, href: decisionPaths.decision(row.id) }))
}
