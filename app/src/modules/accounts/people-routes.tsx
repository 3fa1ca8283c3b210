import type { PersonActor } from '#kernel/access.ts'
import { readAs } from '#kernel/database.ts'
import { run } from '#kernel/operation.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { provedLately } from '#kernel/proof.ts'
import type { Verdict } from '#kernel/reason.ts'
import { asSignIn, signInJob } from '#kernel/session/job.ts'
import { stateOf as linkStateOf } from '#kernel/session/single-use.ts'
import { askForProof } from '#kernel/web/proof.ts'
import { refuse } from '#kernel/web/refusal.tsx'
import { type Ctx, readFor, type Session, type Site } from '#kernel/web/request.ts'
import type { FormState } from '#ui/form-state.ts'
import { renderPage } from '#ui/frame.tsx'
import { mayManageAccounts, mayOpenInvitations, normalEmail } from './account.ts'
import { forPerson, keyIn, newFormKey, stateOf, statusOf, tabsFor, typedIn, viewWithNotice } from './answers.ts'
import { invitationChoices } from './invitation.ts'
import { officeOf } from './office.ts'
import { invitePerson } from './operations/invite-person.ts'
import { renewInvitation } from './operations/renew-invitation.ts'
import { reinstateAccount, suspendAccount } from './operations/suspend-account.ts'
import { AccountsPage } from './pages/accounts-page.tsx'
import { InvitationsPage } from './pages/invitations-page.tsx'
import { accountPaths } from './paths.ts'
import { invitationsBy, listAccounts } from './store/people.ts'

/** Accounts of others: invitations by coordinators and operators, suspension by operators. */
export function peopleRoutes(site: Site): void {
  invitationRoutes(site)
  suspensionRoutes(site)
}

function allowed(
  site: Site,
  may: (person: PersonActor) => Verdict,
  work: (c: Ctx, person: PersonActor, session: Session) => Response | Promise<Response>,
) {
  return forPerson(site, (c, person, session) => {
    const verdict = may(person)
    return verdict === true ? work(c, person, session) : refuse(site, c, 'denied', verdict)
  })
}

const invitedFields = ['name', 'email', 'lang', 'organisationId', 'post', 'seat'] as const

function invitationRoutes(site: Site): void {
  const { app, deps } = site
  const path = accountPaths.invitations()
  app.get(
    path,
    allowed(site, mayOpenInvitations, (c, person) =>
      showInvitations(site, c, person, { values: { lang: c.var.lang }, errors: {} }),
    ),
  )
  app.post(
    path,
    allowed(site, mayOpenInvitations, async (c, person, session) => {
      const typed = await typedIn(c)
      const values = Object.fromEntries(invitedFields.map((name) => [name, typed(name)]))
      const [programmeId, role] = typed('seat').split(':')
      const seat = programmeId ? { programmeId, role } : undefined
      if (seat && !provedLately(session.verifiedAt, c.var.now)) return askForProof(c)
      const key = await keyIn(c)
      const input = { ...values, email: normalEmail(typed('email')), seat, by: person.personId, key }
      const outcome = await run(invitePerson(officeOf(deps)), input, asSignIn(deps, c.var.now, c.var.requestId))
      const sent = outcome.kind === 'invalid' && outcome.problems.some(({ code }) => code === 'sent')
      if (outcome.kind === 'done' || sent) return c.redirect(`${path}?done=invited`, 303)
      c.status(statusOf[outcome.kind])
      return showInvitations(site, c, person, stateOf(values, outcome, c.var.lang))
    }),
  )
  app.post(
    accountPaths.renewInvitation(':id'),
    allowed(site, mayOpenInvitations, async (c, person) => {
      const input = { by: person.personId, personId: c.req.param('id') }
      const outcome = await run(renewInvitation(officeOf(deps)), input, asSignIn(deps, c.var.now, c.var.requestId))
      return answered(site, c, outcome, `${path}?done=invited`)
    }),
  )
}

async function showInvitations(site: Site, c: Ctx, person: PersonActor, state: FormState) {
  const { now, lang, today } = c.var
  const choices = await readFor(site, c, (tx) => invitationChoices(tx, person, today, lang))
  const rows = await readAs(site.deps.jobs, signInJob, now, (tx) => invitationsBy(tx, person.personId, 50))
  const invitations = rows.map((row) => ({ ...row, state: linkStateOf(row, now), until: row.expires_at }))
  const shown = { ...choices, invitations, state, formKey: newFormKey(c), tabs: tabsFor(person, lang) }
  return c.html(renderPage(<InvitationsPage view={viewWithNotice(site, c)} {...shown} />))
}

function suspensionRoutes(site: Site): void {
  const { app, deps } = site
  app.get(
    accountPaths.accounts(),
    allowed(site, mayManageAccounts, (c, person) => showAccounts(site, c, person)),
  )
  const changes = [
    { path: accountPaths.suspendAccount(':id'), change: suspendAccount, done: 'suspended' },
    { path: accountPaths.reinstateAccount(':id'), change: reinstateAccount, done: 'reinstated' },
  ]
  for (const { path, change, done } of changes) {
    app.post(
      path,
      allowed(site, mayManageAccounts, async (c, person) => {
        const input = { by: person.personId, personId: c.req.param('id') }
        const outcome = await run(change, input, asSignIn(deps, c.var.now, c.var.requestId))
        return answered(site, c, outcome, `${accountPaths.accounts()}?done=${done}`)
      }),
    )
  }
}

async function showAccounts(site: Site, c: Ctx, person: PersonActor) {
  const q = (c.req.query('q') ?? '').trim().slice(0, 100)
  const page = Math.min(10_000, Math.max(1, Math.trunc(Number(c.req.query('page'))) || 1))
  const found = await readAs(site.deps.jobs, signInJob, c.var.now, (tx) => listAccounts(tx, q, page))
  const shown = { ...found, q, page, self: person.personId, formKey: newFormKey(c), tabs: tabsFor(person, c.var.lang) }
  return c.html(renderPage(<AccountsPage view={viewWithNotice(site, c)} {...shown} />))
}

function answered(site: Site, c: Ctx, outcome: Outcome<unknown>, then: string) {
  if (outcome.kind === 'done') return c.redirect(then, 303)
  return refuse(site, c, outcome.kind, 'reason' in outcome ? outcome.reason : undefined)
}
