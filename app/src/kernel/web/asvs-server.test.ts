import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { installationSecret } from '#app/start/secrets.ts'
import { createUser } from '#modules/accounts/public.ts'
import { cast } from '../testing/cast.ts'
import { testDatabase } from '../testing/database.ts'
import { frontDoor } from '../testing/front-door.ts'

const db = await testDatabase()
const world = await cast(db)
const door = await frontDoor(db, world.now)
const statusOf = (answer: string) => Number(answer.match(/^HTTP\/1\.1 (\d{3})/)?.[1] ?? 0)

test('methods that no page has are refused, and none repeats what was sent', async () => {
  for (const method of ['TRACE', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND', 'CONNECT', 'NONSENSE'])
    for (const path of ['/', '/sign-in', '/api/v1/programmes']) {
      const answer = await door.raw(
        `${method} ${path} HTTP/1.1\r\nHost: x\r\nCookie: mufakat=rahasia-saya\r\nConnection: close\r\n\r\n`,
      )
      assert.ok(
        answer === '' || [400, 403, 404].includes(statusOf(answer)),
        `${method} ${path}: ${answer.slice(0, 80)}`,
      )
      assert.doesNotMatch(answer, /rahasia-saya/, method)
    }
})

test('a message whose end is told in two ways, or wrongly, is not read', async () => {
  const post = (headers: string, body: string) =>
    door.raw(`POST /sign-in HTTP/1.1\r\nHost: x\r\n${headers}\r\n\r\n${body}`)
  const smuggled = 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n'
  for (const [headers, body] of [
    ['Content-Length: 4\r\nTransfer-Encoding: chunked', `0\r\n\r\n${smuggled}`],
    ['Content-Length: 0\r\nContent-Length: 40', smuggled],
    ['Transfer-Encoding: xchunked', `0\r\n\r\n${smuggled}`],
    ['Transfer-Encoding : chunked', `0\r\n\r\n${smuggled}`],
    ['Content-Length: +5', smuggled],
  ] as const) {
    const answer = await post(headers, body)
    assert.equal(statusOf(answer), 400, headers)
    assert.equal(answer.split('HTTP/1.1').length, 2, `${headers}: one answer, and then the end`)
  }
})

test('a body that does not say how long it is, is refused before it is read', async () => {
  const answer = await door.raw(
    'POST /sign-in HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n5\r\nhello\r\n0\r\n\r\n',
  )
  assert.equal(statusOf(answer), 413)
})

test('no answer believes the Host that it was asked for', async () => {
  const ask = (path: string, host: string) =>
    door.raw(`GET ${path} HTTP/1.1\r\n${host}\r\nX-Forwarded-Host: evil.example\r\nConnection: close\r\n\r\n`)
  const feed = `/programmes/${world.slug}/calendar.ics`
  for (const path of [
    '/',
    '/work',
    '/organisations?page=99',
    '/sign-in/reset',
    '/api/v1/openapi.json',
    feed,
    '/faulty',
  ])
    for (const host of [
      'Host: evil.example',
      'Host: evil.example:99999',
      'Host: evil.example/x?',
      'Host: a b',
      'X: y',
    ]) {
      const answer = await ask(path, host)
      const expected = path === '/faulty' ? [400, 500] : [200, 302, 303, 400]
      assert.ok(expected.includes(statusOf(answer)), `${path} ${host}: ${answer.slice(0, 60)}`)
      assert.doesNotMatch(answer, /evil\.example/, `${path} ${host}`)
    }
})

test('neither folders nor files of the installation are served', async () => {
  const folder = door.deps.assets.css.split('/').slice(0, 3).join('/')
  const hidden = [
    '.git/HEAD',
    '.git/config',
    '.env',
    '.mufakat/secrets/secret',
    'package.json',
    'app/src/main.ts',
    '.well-known/',
  ]
  const paths = [
    '/assets',
    '/assets/',
    `${folder}`,
    `${folder}/`,
    `${folder}/fonts/`,
    '/dist/',
    '/docs/',
    '/server-status',
  ]
  for (const name of hidden) paths.push(`/${name}`, `/assets/${name}`, `/assets/../${name}`, `/assets/..%2f${name}`)
  for (const path of paths) {
    const answer = await door.raw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
    assert.equal(statusOf(answer), 404, path)
  }
})

test('an unexpected fault tells its reader a number to ask by and nothing of our insides, and the log what it was', async () => {
  for (const path of ['/faulty', '/api/v1/faulty', '/faulty?lang=en']) {
    const response = await door.ask(path)
    assert.equal(response.status, 500)
    const text = await response.text()
    assert.doesNotMatch(text, /password_hash|10\.0\.0\.7|at .*\.ts|node:|node_modules/, path)
    const line = door.logged.findLast(
      (one) => one.includes(response.headers.get('x-request-id')!) && one.includes('frames'),
    )
    assert.match(line ?? '', /password_hash from accounts/)
  }
})

test('what is refused is in the log with time, route and person, and no secret or hostile line is', async () => {
  door.logged.length = 0
  const nasty = 'x%0d%0a{"level":60,"msg":"forged"}%1b[31m'
  const headers = { 'user-agent': 'x"}\\n{"level":60', origin: 'https://evil.example' }
  await door.post(`/sign-in?next=${nasty}`, { email: `a\r\n{"level":60}@b.example`, password: 'rahasia-saya' }, headers)
  await door.post('/sign-in', { email: `a\r\n{"level":60}@b.example`, password: 'rahasia-saya' })
  await door.ask(`/api/v1/${nasty}`, { headers: { authorization: 'Bearer rahasia-saya' } })
  await door.ask(`/faulty?${nasty}`)
  const lines = door.logged.map((line) => JSON.parse(line) as Record<string, unknown>)
  assert.deepEqual(
    lines.map(({ status, msg }) => [status, msg]).filter(([status]) => status),
    [
      [403, 'refused'],
      [422, 'unfit'],
      [401, 'refused'],
      [500, 'request'],
    ],
  )
  for (const line of lines) assert.equal(typeof line.time === 'number' && typeof line.requestId, 'string')
  assert.doesNotMatch(door.logged.join(''), /forged|rahasia-saya|evil/)
  assert.ok(door.logged.every((line) => line.trimEnd().split('\n').length === 1))
})

test('whoever is signed in and refused stands in the log by number, also where a record is out of sight', async () => {
  const [email, password] = ['laras@dinkes.example', 'perahu kertas di sungai']
  const made = await createUser(door.deps, { name: 'Laras Widya', email, roles: [], password }, world.now)
  const entered = await door.post('/sign-in', { email, password })
  const cookie = entered.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  door.logged.length = 0
  for (const path of ['/work/accounts', '/organisations/new', `/meetings/${world.programmeId}`])
    await door.ask(path, { headers: { cookie } })
  const person = made.kind === 'done' ? made.value.personId : ''
  assert.deepEqual(
    door.logged.map((line) => JSON.parse(line)).map(({ route, status, person }) => [route, status, person]),
    [
      ['/work/accounts', 403, person],
      ['/organisations/new', 403, person],
      ['/meetings/:id', 404, person],
    ],
  )
  assert.doesNotMatch(door.logged.join(''), /Laras|dinkes/)
})

test('input that a schema refuses is in the log by route and person, without what was typed', async () => {
  const [email, password] = ['rini@dinkes.example', 'perahu kertas di sungai']
  const made = await createUser(door.deps, { name: 'Rini Astuti', email, roles: ['operator'], password }, world.now)
  const { headers } = await door.post('/sign-in', { email, password })
  const cookie = headers.getSetCookie().map((line) => line.split(';')[0])
  door.logged.length = 0
  await door.post('/organisations/new', { name: '', kind: 'rahasia-saya' }, { cookie: cookie.join('; ') })
  const [line, ...more] = door.logged.map((one) => JSON.parse(one))
  const person = made.kind === 'done' ? made.value.personId : ''
  assert.deepEqual(
    [line.msg, line.method, line.route, line.status, line.person],
    ['unfit', 'POST', '/organisations/new', 422, person],
  )
  assert.deepEqual(more, [])
  assert.doesNotMatch(door.logged.join(''), /rahasia|Rini/)
})

test('the secret of an installation is made once, and read by its own account only', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'mufakat-secret-'))
  try {
    const config = { ...door.deps.config, dataDir }
    const secret = installationSecret(config)
    assert.match(secret, /^[0-9a-f]{64}$/)
    assert.equal(installationSecret(config), secret)
    assert.equal(statSync(join(dataDir, 'secrets')).mode & 0o777, 0o700)
    assert.equal(statSync(join(dataDir, 'secrets/secret')).mode & 0o777, 0o600)
  } finally {
    rmSync(dataDir, { recursive: true })
  }
})
