import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createDurably } from '#kernel/durable-file.ts'
import { formatSkey, parseSkey, type SigningKey } from '#packages/transparency-log'

const keyFile = (folder: string) => join(folder, 'log-key')

/** The signing key in the secrets folder; undefined when it is not there. */
export function readKey(folder: string): SigningKey | undefined {
  if (!existsSync(keyFile(folder))) return undefined
  return parseSkey(readFileSync(keyFile(folder), 'utf8').trim())
}

/** Made once, whichever process is first; in the database there is only its public half. */
export function makeKey(folder: string, origin: string): SigningKey {
  createDurably(keyFile(folder), `${formatSkey(origin, 'ed25519', randomBytes(32))}\n`)
  return readKey(folder)!
}
