import type { Handler } from 'hono'
import type { PersonActor } from '#kernel/access.ts'
import { newId } from '#kernel/ids.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { provedLately } from '#kernel/proof.ts'
import { type Lang, reason } from '#kernel/reason.ts'
import { type FormValues, readForm } from '#kernel/web/form-body.ts'
import { askForProof } from '#kernel/web/proof.ts'
import { refuse } from '#kernel/web/refusal.tsx'
import type { Ctx, Env, Session, Site } from '#kernel/web/request.ts'
import type { FormState } from '#ui/form-state.ts'
import { formatNumber } from '#ui/language.ts'
import type { NavItem } from '#ui/view.ts'
import { mayManageAccounts, mayOpenInvitations } from './account.ts'
import { mayOpenResets } from './factor-reset.ts'
import { accountPaths } from './paths.ts'
import { words } from './words.ts'

type ForPerson = (c: Ctx, person: PersonActor, session: Session) => Response | Promise<Response>

/**
 * The signed-in person's own pages need a session; a bearer token does not open them. `enrolling`: the page also serves
 * those who have to set up a second factor before they may do anything else.
 */
export function forPerson(site: Site, work: ForPerson, also?: 'enrolling'): Handler<Env> {
  return (c) => {
    const { actor, session, enrolling } = c.var
    c.header('cache-control', 'no-store')
    if (actor.kind === 'person' && session) return work(c, actor, session)
    if (enrolling && also) return work(c, enrolling.actor, enrolling.session)
    if (enrolling) return c.redirect(accountPaths.factors(), 303)
    const { pathname, search } = new URL(c.req.url)
    if (c.req.method === 'GET') return c.redirect(accountPaths.signIn(pathname + search), 303)
    return refuse(
      site,
      c,
      'denied',
      reason('sign-in-first', (lang) => words[lang].refusal.signInFirst),
    )
  }
}

/** For a sensitive act: whoever has not proved lately who they are does so first, and comes back with what was typed. */
export function forProved(site: Site, work: ForPerson, also?: 'enrolling'): Handler<Env> {
  const proved: ForPerson = (c, person, session) =>
    provedLately(session.verifiedAt, c.var.now) ? work(c, person, session) : askForProof(c)
  return forPerson(site, proved, also)
}

export async function typedIn(c: Ctx): Promise<(name: string) => string> {
  const { values } = readForm(await c.req.text())
  return (name) => [values[name] ?? ''].flat()[0]!
}

/** The form's own key, by which a second submit is known. */
export async function keyIn(c: Ctx): Promise<string | undefined> {
  return readForm(await c.req.text()).key
}

/** What is shown again after a refusal; passwords never are. */
export function stateOf(
  values: FormValues,
  outcome: Exclude<Outcome<unknown>, { kind: 'done' }>,
  lang: Lang,
): FormState {
  if (outcome.kind === 'invalid') {
    return { values, errors: Object.fromEntries(outcome.problems.map(({ field, text }) => [field, text(lang)])) }
  }
  const message = outcome.kind === 'missing' ? words[lang].refusal.linkGone : outcome.reason.text(lang)
  return { values, errors: { '': message } }
}

export const statusOf = { invalid: 422, denied: 403, conflict: 409, missing: 410 } as const

/** Says how long to wait and marks the answer 429. */
export function slowState(c: Ctx, values: FormValues, until: Date): FormState {
  const { lang, now } = c.var
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000))
  c.header('retry-after', String(seconds))
  c.status(429)
  const say = words[lang].wait
  const count = (value: number) => formatNumber(lang, value)
  const wait = seconds < 120 ? say.seconds(count(seconds)) : say.minutes(count(Math.ceil(seconds / 60)))
  return { values, errors: { '': words[lang].signIn.tooMany(wait) } }
}

/** After a redirect: the notice named in the query, from a fixed list. */
export function viewWithNotice(site: Site, c: Ctx) {
  const view = site.viewOf(c)
  const done = c.req.query('done') ?? ''
  const texts: Record<string, string> = words[view.lang].done
  return Object.hasOwn(texts, done) ? { ...view, notice: { kind: 'done' as const, text: texts[done]! } } : view
}

export function newFormKey(c: Ctx): string {
  return newId(c.var.now)
}

export function tabsFor(person: PersonActor, lang: Lang): NavItem[] {
  const say = words[lang]
  const tabs = [
    { href: accountPaths.factors(), label: say.factors.title },
    { href: accountPaths.password(), label: say.password.title },
    { href: accountPaths.sessions(), label: say.sessions.title },
    { href: accountPaths.tokens(), label: say.tokens.title },
  ]
  tabs.push({ href: accountPaths.ownData(), label: say.ownData.title })
  if (mayOpenInvitations(person) === true) tabs.push({ href: accountPaths.invitations(), label: say.invitations.title })
  if (mayManageAccounts(person) === true) tabs.push({ href: accountPaths.accounts(), label: say.accounts.title })
  if (mayOpenResets(person)) tabs.push({ href: accountPaths.factorResets(), label: say.factorResets.title })
  return tabs
}
