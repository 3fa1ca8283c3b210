import { z } from 'zod'
import type { ReadTx } from '#kernel/database.ts'
import { both } from '#kernel/reason.ts'
import { mountForm } from '#kernel/web/form.tsx'
import { mountPage } from '#kernel/web/page.tsx'
import type { PageRequest, Site } from '#kernel/web/request.ts'
import type { DirectoryExtensions } from './extensions.ts'
import { forwardMerged } from './forwarding.ts'
import { addPerson } from './operations/add-person.ts'
import { addSkill } from './operations/add-skill.ts'
import { appoint } from './operations/appoint.ts'
import { editPerson } from './operations/edit-person.ts'
import { endAppointment } from './operations/end-appointment.ts'
import { mergePeople } from './operations/merge-people.ts'
import { removeSkill } from './operations/remove-skill.ts'
import { mayAddPerson, mayAppoint } from './organisation.ts'
import { MergePersonPage } from './pages/merge-person-page.tsx'
import { PeoplePage } from './pages/people-page.tsx'
import * as forms from './pages/person-forms.tsx'
import { PersonPage } from './pages/person-page.tsx'
import { SkillsPage } from './pages/skills-page.tsx'
import { directoryPaths as paths } from './paths.ts'
import { mayDeclareSkill, mayEditPerson } from './person.ts'
import { loadMergePerson } from './read-merging.ts'
import * as load from './read-people-pages.ts'
import { survivingPerson } from './store/read-people.ts'

const tag = 'directory'
const page = z.coerce.number().int().min(1).max(10_000).catch(1)
const q = z.string().trim().max(200).catch('')
const thenOrganisation = ({ id }: { id: string }) => paths.organisation(id)
const thenPerson = ({ id }: { id: string }) => paths.person(id)

export function peopleRoutes(site: Site, extensions: DirectoryExtensions): void {
  mountPage(site, {
    name: 'list-people',
    path: paths.people(),
    tag,
    summary: both('Orang yang memegang atau pernah memegang jabatan', 'People who hold or held a post'),
    query: z.object({
      q,
      organisation: z.union([z.uuid(), z.literal('')]).catch(''),
      who: z.enum(['', 'now', 'before']).catch(''),
      sort: z.enum(['name', 'organisation']).catch('name'),
      dir: z.enum(['asc', 'desc']).catch('asc'),
      page,
    }),
    load: (tx, request) => load.loadPeople(tx, request.query, request, extensions),
    scope: () => 'everything',
    render: (data, view) => <PeoplePage view={view} data={data} />,
    json: ({ rows, total }) => ({ rows, total }),
  })
  mountPage(site, {
    name: 'list-skills',
    path: paths.skills(),
    tag,
    summary: both('Siapa tahu apa', 'Who knows what'),
    query: z.object({ q, page }),
    load: (tx, request) => load.loadSkills(tx, request.query.q, request.query.page, request),
    scope: () => [],
    render: (data, view) => <SkillsPage view={view} data={data} />,
    json: ({ q: asked, total, counts, knowers }) => (asked ? { total, rows: knowers } : { total, rows: counts }),
  })
  forwardMerged(site, paths.people(), survivingPerson)
  mountPage(site, {
    name: 'read-person',
    path: paths.person(':id'),
    tag,
    summary: both('Seseorang dengan jabatan, keahlian, dan kursinya', 'A person with posts, skills and seats'),
    load: (tx, request) => load.loadPerson(tx, request.params.id!, request, extensions),
    scope: () => 'everything',
    render: (data, view) => <PersonPage view={view} data={data} />,
    json: ({ person: { kept: _, ...person }, posts, skills, seats, merged }, { lang }) => ({
      person,
      posts: posts.map(({ may: _may, open: _open, ...post }) => post),
      skills,
      seats: seats.map((seat) => ({ ...seat, role: seat.role(lang) })),
      merged,
    }),
  })
  postRoutes(site)
  personRoutes(site)
}

function postRoutes(site: Site): void {
  const about = {
    tag,
    params: ({ id }: Record<string, string>) => ({ id }),
    load: (tx: ReadTx, request: PageRequest) =>
      load.loadAppointment(tx, request.params.id!, (request.query.q ?? '').slice(0, 200), request),
    may: (actor: PageRequest['actor'], data: load.AppointData) => mayAppoint(actor, data.organisation, false),
    initial: (_data: load.AppointData, request: PageRequest) => ({ startsOn: request.today }),
    then: thenOrganisation,
  }
  mountForm(site, appoint, {
    ...about,
    path: paths.appointment(':id'),
    render: (data, form, view) => <forms.AppointPage view={view} form={form} data={data} />,
  })
  mountForm(site, addPerson, {
    ...about,
    path: paths.newPerson(':id'),
    may: (actor, data) => mayAddPerson(actor, data.organisation, false),
    render: (data, form, view) => <forms.AddPersonPage view={view} form={form} data={data} />,
  })
  mountForm(site, endAppointment, {
    path: paths.endPost(':id', ':post'),
    tag,
    params: ({ id, post }) => ({ personId: id, membershipId: post }),
    load: (tx, request) => load.loadEndPost(tx, request.params.id!, request.params.post!, request),
    may: (actor, { post, organisation }) => mayAppoint(actor, organisation, post.head),
    initial: (_data, request) => ({ endsOn: request.today }),
    render: (data, form, view) => <forms.EndPostPage view={view} form={form} data={data} />,
    then: ({ personId }) => paths.person(personId),
  })
}

function personRoutes(site: Site): void {
  mountForm(site, editPerson, {
    path: paths.personName(':id'),
    tag,
    params: ({ id }) => ({ id }),
    load: (tx, request) => load.loadPersonForm(tx, request.params.id!, request),
    may: (actor, { person }) => mayEditPerson(actor, person),
    initial: ({ person }) => ({ name: person.name }),
    version: ({ person }) => person.version,
    render: (data, form, view) => <forms.EditPersonPage view={view} form={form} data={data} />,
    then: thenPerson,
  })
  mountForm(site, addSkill, {
    path: paths.newSkill(':id'),
    tag,
    params: ({ id }) => ({ personId: id }),
    load: (tx, request) => load.loadPersonForm(tx, request.params.id!, request),
    may: (actor, { person }) => mayDeclareSkill(actor, person.id),
    render: (data, form, view) => <forms.AddSkillPage view={view} form={form} data={data} />,
    then: thenPerson,
  })
  mountForm(site, removeSkill, {
    path: paths.endSkill(':id', ':skill'),
    tag,
    params: ({ id, skill }) => ({ personId: id, skillId: skill }),
    load: (tx, request) => load.loadPersonForm(tx, request.params.id!, request, request.params.skill),
    may: (actor, { person }) => mayDeclareSkill(actor, person.id),
    render: (data, form, view) => <forms.RemoveSkillPage view={view} form={form} data={data} />,
    then: thenPerson,
  })
  mountForm(site, mergePeople, {
    path: paths.personMerger(':id'),
    tag,
    params: ({ id }) => ({ id }),
    load: (tx, request) => loadMergePerson(tx, request.params.id!, request.query, request),
    may: (_actor, data) => (data.target ? true : data.may),
    render: (data, form, view) => <MergePersonPage view={view} form={form} data={data} />,
    then: thenPerson,
  })
}
