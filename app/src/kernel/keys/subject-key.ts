import { createHmac, hkdfSync } from 'node:crypto'
import { decrypt, encrypt } from './cipher.ts'

/** What a wrapped key is bound to. */
export const placeOf = (subject: string) => `keys/subject_keys/${subject}`

/**
 * What opens the values of one subject: 256 random bits, from which each use has a key of its own. Held for as long as
 * it is used, never kept: once the subject is erased, nothing in any copy of the records opens again.
 */
export class SubjectKey {
  readonly subject: string
  readonly #key: Buffer

  constructor(subject: string, key: Buffer) {
    this.subject = subject
    this.#key = key
  }

  /** `place`: table/row/field. What was sealed for one place does not open in another. */
  seal(place: string, value: unknown): Buffer {
    return encrypt(this.#for('seal'), place, Buffer.from(JSON.stringify(value)))
  }

  /** Throws when it was not sealed for this subject and place: it was changed, or moved there from elsewhere. */
  open<T>(place: string, sealed: Buffer): T {
    const plain = decrypt(this.#for('seal'), place, sealed)
    if (!plain) throw new Error(`${place} does not open: it was changed or belongs elsewhere`)
    return JSON.parse(plain.toString()) as T
  }

  /** A keyed hash, to recognise a value without keeping it. */
  hash(purpose: string, value: string): Buffer {
    return createHmac('sha256', this.#for(purpose)).update(value).digest()
  }

  #for(use: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#key, '', `mufakat subject ${use}`, 32))
  }
}
