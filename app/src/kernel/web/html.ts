import { gzipSync } from 'node:zlib'
import type { Ctx } from './request.ts'

const worthIt = 1_000

/** A page made for one reader: compressed where that helps, and never kept by anyone in between. */
export function sendHtml(c: Ctx, html: string, status: 200 | 403 | 404 | 409 | 413 | 422 | 500 | 503): Response {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    vary: 'accept-encoding, cookie',
  }
  if (html.length < worthIt || !c.req.header('accept-encoding')?.includes('gzip')) return c.body(html, status, headers)
  // In line: handing 40 KB to another thread costs more than squeezing them here.
  const body = gzipSync(html, { level: 1 })
  return c.body(body as unknown as ArrayBuffer, status, { ...headers, 'content-encoding': 'gzip' })
}
