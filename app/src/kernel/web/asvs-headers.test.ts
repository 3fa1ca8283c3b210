import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createUser } from '#modules/accounts/public.ts'
import { confirmMinutes } from '#modules/meetings/operations/confirm-minutes.ts'
import { writeMinutes } from '#modules/meetings/operations/write-minutes.ts'
import { meetingPaths } from '#modules/meetings/paths.ts'
import { stage } from '#modules/meetings/testing/stage.ts'
import { frontDoor } from '../testing/front-door.ts'

const set = await stage()
const password = 'perahu kertas di sungai'
const email = 'laras@dinkes.example'
const door = await frontDoor(set.db, set.site.time.now)
await createUser(door.deps, { name: 'Laras Widya', email, roles: ['operator'], password }, set.site.time.now)
const meeting = await set.plan()
await set.hold(meeting)
await set.done(writeMinutes, { meeting, body: 'Rapat dibuka.', lang: 'id' })
await set.done(confirmMinutes, { meeting })
const { css, font = '', icon = '', islands = {} } = door.deps.assets
const cookies = (response: Response) => response.headers.getSetCookie().map((line) => line.split(';')[0]!)

async function signedIn(): Promise<string> {
  const response = await door.post('/sign-in', { email, password })
  assert.equal(response.headers.get('location'), '/work')
  return cookies(response).join('; ')
}

type Kind = [name: string, status: number, type: RegExp | undefined, response: Promise<Response>]
const html = /^text\/html; charset=utf-8$/i
const json = /^application\/json\b/

/** One answer of every kind that the server gives. */
async function everyKind(): Promise<Kind[]> {
  const list = `/programmes/${set.slug}/tasks`
  const etag = (await door.ask(list)).headers.get('etag')!
  const body = 'x'.repeat(300_000)
  return [
    ['page', 200, html, door.ask('/')],
    ['stored page', 200, html, door.ask(list)],
    ['stored page, known', 304, undefined, door.ask(list, { headers: { 'if-none-match': etag } })],
    ['JSON', 200, json, door.ask('/api/v1/programmes')],
    ['OpenAPI', 200, json, door.ask('/api/v1/openapi.json')],
    ['iCalendar', 200, /^text\/calendar; charset=utf-8$/, door.ask(`/programmes/${set.slug}/calendar.ics`)],
    ['PDF', 200, /^application\/pdf$/, door.ask(meetingPaths.minutesFile(meeting))],
    ['style', 200, /^text\/css; charset=utf-8$/, door.ask(css)],
    ['script', 200, /^text\/javascript; charset=utf-8$/, door.ask(Object.values(islands)[0]!)],
    ['font', 200, /^font\/woff2$/, door.ask(font)],
    ['picture', 200, /^image\/svg\+xml\b/, door.ask(icon)],
    ['health', 200, /^text\/plain; charset=utf-8$/i, door.ask('/healthz')],
    ['figures', 200, /^text\/plain; .*charset=utf-8$/i, door.ask('/metrics')],
    ['redirect', 303, undefined, door.ask('/work')],
    ['beyond the last page', 302, undefined, door.ask('/organisations?page=99')],
    ['no such page', 404, html, door.ask('/nowhere')],
    ['no such API', 404, json, door.ask('/api/v1/nowhere')],
    ['unknown token', 401, json, door.ask('/api/v1/programmes', { headers: { authorization: 'Bearer x' } })],
    ['from another site', 403, html, door.post('/sign-in', {}, { origin: 'https://evil.example' })],
    ['too large', 413, html, door.ask('/sign-in', { method: 'POST', body })],
    ['refused', 422, html, door.post('/sign-in', { email, password: 'salah sekali' })],
    ['unreadable', 422, json, door.ask('/api/v1/organisations/new', { method: 'POST', body: '{' })],
    ['a fault of ours', 500, html, door.ask('/faulty')],
    ['a fault of ours in the API', 500, json, door.ask('/api/v1/faulty')],
  ]
}

