import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { after } from 'node:test'

const daemon = ['/usr/sbin/clamd', '/usr/local/sbin/clamd', '/opt/homebrew/sbin/clamd'].find(existsSync)

/** Why tests with ClamAV do not run on this machine. */
export const withoutClamd = daemon ? false : 'ClamAV is not installed (Debian: clamav-daemon)'

/** Harmless bytes that this test's scanner takes for malware. */
export const marked = 'tanda-uji-pemindai-mufakat'

/** The real daemon in a process of its own, that knows one signature and it is ours. */
export async function startClamd() {
  const folder = mkdtempSync(join(tmpdir(), 'mufakat-clamd-'))
  const [known, path] = [join(folder, 'known'), join(folder, 'socket')]
  mkdirSync(known)
  writeFileSync(join(known, 'mufakat.ndb'), `Mufakat.Uji.Tanda:0:*:${Buffer.from(marked).toString('hex')}\n`)
  writeFileSync(
    join(folder, 'conf'),
    `DatabaseDirectory ${known}\nLocalSocket ${path}\nForeground yes\nTemporaryDirectory ${folder}\nLogVerbose yes\n`,
  )
  const child = spawn(daemon!, [`--config-file=${join(folder, 'conf')}`], { stdio: ['ignore', 'pipe', 'inherit'] })
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  after(async () => {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  })
  for await (const line of createInterface({ input: child.stdout! })) if (/Self checking every/.test(line)) break
  child.stdout!.resume()
  return { path, stop }
}
