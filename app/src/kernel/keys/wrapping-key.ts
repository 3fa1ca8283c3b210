import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createDurably } from '../durable-file.ts'

const bytes = 32

/** The key-encryption key: in the secrets folder (0600), outside both databases and their backups. */
export const wrappingKeyFile = (dataDir: string) => join(dataDir, 'secrets', 'key-encryption-key')

/** Undefined when it is not there; throws one clear line when the file holds something else. */
export function readWrappingKey(dataDir: string): Buffer | undefined {
  const file = wrappingKeyFile(dataDir)
  if (!existsSync(file)) return undefined
  const text = readFileSync(file, 'utf8').trim()
  if (!/^[0-9a-f]{64}$/.test(text)) throw new Error(`${file} holds no key-encryption key: restore it from its copy.`)
  return Buffer.from(text, 'hex')
}

/** Made once, whichever process is first. */
export function makeWrappingKey(dataDir: string): Buffer {
  createDurably(wrappingKeyFile(dataDir), `${randomBytes(bytes).toString('hex')}\n`)
  return readWrappingKey(dataDir)!
}

/** What the keys database keeps of it: enough to recognise another key, nothing to find it by. */
export function fingerprintOf(key: Buffer): string {
  return createHash('sha256').update('mufakat key-encryption key\0').update(key).digest('hex').slice(0, 16)
}
