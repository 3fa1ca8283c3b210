import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import sparticuz from '@sparticuz/chromium'

// Inside the package, so that another version of it brings another browser.
const home = join(import.meta.dirname, '../../node_modules/@sparticuz/chromium/unpacked')

/** The browser that npm ships, unpacked once: test files run side by side, and none may start a half-written program. */
export async function npmBrowser(): Promise<string> {
  if (!existsSync(home)) await unpack()
  return join(home, 'chromium')
}

async function unpack(): Promise<void> {
  const own = mkdtempSync(`${home}-`)
  // The package writes to the system's temporary folder, which every account and checkout of the machine shares.
  const { TMPDIR } = process.env
  process.env.TMPDIR = own
  try {
    await sparticuz.executablePath()
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
  }
  try {
    renameSync(own, home)
  } catch (error) {
    if (!existsSync(home)) throw error
    rmSync(own, { recursive: true, force: true })
  }
}
