import { z } from 'zod'
import type { ReadTx } from '#kernel/database.ts'
import { both } from '#kernel/reason.ts'
import { mountForm } from '#kernel/web/form.tsx'
import { mountPage } from '#kernel/web/page.tsx'
import type { PageRequest, Site } from '#kernel/web/request.ts'
import type { DirectoryExtensions } from './extensions.ts'
import { forwardMerged } from './forwarding.ts'
import { addIdentifier } from './operations/add-identifier.ts'
import { addName } from './operations/add-name.ts'
import { addOrganisation } from './operations/add-organisation.ts'
import { dissolveOrganisation } from './operations/dissolve-organisation.ts'
import { editOrganisation } from './operations/edit-organisation.ts'
import { mergeOrganisations } from './operations/merge-organisations.ts'
import { reinstateOrganisation } from './operations/reinstate-organisation.ts'
import { renameOrganisation } from './operations/rename-organisation.ts'
import { mayAddOrganisation, mayDissolve, mayKeep } from './organisation.ts'
import { DuplicatesPage } from './pages/duplicates-page.tsx'
import { MergePage } from './pages/merge-page.tsx'
import * as forms from './pages/organisation-forms.tsx'
import { OrganisationPage } from './pages/organisation-page.tsx'
import { OrganisationsPage } from './pages/organisations-page.tsx'
import { directoryPaths as paths } from './paths.ts'
import { loadMerge } from './read-merging.ts'
import {
  loadDuplicates,
  loadOrganisation,
  loadOrganisationForm,
  loadOrganisations,
  type OrganisationFormData,
} from './read-organisations.ts'
import { survivorOf } from './store/read-organisation.ts'

const tag = 'directory'
const page = z.coerce.number().int().min(1).max(10_000).catch(1)
const listQuery = z.object({
  q: z.string().max(200).catch(''),
  kind: z.string().max(20).catch(''),
  area: z
    .string()
    .regex(/^[\d.]{2,13}$/)
    .catch(''),
  state: z.enum(['', 'active', 'dissolved']).catch(''),
  sort: z.enum(['name', 'kind', 'new']).catch('name'),
  dir: z.enum(['asc', 'desc']).catch('asc'),
  page,
})
const then = ({ id }: { id: string }) => paths.organisation(id)

export function organisationRoutes(site: Site, extensions: DirectoryExtensions): void {
  mountPage(site, {
    name: 'list-organisations',
    path: paths.organisations(),
    tag,
    summary: both('Instansi dan mitra', 'Organisations'),
    query: listQuery,
    load: (tx, request) => loadOrganisations(tx, request.query, request, extensions),
    scope: () => 'everything',
    render: (data, view) => <OrganisationsPage view={view} data={data} />,
    json: ({ rows, total }) => ({ rows, total }),
  })
  mountForm(site, addOrganisation, {
    path: paths.newOrganisation(),
    tag,
    load: async () => ({}),
    may: (actor) => mayAddOrganisation(actor),
    initial: (_data, request) => ({ country: 'ID', lang: request.lang, name: request.query.name ?? '' }),
    render: (_data, form, view) => <forms.AddOrganisationPage view={view} form={form} />,
    then,
  })
  mountPage(site, {
    name: 'list-duplicates',
    path: paths.duplicates(),
    tag,
    summary: both('Catatan yang mungkin ganda', 'Records that may be duplicates'),
    query: z.object({ page }),
    load: (tx, request) => loadDuplicates(tx, request.query.page, request),
    render: (data, view) => <DuplicatesPage view={view} data={data} />,
  })
}

/** Mounted after every fixed address below /organisations, because ids match anything. */
export function oneOrganisationRoutes(site: Site, extensions: DirectoryExtensions): void {
  forwardMerged(site, paths.organisations(), survivorOf)
  mountPage(site, {
    name: 'read-organisation',
    path: paths.organisation(':id'),
    tag,
    summary: both('Satu instansi dengan orang dan programnya', 'One organisation with its people and programmes'),
    load: (tx, request) => loadOrganisation(tx, request.params.id!, request, extensions),
    scope: () => 'everything',
    render: (data, view) => <OrganisationPage view={view} data={data} />,
    json: ({ may: _, organisation: { kept, led, ...organisation }, programmes, ...rest }, { lang }) => ({
      organisation,
      ...rest,
      programmes: programmes.map((party) => ({ ...party, role: party.role(lang) })),
    }),
  })
  changeRoutes(site)
  mountForm(site, mergeOrganisations, {
    path: paths.merger(':id'),
    tag,
    params: ({ id }) => ({ id }),
    load: (tx, request) => loadMerge(tx, request.params.id!, request.query, request, extensions),
    may: (_actor, data) => (data.target ? true : data.may),
    render: (data, form, view) => <MergePage view={view} form={form} data={data} />,
    then,
  })
}

/** A form about one organisation, for whoever keeps it. */
function about(path: string) {
  return {
    path,
    tag,
    params: ({ id }: Record<string, string>) => ({ id }),
    load: (tx: ReadTx, request: PageRequest) => loadOrganisationForm(tx, request.params.id!, request),
    may: (actor: PageRequest['actor'], data: OrganisationFormData) => mayKeep(actor, data.organisation),
  }
}

function changeRoutes(site: Site): void {
  mountForm(site, editOrganisation, {
    ...about(paths.editing(':id')),
    initial: ({ organisation: one, parent, area }) => ({
      kind: one.kind,
      acronym: one.acronym ?? '',
      parent,
      territory: area,
      country: one.country,
      website: one.website ?? '',
      foundedOn: one.founded_on ?? '',
      lang: one.lang,
    }),
    version: ({ organisation }) => organisation.version,
    render: (data, form, view) => <forms.EditOrganisationPage view={view} form={form} data={data} />,
    then,
  })
  mountForm(site, renameOrganisation, {
    ...about(paths.renaming(':id')),
    initial: ({ organisation }) => ({ name: organisation.name, why: 'renamed' }),
    version: ({ organisation }) => organisation.version,
    render: (data, form, view) => <forms.RenamePage view={view} form={form} data={data} />,
    then,
  })
  mountForm(site, addName, {
    ...about(paths.newName(':id')),
    initial: () => ({ kind: 'former' }),
    render: (data, form, view) => <forms.AddNamePage view={view} form={form} data={data} />,
    then,
  })
  mountForm(site, addIdentifier, {
    ...about(paths.newIdentifier(':id')),
    render: (data, form, view) => <forms.AddIdentifierPage view={view} form={form} data={data} />,
    then,
  })
  mountForm(site, dissolveOrganisation, {
    ...about(paths.dissolution(':id')),
    may: (actor, { organisation }) => mayDissolve(actor, organisation),
    version: ({ organisation }) => organisation.version,
    render: (data, form, view) => <forms.DissolvePage view={view} form={form} data={data} />,
    then,
  })
  mountForm(site, reinstateOrganisation, {
    ...about(paths.reinstatement(':id')),
    may: (actor, { organisation }) => mayDissolve(actor, organisation),
    version: ({ organisation }) => organisation.version,
    render: (data, form, view) => <forms.ReinstatePage view={view} form={form} data={data} />,
    then,
  })
}
