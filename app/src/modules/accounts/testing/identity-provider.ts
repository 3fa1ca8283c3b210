import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { after } from 'node:test'
import { program } from '#kernel/testing/program.ts'
import type { Browser } from './browser.ts'

export type Login = { login: string; acr?: string; amr?: string }
/** 'signed anew' changes nothing, so that a lie is refused for what it says and not for how it is made. */
type Lie = '' | 'signed anew' | 'nonce' | 'audience' | 'issuer' | 'expired' | 'unsigned' | 'foreign key' | 'old login'

/** Starts a real OpenID provider on the loopback address; it ends with the test file. */
export async function startIdentityProvider(baseUrl: string) {
  const provider = program('app/src/modules/accounts/testing/identity-provider.fixture.ts')
  const args = [...provider, `${baseUrl}/sign-in/provider/callback`, `${baseUrl}/`]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  after(() => {
    child.kill()
  })
  const [line] = await once(child.stdout, 'data')
  const issuer = String(line).trim().split('\n').at(-1)!
  return {
    issuer,
    lie: async (kind: Lie) => void (await fetch(`${issuer}/lie?kind=${encodeURIComponent(kind)}`)),
    /** The way from a page of ours through the provider and back, up to our callback, which is not yet asked for. */
    async callback(person: Browser, from: string, login: Login): Promise<string> {
      const left = await person.get(from, { 'sec-fetch-site': 'same-origin' })
      return visit(left.headers.get('location')!, login, baseUrl)
    },
  }
}

async function visit(url: string, login: Login, home: string): Promise<string> {
  const cookies = new Map<string, string>()
  let at = url
  while (!at.startsWith(home)) {
    const here = new URL(at)
    if (here.pathname.startsWith('/interaction/'))
      for (const [name, value] of Object.entries(login)) here.searchParams.set(name, value)
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
    const response = await fetch(here, { redirect: 'manual', headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]!.split('=')
      cookies.set(name, value)
    }
    const next = response.headers.get('location')
    if (!next) throw new Error(`${here.pathname}: ${response.status} ${await response.text()}`)
    at = new URL(next, here).href
  }
  const { pathname, search } = new URL(at)
  return pathname + search
}
