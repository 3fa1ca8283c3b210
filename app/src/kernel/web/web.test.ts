import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import pg from 'pg'
import { about } from '#modules/about/module.ts'
import { seedCalendar } from '../calendar/stored.ts'
import { writeAs } from '../database.ts'
import { appendEvent } from '../event.ts'
import { newId } from '../ids.ts'
import { forgetOldSubmissions } from '../submissions.ts'
import { cast } from '../testing/cast.ts'
import { testDatabase } from '../testing/database.ts'
import { testSite } from '../testing/site.ts'

const holiday = {
  date: '2026-11-30',
  name: 'Hari jadi kabupaten',
  nameEn: 'Regency day',
  kind: 'national',
  source: 'SK Bupati',
  reason: 'Hari jadi',
}
const newHoliday = '/calendar/holidays/new'

const db = await testDatabase()
const world = await cast(db)
await writeAs(db.jobs, { kind: 'job', job: 'seed', classes: ['public'] }, world.now, (tx) =>
  seedCalendar(tx, world.now),
)
const site = testSite(db, [about], { store: true, now: world.now })

describe('the web side of the kernel', () => {
  const operator = () => ({ as: world.actors.operator })

  test('a stored page is answered again, compressed, and is new at once after a write', async () => {
    const path = '/calendar?year=2026'
    const first = await site.get(path, { headers: { 'accept-encoding': 'gzip' } })
    assert.equal(first.headers.get('content-encoding'), 'gzip')
    const again = await site.get(path, { headers: { 'if-none-match': first.headers.get('etag')! } })
    assert.equal(again.status, 304)
    const added = await site.post(newHoliday, { ...holiday, date: '2026-11-27', _key: newId(world.now) }, operator())
    assert.equal(added.status, 303)
    const after = await site.get(path, { headers: { 'if-none-match': first.headers.get('etag')! } })
    assert.equal(after.status, 200)
    assert.notEqual(after.headers.get('etag'), first.headers.get('etag'))
    const plain = testSite(db, [about], { now: world.now })
    assert.match(await (await plain.get(path)).text(), /2026-11-27/)
  })

  test('a sign-in somewhere does not make the stored pages stale', async () => {
    const path = '/calendar?year=2027'
    const etag = (await site.get(path)).headers.get('etag')
    const before = site.deps.pages.answered
    const job = { kind: 'job', job: 'sign-in', classes: [], writes: ['restricted'] } as const
    const event = {
      name: 'session.opened',
      programmeId: null,
      class: 'restricted' as const,
      subjectKind: 'session',
      subjectId: world.people.officer.id,
    }
    await writeAs(db.jobs, job, world.now, (tx) => appendEvent(tx, job, world.now, event))
    assert.equal((await site.get(path)).headers.get('etag'), etag)
    assert.equal(site.deps.pages.answered, before + 1)
  })

  test('nothing inline may run, and every answer says so', async () => {
    for (const path of ['/sources', '/no-such-page', '/healthz', '/api/v1/openapi.json']) {
      const response = await site.get(path)
      assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'/, path)
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff')
    }
    const html = await (
      await site.get('/sources', {
        headers: { 'accept-encoding': 'identity', 'cache-control': 'no-cache' },
        as: world.actors.operator,
      })
    ).text()
    assert.doesNotMatch(html, /<script|style=|onclick/)
  })

  test('a post from another site is refused, by Origin or by Sec-Fetch-Site', async () => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: '', 'sec-fetch-site': 'cross-site' },
    ] as Record<string, string>[]) {
      const response = await site.post(newHoliday, holiday, { ...operator(), headers })
      assert.equal(response.status, 403)
    }
  })

  test('a post from this machine is taken under any of its loopback names', async () => {
    const form = { ...holiday, date: '2026-12-02', _key: newId(world.now) }
    const response = await site.post(newHoliday, form, { ...operator(), headers: { origin: 'http://127.0.0.1:3000' } })
    assert.equal(response.status, 303)
  })

  test('a body over the limit is refused with a page, before anything is read', async () => {
    const response = await site.post(
      newHoliday,
      { name: 'x' },
      { ...operator(), headers: { 'content-length': '999999999' } },
    )
    assert.equal(response.status, 413)
    assert.match(await response.text(), /terlalu besar/)
  })

  test('unknown addresses and ids that are none have a page and an API error', async () => {
    assert.equal((await site.get('/nowhere')).status, 404)
    assert.equal((await site.get('/calendar/holidays/not-a-date/removal', operator())).status, 404)
    const api = await site.get('/api/v1/nowhere')
    assert.equal(api.status, 404)
    assert.equal(((await api.json()) as { error: { kind: string } }).error.kind, 'missing')
  })

  test('the same form sent twice is one act and gets the same answer', async () => {
    const form = { ...holiday, _key: newId(world.now) }
    const [first, second] = await Promise.all([
      site.post(newHoliday, form, operator()),
      site.post(newHoliday, form, operator()),
    ])
    assert.deepEqual([first.status, second.status], [303, 303])
    assert.equal(first.headers.get('location'), second.headers.get('location'))
    const events = await db.admin.pool.query(
      `select 1 from events where name = 'holiday.added' and payload->>'date' = $1`,
      [holiday.date],
    )
    assert.equal(events.rowCount, 1)
  })

  test('another content under a used key is not answered as done: what was typed is shown with a new key', async () => {
    const form = { ...holiday, date: '2026-12-03', _key: newId(world.now) }
    assert.equal((await site.post(newHoliday, form, operator())).status, 303)
    const edited = await site.post(newHoliday, { ...form, name: 'Nama yang lain' }, operator())
    assert.equal(edited.status, 409)
    const html = await edited.text()
    assert.match(html, /sudah pernah dikirim dengan isi lain/)
    assert.match(html, /Nama yang lain/)
    assert.doesNotMatch(html, new RegExp(form._key))
    const headers = { 'idempotency-key': newId(world.now) }
    const body = { ...holiday, date: '2026-12-04' }
    const answers: number[] = []
    for (const name of ['Sekali', 'Sekali', 'Dua kali'])
      answers.push((await site.api(newHoliday, { ...body, name }, { ...operator(), headers })).status)
    assert.deepEqual(answers, [200, 200, 409])
  })

  test('keys of forms are forgotten after a month, not before', async () => {
    const kept = async () => (await db.admin.pool.query('select 1 from submissions')).rowCount ?? 0
    await site.post(newHoliday, { ...holiday, date: '2026-12-05', _key: newId(world.now) }, operator())
    const count = await kept()
    const after = (days: number) => new Date(world.now.getTime() + days * 86_400_000)
    assert.equal(await forgetOldSubmissions(db.jobs, after(30)), 0)
    assert.equal(await forgetOldSubmissions(db.jobs, after(32)), count)
    assert.equal(await kept(), 0)
  })

  test('a refused form says what to mend in the reader’s language and keeps what was typed', async () => {
    const wrong = { ...holiday, date: '31-31-2026', name: 'Hari <b>baru</b>', source: '' }
    const indonesian = await site.post(newHoliday, wrong, operator())
    assert.equal(indonesian.status, 422)
    const html = await indonesian.text()
    assert.match(html, /Tanggal harus lengkap/)
    assert.match(html, /<a href="#f-source">Sumber[^<]*: Isian ini belum diisi<\/a>/)
    assert.match(html, /Hari &lt;b&gt;baru&lt;\/b&gt;/)
    assert.match(
      await (await site.post(newHoliday, wrong, { ...operator(), lang: 'en' })).text(),
      /The date must be complete/,
    )
  })

  test('a lost session loses nothing that was typed', async () => {
    const response = await site.post(newHoliday, { ...holiday, name: 'Panjang sekali ditulis' })
    assert.equal(response.status, 403)
    const html = await response.text()
    assert.match(html, /Masuk dahulu/)
    assert.match(html, /Panjang sekali ditulis/)
  })

  test('someone without the right gets the reason, on the page and from the API', async () => {
    const page = await site.get(newHoliday, { as: world.actors.officer })
    assert.equal(page.status, 403)
    assert.match(await page.text(), /Hanya pengelola/)
    const api = await site.api(newHoliday, holiday, { as: world.actors.officer, lang: 'en' })
    assert.equal(api.status, 403)
    const body = (await api.json()) as { error: { code: string; message: string } }
    assert.deepEqual(body.error.code, 'not-operator')
    assert.match(body.error.message, /Only the operator/)
    assert.equal((await site.get(newHoliday)).headers.get('location'), '/sign-in?next=%2Fcalendar%2Fholidays%2Fnew')
  })

  test('the API names unknown fields and unreadable bodies', async () => {
    const unknown = await site.api(newHoliday, { ...holiday, date: '2026-12-01', colour: 'red' }, operator())
    assert.equal(unknown.status, 422)
    assert.match(await unknown.text(), /colour/)
    const list = await site.api(newHoliday, [1, 2], operator())
    assert.equal(list.status, 422)
  })

  test('the language is switched by the link and remembered', async () => {
    const response = await site.app.request('http://localhost:3000/sources?lang=en')
    assert.match(response.headers.get('set-cookie') ?? '', /lang=en/)
    assert.match(await response.text(), /<html lang="en"/)
  })

  test('without the database there is a 503 page that says so, and it recovers by itself', async () => {
    const name = new URL(db.urls.admin).pathname.slice(1)
    const server = new pg.Client({ connectionString: process.env.MUFAKAT_TEST_ADMIN_URL })
    await server.connect()
    try {
      await server.query(`alter database ${name} allow_connections false`)
      await server.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
      const gone = await site.get('/calendar?year=2025')
      assert.equal(gone.status, 503)
      assert.equal(gone.headers.get('retry-after'), '5')
      assert.match(await gone.text(), /Basis data tidak menjawab/)
      assert.equal((await site.get('/readyz')).status, 503)
      assert.equal((await site.get('/healthz')).status, 200)
    } finally {
      await server.query(`alter database ${name} allow_connections true`)
      await server.end()
    }
    assert.equal((await site.get('/calendar?year=2025')).status, 200)
  })
})
