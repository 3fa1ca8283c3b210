import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { CDPSession, Page } from 'playwright-core'
import { createUser } from '#modules/accounts/public.ts'
import { axe, launchBrowser, openContext } from './browser.ts'
import { openHouse } from './house.ts'

const house = await openHouse({ world: 'none' })
const browser = await launchBrowser()
after(async () => {
  await browser.close()
  await house.close()
})
/** Passkeys are bound to a name, and the house stands at an address of numbers. */
const origin = house.origin.replace('127.0.0.1', 'localhost')
const password = 'perahu kertas di sungai'
const email = 'laras@dinkes.example'
await createUser(house.deps, { name: 'Laras Widya', email, roles: ['operator'], password }, new Date())

type Device = { page: Page; cdp: CDPSession; authenticatorId: string; close(): Promise<void> }

/** A browser whose machine has a fingerprint reader. */
async function device(options: { verified?: boolean; scripts?: boolean } = {}): Promise<Device> {
  const visit = { width: 360, lang: 'id', scripts: options.scripts ?? true } as const
  const context = await openContext(browser, origin, visit)
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: options.verified ?? true,
      automaticPresenceSimulation: true,
    },
  })
  return { page, cdp, authenticatorId, close: () => context.close() }
}

async function byPassword(page: Page) {
  await page.goto(`${origin}/sign-in`)
  await page.locator('input[name=email]').first().fill(email)
  await page.locator('input[name=password]').first().fill(password)
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
}

const here = await device()

test('a person makes a passkey in the browser and prints the recovery codes', async () => {
  const { page } = here
  await byPassword(page)
  await page.goto(`${origin}/work/factors/passkeys/new`)
  assert.equal(await page.locator('[data-passkey-without]').isVisible(), false)
  await page.getByLabel('Nama kunci sandi').fill('ponsel kantor')
  assert.deepEqual(await axe(page), [])
  await page.getByRole('button', { name: 'Buat kunci sandi' }).click()
  await page.getByRole('heading', { name: 'Cetak atau catat kode pemulihan ini sekarang' }).waitFor()
  assert.equal(await page.locator('main li code').count(), 10)
  assert.deepEqual(await axe(page), [])
  await page.getByRole('link', { name: 'Sudah saya simpan' }).click()
  assert.ok(await page.getByText('ponsel kantor').first().isVisible())
})

test('the passkey alone signs the person in', async () => {
  const { page } = here
  await page.context().clearCookies({ name: 'mufakat' })
  await page.goto(`${origin}/sign-in?next=/work/sessions`)
  assert.deepEqual(await axe(page), [])
  await page.getByRole('button', { name: 'Masuk dengan kunci sandi' }).click()
  await page.waitForURL(`${origin}/work/sessions`)
  assert.ok(await page.getByText('dengan kunci sandi').first().isVisible())
})

test('another device without the passkey says so and loses nothing; the password leads to the second step', async () => {
  const there = await device()
  await there.page.goto(`${origin}/sign-in`)
  await there.page.getByRole('button', { name: 'Masuk dengan kunci sandi' }).click()
  await there.page.getByText('Peramban tidak memberi kunci sandi').waitFor()
  await byPassword(there.page)
  await there.page.waitForURL(`${origin}/sign-in/second`)
  assert.deepEqual(await axe(there.page), [])
  await there.close()
})

test('a device that does not know its person is not enough', async () => {
  const { cdp, authenticatorId } = here
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await here.page.context().clearCookies({ name: 'mufakat' })
  await here.page.goto(`${origin}/sign-in`)
  await here.page.getByRole('button', { name: 'Masuk dengan kunci sandi' }).click()
  await here.page.getByText('Peramban tidak memberi kunci sandi').waitFor()
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })
})

test('without our script the pages name the other ways, and no button leads nowhere', async () => {
  const plain = await device({ scripts: false })
  await plain.page.goto(`${origin}/sign-in`)
  assert.ok(await plain.page.getByText('Tanpa skrip, pakai kata sandi dan kode').isVisible())
  assert.equal(await plain.page.getByRole('button', { name: 'Masuk dengan kunci sandi' }).count(), 0)
  await plain.close()
})

test('nothing but the one module of our own runs on these pages', async () => {
  const { page } = here
  await page.goto(`${origin}/sign-in`)
  const scripts = await page.locator('script').evaluateAll((all) => all.map((one) => one.outerHTML))
  assert.equal(scripts.length, 1)
  assert.match(scripts[0]!, /^<script type="module" src="\/assets\/[0-9a-f]{10}\/islands\/passkey\.js"><\/script>$/)
  const size = (await (await page.request.get(origin + scripts[0]!.match(/src="([^"]+)"/)![1]!)).body()).length
  assert.ok(size < 2_000, `${size} bytes`)
})
