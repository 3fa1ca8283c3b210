import { both } from '#kernel/reason.ts'
import { mountPage } from '#kernel/web/page.tsx'
import type { RecordSection } from '#kernel/web/record-section.ts'
import type { Site } from '#kernel/web/request.ts'
import { detectors, indicators } from '../catalogue/catalogue.ts'
import {
  loadDetector,
  loadIndicator,
  loadIndicators,
  loadObstacle,
  loadObstacles,
  loadPreview,
  type Readers,
} from '../load.ts'
import { CataloguePage } from '../pages/catalogue-page.tsx'
import { DetectorPage } from '../pages/detector-page.tsx'
import { IndicatorPage } from '../pages/indicator-page.tsx'
import { IndicatorsPage } from '../pages/indicators-page.tsx'
import { ObstaclePage } from '../pages/obstacle-page.tsx'
import { ObstaclesPage } from '../pages/obstacles-page.tsx'
import { PreviewPage } from '../pages/preview-page.tsx'
import { monitoringPaths as paths } from '../paths.ts'
import { evaluationActs, mitigationActs, obstacleActs, thresholdActs } from './acts.ts'
import { detectorsJson, evaluationJson, indicatorJson, obstacleJson, rowsJson } from './json.ts'
import { rowsQuery, soughtQuery } from './queries.ts'

const tag = 'monitoring'

export function monitoringPages(site: Site, readers: Readers, sections: RecordSection[]): void {
  catalogueRoutes(site)
  indicatorRoutes(site, readers)
  obstacleRoutes(site, readers, sections)
  detectorRoute(site, readers)
  mountPage(site, {
    name: 'read-evaluation-preview',
    path: paths.preview(':slug', ':evaluation'),
    summary: both('Pratinjau evaluasi', 'Preview of an evaluation'),
    tag,
    open: true,
    load: (tx, request) => loadPreview(tx, readers, request),
    render: (data, view) => <PreviewPage view={view} {...data} />,
    json: ({ board, ...data }, { lang }) => ({
      evaluation: evaluationJson(board.evaluation),
      indicators: [...board.items.values()].map((item) => indicatorJson(lang, item)),
      detectors: detectorsJson(lang, data.detectors, data.conditions),
    }),
  })
}

function catalogueRoutes(site: Site) {
  mountPage(site, {
    name: 'read-catalogue',
    path: paths.catalogue(),
    summary: both('Cara menghitung indikator dan hambatan', 'How indicators and obstacles are computed'),
    tag,
    query: soughtQuery.pick({ q: true }),
    load: async () => ({}),
    scope: () => [],
    render: (_data, view, { query }) => <CataloguePage view={view} q={query.q} />,
    json: (_data, { lang }) => ({
      indicators: indicators.map((entry) => {
        const { status: _s, level: _l, ...rest } = indicatorJson(lang, { entry, reading: undefined, trend: [] })
        return rest
      }),
      detectors: detectorsJson(lang, new Map(), new Map()).map(({ outcome: _o, ...rest }) => ({
        ...rest,
        mitigations: detectors.find((one) => one.id === rest.id)!.mitigations.map((one) => one.text(lang)),
      })),
    }),
  })
}

function indicatorRoutes(site: Site, readers: Readers) {
  mountPage(site, {
    name: 'read-indicators',
    path: paths.indicators(':slug'),
    summary: both('Semua indikator suatu program', 'All indicators of a programme'),
    tag,
    query: soughtQuery.pick({ q: true }),
    load: (tx, request) => loadIndicators(tx, readers, request),
    scope: (data) => [data.programme.id],
    render: (data, view, request) => (
      <IndicatorsPage view={view} {...data} q={request.query.q} acts={evaluationActs(request, data.programme)} />
    ),
    json: ({ evaluation, board }, { lang }) => ({
      evaluation: evaluationJson(evaluation),
      indicators: [...(board?.items.values() ?? [])].map((item) => indicatorJson(lang, item)),
    }),
  })
  mountPage(site, {
    name: 'read-indicator',
    path: paths.indicator(':slug', ':indicator'),
    summary: both('Satu indikator dengan catatan di baliknya', 'One indicator with the records behind it'),
    tag,
    query: rowsQuery,
    load: (tx, request) => loadIndicator(tx, readers, request),
    scope: (data) => [data.programme.id],
    render: (data, view, request) => (
      <IndicatorPage
        view={view}
        {...data}
        asked={request.query}
        acts={thresholdActs(request, data.programme, data.item.entry.id)}
      />
    ),
    json: ({ evaluation, item, rows, history }, { lang }) => ({
      evaluation: evaluationJson(evaluation),
      indicator: indicatorJson(lang, item),
      rows: rowsJson(lang, rows),
      history,
    }),
  })
}

function obstacleRoutes(site: Site, readers: Readers, sections: RecordSection[]) {
  mountPage(site, {
    name: 'read-obstacles',
    path: paths.obstacles(':slug'),
    summary: both('Hambatan suatu program dan syarat-syaratnya', 'Obstacles of a programme and their conditions'),
    tag,
    query: soughtQuery,
    load: (tx, request) => loadObstacles(tx, readers, request),
    scope: (data) => [data.programme.id],
    render: (data, view, request) => (
      <ObstaclesPage view={view} {...data} q={request.query.q} acts={evaluationActs(request, data.programme)} />
    ),
    json: ({ evaluation, open, cleared, ...data }, { lang }) => ({
      evaluation: evaluationJson(evaluation),
      open: open.map((one) => obstacleJson(lang, one)),
      cleared: { ...cleared, rows: cleared.rows.map((one) => obstacleJson(lang, one)) },
      detectors: detectorsJson(lang, data.detectors, data.conditions),
    }),
  })
  mountPage(site, {
    name: 'read-obstacle',
    path: paths.obstacle(':slug', ':obstacle'),
    summary: both('Satu hambatan: bukti dan mitigasinya', 'One obstacle: its evidence and mitigations'),
    tag,
    query: rowsQuery,
    load: (tx, request) => loadObstacle(tx, readers, request),
    scope: (data) => [data.programme.id],
    also: { param: 'obstacle', sections },
    render: (data, view, request, more) => (
      <ObstaclePage
        more={more}
        view={view}
        {...data}
        asked={request.query}
        acts={obstacleActs(request, data.programme, data.obstacle)}
        mitigationActs={mitigationActs(request, data.programme.slug, data.obstacle)}
      />
    ),
    json: ({ obstacle, moves, rows }, { lang }) => ({
      ...obstacleJson(lang, obstacle),
      moves,
      rows: rowsJson(lang, rows),
    }),
  })
}

function detectorRoute(site: Site, readers: Readers) {
  mountPage(site, {
    name: 'read-detector',
    path: paths.detector(':slug', ':detector'),
    summary: both('Satu pendeteksi dengan semua syaratnya', 'One detector with all its conditions'),
    tag,
    query: rowsQuery,
    load: (tx, request) => loadDetector(tx, readers, request),
    scope: (data) => [data.programme.id],
    render: (data, view, request) => (
      <DetectorPage
        view={view}
        {...data}
        asked={request.query}
        acts={data.entry.conditions.flatMap((one) =>
          thresholdActs(request, data.programme, `${data.entry.id}.${one.letter}`, one.letter),
        )}
      />
    ),
    json: ({ entry, conditions, reading, rows, weeks }, { lang }) => ({
      ...detectorsJson(lang, new Map(reading ? [[entry.id, reading]] : []), conditions).find(
        (one) => one.id === entry.id,
      ),
      weeks,
      rows: rowsJson(lang, rows),
    }),
  })
}
