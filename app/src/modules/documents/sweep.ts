import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { JobActor } from '#kernel/access.ts'
import { type Database, readAs } from '#kernel/database.ts'
import type { FileStore } from '#kernel/files.ts'

/** It reads no document, only which files they name. */
const sweeper: JobActor = { kind: 'job', job: 'sweep-files', classes: [] }
/** No form takes so long; what is younger may belong to one that is still being sent. */
const dayMs = 86_400_000

type Deps = { jobs: Database; files: FileStore; clock: () => Date }
type Kept = { storage_key: string; size: number; sha256: string }

async function keptFiles({ jobs, clock }: Deps): Promise<Map<string, Kept>> {
  const rows = await readAs(jobs, sweeper, clock(), async (tx) => {
    const found = await sql<Kept>`select * from mufakat.kept_files()`.execute(tx)
    return found.rows
  })
  return new Map(rows.map((row) => [row.storage_key, row]))
}

/** Removes files that no document names and that are older than a day: what a crash between file and row leaves. */
export async function sweepFiles(deps: Deps): Promise<number> {
  const { files, clock } = deps
  const before = new Date(clock().getTime() - dayMs)
  // First what is there, then what is named: a row that comes in between can only name more.
  const old: string[] = []
  for await (const file of files.list()) if (file.changedAt < before) old.push(file.key)
  const kept = await keptFiles(deps)
  const orphans = old.filter((key) => !kept.has(key))
  for (const key of orphans) await files.remove(key)
  return orphans.length + (await files.sweepUnfinished(before))
}

/** Every file that a document names, read whole: those that are not there, and those that are not what they were. */
export async function inspectFiles(deps: Deps): Promise<{ rows: number; lost: string[]; changed: string[] }> {
  const kept = await keptFiles(deps)
  const found = { rows: kept.size, lost: [] as string[], changed: [] as string[] }
  for (const { storage_key: key, size, sha256 } of kept.values()) {
    const content = await deps.files.get(key)
    if (!content) {
      found.lost.push(key)
      continue
    }
    const hash = createHash('sha256')
    let length = 0
    for await (const chunk of content) {
      hash.update(chunk)
      length += (chunk as Buffer).length
    }
    if (length !== size || hash.digest('hex') !== sha256) found.changed.push(key)
  }
  return found
}
