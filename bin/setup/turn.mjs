import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const longestInstall = 30 * 60_000

/** One set-up at a time: a second one waits for the first. Gives the function that ends the turn. */
export async function waitForTurn(root) {
  const file = join(root, '.mufakat/setup.lock')
  let told = false
  while (!taken(file)) {
    const pid = holder(file)
    if (pid === undefined) {
      rmSync(file, { force: true })
      continue
    }
    if (!told) console.log(`Another set-up (process ${pid}) is at work; waiting for it …`)
    told = true
    await pause(200)
  }
  return () => rmSync(file, { force: true })
}

function taken(file) {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw new Error(`no right to write in ${dirname(dirname(file))} (${error.code}).`)
  }
}

/** The living process that holds the turn; one that died, or a pid that has long been another's, holds nothing. */
function holder(file) {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    if (Date.now() - statSync(file).mtimeMs > longestInstall) return undefined
    if (pid) process.kill(pid, 0)
    return pid
  } catch (error) {
    return error.code === 'EPERM' ? Number(readFileSync(file, 'utf8')) : undefined
  }
}
