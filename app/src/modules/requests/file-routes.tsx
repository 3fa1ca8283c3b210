import type { MiddlewareHandler } from 'hono'
import { hasRole } from '#kernel/access.ts'
import { readAs } from '#kernel/database.ts'
import { mountForm } from '#kernel/web/form.tsx'
import { readForm, toInput } from '#kernel/web/form-body.ts'
import type { Ctx, Env, Site } from '#kernel/web/request.ts'
import { filing, sentHash } from './filing.ts'
import { filingAttempts, limited } from './limits.tsx'
import { judgeTicket, linkToken, newTicket, readTicket } from './link.ts'
import { loadFile } from './loads.ts'
import { fileRequest } from './operations/file-request.ts'
import { FilePage } from './pages/file-page.tsx'
import { requestPaths } from './paths.ts'
import { bring } from './store/follow.ts'
import { sentHashOf } from './store/read.ts'
import { words } from './words.ts'

/** The form for everyone. What is sent counts for its network; a facilitator enters many. */
export function fileRoutes(site: Site): void {
  const { app, deps } = site
  const guard = limited(site, filingAttempts, (lang) => words[lang].file.tooMany)
  const unlessFacilitator: MiddlewareHandler<Env> = (c, next) =>
    c.req.method !== 'POST' || hasRole(c.var.actor, 'facilitator') ? next() : guard(c, next)
  app.use(requestPaths.new(), unlessFacilitator)
  app.use(`/api/v1${requestPaths.new()}`, unlessFacilitator)
  app.post(requestPaths.new(), sentTwice(site))
  mountForm(site, fileRequest(deps.secret), {
    path: requestPaths.new(),
    tag: 'information-requests',
    anyone: true,
    load: (tx, request) => loadFile(tx, request),
    initial: ({ withheld }, { query, lang, actor }) => ({
      asked: withheld ? words[lang].file.askedFor(withheld.label, withheld.href) : '',
      programme: query.programme ?? '',
      classification: withheld?.id ?? '',
      lang,
      kind: 'person',
      manner: 'mail',
      onBehalf: hasRole(actor, 'facilitator') ? 'yes' : '',
    }),
    render: (data, form, view, { actor, now }) => (
      <FilePage
        view={view}
        data={data}
        form={form}
        ticket={ticketFor(deps.secret, form.state.values.ticket, now)}
        facilitator={hasRole(actor, 'facilitator')}
      />
    ),
    then: (filed) => requestPaths.follow(linkToken(deps.secret, filed.id)),
  })
}

/** The form keeps its ticket while it is good, so that it stays one request however often it is sent. */
function ticketFor(secret: string, kept: unknown, now: Date): string {
  const ticket = typeof kept === 'string' ? readTicket(secret, kept) : undefined
  return ticket && judgeTicket(ticket, now) !== 'stale' ? String(kept) : newTicket(secret, now)
}

/** The same form sent again is answered with the receipt of the first time. */
function sentTwice(site: Site): MiddlewareHandler<Env> {
  return async (c, next) => {
    await next()
    if (c.res.status !== 409) return
    const id = await filedBefore(site, c)
    if (id) c.res = c.redirect(requestPaths.follow(linkToken(site.deps.secret, id)), 303)
  }
}

async function filedBefore({ deps }: Site, c: Ctx): Promise<string | undefined> {
  const sent = filing.safeParse(toInput(filing, readForm(await c.req.text()).values))
  const ticket = sent.success ? readTicket(deps.secret, sent.data.ticket) : undefined
  if (!sent.success || !ticket) return undefined
  const before = await readAs(deps.db, c.var.actor, c.var.now, async (tx) => {
    await bring(tx, linkToken(deps.secret, ticket.id))
    return sentHashOf(tx, ticket.id)
  })
  const key = before && (await deps.db.keys.known([ticket.id])).get(ticket.id)
  return key && before.equals(sentHash(key, sent.data)) ? ticket.id : undefined
}
