import type { PersonActor } from '#kernel/access.ts'
import { readAs } from '#kernel/database.ts'
import { run } from '#kernel/operation.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { asSignIn, signInJob } from '#kernel/session/job.ts'
import { refuse } from '#kernel/web/refusal.tsx'
import type { Ctx, Site } from '#kernel/web/request.ts'
import type { FormState } from '#ui/form-state.ts'
import { renderPage } from '#ui/frame.tsx'
import { forPerson, newFormKey, slowState, stateOf, statusOf, tabsFor, typedIn, viewWithNotice } from './answers.ts'
import { addApiToken, tokenDays } from './operations/add-api-token.ts'
import { revokeApiToken } from './operations/revoke-api-token.ts'
import { TokenShownPage, TokensPage } from './pages/tokens-page.tsx'
import { confirmPassword, type Slow } from './passwords.ts'
import { accountPaths } from './paths.ts'
import { tokensOf } from './store/accounts.ts'
import { words } from './words.ts'

export function tokenRoutes(site: Site): void {
  const { app, deps } = site
  app.get(
    accountPaths.tokens(),
    forPerson(site, (c, person) => showTokens(site, c, person, { values: { days: '90' }, errors: {} })),
  )
  app.post(
    accountPaths.tokens(),
    forPerson(site, async (c, person) => {
      const typed = await typedIn(c)
      const outcome = await addToken(site, c, person, typed)
      if (outcome.kind === 'done') {
        return c.html(renderPage(<TokenShownPage view={site.viewOf(c)} token={outcome.value.token} />))
      }
      const values = { name: typed('name'), days: typed('days') }
      if (outcome.kind === 'too-many') return showTokens(site, c, person, slowState(c, values, outcome.until))
      c.status(statusOf[outcome.kind])
      return showTokens(site, c, person, stateOf(values, outcome, c.var.lang))
    }),
  )
  app.post(
    accountPaths.revokeToken(':id'),
    forPerson(site, async (c, person) => {
      const input = { personId: person.personId, tokenId: c.req.param('id') }
      const outcome = await run(revokeApiToken, input, asSignIn(deps, c.var.now, c.var.requestId))
      if (outcome.kind === 'invalid' || outcome.kind === 'missing') return refuse(site, c, 'missing')
      return c.redirect(`${accountPaths.tokens()}?done=revoked`, 303)
    }),
  )
}

/** A token outlives the session, so the password is asked again. */
async function addToken(
  site: Site,
  c: Ctx,
  { personId }: PersonActor,
  typed: (name: string) => string,
): Promise<Outcome<{ id: string; token: string }> | Slow> {
  const { now, requestId } = c.var
  const confirmation = await confirmPassword(site.deps, personId, typed('current'), now)
  if (confirmation.kind === 'too-many') return confirmation
  if (confirmation.kind === 'wrong') {
    const text = (lang: 'id' | 'en') => words[lang].password.wrong
    return { kind: 'invalid', problems: [{ field: 'current', code: 'wrong', text }] }
  }
  const input = { personId, checkedHash: confirmation.hash, name: typed('name'), days: Number(typed('days')) }
  return run(addApiToken, input, asSignIn(site.deps, now, requestId))
}

async function showTokens(site: Site, c: Ctx, person: PersonActor, state: FormState) {
  const { now, lang } = c.var
  const tokens = await readAs(site.deps.jobs, signInJob, now, (tx) => tokensOf(tx, person.personId, now))
  const shown = { tokens, days: tokenDays, state, formKey: newFormKey(c), tabs: tabsFor(person, lang) }
  return c.html(renderPage(<TokensPage view={viewWithNotice(site, c)} {...shown} />))
}
