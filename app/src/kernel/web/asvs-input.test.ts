import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { allModules } from '#app/modules.ts'
import { cast } from '../testing/cast.ts'
import { testDatabase } from '../testing/database.ts'
import { testSite } from '../testing/site.ts'

const db = await testDatabase()
const world = await cast(db)
const site = testSite(db, allModules({ demoSignIns: [] }), { now: world.now })
const operator = { as: world.actors.operator }
const coordinator = { as: world.actors.coordinator }
const urls = readFileSync(join(import.meta.dirname, '../../../../docs/urls.txt'), 'utf8')
  .trim()
  .split('\n')
const gets = urls.filter((line) => line.startsWith('GET ')).map((line) => line.slice(4))
const posts = site.openapi.entries.filter(({ method }) => method === 'post')
assert.ok(gets.length > 150 && posts.length > 80, 'the lists of addresses are read')

/** Names that every object has, breaks of lines, quotes, patterns, numbers beyond all; then what only a page could run. */
const hostileWords = [
  '__proto__',
  'constructor',
  "' or 1=1--",
  '%_\\',
  '99999999999999999999',
  'x\r\nset-cookie: a=b',
  'toString',
  'javascript:alert(1)',
  '../../etc/passwd',
  '{{7*7}}<%= 7*7 %><script>alert(1)</script>',
]

/** The address with its programme real and the rest a hostile word. */
const withWord = (path: string, word: string, slug = world.slug) =>
  path.replace(':slug', slug).replace(/:\w+/g, encodeURIComponent(word))

test('no address breaks on a hostile word in it, whoever asks', async () => {
  for (const path of gets.filter((one) => one.includes(':') && !one.endsWith('.pdf')))
    for (const word of hostileWords.slice(0, 6))
      for (const asked of [withWord(path, word), withWord(path, word, encodeURIComponent(word))]) {
        const response = await site.get(asked, coordinator)
        assert.ok(response.status < 500, `${response.status} ${asked}`)
        assert.doesNotMatch(response.headers.get('set-cookie') ?? '', /a=b/, asked)
      }
})

