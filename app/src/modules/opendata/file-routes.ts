import type { ReadTx } from '#kernel/database.ts'
import type { Dataset } from '#kernel/dataset.ts'
import { reason } from '#kernel/reason.ts'
import { refuse } from '#kernel/web/refusal.tsx'
import type { Ctx, Site } from '#kernel/web/request.ts'
import { csvOf, fileTag, readOpenly, shapeOf } from './dataset-file.ts'
import type { Downloads } from './downloads.ts'
import { dataPaths } from './paths.ts'
import { lastChange } from './store/rows.ts'
import { csvwMetadata, dataPackage } from './table-schema.ts'
import { words } from './words.ts'

/** What programs read: files of fixed names, the same for everyone who asks. */
export function fileRoutes(site: Site, datasets: Dataset[], downloads: Downloads): void {
  site.app.get('/data/:dataset{[a-z-]+\\.csv}', (c) => sendCsv(site, c, datasets, downloads))
  site.app.get('/data/:dataset{[a-z-]+\\.csv-metadata\\.json}', (c) =>
    describe(site, c, datasets, csvwMetadata, 'application/csvm+json'),
  )
  site.app.get(dataPaths.datapackage(':dataset'), (c) => describe(site, c, datasets, dataPackage, 'application/json'))
}

function datasetOf(c: Ctx, datasets: Dataset[]): Dataset | undefined {
  const key = (c.req.param('dataset') ?? '').replace(/\..*$/, '')
  return datasets.find((dataset) => dataset.key === key)
}

async function sendCsv(site: Site, c: Ctx, datasets: Dataset[], downloads: Downloads) {
  const dataset = datasetOf(c, datasets)
  if (!dataset) return refuse(site, c, 'missing')
  const programme = programmeAsked(c)
  const ask = { shape: shapeOf(dataset), programme, type: 'text/csv; charset=utf-8; header=present' }
  const answered = await beforeBody(site, c, ask)
  if (answered) return answered
  c.header('content-disposition', `attachment; filename="${dataset.key}.csv"`)
  c.header('link', `<${dataPaths.csvw(dataset.key)}>; rel="describedby"; type="application/csvm+json"`)
  if (c.req.method === 'HEAD') return c.body(null)
  return sendPieces(site, c, downloads, (tx) => csvOf(tx, dataset, programme))
}

/** The programme whose rows alone are asked for. */
export function programmeAsked(c: Ctx): string | undefined {
  return c.req.query('programme')?.replaceAll('\0', '') || undefined
}

/** A long answer, read in one transaction while it is sent. */
export function sendPieces(site: Site, c: Ctx, downloads: Downloads, pieces: (tx: ReadTx) => AsyncGenerator<string>) {
  const { deps } = site
  const body = downloads.start(c.var.client.address ?? '', (send) =>
    readOpenly(deps.db, c.var.now, async (tx) => {
      for await (const piece of pieces(tx)) await send(piece)
    }),
  )
  if (body) return c.body(body)
  c.header('retry-after', '30')
  for (const name of ['etag', 'content-disposition', 'link', 'content-type']) c.header(name, undefined)
  return refuse(
    site,
    c,
    'unavailable',
    reason('busy', (lang) => words[lang].busy),
  )
}

type Ask = { shape: unknown; programme?: string; type: string }

/** Headers of the file; answers itself when there is none (404) or the reader has it already (304). */
export async function beforeBody(site: Site, c: Ctx, { shape, programme, type }: Ask) {
  const etag = await readOpenly(site.deps.db, c.var.now, (tx) => fileTag(tx, shape, programme))
  if (!etag) return refuse(site, c, 'missing')
  c.header('etag', etag)
  c.header('cache-control', 'no-cache')
  c.header('access-control-allow-origin', '*')
  c.header('cross-origin-resource-policy', 'cross-origin')
  if (matches(c.req.header('if-none-match'), etag)) return c.body(null, 304)
  c.header('content-type', type)
  return undefined
}

function matches(asked: string | undefined, etag: string): boolean {
  return asked !== undefined && (asked.trim() === '*' || asked.split(',').some((one) => one.trim() === etag))
}

type Describe = typeof dataPackage | typeof csvwMetadata

async function describe(site: Site, c: Ctx, datasets: Dataset[], how: Describe, type: string) {
  const dataset = datasetOf(c, datasets)
  if (!dataset) return refuse(site, c, 'missing')
  const { lang, now } = c.var
  const baseUrl = site.deps.config.BASE_URL
  const modified = await readOpenly(site.deps.db, now, (tx) => lastChange(tx, dataset.kinds))
  const described = how(dataset, { baseUrl, lang, modified })
  const answered = await beforeBody(site, c, { shape: described, type })
  if (answered) return answered
  c.header('vary', 'cookie')
  return c.body(JSON.stringify(described, null, 2))
}
