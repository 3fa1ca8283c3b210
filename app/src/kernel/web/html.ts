import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Ctx } from './request.ts'

const squeeze = promisify(gzip)
const worthIt = 1_000

/** A page made for one reader: compressed where that helps, and never kept by anyone in between. */
export async function sendHtml(
  c: Ctx,
  html: string,
  status: 200 | 403 | 404 | 409 | 413 | 422 | 500 | 503,
): Promise<Response> {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    vary: 'accept-encoding, cookie',
  }
  if (html.length < worthIt || !c.req.header('accept-encoding')?.includes('gzip')) return c.body(html, status, headers)
  const body = await squeeze(html, { level: 2 })
  return c.body(body as unknown as ArrayBuffer, status, { ...headers, 'content-encoding': 'gzip' })
}
