import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createApp } from '#app/app.ts'
import type { Config } from '#kernel/config.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testDeps } from '#kernel/testing/site.ts'
import { accounts } from './module.ts'
import { createUser } from './public.ts'
import { browser } from './testing/browser.ts'

const now = new Date('2026-11-24T03:00:00Z')
const db = await testDatabase()
const base = testDeps(db, () => now, false)

async function mailbox(config: Partial<Config>, address = '127.0.0.1') {
  const deps = { ...base, config: { ...base.config, ...config } }
  const { app } = createApp(deps, [accounts()])
  const person = browser({ app, deps }, address)
  for (const email of ['sri@dinkes.example', 'sri@surel.co.id']) await person.post('/sign-in/reset', { email })
  const response = await person.get('/dev/mailbox')
  const text = (await response.text()).replaceAll('<wbr/>', '')
  return {
    status: response.status,
    invented: text.includes('sri@dinkes.example'),
    real: text.includes('sri@surel.co.id'),
  }
}

test('the test mailbox never shows a letter to a real person on an installation that others can reach', async () => {
  for (const email of ['sri@dinkes.example', 'sri@surel.co.id']) {
    await createUser(base, { name: 'Sri Rahayu', email, password: 'perahu kertas' }, now)
  }
  const open = { BASE_URL: 'https://mufakat.kab.go.id', NODE_ENV: 'production' } as const
  const none = { status: 404, invented: false, real: false }
  assert.deepEqual(await mailbox(open), none)
  assert.deepEqual(await mailbox({ ...open, MUFAKAT_DEMO: 'public' }), { status: 200, invented: true, real: false })
  assert.deepEqual(await mailbox({ ...open, SMTP_URL: 'smtp://mail.kab.go.id' }), none)
  assert.deepEqual(await mailbox({ ...open, MUFAKAT_DEMO: 'off' }), none)
  assert.deepEqual(await mailbox({ NODE_ENV: 'production' }), { status: 200, invented: true, real: true })
  assert.deepEqual(await mailbox({ NODE_ENV: 'production' }, '203.0.113.7'), none)
  assert.deepEqual(await mailbox({ ...open, NODE_ENV: 'development' }), { status: 200, invented: true, real: true })
})
