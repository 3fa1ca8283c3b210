import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import type { BrowserContext } from 'playwright-core'
import { axe, launchBrowser, openContext } from './browser.ts'
import { crawl, type Found } from './crawl.ts'
import { openHouse } from './house.ts'

const house = await openHouse()
const browser = await launchBrowser()
after(async () => {
  await browser.close()
  await house.close()
})

/** Pages that no link leads to in the seeded world, with the reason. */
const unreached: Record<string, string> = {}

const widths = [360, 1280]
const starts = [
  '/',
  '/programmes',
  '/organisations',
  '/indicators',
  '/people',
  '/territories',
  '/work',
  '/sign-in',
  '/sign-in/reset',
]
const readers = [
  { who: 'a visitor', role: undefined },
  { who: 'the coordinator', role: 'rina@mekarsari.example' },
  { who: 'the operator', role: 'operator@mekarsari.example' },
  { who: 'the officer', role: 'laras@mekarsari.example' },
]

describe('every page of the house', () => {
  const reached = new Map<string, { path: string; reader: (typeof readers)[number] }>()

  test('is reached by links, and no link is broken', async () => {
    for (const reader of readers) {
      const context = await enter(reader.role, 'id')
      const found: Found = await crawl(context, house.origin, starts, house.patterns, 2)
      for (const [pattern, paths] of found)
        for (const path of paths) if (!reached.has(pattern)) reached.set(pattern, { path, reader })
      await context.close()
    }
    const missing = house.patterns.filter((pattern) => !reached.has(pattern) && !unreached[pattern])
    assert.deepEqual(missing, [])
  })

  for (const lang of ['id', 'en'] as const) {
    test(`has no accessibility violation, no sideways scroll and no script (${lang})`, async () => {
      const complaints: string[] = []
      for (const reader of readers) {
        const context = await enter(reader.role, lang)
        const page = await context.newPage()
        for (const { path } of [...reached.values()].filter((one) => one.reader === reader)) {
          await page.goto(house.origin + path)
          if ((await page.locator('script[src], script:not([src])').count()) > 0) complaints.push(`${path}: a script`)
          for (const width of [...widths, 320]) {
            await page.setViewportSize({ width, height: 900 })
            const wide = await page.evaluate<number>(
              'document.documentElement.scrollWidth - document.documentElement.clientWidth',
            )
            if (wide > 0) complaints.push(`${path} at ${width}: ${wide} px too wide`)
            if (width === 320) continue
            for (const { id, targets } of await axe(page))
              complaints.push(`${path} at ${width}: ${id} ${targets.slice(0, 2).join(' | ')}`)
          }
        }
        await context.close()
      }
      assert.deepEqual(complaints, [])
    })
  }
})

/** Signed in through the form, as people do. */
async function enter(email: string | undefined, lang: 'id' | 'en'): Promise<BrowserContext> {
  const context = await openContext(browser, house.origin, { width: 1280, lang, scripts: false })
  if (!email) return context
  const page = await context.newPage()
  await page.goto(`${house.origin}/sign-in`)
  const { password } = house.signIns.find((one) => one.email === email)!
  await page.locator('input[name=email]').first().fill(email)
  await page.locator('input[name=password]').first().fill(password)
  await page.locator('main form button[type=submit]').first().click()
  await page.waitForURL(`${house.origin}/work**`)
  await page.close()
  return context
}
