import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { renderPage } from '#ui/frame.tsx'
import type { Child } from '#ui/jsx/element.ts'
import type { JSX } from '#ui/jsx/jsx-runtime.ts'
import type { View } from '#ui/view.ts'
import { toldTo } from '../acts.ts'
import { type ReadTx, readAs } from '../database.ts'
import type { Text } from '../reason.ts'
import { sendHtml } from './html.ts'
import { type Scope, type StoredPage, versionIn } from './page-store.ts'
import { type LaidSection, laySections, type PageSections, renderSections } from './record-section.ts'
import { recordReads } from './recorded-reads.ts'
import { missingPage } from './refusal.tsx'
import { type Ctx, type PageRequest, pageRequest, queryOf, type Site } from './request.ts'

const anyQuery = z.object({})

export type PageOptions<D, Q extends z.ZodObject> = {
  /** Operation id in the OpenAPI document: `read-task`. */
  name: string
  path: string
  summary: Text
  tag: string
  /** Query parameters; give every field a `.catch(default)` so that a bad link still shows the page. */
  query?: Q
  /** Everything the page shows, read as the actor of the request; undefined = no such page (for this actor). */
  load(tx: ReadTx, request: PageRequest<z.output<Q>>): Promise<D | undefined>
  /** Programmes whose events the page shows; left out = never stored. */
  scope?(data: D): Scope
  /** Read by visitors, too, though it is never stored: it changes without an event. */
  open?: true
  /** What other modules put on the page; `render` is given them as `more`. */
  also?: PageSections
  render(data: D, view: View, request: PageRequest<z.output<Q>>, more: Child[]): JSX.Element
  /** What the JSON API answers: the data as loaded unless told; false = no API entry. */
  json?: ((data: D, request: PageRequest<z.output<Q>>) => unknown) | false
}

/** One read: the HTML page, and the same data at /api/v1. */
export function mountPage<D, Q extends z.ZodObject = typeof anyQuery>(site: Site, options: PageOptions<D, Q>): void {
  const { app, openapi } = site
  app.get(options.path, async (c) => {
    const request = requestOf(c, options)
    const stores = site.deps.config.MUFAKAT_PAGE_STORE === 'on'
    const storable = stores && options.scope !== undefined && c.var.actor.kind === 'visitor'
    const read = await readWithVersion(site, c, options, request, storable)
    if (!read) return (await site.inPlace(c)) ?? missingPage(site, c)
    await recordReads(site, c, [read.data, read.laid])
    if (options.json !== false) openapi.witness?.(options.name, toldAs(options, read.data, request))
    const view = site.viewOf(c)
    const html = renderPage(options.render(read.data, view, request, renderSections(read.laid, view, request)))
    if (!read.scope || !read.version) return sendHtml(c, html, 200)
    const page = { scope: read.scope, version: read.version, day: c.var.today }
    return sendStored(c, await site.deps.pages.keep(storeKey(c), page, html))
  })
  if (options.json === false) return
  openapi.add({
    method: 'get',
    path: options.path,
    operationId: options.name,
    summary: options.summary,
    tag: options.tag,
    query: options.query,
    personal: options.scope === undefined && !options.open,
  })
  app.get(`/api/v1${options.path}`, async (c) => {
    const request = requestOf(c, options)
    const data = await readAs(site.deps.db, c.var.actor, c.var.now, (tx) => options.load(tx, request))
    if (data === undefined) return (await site.inPlace(c)) ?? missingPage(site, c)
    await recordReads(site, c, data)
    return c.json({ data: toldTo(c.var.actor, toldAs(options, data, request)) } as object)
  })
}

function toldAs<D, Q extends z.ZodObject>(options: PageOptions<D, Q>, data: D, request: PageRequest<z.output<Q>>) {
  return options.json ? options.json(data, request) : data
}

function requestOf<D, Q extends z.ZodObject>(c: Ctx, options: PageOptions<D, Q>): PageRequest<z.output<Q>> {
  const query = (options.query ?? anyQuery).safeParse(queryOf(c))
  return pageRequest(c, (query.success ? query.data : {}) as z.output<Q>)
}

/** Data and the version of what it shows come from one snapshot. */
function readWithVersion<D, Q extends z.ZodObject>(
  site: Site,
  c: Ctx,
  options: PageOptions<D, Q>,
  request: PageRequest<z.output<Q>>,
  storable: boolean,
): Promise<{ data: D; laid: LaidSection[]; scope?: Scope; version?: string } | undefined> {
  return readAs(site.deps.db, c.var.actor, c.var.now, async (tx) => {
    const sections = options.also && laySections(tx, options.also, request)
    const [data, laid = []] = await Promise.all([options.load(tx, request), sections])
    if (data === undefined) return undefined
    if (!storable) return { data, laid }
    const scope = options.scope!(data)
    return { data, laid, scope, version: await versionIn(tx, scope) }
  })
}

/** Path, query (without `lang`) and language; what else could change the answer is not read by visitors' pages. */
export function storeKey(c: Ctx): string {
  const url = new URL(c.req.url)
  url.searchParams.delete('lang')
  return `${c.var.lang} ${url.pathname}${url.search}`
}

export function sendStored(c: Ctx, page: StoredPage): Response {
  const headers: Record<string, string> = {
    etag: page.etag,
    vary: 'accept-encoding, cookie',
    'cache-control': 'no-cache',
    'content-type': 'text/html; charset=utf-8',
  }
  if (c.req.header('if-none-match') === page.etag) return c.body(null, 304, headers)
  const accepted = c.req.header('accept-encoding') ?? ''
  const send = (body: Buffer, encoding?: string) =>
    c.body(body as unknown as ArrayBuffer, 200, encoding ? { ...headers, 'content-encoding': encoding } : headers)
  if (accepted.includes('br')) return send(page.brotli, 'br')
  if (accepted.includes('gzip')) return send(page.gzip, 'gzip')
  return send(gunzipSync(page.gzip))
}
