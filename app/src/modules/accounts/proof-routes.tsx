import type { PersonActor } from '#kernel/access.ts'
import { proofMinutes } from '#kernel/proof.ts'
import { keepToken } from '#kernel/session.ts'
import { proofPath } from '#kernel/web/proof.ts'
import type { Ctx, Session, Site } from '#kernel/web/request.ts'
import { emptyForm, type FormState } from '#ui/form-state.ts'
import { renderPage } from '#ui/frame.tsx'
import { forPerson, newFormKey, slowState } from './answers.ts'
import { ProofPage } from './pages/proof-page.tsx'
import { askOptions } from './passkey-options.ts'
import { readWays } from './passwords.ts'
import { accountPaths, ownPath } from './paths.ts'
import { proofUse, prove } from './proof.ts'
import { providerName } from './provider.ts'
import { type KeptForm, keptNote } from './provider-routes.tsx'
import { keepNote } from './sealed-note.ts'
import { readFactors } from './second-step.ts'

/** Before a sensitive act: a page asks who it is and then sends the form on that was typed before it. */
export function proofRoutes(site: Site): void {
  const { app, deps } = site
  const path = accountPaths.proof()
  app.get(
    path,
    forPerson(site, (c, person, session) => showProof(site, c, { person, session, kept: [] }, emptyForm), 'enrolling'),
  )
  app.post(
    path,
    forPerson(
      site,
      async (c, person, session) => {
        const fields = [...new URLSearchParams(await c.req.text())]
        const given = new Map(fields)
        const kept = fields.filter(([name]) => !/^_proof|password|passkey|^(current|repeat|code)$/i.test(name))
        const again = !given.has('_proof_given') || given.has('_proof_again')
        const asked = { person, session, kept: again ? kept : [], again }
        if (!given.has('_proof_given')) return showProof(site, c, asked, emptyForm)
        const typed = {
          password: given.get('_proof_password') ?? '',
          code: given.get('_proof_code') ?? '',
          passkey: given.get('_proof_passkey') ?? '',
        }
        const answer = await prove(deps, { personId: person.personId, session }, typed, c.var)
        if (answer.kind === 'proved') {
          keepToken(c, deps.config, answer.token, session.official)
          return c.redirect(ownPath(c.req.query('to'), deps.config.BASE_URL), again ? 307 : 303)
        }
        if (answer.kind === 'too-many') return showProof(site, c, asked, slowState(c, {}, answer.until))
        c.status(422)
        return showProof(site, c, asked, { values: {}, errors: { [answer.field]: answer.text } })
      },
      'enrolling',
    ),
  )
}

type Asked = { person: PersonActor; session: Session; kept: [string, string][]; again?: boolean }

async function showProof(site: Site, c: Ctx, { person, session, kept, again }: Asked, state: FormState) {
  const { now } = c.var
  const factors = await readFactors(site.deps, person.personId, now)
  const to = ownPath(c.req.query('to'), site.deps.config.BASE_URL)
  const options =
    factors.passkeys.length > 0 ? askOptions(site.deps, proofUse(session), factors.passkeys, now) : undefined
  const { hasPassword, linked } = await readWays(site.deps, person.personId, now)
  const provider = linked ? providerName(site.deps) : undefined
  // The way to the provider is a journey of several pages: the form waits in the browser, sealed.
  if (provider && again && JSON.stringify(kept).length < 2_000)
    keepNote(site.deps, c, keptNote, { to, fields: kept } satisfies KeptForm)
  const shown = {
    state,
    to,
    kept,
    again: again ?? false,
    factors,
    options,
    minutes: proofMinutes,
    hasPassword,
    provider,
    formKey: newFormKey(c),
  }
  return c.html(renderPage(<ProofPage view={{ ...site.viewOf(c), path: proofPath(to) }} {...shown} />))
}
