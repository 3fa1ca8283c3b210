import type { Dataset } from '#kernel/dataset.ts'
import type { Site } from '#kernel/web/request.ts'
import { shapeOf } from '../dataset-file.ts'
import type { Downloads } from '../downloads.ts'
import { beforeBody, programmeAsked, sendPieces } from '../file-routes.ts'
import { dataPaths } from '../paths.ts'
import { popoloOf } from './popolo.ts'

export function popoloRoutes(site: Site, datasets: Dataset[], downloads: Downloads): void {
  const shape = ['popolo', ...datasets.map(shapeOf)]
  site.app.get(dataPaths.popolo(), async (c) => {
    const programme = programmeAsked(c)
    const answered = await beforeBody(site, c, { shape, programme, type: 'application/json' })
    if (answered) return answered
    if (c.req.method === 'HEAD') return c.body(null)
    return sendPieces(site, c, downloads, (tx) => popoloOf(tx, datasets, programme))
  })
}
