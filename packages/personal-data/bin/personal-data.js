#!/usr/bin/env node
// The sources run as they stand, under the Node that the project installed: older ones do not read TypeScript.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const fileAt = (path) => fileURLToPath(new URL(path, import.meta.url))
const installed = fileAt('../../../node_modules/.bin/node')
const node = existsSync(installed) ? installed : process.execPath
const child = spawn(node, [fileAt('../node/cli.ts'), ...process.argv.slice(2)], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))
