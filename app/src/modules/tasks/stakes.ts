import type { ReadTx } from '#kernel/database.ts'
import { taskPaths } from './paths.ts'
import { tasksAtStake } from './store/stakes.ts'

/** What these organisations have to do in a programme: met by the interests of people who sit there. */
export async function taskStakes(
  tx: ReadTx,
  { id, slug }: { id: string; slug: string },
  bodies: string[],
  day: string,
) {
  const rows = await tasksAtStake(tx, id, bodies, day)
  return rows.map((row) => ({ ...row, kind: 'task' as const, href: taskPaths.task(slug, row.id), recused: [] }))
}
