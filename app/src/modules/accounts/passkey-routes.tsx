import type { PersonActor } from '#kernel/access.ts'
import { readAs } from '#kernel/database.ts'
import { run } from '#kernel/operation.ts'
import { asSignIn, signInJob } from '#kernel/session/job.ts'
import { missingPage } from '#kernel/web/refusal.tsx'
import type { Ctx, Session, Site } from '#kernel/web/request.ts'
import { emptyForm, type FormState } from '#ui/form-state.ts'
import { renderPage } from '#ui/frame.tsx'
import { forProved, newFormKey, stateOf, statusOf, typedIn } from './answers.ts'
import { factorAdded } from './factor-added.tsx'
import { officeOf } from './office.ts'
import { addPasskey } from './operations/add-passkey.ts'
import { NewPasskeyPage } from './pages/new-passkey-page.tsx'
import { createOptions } from './passkey-options.ts'
import { checkNewPasskey } from './passkeys.ts'
import { accountPaths } from './paths.ts'
import { accountOf } from './store/accounts.ts'
import { factorsOf } from './store/factors.ts'
import { words } from './words.ts'

/** What a new passkey signs is good for the session that asked for it. */
const registrationUse = ({ id }: Session) => `register ${id}`

export function passkeyRoutes(site: Site): void {
  const { app, deps } = site
  const path = accountPaths.newPasskey()
  app.get(
    path,
    forProved(site, (c, person, session) => showNew(site, c, person, session, emptyForm), 'enrolling'),
  )
  app.post(
    path,
    forProved(
      site,
      async (c, person, session) => {
        const typed = await typedIn(c)
        const { now, requestId, lang } = c.var
        const values = { name: typed('name') }
        const key = await checkNewPasskey(deps, registrationUse(session), typed('passkey'), now)
        if (!key) {
          c.status(422)
          return showNew(site, c, person, session, { values, errors: { '': words[lang].passkey.refused } })
        }
        const input = { personId: person.personId, sessionId: session.id, name: values.name, key }
        const outcome = await run(addPasskey(officeOf(deps)), input, asSignIn(deps, now, requestId))
        if (outcome.kind === 'done') return factorAdded(site, c, session, outcome.value)
        c.status(statusOf[outcome.kind])
        return showNew(site, c, person, session, stateOf(values, outcome, lang))
      },
      'enrolling',
    ),
  )
}

async function showNew(site: Site, c: Ctx, { personId }: PersonActor, session: Session, state: FormState) {
  const { now } = c.var
  const { account, factors } = await readAs(site.deps.jobs, signInJob, now, async (tx) => ({
    account: await accountOf(tx, personId),
    factors: await factorsOf(tx, personId),
  }))
  const options = account && createOptions(site.deps, registrationUse(session), account, factors.passkeys, now)
  if (!options) return missingPage(site, c)
  return c.html(
    renderPage(<NewPasskeyPage view={site.viewOf(c)} state={state} options={options} formKey={newFormKey(c)} />),
  )
}
