import { createHmac, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, readSecretFile } from '#kernel/config.ts'

/** The installation's secret: MUFAKAT_SECRET_FILE, or made once in `<data dir>/secrets`, outside database and backups. */
export function installationSecret(config: Config): string {
  if (config.MUFAKAT_SECRET_FILE) return readSecretFile(config.MUFAKAT_SECRET_FILE)
  const folder = join(config.dataDir, 'secrets')
  const file = join(folder, 'secret')
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chmodSync(folder, 0o700)
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
  }
  return readSecretFile(file)
}

/** A key for one purpose, from which the others cannot be found. */
export function keyFor(secret: string, purpose: string): string {
  return createHmac('sha256', secret).update(purpose).digest('base64url')
}
