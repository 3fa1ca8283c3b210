import type { Page } from 'playwright-core'
import { stepAt, totpCode } from '#modules/accounts/totp.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** What an authenticator app shows that has read the key from the page. */
export async function enrolledCode(page: Page, now: Date): Promise<string> {
  const secret = (await page.content()).match(/secret=([A-Z2-7]+)/)![1]!
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)))
  return totpCode(key, stepAt(now))
}
