import { sql } from 'kysely'
import { type Database, type Tx, writeAs } from '#kernel/database.ts'
import type { LogStorage } from '#packages/transparency-log'
import type { HeadFile } from '../signing/head-file.ts'
import { checkpointIn, publishCheckpoint, publishedCheckpoint } from './days.ts'
import { readObject, writeObject } from './objects.ts'
import { logJob } from './rows.ts'

/**
 * The log in PostgreSQL. Every call is a transaction of its own, on disk when it resolves whatever the server's
 * synchronous_commit is. What was published last is also in the secrets folder, which a restored database does not undo.
 */
export class SqlStorage implements LogStorage {
  readonly #jobs: Database
  readonly #head: HeadFile
  readonly #clock: () => Date

  constructor(jobs: Database, head: HeadFile, clock: () => Date) {
    this.#jobs = jobs
    this.#head = head
    this.#clock = clock
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    if (path !== 'checkpoint') return this.#transact((tx) => readObject(tx, path))
    const stored = await this.#transact(publishedCheckpoint)
    const kept = this.#head.read()
    return kept && (!stored || checkpointIn(kept).size > checkpointIn(stored).size) ? kept : stored
  }

  write(path: string, bytes: Uint8Array): Promise<void> {
    return this.#transact((tx) => writeObject(tx, path, bytes))
  }

  async publish(checkpoint: Uint8Array): Promise<void> {
    this.#head.write(checkpoint)
    await this.#transact((tx) => publishCheckpoint(tx, checkpoint, this.#clock()))
  }

  readState(name: string): Promise<Uint8Array | undefined> {
    return this.#transact(async (tx) => {
      const row = await tx.selectFrom('log_states').select('value').where('name', '=', name).executeTakeFirst()
      return row?.value
    })
  }

  replaceState(name: string, expected: Uint8Array | undefined, next: Uint8Array): Promise<boolean> {
    return this.#transact(async (tx) => {
      const value = Buffer.from(next)
      const done =
        expected === undefined
          ? await tx
              .insertInto('log_states')
              .values({ name, value })
              .onConflict((conflict) => conflict.doNothing())
              .executeTakeFirst()
          : await tx
              .updateTable('log_states')
              .set({ value })
              .where('name', '=', name)
              .where('value', '=', Buffer.from(expected))
              .executeTakeFirst()
      return Number('numUpdatedRows' in done ? done.numUpdatedRows : done.numInsertedOrUpdatedRows) === 1
    })
  }

  #transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return writeAs(this.#jobs, logJob, this.#clock(), async (tx) => {
      const [, value] = await Promise.all([sql`set local synchronous_commit = on`.execute(tx), work(tx)])
      return value
    })
  }
}