test('no query breaks a page or gets markup, another address or a header into it', async () => {
  const names = [
    'q',
    'page',
    'sort',
    'order',
    'lang',
    'next',
    'to',
    'done',
    'status',
    'class',
    'version',
    'year',
    'organisation',
  ]
  for (const path of gets.filter((one) => !/:(?!slug)/.test(one)))
    for (const word of hostileWords) {
      const query = new URLSearchParams(Object.fromEntries(names.map((name) => [name, word]))).toString()
      const asked = `${path.replace(':slug', world.slug)}?${query}&${query}&__proto__=x&constructor[prototype]=y`
      const response = await site.get(asked, coordinator)
      assert.ok(response.status < 500, `${response.status} ${asked}`)
      assert.doesNotMatch(response.headers.get('set-cookie') ?? '', /a=b/, asked)
      const to = new URL(response.headers.get('location') ?? '/', 'http://localhost:3000')
      assert.equal(to.origin, 'http://localhost:3000', asked)
      const text = await response.text()
      if (response.headers.get('content-type')?.startsWith('text/html'))
        assert.doesNotMatch(text, /<script>alert|href="javascript:|49<%= 7|<%= 49/, asked)
    }
})

/** How many rows each table holds. */
async function rowCounts() {
  const { rows } = await db.admin.pool.query<{ name: string; count: string }>(`
    select table_name as name, (xpath('/row/c/text()', query_to_xml(
      format('select count(*) as c from %I', table_name), false, true, '')))[1]::text as count
    from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`)
  return rows
}

test('asking for a page changes nothing', async () => {
  const before = await rowCounts()
  assert.ok(before.length > 50)
  for (const path of gets.filter((one) => !/:(?!slug)/.test(one)))
    for (const as of [world.actors.operator, world.actors.coordinator])
      await site.get(`${path.replace(':slug', world.slug)}?status=finished&delete=1&id=${world.programmeId}`, { as })
  assert.deepEqual(await rowCounts(), before)
})

/** What an address says is taken from there, whatever the body says. */
const ofTheAddress = new Set(['programme', 'slug'])
/** What no field is declared as, each of another type. */
const wrongly = [[['x']], { $ne: 1 }, [{ constructor: { prototype: {} } }], 1e308, Number.MAX_SAFE_INTEGER + 1, null]

test('the API refuses values of another type than declared, operation by operation and field by field', async () => {
  let tried = 0
  for (const { path, input, operationId } of posts)
    for (const name of Object.keys(input!.shape).filter((one) => !ofTheAddress.has(one)))
      for (const value of wrongly) {
        if (input!.shape[name]!.safeParse(value).success) continue
        tried += 1
        const { status } = await site.api(withWord(path, world.programmeId), { [name]: value }, coordinator)
        assert.ok([403, 404, 422].includes(status), `${operationId} ${name} ${JSON.stringify(value)}: ${status}`)
      }
  assert.ok(tried > 1_000, String(tried))
})

test('no operation takes a field that it did not declare: not an id, owner, class or role, nor a prototype', async () => {
  const fields = ['id', 'owner_id', 'created_by', 'version', 'isAdmin', 'roles', 'constructor', '__proto__']
  for (const { path, input, operationId } of posts)
    for (const name of fields.filter((one) => !(one in input!.shape) || one === 'constructor' || one === '__proto__')) {
      const body = JSON.parse(`{"${name}":{"kind":"job"}}`)
      const response = await site.api(withWord(path, world.programmeId), body, operator)
      assert.ok([403, 404, 422].includes(response.status), `${operationId} ${name}: ${response.status}`)
      const refused = input!.safeParse(body)
      assert.equal(refused.success, false, `${operationId} ${name}`)
      const unknown = refused.error?.issues.some(
        (issue) => issue.code === 'unrecognized_keys' && issue.keys.includes(name),
      )
      if (name !== '__proto__') assert.ok(unknown, `${operationId} ${name}`)
    }
  assert.equal(({} as { kind?: string }).kind, undefined)
})

const holiday = { date: '2026-12-07', name: 'Hari jadi', nameEn: 'Day', kind: 'national', source: 'SK', reason: 'x' }
const newHoliday = '/calendar/holidays/new'

test('a form with names that every object has, or that are nobody’s, is the form without them', async () => {
  const odd: Record<string, string> = {
    constructor: 'x',
    toString: 'x',
    hasOwnProperty: 'x',
    id: 'x',
    created_by: 'x',
    roles: 'x',
  }
  const refused = await site.post(newHoliday, { ...odd, ...holiday, date: '' }, operator)
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /Hari jadi/)
  const lost = await site.post(newHoliday, { ...odd, ...holiday })
  assert.equal(lost.status, 403)
  assert.doesNotMatch(await lost.text(), /native code|\[object/)
  const done = await site.post(newHoliday, { ...odd, ...holiday }, operator)
  assert.equal(done.status, 303)
  const text = 'date=2026-12-08&__proto__[kind]=x&__proto__=x&constructor.prototype.kind=x&name=y'
  const polluted = await site.app.request(`http://localhost:3000${newHoliday}`, {
    method: 'POST',
    body: text,
    headers: { origin: 'http://localhost:3000', 'content-type': 'application/x-www-form-urlencoded' },
  })
  assert.equal(polluted.status, 422)
  assert.equal(({} as { kind?: string }).kind, undefined)
})

test('a parameter given twice is read one way: the last of a form, the first of an address', async () => {
  const twice = { ...holiday, date: ['2026-12-09', '2026-12-10'], name: 'Dua kali' }
  assert.equal((await site.post(newHoliday, twice, operator)).status, 303)
  const { rows } = await db.admin.pool.query<{ date: string }>(
    `select date::text from holidays where name = 'Dua kali'`,
  )
  assert.deepEqual(rows, [{ date: '2026-12-10' }])
  const mixed = await site.post(`${newHoliday}?date=2026-12-11`, { ...holiday, date: '' }, operator)
  assert.equal(mixed.status, 422, 'an address fills no field of a form')
  const page = await (await site.get('/organisations?q=pertama&q=kedua')).text()
  assert.match(page, /value="pertama"/)
})
