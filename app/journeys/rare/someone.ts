import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { axe } from '../browser.ts'
import { patternOf } from '../crawl.ts'
import { fillForm, type Given, lostOf } from './form.ts'

type Lang = 'id' | 'en'

/** The house that is looked at, which pages were, in which languages, and what was wrong with them. */
export type Looking = {
  origin: string
  patterns: string[]
  looked: Map<string, Set<Lang>>
  complaints: string[]
}

/** Where the house speaks, not those who wrote its records. */
const ourWords = [
  'h1',
  'legend',
  '.govuk-label:not(.govuk-radios__label, .govuk-checkboxes__label)',
  '.govuk-hint:not(.govuk-radios__hint, .govuk-checkboxes__hint)',
  'button',
]
  .map((place) => `main ${place}:not([lang], :has([lang]))`)
  .join(', ')

/** A person before a browser. */
export class Someone {
  readonly page: Page
  readonly looking: Looking

  constructor(page: Page, looking: Looking) {
    this.page = page
    this.looking = looking
  }

  async open(path: string): Promise<void> {
    const response = await this.page.goto(this.looking.origin + path)
    if (response?.status() !== 200) assert.fail(`${path}: ${response?.status()} ${await this.read('main')}`)
  }

  /** Fills in the form of the page before them and sends it; answers where that led. */
  async send(given: Given): Promise<string> {
    await fillForm(this.page, given)
    return new URL(this.page.url()).pathname
  }

  /** A button that is a form of its own. */
  async press(action: string): Promise<void> {
    const button = this.page.locator(`form[action="${action}"] button`)
    await Promise.all([this.page.waitForNavigation(), button.click()])
  }

  /** Opens a form, fills it in and sends it; answers where that led. */
  async act(path: string, given: Given): Promise<string> {
    await this.open(path)
    const led = await this.send(given)
    assert.equal(await this.read('.govuk-error-summary'), '', path)
    return led
  }

  /** The same with something to mend: the page says what and keeps what was typed. */
  async refused(path: string, given: Given): Promise<void> {
    await this.open(path)
    await this.send(given)
    assert.notEqual(await this.read('.govuk-error-summary'), '', `${path}: was not refused`)
    assert.deepEqual(await lostOf(this.page, given), [], `${path}: what was typed is lost`)
  }

  /** Looks at a page in both languages. */
  async look(path: string): Promise<void> {
    const { patterns, looked, complaints } = this.looking
    const pattern = patternOf(path, patterns)
    assert.ok(pattern, `${path} is no page`)
    const languages = looked.get(pattern) ?? new Set()
    looked.set(pattern, languages)
    const said: string[][] = []
    for (const lang of ['en', 'id'] as const) {
      await this.speak(lang)
      await this.open(path)
      complaints.push(...(await this.complaints(path, lang)))
      said.push(await this.page.locator(ourWords).allInnerTexts())
      languages.add(lang)
    }
    const same = said[0]!.filter((text) => text.includes(' ') && said[1]!.includes(text))
    complaints.push(...same.map((text) => `${path}: “${text}” in both languages`))
  }

  private speak(lang: Lang): Promise<void> {
    return this.page.context().addCookies([{ name: 'lang', value: lang, url: this.looking.origin }])
  }

  private async complaints(path: string, lang: Lang): Promise<string[]> {
    const { page } = this
    const complaints: string[] = []
    const told = await page.evaluate<string>('document.documentElement.lang')
    if (told !== lang) complaints.push(`${path} (${lang}): in ${told}`)
    if ((await page.locator('script').count()) > 0) complaints.push(`${path}: a script`)
    for (const width of [1280, 320, 360]) {
      await page.setViewportSize({ width, height: 900 })
      const wide = await page.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      )
      if (wide > 0) complaints.push(`${path} at ${width} (${lang}): ${wide} px too wide`)
    }
    for (const { id, targets } of await axe(page, { contrast: lang === 'id' }))
      complaints.push(`${path} (${lang}): ${id} ${targets.slice(0, 2).join(' | ')}`)
    return complaints
  }

  private async read(selector: string): Promise<string> {
    const found = this.page.locator(selector).first()
    return (await found.count()) > 0 ? (await found.innerText()).slice(0, 400) : ''
  }
}
