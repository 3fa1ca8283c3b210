import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'

/** Names of fields and what is typed, chosen or ticked (by its value or its words). */
export type Given = Record<string, string | string[]>

/** Fills in the form of the page that has these fields and presses its button. */
export async function fillForm(page: Page, given: Given): Promise<void> {
  const names = Object.keys(given)
  const having = names.map((name) => `:has([name="${name}"])`).join('')
  const form = page.locator(`main form[method=post]${having}`).first()
  assert.ok((await form.count()) > 0, `${page.url()} has no form with ${names.join(', ')}`)
  const folded = form.locator('details:not([open]) > summary')
  while ((await folded.count()) > 0) await folded.first().click()
  for (const name of names)
    for (const value of [given[name]!].flat()) await give(form.locator(`[name="${name}"]`), value)
  await Promise.all([page.waitForNavigation(), form.locator('button').last().click()])
}

async function give(fields: Locator, value: string): Promise<void> {
  const kind = await kindOf(fields)
  if (kind === 'select-one') {
    const option = fields.first().locator('option', { hasText: value })
    await fields.first().selectOption((await option.count()) > 0 ? { label: await option.first().innerText() } : value)
  } else if (kind === 'radio' || kind === 'checkbox') await chosenBy(fields, value).check()
  else await fields.first().fill(value)
}

function chosenBy(fields: Locator, value: string): Locator {
  const page = fields.page()
  return fields.and(page.locator(`[value="${value}"]`).or(page.getByLabel(value))).first()
}

function kindOf(fields: Locator): Promise<string> {
  return fields.first().evaluate((field: { type: string }) => field.type)
}

/** Which of what was given the page no longer holds. */
export async function lostOf(page: Page, given: Given): Promise<string[]> {
  const lost: string[] = []
  for (const [name, values] of Object.entries(given))
    for (const value of [values].flat())
      if (!(await holds(page.locator(`main [name="${name}"]`), value))) lost.push(`${name}: ${value}`)
  return lost
}

async function holds(fields: Locator, value: string): Promise<boolean> {
  const kind = await kindOf(fields)
  if (kind === 'radio' || kind === 'checkbox') return chosenBy(fields, value).isChecked()
  if (kind !== 'select-one') return (await fields.first().inputValue()) === value
  const chosen = await fields.first().locator('option:checked').innerText()
  return chosen.includes(value) || (await fields.first().inputValue()) === value
}
