import { renderPage } from '#ui/frame.tsx'
import type { Lang, Reason } from '../reason.ts'
import type { FormValues } from './form-body.ts'
import { sendHtml } from './html.ts'
import { RefusalPage } from './refusal-page.tsx'
import { type RefusalKind, refusalWords } from './refusal-words.ts'
import type { Ctx, Site } from './request.ts'

const statuses = {
  missing: 404,
  denied: 403,
  conflict: 409,
  invalid: 422,
  tooLarge: 413,
  tooMany: 429,
  unavailable: 503,
  keysUnavailable: 503,
  filesUnavailable: 503,
  scannerUnavailable: 503,
  broken: 500,
} as const

export function isApi(c: Ctx): boolean {
  return c.req.path.startsWith('/api/')
}

export function missingPage(site: Site, c: Ctx): Response | Promise<Response> {
  return refuse(site, c, 'missing')
}

/** One refusal: a page for people, JSON for programs, the same sentence in both. `typed`: what would else be lost. */
export function refuse(
  site: Site,
  c: Ctx,
  kind: RefusalKind,
  why?: Reason,
  typed?: FormValues,
): Response | Promise<Response> {
  const lang: Lang = c.var.lang ?? site.deps.config.MUFAKAT_LANG
  const words = refusalWords[lang][kind]
  const message = why ? why.text(lang) : words.text
  if (isApi(c)) return c.json({ error: { kind, code: why?.code ?? kind, message } }, statuses[kind])
  const page = (
    <RefusalPage
      view={site.viewOf(c)}
      title={words.title}
      message={message}
      typed={typed}
      signIn={c.var.actor?.kind !== 'person' && (kind === 'missing' || kind === 'denied')}
      requestId={kind === 'broken' ? c.var.requestId : undefined}
    />
  )
  return sendHtml(c, renderPage(page), statuses[kind])
}
