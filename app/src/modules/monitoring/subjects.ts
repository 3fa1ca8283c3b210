import { both } from '#kernel/reason.ts'
import type { SubjectReader } from '#kernel/subject-reader.ts'
import { detectorOf } from './catalogue/catalogue.ts'
import { monitoringPaths } from './paths.ts'

/** Obstacles, for rooms that attach to any record. */
export const obstacleSubjects: SubjectReader = {
  kind: 'obstacle',
  name: both('Hambatan', 'Obstacle'),
  async heads(tx, ids) {
    const rows = await tx.selectFrom('obstacles').select(['id', 'detector']).where('id', 'in', ids).execute()
    return rows.flatMap(({ id, detector }) => {
      const entry = detectorOf(detector)
      return entry ? { id, title: entry.name('id'), title_en: entry.name('en'), lang: 'id' as const } : []
    })
  },
  href: monitoringPaths.obstacle,
}
