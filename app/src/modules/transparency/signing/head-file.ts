import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeDurably } from '#kernel/durable-file.ts'
import { checkpointIn } from '../store/days.ts'

/**
 * The newest checkpoint that this installation has signed, in the secrets folder: on disk before anybody can read the
 * checkpoint, and not undone when the database is restored from a copy.
 */
export class HeadFile {
  readonly path: string

  constructor(folder: string) {
    this.path = join(folder, 'log-head')
  }

  read(): Uint8Array | undefined {
    try {
      return readFileSync(this.path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
      throw error
    }
  }

  /** An older checkpoint never replaces a newer one. */
  write(note: Uint8Array): void {
    const kept = this.read()
    if (kept && checkpointIn(kept).size > checkpointIn(note).size) return
    writeDurably(this.path, note)
  }
}
