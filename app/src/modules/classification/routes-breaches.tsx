import { both } from '#kernel/reason.ts'
import { mountForm } from '#kernel/web/form.tsx'
import { mountPage } from '#kernel/web/page.tsx'
import type { Site } from '#kernel/web/request.ts'
import { mayKeepBreaches } from './breach.ts'
import { loadBreach, loadBreaches } from './loads-breaches.ts'
import { registerBreach } from './operations/register-breach.ts'
import { tellOfBreach } from './operations/tell-of-breach.ts'
import { BreachesPage, BreachPage, RegisterBreachForm, TellForm } from './pages/breach-pages.tsx'
import { breachPaths as paths } from './paths.ts'

const tag = 'classification'
const then = ({ slug, id }: { slug: string; id: string }) => paths.one(slug, id)

/** Never stored: the countdown goes on without any event. */
export function breachRoutes(site: Site): void {
  mountPage(site, {
    name: 'list-breaches',
    path: paths.list(':slug'),
    tag,
    summary: both('Kebocoran data pribadi yang diumumkan', 'Personal data breaches that were announced'),
    load: loadBreaches,
    open: true,
    render: (data, view) => <BreachesPage view={view} data={data} />,
    json: ({ rows }) => ({ rows }),
  })
  mountForm(site, registerBreach, {
    path: paths.new(':slug'),
    tag,
    params: ({ slug }) => ({ slug }),
    load: loadBreaches,
    may: (actor) => mayKeepBreaches(actor),
    render: (data, form, view) => <RegisterBreachForm view={view} data={data} form={form} />,
    then,
  })
  mountPage(site, {
    name: 'read-breach',
    path: paths.one(':slug', ':id'),
    tag,
    summary: both('Satu kebocoran dengan siapa yang diberi tahu', 'One breach with who was told'),
    load: loadBreach,
    open: true,
    render: (data, view) => <BreachPage view={view} data={data} />,
    json: ({ breach }) => ({ breach }),
  })
  mountForm(site, tellOfBreach, {
    path: paths.notice(':slug', ':id'),
    tag,
    params: ({ slug, id }) => ({ slug, id }),
    load: loadBreach,
    may: (actor) => mayKeepBreaches(actor),
    render: (data, form, view) => <TellForm view={view} data={data} form={form} />,
    then,
  })
}
