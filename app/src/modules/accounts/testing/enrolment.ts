import assert from 'node:assert/strict'
import { stepAt, totpCode } from '../totp.ts'
import type { Browser } from './browser.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

function bytesOf(base32: string): Buffer {
  const bits = [...base32].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
}

/** Sets up an authenticator app as its owner does: reads the key from the page, types the first code, keeps the codes. */
export async function enrolApp(person: Browser, time: { now: Date }) {
  assert.equal((await person.post('/work/factors/totp/key', {})).status, 303)
  const page = await (await person.get('/work/factors/totp')).text()
  const key = bytesOf(page.match(/secret=([A-Z2-7]+)/)![1]!)
  const code = () => totpCode(key, stepAt(time.now))
  const confirmed = await person.post('/work/factors/totp', { code: code() })
  const codes = (await confirmed.text()).match(/(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}/g) ?? []
  return { key, code, codes }
}
