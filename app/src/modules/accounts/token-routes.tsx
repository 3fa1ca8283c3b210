import type { PersonActor } from '#kernel/access.ts'
import { readAs } from '#kernel/database.ts'
import { run } from '#kernel/operation.ts'
import { asSignIn, signInJob } from '#kernel/session/job.ts'
import { refuse } from '#kernel/web/refusal.tsx'
import type { Ctx, Site } from '#kernel/web/request.ts'
import type { FormState } from '#ui/form-state.ts'
import { renderPage } from '#ui/frame.tsx'
import {
  forPerson,
  forProved,
  keyIn,
  newFormKey,
  stateOf,
  statusOf,
  tabsFor,
  typedIn,
  viewWithNotice,
} from './answers.ts'
import { addApiToken, tokenDays } from './operations/add-api-token.ts'
import { revokeApiToken } from './operations/revoke-api-token.ts'
import { TokenShownPage, TokensPage } from './pages/tokens-page.tsx'
import { accountPaths } from './paths.ts'
import { tokensOf } from './store/accounts.ts'

export function tokenRoutes(site: Site): void {
  const { app, deps } = site
  app.get(
    accountPaths.tokens(),
    forPerson(site, (c, person) => showTokens(site, c, person, { values: { days: '90' }, errors: {} })),
  )
  app.post(
    accountPaths.tokens(),
    // A token outlives the session, so it is made only after a proof.
    forProved(site, async (c, person) => {
      const typed = await typedIn(c)
      const key = await keyIn(c)
      const input = { personId: person.personId, name: typed('name'), days: Number(typed('days')), key }
      const outcome = await run(addApiToken, input, asSignIn(deps, c.var.now, c.var.requestId))
      if (outcome.kind === 'done') {
        return c.html(renderPage(<TokenShownPage view={site.viewOf(c)} token={outcome.value.token} />))
      }
      const values = { name: typed('name'), days: typed('days') }
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

async function showTokens(site: Site, c: Ctx, person: PersonActor, state: FormState) {
  const { now, lang } = c.var
  const tokens = await readAs(site.deps.jobs, signInJob, now, (tx) => tokensOf(tx, person.personId, now))
  const shown = { tokens, days: tokenDays, state, formKey: newFormKey(c), tabs: tabsFor(person, lang) }
  return c.html(renderPage(<TokensPage view={viewWithNotice(site, c)} {...shown} />))
}
