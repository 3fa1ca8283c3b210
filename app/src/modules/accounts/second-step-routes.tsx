import { run } from '#kernel/operation.ts'
import { admit, forgive } from '#kernel/session/attempts.ts'
import { asSignIn } from '#kernel/session/job.ts'
import { networkOf } from '#kernel/session/network.ts'
import { keepToken } from '#kernel/session.ts'
import type { Ctx, Site } from '#kernel/web/request.ts'
import { emptyForm, type FormState } from '#ui/form-state.ts'
import { renderPage } from '#ui/frame.tsx'
import { passkeyAttempts } from './account.ts'
import { newFormKey, slowState, typedIn } from './answers.ts'
import { deviceIn, type Opened } from './opening.ts'
import { openSessionByPasskey } from './operations/open-session-by-passkey.ts'
import { refuseSignIn } from './operations/refuse-sign-in.ts'
import { SecondStepGonePage, SecondStepPage } from './pages/second-step-page.tsx'
import { askOptions } from './passkey-options.ts'
import { checkPasskey } from './passkeys.ts'
import { accountPaths, ownPath } from './paths.ts'
import { linkPending } from './provider-sign-in.ts'
import { dropFirstStep, type FirstStep, firstStepIn, readFactors, takeSecondStep } from './second-step.ts'
import { words } from './words.ts'

/** What a passkey signs to sign in. */
export const signInUse = 'sign-in'

/** A session is open: its token goes into the cookie, what was noted on the way is dropped. */
export function enter({ deps }: Site, c: Ctx, opened: Opened, next: string): Response {
  keepToken(c, deps.config, opened.token, opened.official)
  dropFirstStep(deps, c)
  return c.redirect(next, 303)
}

export function secondStepRoutes(
  site: Site,
  signInAgain: (c: Ctx, state: FormState, next: string) => Promise<Response>,
) {
  const { app, deps } = site
  app.get(accountPaths.secondStep(), (c) => {
    const step = firstStepIn(deps, c)
    return step ? showSecondStep(site, c, step, emptyForm) : showGone(site, c)
  })
  app.post(accountPaths.secondStep(), async (c) => {
    const step = firstStepIn(deps, c)
    if (!step) return showGone(site, c)
    const given = { code: (await typedIn(c))('code').slice(0, 100), device: deviceIn(deps, c) }
    const answer = await takeSecondStep(deps, step, given, c.var.now, c.var.requestId)
    deps.metrics.operations.inc({ operation: 'second-step', outcome: answer.kind })
    if (answer.kind === 'signed-in') return enter(site, c, answer.opened, step.next)
    if (answer.kind === 'gone') return showGone(site, c)
    if (answer.kind === 'too-many') return showSecondStep(site, c, step, slowState(c, {}, answer.until))
    c.status(422)
    return showSecondStep(site, c, step, { values: {}, errors: { code: words[c.var.lang].second.wrong } })
  })
  app.post(accountPaths.passkeySignIn(), async (c) => {
    const typed = await typedIn(c)
    const next = ownPath(typed('next'), deps.config.BASE_URL)
    const answer = await signInByPasskey(site, c, typed('passkey'))
    deps.metrics.operations.inc({ operation: 'passkey-sign-in', outcome: answer.kind })
    if (answer.kind === 'signed-in') return enter(site, c, answer.opened, next)
    if (answer.kind === 'too-many') return signInAgain(c, slowState(c, {}, answer.until), next)
    c.status(422)
    return signInAgain(c, { values: {}, errors: { '': words[c.var.lang].passkey.refused } }, next)
  })
}

async function signInByPasskey({ deps }: Site, c: Ctx, typed: string) {
  const { now, requestId } = c.var
  const shared = passkeyAttempts(networkOf(c))
  const admission = await admit(deps, shared, now)
  if (!admission.admitted) return { kind: 'too-many', until: admission.until } as const
  const use = await checkPasskey(deps, signInUse, typed, now)
  const context = asSignIn(deps, now, requestId)
  if (use) {
    const { personId, ...passkey } = use
    const outcome = await run(openSessionByPasskey, { personId, passkey, device: deviceIn(deps, c) }, context)
    if (outcome.kind === 'done') {
      await forgive(deps, [], shared, now)
      const step = firstStepIn(deps, c)
      if (step?.link && step.personId === personId) await linkPending(deps, step.link, context)
      return { kind: 'signed-in', opened: outcome.value } as const
    }
  }
  await run(refuseSignIn, { personId: use?.personId, cause: 'wrong-passkey' }, context)
  return { kind: 'refused' } as const
}

async function showSecondStep(site: Site, c: Ctx, step: FirstStep, state: FormState) {
  c.header('cache-control', 'no-store')
  const { now } = c.var
  const factors = await readFactors(site.deps, step.personId, now)
  const options = factors.passkeys.length > 0 ? askOptions(site.deps, signInUse, factors.passkeys, now) : undefined
  const shown = { state, formKey: newFormKey(c), next: step.next, factors, options }
  return c.html(renderPage(<SecondStepPage view={site.viewOf(c)} {...shown} />))
}

function showGone(site: Site, c: Ctx) {
  c.header('cache-control', 'no-store')
  c.status(410)
  dropFirstStep(site.deps, c)
  return c.html(renderPage(<SecondStepGonePage view={site.viewOf(c)} />))
}
