import { z } from 'zod'
import { readAs } from '#kernel/database.ts'
import { both } from '#kernel/reason.ts'
import { mountPage } from '#kernel/web/page.tsx'
import type { Site } from '#kernel/web/request.ts'
import { formatDisclosure } from '#packages/transparency-log'
import { disclosuresOf } from './disclosures.ts'
import { logFiles } from './files.ts'
import { loadLog, loadRecord } from './loads.ts'
import { LogPage } from './pages/log-page.tsx'
import { RecordPage } from './pages/record-page.tsx'
import { logPaths } from './paths.ts'
import type { RecordLinks } from './record-links.ts'

const recordQuery = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) })

export function logRoutes(site: Site, links: RecordLinks): void {
  logFiles(site)
  mountPage(site, {
    name: 'read-log',
    path: logPaths.log(),
    tag: 'log',
    summary: both('Log publik: nama, kunci, titik periksa terbaru', 'The public log: name, key, newest checkpoint'),
    load: loadLog,
    open: true,
    render: (data, view) => <LogPage view={view} data={data} baseUrl={site.deps.config.BASE_URL} />,
  })
  disclosureRoute(site)
  mountPage(site, {
    name: 'read-log-record',
    path: logPaths.record(':id'),
    tag: 'log',
    summary: both('Peristiwa sebuah catatan di log publik', 'Events of one record in the public log'),
    query: recordQuery,
    load: loadRecord,
    open: true,
    render: (data, view) => <RecordPage view={view} data={data} links={links} />,
    json: ({ events, total, page }) => ({ events, total, page }),
  })
}

/** In the form that `parseDisclosure` of the package reads: salts in base64. Never kept by anybody in between. */
function disclosureRoute({ app, deps, openapi }: Site): void {
  const summary = both(
    'Isi yang di log hanya berupa sidik, bagi yang berhak, dengan kunci pembuktinya',
    'What the log only commits to, for whoever may read it, with the salts that prove it',
  )
  const path = logPaths.disclosures(':event')
  openapi.add({
    method: 'get',
    path,
    operationId: 'read-log-disclosures',
    summary,
    tag: 'log',
    served: 'application/json',
    personal: true,
  })
  app.get(`${path}{[1-9][0-9]{0,14}}`, async (c) => {
    const number = Number(c.req.param('event'))
    const found = await readAs(deps.db, c.var.actor, c.var.now, (tx) => disclosuresOf(tx, number, deps.db.keys))
    c.header('cache-control', 'no-store')
    if (found.length === 0) return c.text('not found\n', 404)
    return c.json({ disclosures: found.map((one) => JSON.parse(formatDisclosure(one))) })
  })
}
