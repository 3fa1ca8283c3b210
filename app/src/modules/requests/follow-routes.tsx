import type { z } from 'zod'
import { isId, newId } from '#kernel/ids.ts'
import type { Operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { isToken } from '#kernel/session/token.ts'
import { mountForm } from '#kernel/web/form.tsx'
import { readForm } from '#kernel/web/form-body.ts'
import { sendHtml } from '#kernel/web/html.ts'
import { mountPage } from '#kernel/web/page.tsx'
import { missingPage } from '#kernel/web/refusal.tsx'
import { type Ctx, readFor, type Site } from '#kernel/web/request.ts'
import { emptyForm, type FormState } from '#ui/form-state.ts'
import { renderPage } from '#ui/frame.tsx'
import { judgeOwn } from './acts.ts'
import { limited, linkAttempts } from './limits.tsx'
import { linkToken } from './link.ts'
import { loadFollow } from './loads.ts'
import type { Done } from './operations/acting.ts'
import { objectToAnswer } from './operations/object-to-answer.ts'
import { replyToOfficer } from './operations/reply-to-officer.ts'
import { startDispute } from './operations/start-dispute.ts'
import { withdrawRequest } from './operations/withdraw-request.ts'
import { FindPage, FollowPage, OwnActPage } from './pages/follow-page.tsx'
import { type OwnAct, requestPaths } from './paths.ts'
import { broughtId } from './store/follow.ts'
import { keepsRequest } from './store/rows.ts'
import { words } from './words.ts'

type ByToken = z.ZodObject<{ token: z.ZodString }>

/** The requester's own pages, behind a secret link that can be tried only so often. */
export function followRoutes(site: Site): void {
  const { app, deps } = site
  const guard = limited(
    site,
    linkAttempts,
    (lang) => words[lang].follow.tooMany,
    (status) => status !== 404 && status < 500,
  )
  app.use(`${requestPaths.follow(':token')}/*`, guard)
  app.use(`/api/v1${requestPaths.follow(':token')}/*`, guard)
  findRoutes(site)
  // What the link opens is never kept by a browser or a proxy on the way.
  for (const door of ['', '/api/v1'])
    app.use(`${door}${requestPaths.find()}/*`, async (c, next) => {
      await next()
      c.header('cache-control', 'no-store')
    })
  mountPage(site, {
    name: 'follow-information-request',
    path: requestPaths.follow(':token'),
    tag: 'information-requests',
    summary: both('Permintaan informasi lewat tautan rahasianya', 'An information request behind its secret link'),
    load: (tx, request) => loadFollow(tx, request, deps.db.keys),
    render: (data, view) => (
      <FollowPage view={view} data={data} link={`${deps.config.BASE_URL}${requestPaths.follow(data.token)}`} />
    ),
    json: ({ facts, wording, steps, private: opened }) => ({ request: facts, wording, steps, texts: opened?.texts }),
  })
  const mount = <Schema extends z.ZodObject, S>(act: OwnAct, declared: Operation<Schema, S, Done>) =>
    mountForm(site, declared as unknown as Operation<ByToken, S, Done>, {
      path: requestPaths.ownAct(':token', act),
      tag: 'information-requests',
      anyone: true,
      params: ({ token }) => ({ token: token! }),
      load: (tx, request) => loadFollow(tx, request, deps.db.keys),
      may: (actor, { facts }, { today }) => judgeOwn(act, actor, facts, today),
      render: (data, form, view) => <OwnActPage view={view} data={data} form={form} act={act} />,
      then: (_done, { params }) => requestPaths.follow(params.token!),
    })
  mount('reply', replyToOfficer)
  mount('objection', objectToAnswer)
  mount('dispute', startDispute)
  mount('withdrawal', withdrawRequest)
}

function findRoutes(site: Site): void {
  const { app, deps } = site
  app.get(requestPaths.own(':id'), async (c) => {
    const { actor } = c.var
    const id = c.req.param('id') ?? ''
    const mine =
      actor.kind === 'person' && isId(id) && (await readFor(site, c, (tx) => keepsRequest(tx, id, actor.personId)))
    return mine ? c.redirect(requestPaths.follow(linkToken(deps.secret, id)), 303) : missingPage(site, c)
  })
  const show = (c: Ctx, state: FormState, status: 200 | 422) =>
    sendHtml(c, renderPage(<FindPage view={site.viewOf(c)} state={state} formKey={newId(c.var.now)} />), status)
  app.get(requestPaths.find(), (c) => show(c, emptyForm, 200))
  const guard = limited(
    site,
    linkAttempts,
    (lang) => words[lang].follow.tooMany,
    (status) => status === 303,
  )
  app.post(requestPaths.find(), guard, async (c) => {
    const typed = readForm(await c.req.text()).values.link
    const link = typeof typed === 'string' ? typed.trim().slice(0, 500) : ''
    const token = link.split(/[/?#\s]/).find(isToken) ?? ''
    const id = await readFor(site, c, (tx) => broughtId(tx, token))
    if (id) return c.redirect(requestPaths.follow(token), 303)
    return show(c, { values: { link }, errors: { link: words[c.var.lang].follow.findWrong } }, 422)
  })
}
