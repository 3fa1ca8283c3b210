import { both } from '#kernel/reason.ts'
import { mountForm } from '#kernel/web/form.tsx'
import { mountPage } from '#kernel/web/page.tsx'
import type { RecordSection } from '#kernel/web/record-section.ts'
import type { Site } from '#kernel/web/request.ts'
import { offerQuery } from '../list-query.ts'
import { loadNewOffer, loadOffer, loadOffers } from '../load-offers.ts'
import { moveResource } from '../operations/move-resource.ts'
import { offerResource } from '../operations/offer-resource.ts'
import { MoveForm, OfferForm } from '../pages/offer-forms.tsx'
import { OfferPage } from '../pages/offer-page.tsx'
import { OffersPage } from '../pages/offers-page.tsx'
import { resourcePaths } from '../paths.ts'

const tag = 'resources'
const then = ({ slug, id }: { slug: string; id: string }) => resourcePaths.offer(slug, id)

export function offerRoutes(site: Site, sections: RecordSection[]): void {
  mountPage(site, {
    name: 'list-resources',
    path: resourcePaths.offers(':slug'),
    tag,
    summary: both('Sumber daya yang ditawarkan dalam sebuah program', 'Resources offered in a programme'),
    query: offerQuery,
    load: loadOffers,
    scope: (data) => [data.programme.id],
    render: (data, view) => <OffersPage view={view} data={data} />,
    json: ({ rows, total, withheld, query }) => ({ rows, total, withheld, page: query.page }),
  })
  mountForm(site, offerResource, {
    path: resourcePaths.newOffer(':slug'),
    tag,
    params: ({ slug }) => ({ slug }),
    load: loadNewOffer,
    may: (_actor, data) => data.may,
    initial: (_data, { today }) => ({ class: 'public', availableFrom: today }),
    render: (data, form, view) => <OfferForm view={view} data={data} form={form} />,
    then,
  })
  mountPage(site, {
    name: 'read-resource',
    path: resourcePaths.offer(':slug', ':id'),
    tag,
    summary: both('Satu sumber daya yang ditawarkan', 'One resource that is offered'),
    load: loadOffer,
    scope: (data) => [data.programme.id],
    also: { param: 'id', sections },
    render: (data, view, _request, more) => <OfferPage view={view} data={data} more={more} />,
    json: ({ resource: { programme_status: _status, ...resource }, moves }) => ({ resource, moves }),
  })
  mountForm(site, moveResource, {
    path: resourcePaths.moveOffer(':slug', ':id'),
    tag,
    params: ({ slug, id }) => ({ slug, id }),
    load: loadOffer,
    may: (_actor, data) => data.mayMove,
    version: ({ resource }) => resource.version,
    render: (data, form, view) => <MoveForm view={view} data={data} form={form} />,
    then,
  })
}
