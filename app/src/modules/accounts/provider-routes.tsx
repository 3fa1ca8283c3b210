import { run } from '#kernel/operation.ts'
import { asSignIn } from '#kernel/session/job.ts'
import { keepToken } from '#kernel/session.ts'
import { proofPath } from '#kernel/web/proof.ts'
import { refuse } from '#kernel/web/refusal.tsx'
import type { Ctx, Site } from '#kernel/web/request.ts'
import { renderPage } from '#ui/frame.tsx'
import { forPerson, forProved, newFormKey } from './answers.ts'
import { officeOf } from './office.ts'
import { deviceIn } from './opening.ts'
import { proveSession } from './operations/prove-session.ts'
import { unlinkIdentity } from './operations/unlink-identity.ts'
import { ContinuePage, ProviderRefusedPage } from './pages/provider-pages.tsx'
import { accountPaths, ownPath } from './paths.ts'
import { beginJourney, type Claimed, type Errand, endJourney, type Journey, providerName } from './provider.ts'
import { linkedAlready, noteRefusal, signInByProvider } from './provider-sign-in.ts'
import { dropNote, keepNote, noteIn } from './sealed-note.ts'
import { keepFirstStep } from './second-step.ts'
import { enter } from './second-step-routes.tsx'

const journeyNote = { name: 'journey', minutes: 10 } as const
/** A form that waits for a proof at the provider. */
export const keptNote = { name: 'kept', minutes: 10 } as const
export type KeptForm = { to: string; fields: [string, string][] }

/** Signing in by another sign-in service (OpenID Connect), where one is configured. */
export function providerRoutes(site: Site): void {
  const { app, deps } = site
  if (!providerName(deps)) return
  app.get(accountPaths.provider(), async (c) => {
    const next = ownPath(c.req.query('next'), deps.config.BASE_URL)
    // Nobody is signed in without having asked for it: the service may still know the person and ask nothing.
    if (!fromOurPage(site, c)) return c.redirect(accountPaths.signIn(next), 303)
    return leave(site, c, { purpose: 'sign-in', next })
  })
  app.get(accountPaths.invitationByProvider(':token'), async (c) => {
    const token = c.req.param('token') ?? ''
    // Followed from elsewhere, it could link an unsuspecting person's account there to someone else's here.
    if (!fromOurPage(site, c)) return c.redirect(accountPaths.invitation(token), 303)
    return leave(site, c, { purpose: 'invitation', token })
  })
  app.get(
    accountPaths.proofByProvider(),
    forPerson(
      site,
      (c, _person, session) => {
        const to = ownPath(c.req.query('to'), deps.config.BASE_URL)
        if (!fromOurPage(site, c)) return c.redirect(proofPath(to), 303)
        return leave(site, c, { purpose: 'proof', sessionId: session.id, to })
      },
      'enrolling',
    ),
  )
  app.get(accountPaths.providerCallback(), (c) => comeBack(site, c))
  app.post(
    accountPaths.unlinkIdentity(':id'),
    forProved(site, async (c, { personId }) => {
      const input = { personId, identityId: c.req.param('id') }
      const outcome = await run(unlinkIdentity, input, asSignIn(deps, c.var.now, c.var.requestId))
      if (outcome.kind === 'done') return c.redirect(`${accountPaths.factors()}?done=removed`, 303)
      return refuse(site, c, outcome.kind, 'reason' in outcome ? outcome.reason : undefined)
    }),
  )
}

function fromOurPage({ deps }: Site, c: Ctx): boolean {
  const fetchSite = c.req.header('sec-fetch-site')
  if (fetchSite) return fetchSite === 'same-origin'
  return URL.parse(c.req.header('referer') ?? '')?.origin === new URL(deps.config.BASE_URL).origin
}

async function leave(site: Site, c: Ctx, errand: Errand) {
  c.header('cache-control', 'no-store')
  const begun = await beginJourney(site.deps, errand).catch((error: Error) => {
    site.deps.log.warn({ requestId: c.var.requestId, message: error.message }, 'sign-in service does not answer')
  })
  if (!begun) return showRefused(site, c, 'away')
  keepNote(site.deps, c, journeyNote, begun.journey)
  return c.redirect(begun.url, 303)
}

async function comeBack(site: Site, c: Ctx) {
  c.header('cache-control', 'no-store')
  const { deps } = site
  const { now, requestId } = c.var
  const journey = noteIn<Journey>(deps, c, journeyNote)
  dropNote(deps, c, journeyNote)
  if (!journey) return showRefused(site, c, 'refused')
  const { search } = new URL(c.req.url)
  const claimed = await endJourney(deps, journey, search).catch((error: Error & { code?: string }) => {
    deps.log.info({ requestId, code: error.code }, 'answer of the sign-in service refused')
  })
  if (!claimed) {
    await noteRefusal(deps, now, requestId)
    return showRefused(site, c, 'refused')
  }
  const { errand } = journey
  if (errand.purpose === 'proof') return proveBack(site, c, claimed, errand)
  const invitation = errand.purpose === 'invitation' ? errand.token : undefined
  const next = errand.purpose === 'sign-in' ? errand.next : accountPaths.work()
  const answer = await signInByProvider(deps, claimed, { invitation, device: deviceIn(deps, c) }, now, requestId)
  deps.metrics.operations.inc({ operation: 'provider-sign-in', outcome: answer.kind })
  if (answer.kind === 'signed-in') return enter(site, c, answer.opened, next)
  if (answer.kind === 'refused') return showRefused(site, c, 'unknown')
  keepFirstStep(deps, c, { personId: answer.personId, mark: answer.mark, next, link: answer.link })
  return c.redirect(accountPaths.secondStep(), 303)
}

/** The same person proved themselves to the provider just now: the session is proved, and a form that waited goes on. */
async function proveBack(site: Site, c: Ctx, claimed: Claimed, errand: Errand & { purpose: 'proof' }) {
  const { deps } = site
  const { now, requestId, actor, session, enrolling } = c.var
  const who = actor.kind === 'person' && session ? { actor, session } : enrolling
  const known = await linkedAlready(deps, claimed, now)
  if (!who || who.session.id !== errand.sessionId || known?.personId !== who.actor.personId) {
    await noteRefusal(deps, now, requestId)
    return showRefused(site, c, 'refused')
  }
  const { identityId } = known
  const proof = { kind: 'provider', identityId, strong: claimed.strong } as const
  const input = { personId: who.actor.personId, sessionId: who.session.id, proof }
  const outcome = await run(proveSession(officeOf(deps)), input, asSignIn(deps, now, requestId))
  if (outcome.kind !== 'done') return showRefused(site, c, 'refused')
  keepToken(c, deps.config, outcome.value.token, who.session.official)
  const kept = noteIn<KeptForm>(deps, c, keptNote)
  dropNote(deps, c, keptNote)
  if (kept?.to !== errand.to) return c.redirect(errand.to, 303)
  return c.html(renderPage(<ContinuePage view={site.viewOf(c)} {...kept} formKey={newFormKey(c)} />))
}

function showRefused(site: Site, c: Ctx, why: 'away' | 'refused' | 'unknown') {
  c.status(why === 'away' ? 503 : 403)
  const name = providerName(site.deps) ?? ''
  return c.html(renderPage(<ProviderRefusedPage view={site.viewOf(c)} name={name} why={why} />))
}
