import { Readable } from 'node:stream'
import type { Expected } from '../files.ts'
import type { Ctx, Site } from './request.ts'

type Sent = { key: string; expected: Expected; headers: Record<string, string> }

/** A file from storage, whole or not at all: what is not what was kept breaks off before its end, and is logged. */
export async function sendStored(site: Site, c: Ctx, { key, expected, headers: own }: Sent): Promise<Response> {
  const headers = { ...own, etag: `"${expected.sha256}"` }
  if (c.req.header('if-none-match') === headers.etag) return c.body(null, 304, headers)
  const length = { 'content-length': String(expected.size) }
  if (c.req.method === 'HEAD') return c.body(null, 200, { ...headers, ...length })
  const content = await site.deps.files.get(key, expected)
  if (!content) throw new Error(`the file ${key} is not in storage`)
  const { requestId } = c.var
  content.once('error', ({ message }: Error) => site.deps.log.error({ requestId, key, message }, 'file broken off'))
  return c.body(Readable.toWeb(content) as ReadableStream, 200, { ...headers, ...length })
}
