import { hasRole, type PersonActor } from '#kernel/access.ts'
import { readAs } from '#kernel/database.ts'
import { run } from '#kernel/operation.ts'
import { reason } from '#kernel/reason.ts'
import { asSignIn, signInJob } from '#kernel/session/job.ts'
import { refuse } from '#kernel/web/refusal.tsx'
import type { Ctx, Site } from '#kernel/web/request.ts'
import { emptyForm, type FormState } from '#ui/form-state.ts'
import { renderPage } from '#ui/frame.tsx'
import { normalEmail } from './account.ts'
import { forPerson, forProved, newFormKey, stateOf, statusOf, tabsFor, typedIn, viewWithNotice } from './answers.ts'
import { mayOpenResets } from './factor-reset.ts'
import { officeOf } from './office.ts'
import { approveFactorReset, cancelFactorReset } from './operations/decide-factor-reset.ts'
import { proposeFactorReset } from './operations/propose-factor-reset.ts'
import { ResetsPage } from './pages/resets-page.tsx'
import { accountPaths } from './paths.ts'
import { accountByEmail } from './store/accounts.ts'
import { headedBy, openResetsFor } from './store/factor-resets.ts'
import { words } from './words.ts'

const nobody = '00000000-0000-0000-0000-000000000000'

/** Heads and operators take away, two together, a second factor that its person has lost. */
export function resetRoutes(site: Site): void {
  const { app, deps } = site
  const path = accountPaths.factorResets()
  app.get(
    path,
    forPerson(site, (c, person) => showResets(site, c, person, emptyForm)),
  )
  app.post(
    path,
    forProved(site, async (c, person) => {
      const email = (await typedIn(c))('email')
      const { now, requestId, lang } = c.var
      const account = await readAs(deps.jobs, signInJob, now, (tx) => accountByEmail(tx, normalEmail(email)))
      const input = { by: person.personId, personId: account?.personId ?? nobody }
      const outcome = await run(proposeFactorReset(officeOf(deps)), input, asSignIn(deps, now, requestId))
      if (outcome.kind === 'done') return c.redirect(`${path}?done=proposed`, 303)
      const unknown =
        outcome.kind === 'missing' || (outcome.kind === 'denied' && outcome.reason.code === 'reset-by-heads')
      // Whom one may not help is not told apart from who has no account.
      const errors = { email: words[lang].factorResets.unknown }
      c.status(unknown ? 422 : statusOf[outcome.kind])
      return showResets(site, c, person, unknown ? { values: { email }, errors } : stateOf({ email }, outcome, lang))
    }),
  )
  const decisions = [
    { path: accountPaths.approveReset(':id'), decide: approveFactorReset, done: 'approved' },
    { path: accountPaths.cancelReset(':id'), decide: cancelFactorReset, done: 'cancelled' },
  ]
  for (const { path: decision, decide, done } of decisions) {
    app.post(
      decision,
      forProved(site, async (c, { personId }) => {
        const input = { by: personId, resetId: c.req.param('id') }
        const outcome = await run(decide(officeOf(deps)), input, asSignIn(deps, c.var.now, c.var.requestId))
        if (outcome.kind === 'done') return c.redirect(`${path}?done=${done}`, 303)
        return refuse(site, c, outcome.kind, 'reason' in outcome ? outcome.reason : undefined)
      }),
    )
  }
}

async function showResets(site: Site, c: Ctx, person: PersonActor, state: FormState) {
  const { now, today, lang } = c.var
  const rows = await readAs(site.deps.jobs, signInJob, now, async (tx) => {
    const headed = await headedBy(tx, person.personId, today)
    if (headed.length === 0 && !mayOpenResets(person)) return undefined
    return openResetsFor(tx, hasRole(person, 'operator') ? 'all' : headed, today)
  })
  if (!rows) {
    const why = reason('reset-by-heads', (l) => words[l].factorResets.resetByHeads)
    return refuse(site, c, 'denied', why)
  }
  const shown = { rows, self: person.personId, state, formKey: newFormKey(c), tabs: tabsFor(person, lang) }
  return c.html(renderPage(<ResetsPage view={viewWithNotice(site, c)} {...shown} />))
}
