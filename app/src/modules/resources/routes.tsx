import { both } from '#kernel/reason.ts'
import { mountPage } from '#kernel/web/page.tsx'
import type { RecordSection } from '#kernel/web/record-section.ts'
import type { Site } from '#kernel/web/request.ts'
import { lineQuery, overviewQuery } from './list-query.ts'
import { loadLine, loadLines, loadOverview } from './load-lines.ts'
import { LinePage } from './pages/line-page.tsx'
import { LinesPage } from './pages/lines-page.tsx'
import { OverviewPage } from './pages/overview-page.tsx'
import { resourcePaths } from './paths.ts'
import { contractRoutes } from './routes/contract-routes.tsx'
import { lineActs } from './routes/line-routes.tsx'
import { offerRoutes } from './routes/offer-routes.tsx'

const tag = 'resources'

export function resourceRoutes(site: Site, sections: RecordSection[]): void {
  mountPage(site, {
    name: 'read-resources',
    path: resourcePaths.overview(':slug'),
    tag,
    summary: both(
      'Anggaran sebuah program menurut sumber dana, instansi, atau wilayah',
      'Budget of a programme by source of funds, agency or territory',
    ),
    query: overviewQuery,
    load: loadOverview,
    scope: (data) => [data.programme.id],
    render: (data, view) => <OverviewPage view={view} data={data} />,
    json: ({ groups, total, year, years, contracts, offers, withheld, query }) => ({
      by: query.by,
      year: year === '' ? null : year,
      groups,
      total,
      years,
      contracts,
      offers,
      withheld,
    }),
  })
  mountPage(site, {
    name: 'list-budget-lines',
    path: resourcePaths.lines(':slug'),
    tag,
    summary: both('Pos anggaran sebuah program', 'Budget lines of a programme'),
    query: lineQuery,
    load: loadLines,
    scope: (data) => [data.programme.id],
    render: (data, view) => <LinesPage view={view} data={data} />,
    json: ({ rows, total, withheld, query }) => ({ rows, total, withheld, page: query.page }),
  })
  lineActs(site)
  mountPage(site, {
    name: 'read-budget-line',
    path: resourcePaths.line(':slug', ':id'),
    tag,
    summary: both(
      'Satu pos anggaran dengan perubahan dan realisasinya',
      'One budget line with its revisions and realisations',
    ),
    load: loadLine,
    scope: (data) => [data.programme.id],
    also: { param: 'id', sections },
    render: (data, view, _request, more) => <LinePage view={view} data={data} more={more} />,
    json: ({ line: { programme_status: _status, ...line }, revisions, realisations, contracts }) => ({
      line,
      revisions,
      realisations,
      contracts,
    }),
  })
  contractRoutes(site, sections)
  offerRoutes(site, sections)
}
