import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { JobActor } from '#kernel/access.ts'
import { type Database, writeAs } from '#kernel/database.ts'
import type { FileStore } from '#kernel/files.ts'
import { type Loop, startLoop } from '#kernel/followers/loop.ts'
import type { FileKind } from './file-kind.ts'
import { TextFault } from './text-layer/text-fault.ts'
import { beginningOf } from './text-layer/text-of.ts'

/** It is told which files to read and reads no record. */
const reader: JobActor = { kind: 'job', job: 'file-texts', classes: [] }
const restMs = 5_000

export type TextDeps = { jobs: Database; files: FileStore; clock: () => Date }

/** Reads the words of files that were added, for the search. Any number of processes may run it: each takes other files. */
export function startFileTexts(deps: TextDeps & { log: Logger }): Loop {
  return startLoop({
    name: reader.job,
    log: deps.log,
    restMs: () => restMs,
    turn: async () => ((await readNextFile(deps)) ? 'more' : 'rest'),
  })
}

/** False when none waits. Taken and handed in by two transactions: none is open while a file is read. */
export async function readNextFile({ jobs, files, clock }: TextDeps): Promise<boolean> {
  const taken = await writeAs(jobs, reader, clock(), (tx) =>
    sql<{ document_id: string; kind: FileKind; storage_key: string }>`
      select * from mufakat.next_file_to_read(${clock()})`.execute(tx),
  )
  const [file] = taken.rows
  if (!file) return false
  const { text, fault } = await read(files, { kind: file.kind, key: file.storage_key })
  await writeAs(jobs, reader, clock(), (tx) =>
    sql`select mufakat.keep_file_text(${file.document_id}, ${text}, ${fault})`.execute(tx),
  )
  return true
}

async function read(files: FileStore, source: { kind: FileKind; key: string }) {
  try {
    return { text: await beginningOf(files, source), fault: null }
  } catch (error) {
    if (error instanceof TextFault) return { text: null, fault: error.code }
    throw error
  }
}
