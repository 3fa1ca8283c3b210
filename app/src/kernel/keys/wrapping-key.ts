import { createHash, randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createDurably, moveDurably, removeDurably } from '../durable-file.ts'

const bytes = 32

/** The key-encryption key: in the secrets folder (0600), outside both databases and their backups. */
export const wrappingKeyFile = (dataDir: string) => join(dataDir, 'secrets', 'key-encryption-key')
/** A second one, while keys that one of the two wrapped are wrapped anew by the other. */
export const nextWrappingKeyFile = (dataDir: string) => `${wrappingKeyFile(dataDir)}.next`

/** Throws one clear line when a file holds something else. The next one is read first: it may be about to take the other's place. */
export function readWrappingKeys(dataDir: string): Buffer[] {
  return [nextWrappingKeyFile(dataDir), wrappingKeyFile(dataDir)].flatMap((file) => readKey(file) ?? [])
}

function readKey(file: string): Buffer | undefined {
  const text = readIfThere(file)?.trim()
  if (text === undefined) return undefined
  if (!/^[0-9a-f]{64}$/.test(text)) throw new Error(`${file} holds no key-encryption key: restore it from its copy.`)
  return Buffer.from(text, 'hex')
}

/** Not asked before: another process may take it away in between. */
function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Made once, whichever process is first. */
export function makeWrappingKey(file: string): Buffer {
  createDurably(file, `${randomBytes(bytes).toString('hex')}\n`)
  return readKey(file)!
}

/** Leaves the key of this fingerprint as the only one. The others are written over before their files go. */
export function keepOnly(dataDir: string, fingerprint: string): void {
  const [file, next] = [wrappingKeyFile(dataDir), nextWrappingKeyFile(dataDir)]
  const isKept = (path: string) => existsSync(path) && fingerprintOf(readKey(path)!) === fingerprint
  if (isKept(file)) {
    if (existsSync(next)) writeOver(next, () => removeDurably(next))
  } else if (isKept(next)) {
    if (existsSync(file)) writeOver(file, () => moveDurably(next, file))
    else moveDurably(next, file)
  } else throw new Error(`no file in ${dirname(file)} holds the key ${fingerprint}`)
  // What a process that was killed left while it made one.
  const stray = readdirSync(dirname(file)).filter((name) =>
    /^key-encryption-key\.(next\.)?[0-9a-f]{16}\.new$/.test(name),
  )
  for (const name of stray) rmSync(join(dirname(file), name))
}

/** After the name is gone from it: killed in between, there is never half a key under a name. */
function writeOver(path: string, unname: () => void): void {
  const file = openSync(path, 'r+')
  try {
    unname()
    writeSync(file, Buffer.alloc(bytes * 2 + 1, '0'), 0, bytes * 2 + 1, 0)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** What the keys database keeps of it: enough to recognise another key, nothing to find it by. */
export function fingerprintOf(key: Buffer): string {
  return createHash('sha256').update('mufakat key-encryption key\0').update(key).digest('hex').slice(0, 16)
}
