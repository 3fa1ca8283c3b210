import { z } from 'zod'
import { both } from '#kernel/reason.ts'
import { mountForm } from '#kernel/web/form.tsx'
import { mountPage } from '#kernel/web/page.tsx'
import type { Site } from '#kernel/web/request.ts'
import type { StakesOf } from './conflict.ts'
import { controlConflict } from './operations/control-conflict.ts'
import { declareInterests } from './operations/declare-interests.ts'
import { ControlForm } from './pages/control-form.tsx'
import { DeclareForm } from './pages/declare-form.tsx'
import { MyInterestsPage } from './pages/my-interests-page.tsx'
import { PersonInterestsPage } from './pages/person-page.tsx'
import { RegisterPage } from './pages/register-page.tsx'
import { interestPaths } from './paths.ts'
import { loadMine, loadPerson, loadRegister, registerOrders } from './read-pages.ts'

const tag = 'interests'
const registerQuery = z.object({
  q: z.string().trim().max(200).catch(''),
  standing: z.enum(['', 'missing', 'run-out', 'valid']).catch(''),
  sort: z.enum(registerOrders).catch('organisation'),
  dir: z.enum(['asc', 'desc']).catch('asc'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

export function interestRoutes(site: Site, stakes: StakesOf[]): void {
  mountPage(site, {
    name: 'read-register-of-interests',
    path: interestPaths.register(':slug'),
    summary: both('Daftar kepentingan sebuah program', 'Register of interests of a programme'),
    tag,
    query: registerQuery,
    load: (tx, request) => loadRegister(tx, request, stakes),
    scope: (data) => [data.programme.id],
    render: (data, view) => <RegisterPage view={view} data={data} />,
    json: ({ rows, total, valid, asked, query }) => ({ rows, total, valid, asked, page: query.page }),
  })
  mountPage(site, {
    name: 'read-interests',
    path: interestPaths.person(':slug', ':person'),
    summary: both('Kepentingan seseorang', 'Interests of one person'),
    tag,
    load: (tx, request) => loadPerson(tx, request, stakes),
    scope: (data) => [data.programme.id],
    render: (data, view) => <PersonInterestsPage view={view} data={data} />,
    // Notes are read on the page, where reading them leaves an event.
    json: ({ person, declaration, standing, interests, conflicts }) => ({
      person,
      declaration,
      standing,
      interests,
      conflicts: conflicts.map(({ organisation_id, kind, since, control }) => ({
        organisation_id,
        kind,
        since,
        control,
      })),
    }),
  })
  mountForm(site, controlConflict(stakes), {
    path: interestPaths.control(':slug', ':person'),
    tag,
    params: ({ slug, person }) => ({ slug: slug!, person: person! }),
    load: (tx, request) => loadPerson(tx, request, stakes),
    may: (_actor, data) => data.may,
    render: (data, form, view) => <ControlForm view={view} form={form} data={data} />,
    then: (_done, { params }) => interestPaths.person(params.slug!, params.person!),
  })
  mineRoutes(site)
}

function mineRoutes(site: Site) {
  site.app.get(interestPaths.mine(), async (c, next) => {
    if (c.var.actor.kind === 'person') return next()
    return c.redirect(`/sign-in?next=${encodeURIComponent(interestPaths.mine())}`, 303)
  })
  mountPage(site, {
    name: 'read-own-interests',
    path: interestPaths.mine(),
    summary: both('Kepentingan saya', 'My interests'),
    tag,
    load: (tx, { actor, today }) => loadMine(tx, actor, today),
    render: (data, view) => <MyInterestsPage view={view} data={data} />,
    json: ({ declaration, standing, interests }) => ({ declaration, standing, interests }),
  })
  mountForm(site, declareInterests, {
    path: interestPaths.declare(),
    tag,
    load: (tx, { actor, today }) => loadMine(tx, actor, today),
    may: (_actor, data) => data.may,
    initial: ({ interests }, { today }) => ({
      keep: interests.filter((one) => one.until === null || one.until >= today).map((one) => one.id),
    }),
    render: (data, form, view) => <DeclareForm view={view} form={form} data={data} />,
    then: () => interestPaths.mine(),
  })
}
