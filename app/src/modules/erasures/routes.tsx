import { both } from '#kernel/reason.ts'
import { mountForm } from '#kernel/web/form.tsx'
import { mountPage } from '#kernel/web/page.tsx'
import type { Site } from '#kernel/web/request.ts'
import { mayDecide } from './erasure.ts'
import { loadList, loadOfRequest, loadOne, loadOwn } from './loads.ts'
import { askOwnErasure, askRequestErasure } from './operations/ask-erasure.ts'
import { decideErasure } from './operations/decide-erasure.ts'
import { AskForRequestPage, AskOwnPage } from './pages/ask-pages.tsx'
import { ErasuresPage } from './pages/list-page.tsx'
import { DecidePage, ErasurePage } from './pages/one-page.tsx'
import { erasurePaths } from './paths.ts'
import { erasureQuery } from './query.ts'

const tag = 'erasures'

export function erasureRoutes(site: Site): void {
  const { deps } = site
  askRoutes(site)
  mountPage(site, {
    name: 'list-erasures',
    path: erasurePaths.list(),
    tag,
    summary: both('Permintaan penghapusan data, untuk PPID', 'Requests for erasure, for the information officer'),
    query: erasureQuery,
    load: loadList,
    render: (data, view) => <ErasuresPage view={view} data={data} />,
    json: ({ rows, total }) => ({ rows, total }),
  })
  mountPage(site, {
    name: 'read-erasure',
    path: erasurePaths.one(':id'),
    tag,
    summary: both('Satu permintaan penghapusan data', 'One request for erasure'),
    load: (tx, request) => loadOne(tx, request, deps.db.keys),
    render: (data, view) => <ErasurePage view={view} data={data} />,
    json: ({ erasure, name, reason }) => ({ erasure, name, reason }),
  })
  mountForm(site, decideErasure, {
    path: erasurePaths.decision(':id'),
    tag,
    params: ({ id }) => ({ erasure: id }),
    load: (tx, request) => loadOne(tx, request, deps.db.keys),
    may: (actor, { erasure }) => mayDecide(actor, erasure),
    render: (data, form, view) => <DecidePage view={view} data={data} form={form} />,
    then: ({ id }) => erasurePaths.one(id),
  })
}

function askRoutes(site: Site): void {
  const { deps } = site
  mountForm(site, askOwnErasure, {
    path: erasurePaths.own(),
    tag,
    load: (tx, request) => loadOwn(tx, request, deps.db.keys),
    // The page tells how it stands even to whoever may not ask; only a visitor has to sign in first.
    may: (actor, { may }) => (actor.kind === 'person' ? true : may),
    render: (data, form, view, { now }) => <AskOwnPage view={view} data={data} form={form} now={now} />,
    then: () => erasurePaths.own(),
  })
  mountForm(site, askRequestErasure, {
    path: erasurePaths.ofRequest(':token'),
    tag,
    anyone: true,
    params: ({ token }) => ({ token: token! }),
    load: (tx, request) => loadOfRequest(tx, request, deps.db.keys),
    render: (data, form, view, { now }) => <AskForRequestPage view={view} data={data} form={form} now={now} />,
    then: (_done, { params }) => erasurePaths.ofRequest(params.token!),
  })
}
