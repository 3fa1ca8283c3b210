// Pictures of the main pages for docs/, from a running example installation: `npm run screens`.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { launchBrowser, openContext } from '../app/journeys/browser.ts'
import { emailOf, examplePassword } from '../app/world/mekarsari/cast.ts'

const origin = process.env.BASE_URL ?? `http://localhost:${process.env.PORT ?? 3000}`
const folder = join(import.meta.dirname, '../docs/screens')
const pages = [
  { name: 'home', path: '/', signedIn: false },
  { name: 'programme', path: '/programmes/stunting', signedIn: false },
  { name: 'indicator', path: '/programmes/stunting/indicators/F2', signedIn: false },
  { name: 'obstacles', path: '/programmes/stunting/obstacles', signedIn: false },
  { name: 'federal-data-strategy', path: '/programmes/federal-data-strategy-2020', signedIn: false },
  { name: 'tasks', path: '/programmes/stunting/tasks', signedIn: false },
  { name: 'timeline', path: '/programmes/stunting/timeline', signedIn: false },
  { name: 'work', path: '/work', signedIn: true },
] as const

mkdirSync(folder, { recursive: true })
const browser = await launchBrowser()
for (const width of [360, 1280]) {
  const visitor = await openContext(browser, origin, { width, lang: 'id', scripts: false })
  const officer = await openContext(browser, origin, { width, lang: 'id', scripts: false })
  await signIn(await officer.newPage())
  for (const { name, path, signedIn } of pages) {
    const page = await (signedIn ? officer : visitor).newPage()
    await page.setViewportSize({ width, height: width > 600 ? 1500 : 1100 })
    const response = await page.goto(origin + path)
    if (response?.status() !== 200) throw new Error(`${path}: ${response?.status()}`)
    await page.screenshot({ path: join(folder, `${name}-${width}.png`) })
    await page.close()
    console.log(`docs/screens/${name}-${width}.png`)
  }
  await visitor.close()
  await officer.close()
}
await browser.close()

async function signIn(page: Awaited<ReturnType<Awaited<ReturnType<typeof openContext>>['newPage']>>) {
  await page.goto(`${origin}/sign-in`)
  await page.locator('input[name=email]').first().fill(emailOf('laras'))
  await page.locator('input[name=password]').first().fill(examplePassword)
  await page.locator('main form button[type=submit]').first().click()
  await page.waitForLoadState()
}
