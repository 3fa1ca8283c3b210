import { z } from 'zod'
import { both } from '#kernel/reason.ts'
import { mountForm } from '#kernel/web/form.tsx'
import { mountPage } from '#kernel/web/page.tsx'
import type { Site } from '#kernel/web/request.ts'
import { declareInterests } from './operations/declare-interests.ts'
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

export function interestRoutes(site: Site): void {
  mountPage(site, {
    name: 'read-register-of-interests',
    path: interestPaths.register(':slug'),
    summary: both('Daftar kepentingan sebuah program', 'Register of interests of a programme'),
    tag,
    query: registerQuery,
    load: loadRegister,
    scope: (data) => [data.programme.id],
    render: (data, view) => <RegisterPage view={view} data={data} />,
    json: ({ rows, total, valid, asked, query }) => ({ rows, total, valid, asked, page: query.page }),
  })
  mountPage(site, {
    name: 'read-interests',
    path: interestPaths.person(':slug', ':person'),
    summary: both('Kepentingan seseorang', 'Interests of one person'),
    tag,
    load: loadPerson,
    scope: (data) => [data.programme.id],
    render: (data, view) => <PersonInterestsPage view={view} data={data} />,
    // Notes are read on the page, where reading them leaves an event.
    json: ({ person, declaration, standing, interests }) => ({ person, declaration, standing, interests }),
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
