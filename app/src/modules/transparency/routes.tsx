import { z } from 'zod'
import { both } from '#kernel/reason.ts'
import { mountPage } from '#kernel/web/page.tsx'
import type { Site } from '#kernel/web/request.ts'
import { logFiles } from './files.ts'
import { loadLog, loadRecord } from './loads.ts'
import { loadDisclosures, loadOpened } from './loads-disclosures.ts'
import { DisclosuresPage } from './pages/disclosures-page.tsx'
import { LogPage } from './pages/log-page.tsx'
import { OpenedPage } from './pages/opened-page.tsx'
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
  disclosureRoutes(site, links)
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

/** What an entry only commits to, for whoever may read it; a read of what is closed leaves its own event. */
function disclosureRoutes(site: Site, links: RecordLinks): void {
  const { keys } = site.deps.db
  mountPage(site, {
    name: 'read-log-disclosures',
    path: logPaths.disclosures(':event'),
    tag: 'log',
    summary: both(
      'Isi yang di log hanya berupa sidik, bagi yang berhak, dengan kunci pembuktinya',
      'What the log only commits to, for whoever may read it, with the salts that prove it',
    ),
    load: (tx, request) => loadDisclosures(tx, request, keys),
    open: true,
    render: (data, view) => <DisclosuresPage view={view} data={data} />,
    json: ({ number, disclosures, entry, proof }) => ({ number, disclosures, entry, proof }),
  })
  mountPage(site, {
    name: 'read-log-opened',
    path: logPaths.opened(),
    tag: 'log',
    summary: both('Entri tertutup yang kini terbuka, dengan buktinya', 'Closed entries that are open now, with proof'),
    query: z.object({ after: z.coerce.number().int().min(0).max(1e15).catch(0) }),
    load: (tx, request) => loadOpened(tx, request, keys),
    open: true,
    render: (data, view) => <OpenedPage view={view} data={data} links={links} />,
  })
}
