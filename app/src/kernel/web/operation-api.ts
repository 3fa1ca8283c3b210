import type { z } from 'zod'
import type { Operation } from '../operation.ts'
import { type Outcome, statusOf } from '../outcome.ts'
import { both, type Lang, reason } from '../reason.ts'
import { kernelWords } from '../words.ts'
import { runFor } from './form.tsx'
import { fieldsFromPath } from './openapi/entry.ts'
import { refuse } from './refusal.tsx'
import { pageRequest, type Site } from './request.ts'

/** POST /api/v1… of an operation: JSON in, outcome out. Cookies are not accepted here, only bearer tokens. */
export function mountOperationApi<Schema extends z.ZodObject, S, R>(
  site: Site,
  declared: Operation<Schema, S, R>,
  options: {
    path: string
    tag: string
    anyone?: true
    params?(params: Record<string, string>): Partial<z.input<Schema>>
  },
): void {
  const { name: operationId, summary, input, stepUp } = declared
  const { path, tag } = options
  const fromPath = fieldsFromPath(path, options.params)
  site.openapi.add({
    method: 'post',
    path,
    operationId,
    summary,
    tag,
    input,
    fromPath,
    stepUp,
    personal: !options.anyone,
  })
  site.app.post(`/api/v1${options.path}`, async (c) => {
    const body = await c.req.json().catch(() => undefined)
    if (typeof body !== 'object' || body === null || Array.isArray(body)) {
      return refuse(
        site,
        c,
        'invalid',
        reason('unreadable-body', (lang) => kernelWords[lang].unreadableBody),
      )
    }
    const { params } = pageRequest(c, {})
    const { notPersonal, ...fields } = body as Record<string, unknown>
    const key = c.req.header('idempotency-key')
    const submitted = {
      key: key && /^[0-9a-f-]{36}$/.test(key) ? key : undefined,
      seenVersion: versionOf(c.req.header('if-match')),
      notPersonal: typeof notPersonal === 'string' ? notPersonal.trim() : undefined,
    }
    const outcome = await runFor(site, c, declared, { ...fields, ...options.params?.(params) }, submitted)
    return c.json(apiBody(outcome, c.var.lang), statusOf[outcome.kind])
  })
}

function versionOf(header: string | undefined): number | undefined {
  const found = header?.match(/^"?(\d{1,9})"?$/)
  return found ? Number(found[1]) : undefined
}

export function apiBody(outcome: Outcome<unknown>, lang: Lang): object {
  if (outcome.kind === 'done') return { data: outcome.value ?? null }
  if (outcome.kind === 'missing') return { error: { kind: 'missing', code: 'missing', message: noRecord(lang) } }
  if (outcome.kind === 'invalid') {
    const problems = outcome.problems.map(({ field, code, text, spans }) => ({
      field,
      code,
      message: text(lang),
      ...(spans ? { spans } : {}),
    }))
    return { error: { kind: 'invalid', code: 'invalid', message: problems[0]?.message ?? '', problems } }
  }
  const { code, text } = outcome.reason
  const since = outcome.kind === 'conflict' ? { since: outcome.since } : {}
  return { error: { kind: outcome.kind, code, message: text(lang), ...since } }
}

const noRecord = both('Tidak ada catatan seperti itu yang terbuka untuk Anda.', 'There is no such record open to you.')
