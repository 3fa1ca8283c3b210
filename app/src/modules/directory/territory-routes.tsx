import { z } from 'zod'
import { both } from '#kernel/reason.ts'
import { mountPage } from '#kernel/web/page.tsx'
import type { Site } from '#kernel/web/request.ts'
import { TerritoriesPage, TerritoryPage } from './pages/territories-page.tsx'
import { directoryPaths as paths } from './paths.ts'
import { loadTerritoriesPage, loadTerritory } from './read-territories.ts'
import type { Territory } from './territory.ts'

const tag = 'directory'

export function territoryRoutes(site: Site): void {
  mountPage(site, {
    name: 'list-territories',
    path: paths.territories(),
    tag,
    summary: both('Wilayah administrasi, atau pencarian menurut nama', 'Official areas, or a search by name'),
    query: z.object({ q: z.string().trim().max(100).catch('') }),
    load: (tx, request) => loadTerritoriesPage(tx, request.query.q),
    scope: () => [],
    render: (data, view) => <TerritoriesPage view={view} data={data} />,
    json: ({ q, found, provinces, load }) => {
      const rows: (Territory & { within?: string })[] = q
        ? found.map(({ area, within }) => ({ ...area, within }))
        : provinces
      return { rows, source: load }
    },
  })
  mountPage(site, {
    name: 'read-territory',
    path: paths.territory(':code'),
    tag,
    summary: both('Satu wilayah dan wilayah di dalamnya', 'One area and the areas within it'),
    query: z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) }),
    load: (tx, request) => loadTerritory(tx, request.params.code!, request.query.page, request.today),
    scope: () => [],
    render: (data, view) => <TerritoryPage view={view} data={data} />,
    json: ({ area, above, below, total, load }) => ({ area, above, below, total, source: load }),
  })
}
