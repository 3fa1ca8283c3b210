import type { PersonActor } from '#kernel/access.ts'
import { readAs } from '#kernel/database.ts'
import { run } from '#kernel/operation.ts'
import { officialSeconds, residentSeconds } from '#kernel/session/cookie.ts'
import { asSignIn, signInJob } from '#kernel/session/job.ts'
import { dropToken, keepToken } from '#kernel/session.ts'
import { refuse } from '#kernel/web/refusal.tsx'
import type { Ctx, Session, Site } from '#kernel/web/request.ts'
import { emptyForm, type FormState } from '#ui/form-state.ts'
import { renderPage } from '#ui/frame.tsx'
import { idleSeconds } from './account.ts'
import {
  forPerson,
  forProved,
  newFormKey,
  slowState,
  stateOf,
  statusOf,
  tabsFor,
  typedIn,
  viewWithNotice,
} from './answers.ts'
import { factorRoutes } from './factor-routes.tsx'
import { networkIn } from './opening.ts'
import { endAllSessions, endSession } from './operations/end-session.ts'
import { ChangePasswordPage } from './pages/password-pages.tsx'
import { SessionsPage } from './pages/sessions-page.tsx'
import { changeOwnPassword } from './passwords.ts'
import { accountPaths } from './paths.ts'
import { proofRoutes } from './proof-routes.tsx'
import { resetRoutes } from './reset-routes.tsx'
import { accountOf, sessionsOf } from './store/accounts.ts'
import { tokenRoutes } from './token-routes.tsx'

/** What the signed-in person does with the own account. */
export function ownRoutes(site: Site): void {
  passwordRoutes(site)
  sessionRoutes(site)
  tokenRoutes(site)
  factorRoutes(site)
  proofRoutes(site)
  resetRoutes(site)
}

function passwordRoutes(site: Site): void {
  const { app, deps } = site
  const path = accountPaths.password()
  app.get(
    path,
    forProved(site, (c, person) => showPassword(site, c, person, emptyForm)),
  )
  app.post(
    path,
    forProved(site, async (c, person, session) => {
      const typed = await typedIn(c)
      const { now, requestId, lang } = c.var
      const given = { current: typed('current'), password: typed('password'), repeat: typed('repeat') }
      const change = { personId: person.personId, sessionId: session.id, ...given }
      const outcome = await changeOwnPassword(deps, change, now, requestId)
      if (outcome.kind === 'done') {
        keepToken(c, deps.config, outcome.value.token, session.official)
        return c.redirect(`${path}?done=changed`, 303)
      }
      if (outcome.kind === 'too-many') return showPassword(site, c, person, slowState(c, {}, outcome.until))
      c.status(statusOf[outcome.kind])
      return showPassword(site, c, person, stateOf({}, outcome, lang))
    }),
  )
}

async function showPassword(site: Site, c: Ctx, person: PersonActor, state: FormState) {
  const account = await readAs(site.deps.jobs, signInJob, c.var.now, (tx) => accountOf(tx, person.personId))
  const shown = { state, formKey: newFormKey(c), email: account?.email ?? '', tabs: tabsFor(person, c.var.lang) }
  return c.html(renderPage(<ChangePasswordPage view={viewWithNotice(site, c)} {...shown} />))
}

function sessionRoutes(site: Site): void {
  const { app, deps } = site
  app.get(
    accountPaths.sessions(),
    forPerson(site, (c, person, session) => showSessions(site, c, person, session)),
  )
  app.post(
    accountPaths.endAllSessions(),
    forProved(site, async (c, person) => {
      await run(endAllSessions, { personId: person.personId }, asSignIn(deps, c.var.now, c.var.requestId))
      dropToken(c, deps.config)
      return c.redirect(`${accountPaths.signIn()}?done=everywhere`, 303)
    }),
  )
  app.post(
    accountPaths.endSession(':id'),
    forProved(site, async (c, person) => {
      const input = { personId: person.personId, sessionId: c.req.param('id') }
      const outcome = await run(endSession, input, asSignIn(deps, c.var.now, c.var.requestId))
      // One that has ended meanwhile is what was wanted.
      if (outcome.kind === 'done' || outcome.kind === 'conflict') {
        return c.redirect(`${accountPaths.sessions()}?done=ended`, 303)
      }
      return refuse(site, c, 'missing')
    }),
  )
}

async function showSessions(site: Site, c: Ctx, person: PersonActor, session: Session) {
  const { now, lang } = c.var
  const rows = await readAs(site.deps.jobs, signInJob, now, (tx) => sessionsOf(tx, person.personId))
  const sessions = rows
    .map(({ networkSealed, ...row }) => ({ ...row, network: networkIn(site.deps.secret, networkSealed) }))
    .map((row) => ({ ...row, here: row.id === session.id, endsAt: endOf(row, session.official) }))
    .filter((row) => row.here || row.endsAt > now)
  const shown = { sessions, formKey: newFormKey(c), tabs: tabsFor(person, lang) }
  return c.html(renderPage(<SessionsPage view={viewWithNotice(site, c)} {...shown} />))
}

/** When it ends if it is not used again: the idle limit, at most the absolute one. */
function endOf(row: { official: boolean; createdAt: Date; seenAt: Date }, officialNow: boolean): Date {
  const official = row.official || officialNow
  const absolute = row.createdAt.getTime() + (official ? officialSeconds : residentSeconds) * 1000
  return new Date(Math.min(absolute, row.seenAt.getTime() + idleSeconds(official) * 1000))
}
