import type { PersonActor } from '#kernel/access.ts'
import { readAs } from '#kernel/database.ts'
import { run } from '#kernel/operation.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { asSignIn, signInJob } from '#kernel/session/job.ts'
import { unseal } from '#kernel/session/seal.ts'
import { keepToken } from '#kernel/session.ts'
import { refuse } from '#kernel/web/refusal.tsx'
import type { Ctx, Site } from '#kernel/web/request.ts'
import { emptyForm, type FormState } from '#ui/form-state.ts'
import { renderPage } from '#ui/frame.tsx'
import { forPerson, forProved, newFormKey, stateOf, statusOf, tabsFor, typedIn, viewWithNotice } from './answers.ts'
import { totpPurpose } from './factor.ts'
import { factorAdded } from './factor-added.tsx'
import { officeOf } from './office.ts'
import { beginTotp } from './operations/begin-totp.ts'
import { confirmTotp } from './operations/confirm-totp.ts'
import { cancelFactorReset } from './operations/decide-factor-reset.ts'
import { makeRecoveryCodes } from './operations/make-recovery-codes.ts'
import { removeFactor } from './operations/remove-factor.ts'
import { CodesPage } from './pages/codes-page.tsx'
import { FactorsPage } from './pages/factors-page.tsx'
import { TotpPage } from './pages/totp-page.tsx'
import { passkeyRoutes } from './passkey-routes.tsx'
import { accountPaths } from './paths.ts'
import { providerName } from './provider.ts'
import { relyingParty } from './relying-party.ts'
import { accountOf } from './store/accounts.ts'
import { openReset } from './store/factor-resets.ts'
import { factorsOf, unconfirmedTotp } from './store/factors.ts'
import { identitiesOf } from './store/identities.ts'

/** The ways to sign in of the signed-in person: seen by all, changed only after a proof. */
export function factorRoutes(site: Site): void {
  const { app } = site
  app.get(
    accountPaths.factors(),
    forPerson(site, (c, person) => showFactors(site, c, person), 'enrolling'),
  )
  totpRoutes(site)
  passkeyRoutes(site)
  app.post(
    accountPaths.recoveryCodes(),
    forProved(site, async (c, { personId }) => {
      const outcome = await run(makeRecoveryCodes, { personId }, asSignIn(site.deps, c.var.now, c.var.requestId))
      if (outcome.kind !== 'done') return answeredRefusal(site, c, outcome)
      return c.html(renderPage(<CodesPage view={site.viewOf(c)} codes={outcome.value.codes} />))
    }),
  )
  removalRoutes(site)
}

function removalRoutes(site: Site): void {
  const { app, deps } = site
  const required = deps.config.MUFAKAT_REQUIRE_SECOND_FACTOR === 'officials'
  app.post(
    accountPaths.removeFactor(':id'),
    forProved(site, async (c, { personId }, session) => {
      const input = { personId, sessionId: session.id, factorId: c.req.param('id') }
      const outcome = await run(removeFactor(officeOf(deps), required), input, contextOf(site, c))
      if (outcome.kind !== 'done') return answeredRefusal(site, c, outcome)
      keepToken(c, deps.config, outcome.value.token, session.official)
      return c.redirect(`${accountPaths.factors()}?done=removed`, 303)
    }),
  )
  app.post(
    accountPaths.cancelOwnReset(':id'),
    forPerson(site, async (c, { personId }) => {
      const input = { by: personId, resetId: c.req.param('id') }
      const outcome = await run(cancelFactorReset(officeOf(deps)), input, contextOf(site, c))
      if (outcome.kind !== 'done') return answeredRefusal(site, c, outcome)
      return c.redirect(`${accountPaths.factors()}?done=cancelled`, 303)
    }),
  )
}

function totpRoutes(site: Site): void {
  const { app, deps } = site
  const path = accountPaths.totp()
  app.get(
    path,
    forProved(site, (c, person) => showTotp(site, c, person, emptyForm), 'enrolling'),
  )
  app.post(
    accountPaths.totpKey(),
    forProved(
      site,
      async (c, { personId }) => {
        const outcome = await run(beginTotp(officeOf(deps)), { personId }, contextOf(site, c))
        return outcome.kind === 'done' ? c.redirect(path, 303) : answeredRefusal(site, c, outcome)
      },
      'enrolling',
    ),
  )
  app.post(
    path,
    forProved(
      site,
      async (c, person, session) => {
        const code = (await typedIn(c))('code')
        const input = { personId: person.personId, sessionId: session.id, code }
        const outcome = await run(confirmTotp(officeOf(deps)), input, contextOf(site, c))
        if (outcome.kind === 'done') return factorAdded(site, c, session, outcome.value)
        if (outcome.kind === 'missing') return c.redirect(accountPaths.factors(), 303)
        c.status(statusOf[outcome.kind])
        return showTotp(site, c, person, stateOf({}, outcome, c.var.lang))
      },
      'enrolling',
    ),
  )
}

function contextOf({ deps }: Site, c: Ctx) {
  return asSignIn(deps, c.var.now, c.var.requestId)
}

type NotDone = Exclude<Outcome<unknown>, { kind: 'done' }>

function answeredRefusal(site: Site, c: Ctx, outcome: NotDone) {
  return refuse(site, c, outcome.kind, 'reason' in outcome ? outcome.reason : undefined)
}

async function showFactors(site: Site, c: Ctx, person: PersonActor) {
  const { now, lang } = c.var
  const { factors, reset, identities } = await readAs(site.deps.jobs, signInJob, now, async (tx) => ({
    factors: await factorsOf(tx, person.personId),
    reset: await openReset(tx, person.personId),
    identities: await identitiesOf(tx, person.personId),
  }))
  const enrolling = c.var.enrolling !== undefined
  const shown = {
    factors,
    reset,
    identities,
    provider: providerName(site.deps),
    enrolling,
    passkeysWork: relyingParty(site.deps) !== undefined,
    formKey: newFormKey(c),
    tabs: enrolling ? [] : tabsFor(person, lang),
  }
  return c.html(renderPage(<FactorsPage view={viewWithNotice(site, c)} {...shown} />))
}

async function showTotp(site: Site, c: Ctx, { personId }: PersonActor, state: FormState) {
  const { now } = c.var
  const anHourAgo = new Date(now.getTime() - 3_600_000)
  const found = await readAs(site.deps.jobs, signInJob, now, async (tx) => ({
    begun: await unconfirmedTotp(tx, personId, anHourAgo),
    account: await accountOf(tx, personId),
  }))
  const { begun, account } = found
  const key = begun && unseal(site.deps.secret, totpPurpose, begun.sealed, begun.id)
  if (!key || !account) return c.redirect(accountPaths.factors(), 303)
  const shown = {
    state,
    totpKey: key,
    email: account.email,
    place: site.deps.config.MUFAKAT_PLACE,
    formKey: newFormKey(c),
  }
  return c.html(renderPage(<TotpPage view={site.viewOf(c)} {...shown} />))
}
