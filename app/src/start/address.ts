import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '#kernel/config.ts'

const fileIn = (dataDir: string) => join(dataDir, 'address')

/** The command line prints links, and does not know by which address people reach the server. */
export function keepAddress({ dataDir, BASE_URL }: Config): void {
  writeFileSync(fileIn(dataDir), `${BASE_URL}\n`)
}

/** The configuration with the address that the server was last started with, unless the environment says one. */
export function withKeptAddress(config: Config, env: NodeJS.ProcessEnv): Config {
  if (env.BASE_URL || env.PORT) return config
  try {
    return { ...config, BASE_URL: readFileSync(fileIn(config.dataDir), 'utf8').trim() }
  } catch {
    return config
  }
}
