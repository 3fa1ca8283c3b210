import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { node24In } from './setup/installed.mjs'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Goes on only under Node 24, in the repository's root; another Node runs the script anew and ends with its exit code. */
export async function underNode24(scriptUrl) {
  const node24 = node24In(root)
  if (!existsSync(node24)) {
    console.error('Not set up yet: run `npm run setup` first.')
    process.exit(1)
  }
  process.chdir(root)
  endWithShell()
  if (realpathSync(process.execPath) === realpathSync(node24)) return
  process.exit(await run([fileURLToPath(scriptUrl), ...process.argv.slice(2)]))
}

/** npm hands a signal to the shell between us, which dies of it without a word; so we stop when our parent is gone. */
export function endWithShell() {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    process.kill(process.pid, 'SIGTERM')
  }, 300).unref()
}

/** Runs Node 24 in our process group, hands signals on and resolves to its exit code. */
export async function run(args, env = process.env) {
  const child = start(args, env)
  const forward = (signal) => child.kill(signal)
  // Ctrl-C in a terminal reaches the whole group already.
  const onInterrupt = () => process.stdin.isTTY || forward('SIGINT')
  process.on('SIGTERM', forward).on('SIGHUP', forward).on('SIGINT', onInterrupt)
  const code = await exitCodeOf(child)
  process.off('SIGTERM', forward).off('SIGHUP', forward).off('SIGINT', onInterrupt)
  return code
}

export function start(args, env = process.env) {
  return spawn(node24In(root), args, { stdio: 'inherit', env })
}

export function exitCodeOf(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]))
  })
}
