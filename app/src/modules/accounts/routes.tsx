import { readAs } from '#kernel/database.ts'
import { addressOf } from '#kernel/mail/sealed-address.ts'
import type { PersonalData } from '#kernel/personal-data.ts'
import type { Text } from '#kernel/reason.ts'
import { signInJob } from '#kernel/session/job.ts'
import { mailBody } from '#kernel/session/single-use.ts'
import { missingPage } from '#kernel/web/refusal.tsx'
import type { Deps, Site } from '#kernel/web/request.ts'
import { renderPage } from '#ui/frame.tsx'
import { linkRoutes } from './link-routes.tsx'
import { ownDataRoutes } from './own-data-routes.tsx'
import { ownRoutes } from './own-routes.tsx'
import { MailboxPage } from './pages/mailbox-page.tsx'
import type { DemoSignIn } from './pages/sign-in-page.tsx'
import { accountPaths } from './paths.ts'
import { peopleRoutes } from './people-routes.tsx'
import { signInRoutes } from './sign-in-routes.tsx'
import { newestMails } from './store/accounts.ts'

export type AccountOptions = {
  /** Shown on the sign-in page, each with a button. */
  demoSignIns?: DemoSignIn[] | (() => DemoSignIn[] | Promise<DemoSignIn[]>)
  /** What other rooms keep about a person, for the export of one's own data. */
  personalData?: readonly PersonalData[]
  /** Where a person asks to be erased. */
  erasure?: { href: string; label: Text }
}

export function accountRoutes(site: Site, options: AccountOptions = {}): void {
  signInRoutes(site, options)
  linkRoutes(site)
  ownRoutes(site)
  ownDataRoutes(site, options)
  peopleRoutes(site)
  mailboxRoute(site)
  // After the pages above, which serve it: whoever has to set up a second factor first has no desk in any room yet.
  site.app.get(`${accountPaths.work()}/*`, (c, next) =>
    c.var.enrolling ? Promise.resolve(c.redirect(accountPaths.factors(), 303)) : next(),
  )
}

function mailboxRoute(site: Site): void {
  const { app, deps } = site
  app.get(accountPaths.mailbox(), async (c) => {
    const shown = mailShown(deps, c.var.client.onMachine)
    if (shown === 'none') return missingPage(site, c)
    c.header('cache-control', 'no-store')
    const rows = await readAs(deps.jobs, signInJob, c.var.now, (tx) => newestMails(tx, 100, shown === 'reserved'))
    const mails = await Promise.all(
      rows.map(async (row) => {
        const address = (await addressOf(row, deps.jobs.keys)) ?? ''
        return { ...row, address, body: mailBody(deps.secret, row) }
      }),
    )
    return c.html(renderPage(<MailboxPage view={site.viewOf(c)} mails={mails} baseUrl={deps.config.BASE_URL} />))
  })
}

/** Where nothing is sent, letters can be read here: all by who sits at the machine, else only invented people's, if at all. */
export function mailShown({ config }: Pick<Deps, 'config'>, onMachine: boolean): 'all' | 'reserved' | 'none' {
  if (config.NODE_ENV === 'development') return 'all'
  if (config.MUFAKAT_DEMO === 'off' || config.SMTP_URL) return 'none'
  const host = new URL(config.BASE_URL).hostname
  if (onMachine && ['localhost', '127.0.0.1', '[::1]'].includes(host)) return 'all'
  return config.MUFAKAT_DEMO === 'public' ? 'reserved' : 'none'
}
