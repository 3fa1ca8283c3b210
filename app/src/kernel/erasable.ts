import type { ReadTx, Tx } from './database.ts'
import type { Keys } from './keys/keys.ts'
import type { Lang } from './reason.ts'

/** Whose values are sealed and erased together: a person, or who asked in an information request. */
export type ErasedSubject = { kind: 'person' | 'information-request'; id: string }

/** What stands in the place of a name that was erased. */
export const erasedName = 'dihapus atas permintaan'

/** Where somebody is told what became of their data; `capability`: of the secret link that is theirs. */
export type Addressee = { address: string; lang: Lang; capability?: string }

/**
 * What one room holds about natural persons, and how it empties it; modules.ts lists them. Run by the job that erases,
 * once the subject's key is destroyed: for the copies that are being used, which hold more than what is sealed.
 */
export type Erasable = {
  /** Other subjects that fall with this one. */
  withSubject?(tx: ReadTx, subject: ErasedSubject): Promise<ErasedSubject[]>
  /** Where to write to the subject, read and opened before its key is destroyed. */
  addressee?(tx: ReadTx, subject: ErasedSubject, keys: Keys): Promise<Addressee | undefined>
  /** Empties what it holds; returns how many values there were. Again, it finds none. */
  erase(tx: Tx, subject: ErasedSubject, now: Date): Promise<number>
  /** Which of these ids it still holds something about, as after a copy of the database was put back. */
  standing?(tx: ReadTx, ids: readonly string[]): Promise<ErasedSubject[]>
}
