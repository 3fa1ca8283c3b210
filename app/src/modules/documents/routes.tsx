import { isId } from '#kernel/ids.ts'
import { both } from '#kernel/reason.ts'
import type { SubjectReader } from '#kernel/subject-reader.ts'
import { mountForm } from '#kernel/web/form.tsx'
import { mountPage } from '#kernel/web/page.tsx'
import { recordReads } from '#kernel/web/recorded-reads.ts'
import { refuse } from '#kernel/web/refusal.tsx'
import { type Ctx, readFor, type Site } from '#kernel/web/request.ts'
import { sendStored } from '#kernel/web/stored-file.ts'
import { type Document, mayFetch } from './document.ts'
import { travels } from './file-kind.ts'
import { attachment } from './file-name.ts'
import { loadList, loadOne } from './loads.ts'
import { withdrawDocument } from './operations/withdraw-document.ts'
import { DocumentPage } from './pages/document-page.tsx'
import { ListPage } from './pages/list-page.tsx'
import { WithdrawForm } from './pages/withdraw-form.tsx'
import { documentPaths } from './paths.ts'
import { listQuery } from './query.ts'
import { uploadRoutes } from './routes-upload.tsx'
import { fileOf } from './store/documents.ts'

const tag = 'documents'

export function documentRoutes(site: Site, readers: SubjectReader[]): void {
  mountPage(site, {
    name: 'list-documents',
    path: documentPaths.list(':slug'),
    summary: both('Berkas sebuah program', 'Files of a programme'),
    tag,
    query: listQuery,
    load: (tx, request) => loadList(tx, request, readers),
    scope: ({ programme }) => [programme.id],
    render: (data, view) => <ListPage view={view} data={data} />,
    json: ({ rows, total, withheld, query }) => ({ rows, total, withheld, page: query.page }),
  })
  uploadRoutes(site, readers)
  mountPage(site, {
    name: 'read-document',
    path: documentPaths.one(':id'),
    summary: both('Satu berkas: asal, sidik, dan golongannya', 'One file: where it is from, its fingerprint and class'),
    tag,
    load: (tx, request) => loadOne(tx, request, readers),
    scope: ({ programme }) => [programme.id],
    render: (data, view) => <DocumentPage view={view} data={data} />,
    json: ({ programme, document }) => ({
      programme: programme.slug,
      document,
      file: documentPaths.file(document.id),
    }),
  })
  mountForm(site, withdrawDocument, {
    path: documentPaths.withdrawal(':id'),
    tag,
    params: ({ id }) => ({ id }),
    load: (tx, request) => loadOne(tx, request, readers),
    may: (_actor, { rights }) => rights.withdraw,
    render: (data, form, view) => <WithdrawForm view={view} form={form} data={data} />,
    then: ({ id }) => documentPaths.one(id),
  })
  site.app.get(documentPaths.file(':id'), (c) => sendFile(site, c))
}

/** The file itself, only ever to be saved: nothing in it can run as a page of this site. */
async function sendFile(site: Site, c: Ctx): Promise<Response> {
  const id = c.req.param('id')!
  const found = isId(id) ? await readFor(site, c, (tx) => fileOf(tx, id)) : undefined
  if (!found) return refuse(site, c, 'missing')
  const { document, key, open } = found
  const verdict = mayFetch(c.var.actor, document)
  if (verdict !== true) return refuse(site, c, 'denied', verdict)
  await recordReads(site, c, document)
  const headers = headersOf(document, open && document.withdrawn === null && c.var.actor.kind === 'visitor')
  return sendStored(site, c, { key, expected: document, headers })
}

/** `shared`: everyone gets the same answer, so it may be kept and asked about again. */
function headersOf({ kind, file_name }: Document, shared: boolean) {
  return {
    'content-type': travels[kind].type,
    'content-disposition': attachment(file_name),
    'content-security-policy':
      "default-src 'none'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; sandbox",
    'cache-control': shared ? 'public, no-cache' : 'private, no-store',
    vary: 'cookie',
  }
}
