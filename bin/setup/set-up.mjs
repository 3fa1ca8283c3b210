import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isInstalled } from './installed.mjs'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Installs what is missing; then runs `bin/<command>`, if one is named, under the Node that was installed. */
export async function main([command, ...args]) {
  try {
    if (!isInstalled(root)) await setUp()
  } catch (error) {
    console.error(`Set-up failed: ${error.message}`)
    process.exit(1)
  }
  if (!command) return
  const { run } = await import('../node24.js')
  process.exit(await run([join(root, 'bin', command), ...args]))
}

async function setUp() {
  const [{ install }, { waitForTurn }] = await Promise.all([import('./install.mjs'), import('./turn.mjs')])
  const leave = await waitForTurn(root)
  try {
    if (!isInstalled(root)) await install(root)
  } finally {
    leave()
  }
}
