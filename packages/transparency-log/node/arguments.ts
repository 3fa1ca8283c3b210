import { readFile } from 'node:fs/promises'
import { type Policy, parsePolicy, parseSkey, parseVkey, type SigningKey, type VerifierKey } from '../src/index.ts'

/** The command line is wrong: exit 2 and the help of the verb. */
export class UsageError extends Error {}

/** What a verb prints: `data` with --json, `text` without; when not `ok`, `text` goes to standard error and the exit is 1. */
export type Outcome = { ok: boolean; data: unknown; text: string }

/** A vkey as it stands, or a file that holds one. */
export async function vkeyArgument(given: string): Promise<VerifierKey> {
  if (/\+[0-9a-f]{8}\+/.test(given)) return named('vkey', () => parseVkey(given))
  const text = (await readInput(given)).toString('utf8').trim()
  return named(given, () => parseVkey(text))
}

export async function skeyFile(path: string): Promise<SigningKey> {
  const text = (await readInput(path)).toString('utf8').trim()
  return named(path, () => parseSkey(text))
}

export async function policyFile(path: string | undefined): Promise<Policy | undefined> {
  if (path === undefined) return undefined
  const bytes = await readInput(path)
  return named(path, () => parsePolicy(bytes))
}

/** A file, or standard input for `-`. */
export async function readInput(path: string): Promise<Buffer> {
  if (path !== '-')
    return readFile(path).catch((error: Error) => Promise.reject(new Error(`${path}: ${error.message}`)))
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Runs `work`; what it throws is said of `name`. */
export function named<T>(name: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw new Error(`${name}: ${(error as Error).message}`)
  }
}

export function need(value: string | undefined, name: string): string {
  if (value === undefined || value === '') throw new UsageError(`${name} is missing.`)
  return value
}

/** POSIX seconds. */
export function clock(): number {
  return Math.floor(Date.now() / 1000)
}
