import type { LinkKind } from '#kernel/session/single-use.ts'
import { dropToken } from '#kernel/session.ts'
import type { Ctx, Site } from '#kernel/web/request.ts'
import { emptyForm, type FormState } from '#ui/form-state.ts'
import { renderPage } from '#ui/frame.tsx'
import type { Account } from './account.ts'
import { newFormKey, stateOf, statusOf, typedIn } from './answers.ts'
import { LinkGonePage, SetPasswordPage } from './pages/password-pages.tsx'
import { linkAccount, setPasswordByLink } from './passwords.ts'
import { accountPaths } from './paths.ts'
import { providerName } from './provider.ts'

/** Opening a link changes nothing (mail scanners open links too); only the form uses it up. */
export function linkRoutes(site: Site): void {
  mountLink(site, 'invitation', accountPaths.invitation(':token'))
  mountLink(site, 'password-reset', accountPaths.reset(':token'))
}

function mountLink(site: Site, kind: LinkKind, path: string): void {
  const { app, deps } = site
  app.get(path, async (c) => {
    const account = await linkAccount(deps, kind, tokenIn(c), c.var.now)
    return account ? showForm(site, c, kind, account, emptyForm) : showGone(site, c, kind)
  })
  app.post(path, async (c) => {
    const typed = await typedIn(c)
    const { now, requestId, lang } = c.var
    const given = { kind, token: tokenIn(c), password: typed('password'), repeat: typed('repeat') }
    const outcome = await setPasswordByLink(deps, given, now, requestId)
    if (outcome.kind === 'done') {
      dropToken(c, deps.config)
      return c.redirect(`${accountPaths.signIn()}?done=password`, 303)
    }
    const account = outcome.kind === 'invalid' ? await linkAccount(deps, kind, given.token, now) : undefined
    if (!account) return showGone(site, c, kind)
    c.status(statusOf[outcome.kind])
    return showForm(site, c, kind, account, stateOf({}, outcome, lang))
  })
}

function tokenIn(c: Ctx): string {
  return c.req.param('token') ?? ''
}

function showForm(site: Site, c: Ctx, kind: LinkKind, account: Account, state: FormState) {
  c.header('cache-control', 'no-store')
  const { name, email } = account
  const provider = kind === 'invitation' ? providerName(site.deps) : undefined
  const shown = { state, formKey: newFormKey(c), kind, token: tokenIn(c), name, email, provider }
  return c.html(renderPage(<SetPasswordPage view={site.viewOf(c)} {...shown} />))
}

function showGone(site: Site, c: Ctx, kind: LinkKind) {
  c.header('cache-control', 'no-store')
  c.status(410)
  return c.html(renderPage(<LinkGonePage view={site.viewOf(c)} kind={kind} />))
}
