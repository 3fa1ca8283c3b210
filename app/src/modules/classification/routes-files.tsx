import { mountForm } from '#kernel/web/form.tsx'
import { recordReads } from '#kernel/web/recorded-reads.ts'
import { refuse } from '#kernel/web/refusal.tsx'
import { type Ctx, pageRequest, readFor, type Site } from '#kernel/web/request.ts'
import { documentPaths } from '#modules/documents/paths.ts'
import { blackenedPicture } from '#modules/documents/public.ts'
import { barsIn } from './file-redaction.ts'
import { loadFile } from './loads-redactions.ts'
import { openFileInPart } from './operations/open-file-in-part.ts'
import { OpenFileForm } from './pages/file-redaction-pages.tsx'
import { filePaths as paths } from './paths.ts'

export function fileRoutes(site: Site): void {
  const { files } = site.deps
  mountForm(site, openFileInPart(files), {
    path: paths.new(':slug', ':id', ':document'),
    tag: 'classification',
    params: ({ slug, id, document }) => ({ slug, id, document }),
    load: (tx, request) => loadFile(tx, request, files),
    may: (_actor, { may }) => may,
    initial: ({ text = '' }) => ({ marks: text }),
    render: (data, form, view) => <OpenFileForm view={view} data={data} form={form} />,
    then: ({ id }) => documentPaths.one(id),
  })
  site.app.get(paths.preview(':slug', ':id', ':document'), (c) => sendPreview(site, c))
}

/** The picture as it would be opened, for who decides: boxes of the query, and lines to find their places by. */
async function sendPreview(site: Site, c: Ctx): Promise<Response> {
  const { files } = site.deps
  const data = await readFor(site, c, (tx) => loadFile(tx, pageRequest(c, {}), files))
  if (!data?.picture) return refuse(site, c, 'missing')
  if (data.may !== true) return refuse(site, c, 'denied', data.may)
  await recordReads(site, c, data.original)
  const bars = barsIn(c.req.query('bars') ?? '') ?? []
  const picture = await blackenedPicture(files, { ...data.original, key: data.key }, bars, 'preview')
  return c.body(new Uint8Array(picture), 200, {
    'content-type': `image/${data.original.kind}`,
    'cache-control': 'private, no-store',
  })
}
