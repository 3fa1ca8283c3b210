import assert from 'node:assert/strict'
import { after } from 'node:test'
import type { BrowserContext } from 'playwright-core'
import { emailOf, examplePassword, type PersonKey } from '#world/mekarsari/cast.ts'
import { exampleNow } from '#world/testing/example.ts'
import { launchBrowser, openContext } from '../browser.ts'
import { openHouse } from '../house.ts'
import { type Looking, Someone } from './someone.ts'

/** Pages that no link of the example world leads to, each with the state that it wants, and how that comes about. */
export type Area = {
  pages: Record<string, string>
  play(stage: Stage): Promise<void>
}

/** One house, one browser and a clock that the journey moves. */
export async function openStage() {
  const time = { now: exampleNow }
  const house = await openHouse({ clock: () => time.now })
  const browser = await launchBrowser()
  after(async () => {
    await browser.close()
    await house.close()
  })
  const looking: Looking = { origin: house.origin, patterns: house.patterns, looked: new Map(), complaints: [] }
  const contexts: BrowserContext[] = []
  const visitor = async (): Promise<Someone> => {
    const context = await openContext(browser, house.origin, { width: 360, lang: 'id', scripts: false })
    context.setDefaultTimeout(10_000)
    contexts.push(context)
    return new Someone(await context.newPage(), looking)
  }
  return {
    house,
    ...looking,
    visitor,
    signInOf,
    /** Signed in through the form, as people do; after half an hour they have to do it again. */
    async person(key: PersonKey): Promise<Someone> {
      const one = await visitor()
      await one.open('/sign-in')
      assert.equal(await one.send(signInOf(key)), '/work', key)
      return one
    },
    /** Moves the clock on. */
    later(minutes: number) {
      time.now = new Date(time.now.getTime() + minutes * 60_000)
    },
    /** To a day, ten o'clock in Jakarta. */
    on(day: string) {
      time.now = new Date(`${day}T03:00:00Z`)
    },
    now: () => time.now,
    /** What the database knows of a record, where no page says it. */
    async known<R extends object = { id: string }>(query: string, values: unknown[] = []): Promise<R> {
      const { rows } = await house.db.admin.pool.query<R>(query, values)
      assert.ok(rows[0], query)
      return rows[0]
    },
    async leave() {
      for (const context of contexts.splice(0)) await context.close()
    },
  }
}
export type Stage = Awaited<ReturnType<typeof openStage>>

function signInOf(key: PersonKey) {
  return { email: emailOf(key), password: examplePassword }
}
