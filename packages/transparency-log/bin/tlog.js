#!/usr/bin/env node
// In a checkout the sources run as they stand, under the Node that the project installed; a published package holds them built.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const fileAt = (path) => fileURLToPath(new URL(path, import.meta.url))
const sources = fileAt('../node/cli.ts')
const installed = fileAt('../../../node_modules/.bin/node')
if (existsSync(sources)) {
  const node = existsSync(installed) ? installed : process.execPath
  const { status } = spawnSync(node, [sources, ...process.argv.slice(2)], { stdio: 'inherit' })
  process.exit(status ?? 1)
}
await import('../dist/cli.js')
