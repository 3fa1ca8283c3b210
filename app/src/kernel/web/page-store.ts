import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { type Kysely, sql } from 'kysely'
import type { DB } from '../schema.ts'

/** Programmes whose events a page shows; `everything` = any event at all. The installation's own events always count. */
export type Scope = readonly string[] | 'everything'

export type StoredPage = {
  scope: Scope
  version: string
  day: string
  etag: string
  gzip: Buffer
  brotli: Buffer
  bytes: number
}

const wholeInstallation = '00000000-0000-0000-0000-000000000000'
const compress = { gzip: promisify(gzip), brotli: promisify(brotliCompress) }

/**
 * Anonymous pages, kept compressed under the number of events that touch what they show. A page is answered only
 * after the database was asked for that number after the request arrived, so it is never stale, on any process.
 */
export class PageStore {
  private readonly stored = new Map<string, StoredPage>()
  private bytes = 0
  private readonly counts: EventCounts
  /** How often a stored page was fresh. */
  answered = 0
  readonly mostBytes: number

  constructor(db: Kysely<DB>, mostBytes = 64 * 1024 * 1024) {
    this.counts = new EventCounts(db)
    this.mostBytes = mostBytes
  }

  /** The stored page when nothing happened since, else undefined. */
  async fresh(key: string, day: string): Promise<StoredPage | undefined> {
    const page = this.stored.get(key)
    if (!page || page.day !== day) return undefined
    if ((await this.counts.version(page.scope)) !== page.version) return undefined
    this.answered += 1
    return page
  }

  /** `version` must have been read in the same snapshot as the page's data (versionIn). */
  async keep(key: string, page: { scope: Scope; version: string; day: string }, html: string): Promise<StoredPage> {
    const body = Buffer.from(html)
    const [small, smaller] = await Promise.all([
      compress.gzip(body, { level: 6 }),
      compress.brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
    ])
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    const stored = { ...page, etag, gzip: small, brotli: smaller, bytes: small.length + smaller.length + 200 }
    this.forget(key)
    this.stored.set(key, stored)
    this.bytes += stored.bytes
    for (const oldest of this.stored.keys()) {
      if (this.bytes <= this.mostBytes) break
      this.forget(oldest)
    }
    return stored
  }

  private forget(key: string) {
    this.bytes -= this.stored.get(key)?.bytes ?? 0
    this.stored.delete(key)
  }
}

/** The version of a scope inside a transaction, consistent with everything else read there. */
export async function versionIn(db: Kysely<DB>, scope: Scope): Promise<string> {
  const wanted = scope === 'everything' ? [] : [wholeInstallation, ...scope]
  const counts = await readCounts(db, wanted)
  return versionOf(scope, counts)
}

/** One query at a time: requests that arrive while one is running share the next, so load does not multiply queries. */
class EventCounts {
  private readonly db: Kysely<DB>
  private waiting = new Set<string>()
  private next: Promise<Counts> | undefined
  private running: Promise<unknown> = Promise.resolve()

  constructor(db: Kysely<DB>) {
    this.db = db
  }

  async version(scope: Scope): Promise<string> {
    this.waiting.add(wholeInstallation)
    if (scope !== 'everything') for (const id of scope) this.waiting.add(id)
    this.next ??= this.schedule()
    return versionOf(scope, await this.next)
  }

  private schedule(): Promise<Counts> {
    const result = this.running
      .catch(() => {})
      .then(() => {
        const wanted = [...this.waiting]
        this.waiting = new Set()
        this.next = undefined
        return readCounts(this.db, wanted)
      })
    this.running = result
    return result
  }
}

type Counts = { total: number; byProgramme: Map<string, number> }

async function readCounts(db: Kysely<DB>, programmes: string[]): Promise<Counts> {
  const { rows } = await sql<{ programme_id: string | null; events: number }>`
    select programme_id, events from mufakat.event_counts(${programmes}::uuid[])
    union all select null, mufakat.event_total()`.execute(db)
  const byProgramme = new Map(
    rows.flatMap((row) => (row.programme_id ? [[row.programme_id, row.events] as const] : [])),
  )
  return { total: rows.find((row) => row.programme_id === null)?.events ?? 0, byProgramme }
}

function versionOf(scope: Scope, counts: Counts): string {
  if (scope === 'everything') return `e${counts.total}`
  return [wholeInstallation, ...scope].map((id) => counts.byProgramme.get(id) ?? 0).join('.')
}