test('every kind of answer tells the browser what it may do with it', async () => {
  for (const [name, status, , asked] of await everyKind()) {
    const { headers, status: given } = await asked
    assert.equal(given, status, name)
    const policy = headers.get('content-security-policy')?.split('; ') ?? []
    for (const one of ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
      assert.ok(policy.includes(one), `${name}: ${one}`)
    assert.doesNotMatch(policy.join(' '), /unsafe|\*|http:/, name)
    assert.equal(headers.get('x-content-type-options'), 'nosniff', name)
    assert.equal(headers.get('referrer-policy'), 'same-origin', name)
    assert.equal(headers.get('strict-transport-security'), 'max-age=31536000; includeSubDomains', name)
    assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin', name)
    for (const said of ['server', 'x-powered-by']) assert.equal(headers.get(said), null, name)
  }
})

test('every answer with a body names its kind, and texts their alphabet', async () => {
  for (const [name, , type, asked] of await everyKind()) {
    const response = await asked
    if (type) assert.match(response.headers.get('content-type') ?? '', type, name)
    else assert.equal(await response.text(), '', name)
  }
})

test('files have names of our own making', async () => {
  for (const [path, name] of [
    [`/programmes/${set.slug}/calendar.ics`, 'inline; filename="calendar.ics"'],
    [meetingPaths.minutesFile(meeting), `inline; filename="notula-${set.slug}-2026-12-02-v2.pdf"`],
    [`${meetingPaths.minutesFile(meeting)}?version=1&filename=x%22%0d%0aset-cookie:a=b`, undefined],
  ] as const) {
    const { headers } = await door.ask(path)
    if (name) assert.equal(headers.get('content-disposition'), name, path)
    assert.equal(headers.get('set-cookie'), null, path)
  }
})

test('no other site may read an answer, whoever it says it is', async () => {
  const asked = { origin: 'https://evil.example', 'access-control-request-method': 'POST' }
  for (const path of ['/', '/api/v1/programmes', '/api/v1/organisations/new', css])
    for (const method of ['GET', 'OPTIONS', 'POST']) {
      const { headers } = await door.ask(path, { method, headers: asked })
      const allowed = [...headers.keys()].filter((name) => name.startsWith('access-control-'))
      assert.deepEqual(allowed, [], `${method} ${path}`)
    }
})

test('what a signed-in person is shown is kept by nobody, and every page of theirs can sign them out', async () => {
  const cookie = await signedIn()
  const own = [
    '/work',
    '/work/sessions',
    '/work/tokens',
    '/work/factors',
    '/work/my-data',
    '/work/accounts',
    '/work/operator',
  ]
  for (const path of [...own, '/', '/programmes', `/programmes/${set.slug}`, `/meetings/${meeting}`]) {
    const response = await door.ask(path, { headers: { cookie } })
    assert.equal(response.status, 200, path)
    assert.equal(response.headers.get('cache-control'), 'no-store', path)
    assert.match(await response.text(), /<form method="post" action="\/sign-out">/, path)
  }
  for (const path of ['/api/v1/programmes', '/api/v1/work', meetingPaths.minutesFile(meeting)])
    assert.equal((await door.ask(path, { headers: { cookie } })).headers.get('cache-control'), 'no-store', path)
})

test('a cookie moves nothing through the API, only a token does', async () => {
  const cookie = await signedIn()
  const body = JSON.stringify({ name: 'Dinas Baru', kind: 'agency' })
  const headers = { cookie, 'content-type': 'application/json', origin: 'https://mufakat.example' }
  for (const path of ['/api/v1/organisations/new', '/API/v1/organisations/new', '/api/v1/../api/v1/organisations/new'])
    assert.ok([403, 404, 422].includes((await door.ask(path, { method: 'POST', headers, body })).status), path)
  const { rowCount } = await set.db.admin.pool.query(`select 1 from organisations where name = 'Dinas Baru'`)
  assert.equal(rowCount, 0)
})

test('over https every cookie is bound to this host and out of reach of scripts', async () => {
  const given = [
    ...(await door.ask('/?lang=en')).headers.getSetCookie(),
    ...(await door.post('/sign-in', { email, password })).headers.getSetCookie(),
  ]
  assert.ok(given.length >= 2, given.join('\n'))
  for (const line of given.filter((one) => !one.includes('Max-Age=0'))) {
    assert.match(line, /^__Host-/, line)
    for (const attribute of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax'])
      assert.ok(line.split('; ').includes(attribute), line)
    assert.doesNotMatch(line, /Domain/i, line)
  }
  const chosen = await door.ask('/', { headers: { cookie: '__Host-lang=en' } })
  assert.match(await chosen.text(), /<html lang="en"/)
})
