import type { ReadTx } from '#kernel/database.ts'
import { headlineOf } from './obstacle.ts'
import { viewObstacles } from './obstacle-view.ts'
import { monitoringPaths } from './paths.ts'
import { openRows } from './store/read-obstacles.ts'

/** Open obstacles against which nobody has taken up a step yet. */
export async function unownedObstacles(tx: ReadTx, { id, slug }: { id: string; slug: string }) {
  const open = await viewObstacles(tx, await openRows(tx, id), undefined)
  return open
    .filter((one) => !one.mitigations.some((mitigation) => mitigation.state === 'adopted'))
    .map((one) => {
      const title = headlineOf(one)
      const { id: obstacle, class: kept, programmeId: programme_id } = one
      return {
        id: obstacle,
        programme_id,
        class: kept,
        title: title('id'),
        title_en: title('en'),
        href: monitoringPaths.obstacle(slug, obstacle),
      }
    })
}
