import { fingerprintOf } from './wrapping-key.ts'

/** Key-encryption keys of the secrets folder by their fingerprints. */
export type HeldKeys = {
  find(fingerprint: string): Buffer | undefined
  /** How many there are. One that is no longer in the folder is forgotten. */
  reread(): number
}

/** Read once, and again when a key is met that another one wrapped: it may have been changed since. */
export function heldKeys(read: () => readonly Buffer[]): HeldKeys {
  const index = () => new Map(read().map((key) => [fingerprintOf(key), key]))
  let keys = index()
  const reread = () => {
    keys = index()
    return keys.size
  }
  return {
    reread,
    find(fingerprint) {
      if (!keys.has(fingerprint)) reread()
      return keys.get(fingerprint)
    },
  }
}
