import { z } from 'zod'
import type { Dataset } from '#kernel/dataset.ts'
import { both } from '#kernel/reason.ts'
import { mountPage } from '#kernel/web/page.tsx'
import type { Site } from '#kernel/web/request.ts'
import { archiveRoutes } from './archive-routes.tsx'
import { catalogueRoutes } from './catalogue/routes.ts'
import { Downloads } from './downloads.ts'
import type { FeedSources } from './feed/happenings.ts'
import { feedRoutes } from './feed/routes.ts'
import { fileRoutes } from './file-routes.ts'
import { loadDataset, loadDatasets } from './loads.ts'
import { DataPage } from './pages/data-page.tsx'
import { DatasetPage } from './pages/dataset-page.tsx'
import { dataPaths } from './paths.ts'
import { popoloRoutes } from './popolo/routes.ts'

export function dataRoutes(site: Site, datasets: Dataset[], feeds: FeedSources): void {
  const downloads = new Downloads()
  catalogueRoutes(site, datasets)
  popoloRoutes(site, datasets, downloads)
  fileRoutes(site, datasets, downloads)
  feedRoutes(site, feeds)
  archiveRoutes(site, datasets)
  mountPage(site, {
    name: 'list-datasets',
    path: dataPaths.list(),
    summary: both('Himpunan data terbuka', 'Open datasets'),
    tag: 'data',
    query: z.object({ q: z.string().trim().max(200).catch('').default('') }),
    load: async (_tx, { query, lang }) => loadDatasets(datasets, query.q, lang),
    scope: () => [],
    render: (data, view) => <DataPage data={data} view={view} />,
  })
  mountPage(site, {
    name: 'read-dataset',
    path: dataPaths.dataset(':dataset'),
    summary: both('Satu himpunan data: kolom, lisensi, pembaruan', 'One dataset: columns, licence, updates'),
    tag: 'data',
    load: (tx, request) => loadDataset(site, tx, datasets, request),
    scope: () => 'everything',
    render: (data, view) => <DatasetPage data={data} view={view} />,
  })
}
