import { readAs } from '#kernel/database.ts'
import { both } from '#kernel/reason.ts'
import { mountForm } from '#kernel/web/form.tsx'
import type { OperatorPart } from '#kernel/web/operator-part.ts'
import { mountPage } from '#kernel/web/page.tsx'
import type { Site } from '#kernel/web/request.ts'
import { retryDeadLetter } from './operations/retry-dead-letter.ts'
import { OperatorPage } from './pages/operator-page.tsx'
import { RetryPage } from './pages/retry-page.tsx'
import { operatorPaths } from './paths.ts'
import { mayOperate } from './rules.ts'
import { countMails, mailCounter, readFailure, readFailures, readFollowers } from './store.ts'

const tag = 'operator'

export function operatorRoutes(site: Site, parts: OperatorPart[]): void {
  mountPage(site, {
    name: 'read-system-work',
    path: operatorPaths.work(),
    tag,
    summary: both('Pekerjaan sistem dan kegagalannya', 'The work of the system and its failures'),
    async load(tx, { actor, now }) {
      if (mayOperate(actor) !== true) return undefined
      const mails = await readAs(site.deps.jobs, mailCounter, now, countMails)
      const more = await Promise.all(parts.map(async (part) => ({ part, told: await part.load(site.deps) })))
      return { followers: await readFollowers(tx), failures: await readFailures(tx), mails, more }
    },
    render: (data, view) => (
      <OperatorPage view={view} data={data} more={data.more.map(({ part, told }) => part.render(told, view))} />
    ),
    json: ({ followers, failures, mails }) => ({ followers, failures, mails }),
  })
  mountForm(site, retryDeadLetter, {
    path: operatorPaths.retry(':follower', ':number'),
    tag,
    params: ({ follower, number }) => ({ follower, number: Number(number) }),
    load: (tx, { params }) => readFailure(tx, params.follower!, Number(params.number)),
    may: (actor) => mayOperate(actor),
    render: (failure, form, view) => <RetryPage view={view} form={form} failure={failure} />,
    then: () => operatorPaths.work(),
  })
}
