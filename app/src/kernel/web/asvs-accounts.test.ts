import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { allModules } from '#app/modules.ts'
import { createResetLink } from '#modules/accounts/public.ts'
import { browser } from '#modules/accounts/testing/browser.ts'
import { peopleOf } from '#modules/accounts/testing/people.ts'
import { newId } from '../ids.ts'
import { cast } from '../testing/cast.ts'
import { testDatabase } from '../testing/database.ts'
import { testSite } from '../testing/site.ts'

const start = new Date('2026-11-24T03:00:00Z')
const db = await testDatabase()
const site = testSite(db, allModules({ demoSignIns: [] }), { now: start })
const { people } = await cast(db, { now: start })
const { add, signedIn, castSignedIn } = await peopleOf(db, site)
const minutesLater = (minutes: number) => {
  site.time.now = new Date(start.getTime() + minutes * 60_000)
}
beforeEach(() => minutesLater(0))

/** Chooses a password by a mailed link; the status of the answer. */
async function choose(email: string, password: string): Promise<number> {
  const { pathname } = new URL((await createResetLink(site.deps, email, site.time.now))!)
  return (await browser(site).post(pathname, { password, repeat: password })).status
}
const opens = async (email: string, password: string) =>
  (await browser(site, '203.0.113.40').post('/sign-in', { email, password })).status === 303

test('any eight characters make a password if nobody guesses them, and hundreds are compared to the last', async () => {
  const { email } = await add()
  assert.equal(await choose(email, 'k4w#qz!'), 422)
  for (const plain of ['zvqkwtrp', '48207391', '        !', 'ёжик в тумане'])
    assert.equal(await choose(email, plain), plain === '        !' ? 422 : 303, plain)
  const long = `${Array.from({ length: 100 }, (_, index) => `kata${index * 37}`).join(' ')} Akhir `
  assert.equal(await choose(email, long), 303)
  assert.ok(long.length > 800)
  for (const near of [long.slice(0, -1), long.slice(0, 72), long.toLowerCase(), ` ${long}`, long.trim()])
    assert.equal(await opens(email, near), false, String(near.length))
  minutesLater(30)
  assert.equal(await opens(email, long), true)
})

test('passwords of lists, of the keyboard, of the house and of its person are refused', async () => {
  const { email } = await add()
  for (const guessed of [
    'password123',
    'qwerty12345',
    'mufakat2026',
    'Mekarsari1!',
    'orangdinkes',
    'kucing123',
    'fktrcfylh',
  ])
    assert.equal(await choose(email, guessed), 422, guessed)
})

test('fields for passwords hide them, and leave pasting and password managers alone', async () => {
  const person = await signedIn((await add()).email)
  const { pathname } = new URL((await createResetLink(site.deps, (await add()).email, site.time.now))!)
  for (const [path, kinds] of [
    ['/sign-in', ['current-password']],
    ['/work/password', ['current-password', 'new-password', 'new-password']],
    [pathname, ['new-password', 'new-password']],
  ] as const) {
    const page = await (await (path === '/work/password' ? person : browser(site)).get(path)).text()
    const fields = [...page.matchAll(/<input[^>]*type="password"[^>]*>/g)].map(([field]) => field)
    const told = fields.map((field) => field.match(/autocomplete="([^"]+)"/)?.[1])
    assert.deepEqual(told, kinds, path)
    for (const field of fields) assert.doesNotMatch(field, /maxlength|onpaste|readonly|pattern=| value=/, path)
    assert.match(page, /<input[^>]*autocomplete="username/, path)
  }
})

test('after ten minutes, whatever touches the way into an account asks again who is there', async () => {
  const person = await signedIn((await add()).email)
  minutesLater(11)
  const acts = ['password', 'sessions/ending', `sessions/${newId(start)}/ending`, 'tokens', 'factors/totp/key']
  acts.push('factors/recovery-codes', 'factors/passkeys/new', `factors/${newId(start)}/removal`)
  for (const act of acts) {
    const { status, headers } = await person.post(`/work/${act}`, {})
    assert.deepEqual([status, headers.get('location')?.slice(0, 15)], [307, '/work/proof?to='], act)
  }
})

test('nobody ends, revokes or removes by its number what is another’s', async () => {
  const [owner, other] = [await signedIn((await add()).email), await signedIn((await add()).email)]
  const shown = await (await owner.post('/work/tokens', { name: 'catatan', days: '30' })).text()
  const [bearer = ''] = shown.match(/mufakat_[\w-]{43}/) ?? []
  const idOf = async (path: string) => (await (await owner.get(path)).text()).match(/[0-9a-f-]{36}(?=\/revocation)/)![0]
  const token = await idOf('/work/tokens')
  for (const act of [`tokens/${token}/revocation`, `factors/${token}/removal`, `factors/resets/${token}/cancellation`])
    await other.post(`/work/${act}`, {})
  const headers = { authorization: `Bearer ${bearer}` }
  const asked = () => site.app.request('http://localhost:3000/api/v1/work', { headers })
  assert.equal((await asked()).status, 200)
  await owner.post(`/work/tokens/${token}/revocation`, {})
  assert.equal((await asked()).status, 401)
})

test('an invitation cannot carry a second address, nor a line of its own into the letter', async () => {
  const coordinator = await castSignedIn(people, 'coordinator')
  const invite = (fields: Record<string, string>) =>
    coordinator.post('/work/invitations', {
      name: 'Ayu',
      email: 'ayu@lain.example',
      lang: 'id',
      post: 'Staf',
      ...fields,
    })
  const hostile = ['a@b.example\r\nBcc: c@d.example', 'a@b.example>\r\nRCPT TO:<c@d.example', 'a@b.example,c@d.example']
  for (const email of [...hostile, '"a b"@c.example', 'a@b.example c@d.example'])
    assert.equal((await invite({ email })).status, 422, email)
  const { rows } = await db.admin.pool.query<{ address: string; subject: string }>('select address, subject from mails')
  for (const { address, subject } of rows) assert.doesNotMatch(`${address}${subject}`, /[\r\n,<>]/)
})

test('who is given a place to go on to is led to no other site, by whatever parameter', async () => {
  const { email } = await add()
  const person = await signedIn(email)
  const away = [
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/%2f%2fevil.example/..//evil.example',
    '/\t//evil.example',
  ]
  for (const to of away.map(encodeURIComponent))
    for (const path of ['/sign-in', '/work/proof', '/sign-in/second', '/sign-in/provider', '/', '/programmes'])
      for (const name of ['next', 'to', 'url', 'redirect', 'return', 'done']) {
        const { headers } = await person.get(`${path}?${name}=${to}`)
        const led = new URL(headers.get('location') ?? '/', 'http://localhost:3000')
        assert.equal(led.host, 'localhost:3000', `${path}?${name}=${to}`)
        assert.doesNotMatch(led.pathname, /^\/[/\\]/)
      }
})

test('figures of the process are not for the network, and letters of the test mailbox neither', async () => {
  for (const path of ['/metrics', '/dev/mailbox'])
    assert.ok([403, 404].includes((await browser(site, '203.0.113.7').get(path)).status), path)
})
