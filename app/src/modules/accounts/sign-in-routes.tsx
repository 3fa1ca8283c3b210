import { visitor } from '#kernel/access.ts'
import { run } from '#kernel/operation.ts'
import { asSignIn } from '#kernel/session/job.ts'
import { networkOf } from '#kernel/session/network.ts'
import { dropToken } from '#kernel/session.ts'
import type { Ctx, Site } from '#kernel/web/request.ts'
import { emptyForm, type FormState } from '#ui/form-state.ts'
import { renderPage } from '#ui/frame.tsx'
import { newFormKey, slowState, typedIn, viewWithNotice } from './answers.ts'
import { deviceIn } from './opening.ts'
import { endSession } from './operations/end-session.ts'
import { AskResetPage, ResetSentPage } from './pages/password-pages.tsx'
import { SignedOutPage } from './pages/provider-pages.tsx'
import { SignInPage } from './pages/sign-in-page.tsx'
import { askOptions } from './passkey-options.ts'
import { askForReset } from './passwords.ts'
import { accountPaths, ownPath } from './paths.ts'
import { endSessionUrl, providerName } from './provider.ts'
import { providerRoutes } from './provider-routes.tsx'
import type { AccountOptions } from './routes.tsx'
import { dropFirstStep, keepFirstStep } from './second-step.ts'
import { enter, secondStepRoutes, signInUse } from './second-step-routes.tsx'
import { type SignIn, signIn } from './sign-in.ts'
import { words } from './words.ts'

export function signInRoutes(site: Site, options: AccountOptions): void {
  const { app, deps } = site
  app.get(accountPaths.signIn(), async (c) => {
    const next = ownPath(c.req.query('next'), deps.config.BASE_URL)
    if (c.var.enrolling) return c.redirect(accountPaths.factors(), 303)
    return c.var.session ? c.redirect(next, 303) : showSignIn(site, c, options, emptyForm, next)
  })
  app.post(accountPaths.signIn(), async (c) => {
    const typed = await typedIn(c)
    const next = ownPath(typed('next'), deps.config.BASE_URL)
    const answer = await signIn(deps, attemptOf(site, c, typed), c.var.now)
    deps.metrics.operations.inc({ operation: 'sign-in', outcome: answer.kind })
    if (answer.kind === 'signed-in') return enter(site, c, answer.opened, next)
    if (answer.kind === 'second-step') {
      keepFirstStep(deps, c, { personId: answer.personId, mark: answer.mark, next })
      return c.redirect(accountPaths.secondStep(), 303)
    }
    const values = { email: typed('email') }
    if (answer.kind === 'too-many') return showSignIn(site, c, options, slowState(c, values, answer.until), next)
    c.status(422)
    const errors = { password: words[c.var.lang].signIn.refused }
    return showSignIn(site, c, options, { values, errors }, next)
  })
  secondStepRoutes(site, (c, state, next) => showSignIn(site, c, options, state, next))
  providerRoutes(site)
  app.post(accountPaths.signOut(), (c) => signOut(site, c))
  resetRoutes(site)
}

function attemptOf(site: Site, c: Ctx, typed: (name: string) => string): SignIn {
  return {
    email: typed('email'),
    password: typed('password'),
    network: networkOf(c),
    device: deviceIn(site.deps, c),
    requestId: c.var.requestId,
  }
}

async function showSignIn(site: Site, c: Ctx, options: AccountOptions, state: FormState, next: string) {
  c.header('cache-control', 'no-store')
  const { demoSignIns = [] } = options
  const view = viewWithNotice(site, c)
  const shown = typeof demoSignIns === 'function' ? await demoSignIns() : demoSignIns
  const passkeyOptions = askOptions(site.deps, signInUse, [], c.var.now)
  const page = {
    view,
    state,
    formKey: newFormKey(c),
    next,
    demoSignIns: shown,
    passkeyOptions,
    provider: providerName(site.deps),
  }
  return c.html(renderPage(<SignInPage {...page} />))
}

/** Ends the session on the server; a copy of the cookie is worthless afterwards. */
async function signOut(site: Site, c: Ctx) {
  const { actor, session, enrolling, now, requestId } = c.var
  const who = actor.kind === 'person' && session ? { actor, session } : enrolling
  if (who) {
    const input = { personId: who.actor.personId, sessionId: who.session.id }
    await run(endSession, input, asSignIn(site.deps, now, requestId))
  }
  dropToken(c, site.deps.config)
  dropFirstStep(site.deps, c)
  const name = who?.session.method === 'provider' ? providerName(site.deps) : undefined
  const url = name && (await endSessionUrl(site.deps).catch(() => undefined))
  // A form may not lead to another site, so the way there is a link.
  if (name && url) return c.html(renderPage(<SignedOutPage view={visitorView(site, c)} name={name} url={url} />))
  return c.redirect('/', 303)
}

function visitorView(site: Site, c: Ctx) {
  c.set('actor', visitor)
  return site.viewOf(c)
}

function resetRoutes(site: Site): void {
  const { app, deps } = site
  const show = (c: Ctx, state: FormState) => {
    c.header('cache-control', 'no-store')
    return c.html(renderPage(<AskResetPage view={site.viewOf(c)} state={state} formKey={newFormKey(c)} />))
  }
  app.get(accountPaths.askReset(), (c) => show(c, emptyForm))
  app.post(accountPaths.askReset(), async (c) => {
    const email = (await typedIn(c))('email')
    const { now, requestId } = c.var
    const answer = await askForReset(deps, { email, network: networkOf(c), requestId }, now)
    if (answer.kind === 'too-many') return show(c, slowState(c, { email }, answer.until))
    return c.html(renderPage(<ResetSentPage view={site.viewOf(c)} />))
  })
}
