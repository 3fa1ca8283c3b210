import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Keys, openKeys } from '../keys/keys.ts'
import { type KeysPlace, keysRole, prepareKeys } from '../keys/prepare.ts'
import { readWrappingKeys, wrappingKeyFile } from '../keys/wrapping-key.ts'

const password = 'test-keys'
const wrapping = '5a'.repeat(32)

/** `place` and `dataDir` are for what prepares a keys database again, as a start does. */
export type TestKeys = { keys: Keys; place: KeysPlace & { adminUrl: string }; dataDir: string }

const made = new Map<string, Promise<TestKeys>>()

/** A keys database by name, made where it is missing. Test files share one: each meets only the subjects that it made. */
export function testKeys(server: string, name = 'test_keys'): Promise<TestKeys> {
  const found = made.get(name) ?? make(server, name)
  made.set(name, found)
  return found
}

async function make(server: string, name: string): Promise<TestKeys> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mufakat-keys-'))
  mkdirSync(dirname(wrappingKeyFile(dataDir)), { mode: 0o700 })
  writeFileSync(wrappingKeyFile(dataDir), `${wrapping}\n`, { mode: 0o600 })
  const admin = new URL(server)
  admin.pathname = `/${name}`
  const url = new URL(admin)
  url.username = keysRole
  url.password = password
  const place = { adminUrl: admin.href, url: url.href, password }
  await prepareKeys(place, dataDir, new Date('2026-11-20T03:00:00Z'))
  const keys = openKeys({ url: place.url, wrapping: () => readWrappingKeys(dataDir) })
  // For the process: a test that asks first must not take them away from the next.
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }))
  return { keys, place, dataDir }
}
