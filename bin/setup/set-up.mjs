import { join } from 'node:path'
import { root, run } from '../node24.js'
import { install, isInstalled } from './install.mjs'
import { waitForTurn } from './turn.mjs'

/** Installs what is missing; then runs `bin/<command>`, if one is named, under the Node that was installed. */
export async function main([command, ...args]) {
  try {
    await setUp()
  } catch (error) {
    console.error(`Set-up failed: ${error.message}`)
    process.exit(1)
  }
  if (command) process.exit(await run([join(root, 'bin', command), ...args]))
}

async function setUp() {
  if (isInstalled(root)) return
  const leave = await waitForTurn(root)
  try {
    if (!isInstalled(root)) await install(root)
  } finally {
    leave()
  }
}
