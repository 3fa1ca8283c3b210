import { z } from 'zod'
import { personOf } from '#kernel/access.ts'
import type { Dataset } from '#kernel/dataset.ts'
import { isId } from '#kernel/ids.ts'
import { both } from '#kernel/reason.ts'
import { mountForm } from '#kernel/web/form.tsx'
import { mountPage } from '#kernel/web/page.tsx'
import { refuse } from '#kernel/web/refusal.tsx'
import type { Ctx, Site } from '#kernel/web/request.ts'
import { sendStored } from '#kernel/web/stored-file.ts'
import { loadArchiveForm, loadArchives } from './archive-loads.ts'
import { readOpenly } from './dataset-file.ts'
import { mayRequestArchive, requestArchive } from './operations/request-archive.ts'
import { ArchiveFormPage, ArchivesPage } from './pages/archives-page.tsx'
import { dataPaths } from './paths.ts'
import { keptArchive } from './store/archives.ts'

export function archiveRoutes(site: Site, datasets: Dataset[]): void {
  mountPage(site, {
    name: 'list-data-archives',
    path: dataPaths.archives(),
    summary: both('Arsip semua himpunan data', 'Archives of all datasets'),
    tag: 'data',
    query: z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1) }),
    load: (tx, { query, lang }) => loadArchives(tx, query.page, lang),
    // Its progress is no event.
    open: true,
    render: (data, view, { actor }) => <ArchivesPage data={data} view={view} signedIn={personOf(actor) !== null} />,
  })
  mountForm(site, requestArchive, {
    path: dataPaths.newArchive(),
    tag: 'data',
    load: (tx) => loadArchiveForm(tx, datasets),
    may: (actor) => mayRequestArchive(actor),
    render: (data, form, view) => <ArchiveFormPage data={data} form={form} view={view} />,
    then: () => dataPaths.archives(),
  })
  site.app.get('/data/archives/:file{[0-9a-f-]+\\.zip}', (c) => sendArchive(site, c))
}

/** Whoever asks, what is sent is what anyone may have. */
async function sendArchive(site: Site, c: Ctx): Promise<Response> {
  const id = c.req.param('file')!.slice(0, -'.zip'.length)
  const kept = isId(id) ? await readOpenly(site.deps.db, c.var.now, (tx) => keptArchive(tx, id)) : undefined
  if (!kept) return refuse(site, c, 'missing')
  const headers = {
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename="${kept.slug ?? 'data'}-${kept.taken_on}.zip"`,
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'cache-control': 'public, no-cache',
  }
  return sendStored(site, c, { key: kept.storage_key, expected: kept, headers })
}
