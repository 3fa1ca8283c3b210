import { z } from 'zod'
import type { Actor } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import { both } from '#kernel/reason.ts'
import { mountForm } from '#kernel/web/form.tsx'
import { mountPage } from '#kernel/web/page.tsx'
import type { RecordSection } from '#kernel/web/record-section.ts'
import type { PageRequest, Site } from '#kernel/web/request.ts'
import { measureRoutes } from './measure-routes.tsx'
import { mayChange, mayLink, type Objective } from './objective.ts'
import { dropObjective } from './operations/drop-objective.ts'
import { editObjective } from './operations/edit-objective.ts'
import { endLink } from './operations/end-link.ts'
import { linkObjectives } from './operations/link-objectives.ts'
import { stateObjective } from './operations/state-objective.ts'
import { AlignmentPage } from './pages/alignment-page.tsx'
import {
  DropObjectivePage,
  EditObjectivePage,
  EndLinkPage,
  type FormData,
  LinkPage,
  StateObjectivePage,
} from './pages/objective-forms.tsx'
import { ObjectivePage } from './pages/objective-page.tsx'
import { ObjectivesPage } from './pages/objectives-page.tsx'
import { objectivePaths } from './paths.ts'
import { loadAlignment, loadForm, loadList, loadOne } from './read-pages.ts'
import { objectiveOrders, readObjective } from './store/read.ts'

const tag = 'objectives'
const filter = z.object({
  q: z.string().max(200).catch(''),
  scope: z.enum(['shared', 'agency', '']).catch(''),
  party: z.union([z.uuid(), z.literal('')]).catch(''),
  sort: z.enum(objectiveOrders).catch(''),
  dir: z.enum(['asc', 'desc']).catch('asc'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})
const then = ({ slug, id }: { slug: string; id: string }) => objectivePaths.one(slug, id)

export function objectiveRoutes(site: Site, sections: RecordSection[]): void {
  mountPage(site, {
    name: 'list-objectives',
    path: objectivePaths.list(':slug'),
    tag,
    summary: both('Sasaran sebuah program', 'Objectives of a programme'),
    query: filter,
    load: (tx, request) => loadList(tx, request.params.slug!, request.query, request),
    scope: (data) => [data.programme.id],
    render: (data, view) => <ObjectivesPage view={view} data={data} />,
    json: ({ rows, total, withheld }) => ({ rows, total, withheld }),
  })
  stateRoutes(site)
  mountPage(site, {
    name: 'read-objective',
    path: objectivePaths.one(':slug', ':id'),
    tag,
    summary: both('Satu sasaran dengan ukuran dan kaitannya', 'One objective with its measures and links'),
    load: (tx, request) => loadOne(tx, request.params.slug!, request.params.id!, request),
    scope: (data) => [data.programme.id],
    also: { param: 'id', sections },
    render: (data, view, _request, more) => <ObjectivePage view={view} data={data} more={more} />,
    json: ({ objective, measures, links, progress }) => ({
      objective,
      measures: measures.map(({ may: _, mayRetarget: __, ...rest }) => rest),
      links: links.map(({ other: { id, title, lang, owner, scope }, ...link }) => ({
        ...link,
        other: { id, title, lang, owner, scope },
      })),
      progress,
    }),
  })
  mountPage(site, {
    name: 'read-alignment',
    path: objectivePaths.alignment(':slug'),
    tag,
    summary: both('Keselarasan sasaran', 'Alignment of objectives'),
    load: (tx, { params }) => loadAlignment(tx, params.slug!),
    scope: (data) => [data.programme.id],
    render: (data, view) => <AlignmentPage view={view} data={data} />,
    json: ({ objectives, links }) => ({ objectives, links }),
  })
  changeRoutes(site)
  linkRoutes(site)
  measureRoutes(site)
}

function stateRoutes(site: Site): void {
  mountForm(site, stateObjective, {
    path: objectivePaths.new(':slug'),
    tag,
    params: ({ slug }) => ({ slug }),
    load: (tx, request) => loadForm(tx, request.params.slug!, request),
    may: (actor, data) => mayLink(actor, data.programme.id),
    initial: (_data, request) => ({ scope: 'agency', class: 'public', lang: request.lang }),
    render: (data, form, view) => <StateObjectivePage view={view} form={form} data={data} />,
    then,
  })
}

/** A form about one objective: its choices, the objective, and whether it may be changed. */
function aboutOne(path: string) {
  return {
    path,
    tag,
    params: ({ slug, id }: Record<string, string>) => ({ slug, id }),
    load: async (tx: ReadTx, request: PageRequest) => {
      const data = await loadForm(tx, request.params.slug!, request)
      const objective = data && (await readObjective(tx, data.programme.id, request.params.id!))
      return data && objective && { ...data, objective }
    },
    may: (actor: Actor, data: FormData & { objective: Objective }) => mayChange(actor, data.objective),
  }
}

function changeRoutes(site: Site): void {
  mountForm(site, editObjective, {
    ...aboutOne(objectivePaths.edit(':slug', ':id')),
    initial: ({ objective }) => ({
      title: objective.title,
      titleEn: objective.title_en ?? '',
      summary: objective.summary,
      weight: String(objective.weight),
    }),
    version: ({ objective }) => objective.version,
    render: (data, form, view) => <EditObjectivePage view={view} form={form} data={data} />,
    then,
  })
  mountForm(site, dropObjective, {
    ...aboutOne(objectivePaths.drop(':slug', ':id')),
    render: (data, form, view) => <DropObjectivePage view={view} form={form} data={data} />,
    then,
  })
}

function linkRoutes(site: Site): void {
  mountForm(site, linkObjectives, {
    ...aboutOne(objectivePaths.newLink(':slug', ':id')),
    may: (actor, data) => mayLink(actor, data.programme.id),
    render: (data, form, view) => <LinkPage view={view} form={form} data={data} />,
    then,
  })
  mountForm(site, endLink, {
    ...aboutOne(objectivePaths.endLink(':slug', ':id', ':link')),
    params: ({ slug, id, link }) => ({ slug, id, linkId: link }),
    may: (actor, data) => mayLink(actor, data.programme.id),
    render: (data, form, view) => <EndLinkPage view={view} form={form} data={data} />,
    then,
  })
}
