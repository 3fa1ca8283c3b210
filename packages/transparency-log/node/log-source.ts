import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { type LogSource, parseTilePath } from '../src/index.ts'

const MAX_CHECKPOINT_BYTES = 1_000_000
const MAX_TILE_BYTES = 256 * 32
const MAX_BUNDLE_BYTES = 256 * (2 + 65_535)
const TIMEOUT_MS = 30_000
const MAX_REDIRECTS = 3

/** Reads a log from a folder or from an `http:` or `https:` URL prefix; `place` as a person gives it. */
export function sourceAt(place: string): LogSource {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(place)) return { read: (path) => fetchObject(place, path) }
  return { read: (path) => readObject(place, path), list: () => listObjects(place) }
}

async function readObject(folder: string, path: string): Promise<Uint8Array | undefined> {
  const file = join(folder, path)
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
    throw error
  })
  if (found === undefined) return undefined
  if (found.size > limitOf(path)) throw new Error(`${path}: larger than ${limitOf(path)} bytes.`)
  return readFile(file)
}

async function* listObjects(folder: string): AsyncIterable<string> {
  const entries = await readdir(join(folder, 'tile'), { recursive: true, withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    if (entry.isDirectory()) continue
    yield relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/')
  }
}

async function fetchObject(prefix: string, path: string): Promise<Uint8Array | undefined> {
  const first = new URL(`${prefix.replace(/\/+$/, '')}/${path}`)
  if (!isWeb(first)) throw new Error(`${prefix}: only http and https are read.`)
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  let url = first
  for (let hops = 0; ; hops++) {
    const response = await fetch(url, { redirect: 'manual', signal }).catch((error: Error) => {
      throw new Error(`${url}: ${error.cause instanceof Error ? error.cause.message : error.message}`)
    })
    const location = response.headers.get('location')
    if (response.status < 300 || response.status >= 400 || location === null) return readBody(response, url, path)
    await response.body?.cancel()
    url = new URL(location, url)
    // Another host would decide what is verified; so would plain http after https.
    const allowed = isWeb(url) && url.host === first.host && (first.protocol === 'http:' || url.protocol === 'https:')
    if (!allowed || hops >= MAX_REDIRECTS) throw new Error(`${first}: redirects to ${url}, which is not followed.`)
  }
}

async function readBody(response: Response, url: URL, path: string): Promise<Uint8Array | undefined> {
  if (response.status === 404 || response.status === 410) {
    await response.body?.cancel()
    return undefined
  }
  if (response.status !== 200) throw new Error(`${url}: answered ${response.status}.`)
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.length
    // Leaving the loop cancels the rest; the limit counts what compression unfolds to.
    if (length > limitOf(path)) throw new Error(`${url}: larger than ${limitOf(path)} bytes.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function limitOf(path: string): number {
  const address = parseTilePath(path)
  if (address === undefined) return MAX_CHECKPOINT_BYTES
  return address.level === 'entries' ? MAX_BUNDLE_BYTES : MAX_TILE_BYTES
}

function isWeb({ protocol }: URL): boolean {
  return protocol === 'http:' || protocol === 'https:'
}
