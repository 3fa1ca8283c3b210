import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { npmBrowser } from './npm-browser.ts'

// The package's own arguments switch web security off, so tests would lie: these are ours.
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]
const systems = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** The system's Chromium if there is one, else the browser that npm ships. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = systems.find(existsSync) ?? (await npmBrowser())
  return chromium.launch({ executablePath, args, headless: true })
}

export type Visit = { width: number; lang: 'id' | 'en'; scripts: boolean; cookie?: { name: string; value: string } }

/** A fresh profile of one reader; "scripts: false" blocks our scripts, it does not switch the browser's engine off. */
export async function openContext(browser: Browser, origin: string, visit: Visit): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: visit.width, height: 800 }, reducedMotion: 'reduce' })
  await context.addCookies([{ name: 'lang', value: visit.lang, url: origin }])
  if (visit.cookie) await context.addCookies([{ ...visit.cookie, url: origin }])
  if (!visit.scripts) await context.route('**/*.js', (route) => route.abort())
  return context
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export type Violation = { id: string; help: string; targets: string[] }

/** axe over the whole page: WCAG 2.0 to 2.2, A and AA, and best practice; contrast costs a quarter of it. */
export async function axe(page: Page, { contrast = true } = {}): Promise<Violation[]> {
  // Evaluated through the browser's debugger, which our content security policy rightly does not govern.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axeSource)
  return page.evaluate(async (contrast) => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    // biome-ignore lint/suspicious/noExplicitAny: axe puts itself on the window.
    const result = await (globalThis as any).axe.run({
      runOnly: tags,
      resultTypes: ['violations'],
      rules: { 'color-contrast': { enabled: contrast } },
    })
    return result.violations.map((found: { id: string; help: string; nodes: { target: string[] }[] }) => ({
      id: found.id,
      help: found.help,
      targets: found.nodes.map((node) => node.target.join(' ')),
    }))
  }, contrast)
}
