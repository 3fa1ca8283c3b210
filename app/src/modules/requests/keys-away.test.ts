import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openKeys } from '#kernel/keys/keys.ts'
import { requestPaths } from './paths.ts'
import { filled, secretName, stage } from './testing/stage.ts'

const { actors, db, slug, site, filedAndRegistered, ticket, on } = await stage()
// Nobody listens there, as when the server of the keys is down.
const away = openKeys({ url: 'postgres://mufakat_keys@127.0.0.1:1/keys', wrapping: () => [] })
after(() => away.close())
const there = db.app.keys

test('while the keys database is away, what needs it says so and saves nothing; the rest goes on', async () => {
  on('2026-11-02')
  const { id, token } = await filedAndRegistered()
  const count = async () => (await db.admin.pool.query('select count(*) from information_requests')).rows[0].count
  const before = await count()
  db.app.keys = away
  const filing = await site.post(requestPaths.new(), { ...filled, programme: slug, ticket: ticket() })
  assert.equal(filing.status, 503)
  assert.equal(filing.headers.get('retry-after'), '5')
  assert.match(await filing.text(), /Basis data kunci tidak menjawab/)
  assert.equal(await count(), before)
  const officer = { as: actors.informationOfficer }
  const page = await site.get(requestPaths.one(id), officer)
  assert.equal(page.status, 503)
  assert.ok(!(await page.text()).includes(secretName))
  const api = await site.get(`/api/v1${requestPaths.one(id)}`, officer)
  assert.deepEqual(
    [api.status, ((await api.json()) as { error: { kind: string } }).error.kind],
    [503, 'keysUnavailable'],
  )
  assert.equal((await site.get(requestPaths.follow(token))).status, 503)
  // What everyone may know needs no key.
  for (const path of [requestPaths.register(), requestPaths.one(id), requestPaths.rules(), '/healthz'])
    assert.equal((await site.get(path)).status, 200, path)
  const ready = await site.get('/readyz')
  assert.deepEqual([ready.status, await ready.text()], [200, 'ok, but the keys database does not answer'])
  assert.match(await (await site.get('/metrics')).text(), /^mufakat_keys_open 0$/m)
  db.app.keys = there
  assert.match(await (await site.get('/metrics')).text(), /^mufakat_keys_open 1$/m)
  assert.equal(await (await site.get('/readyz')).text(), 'ok')
  assert.ok((await (await site.get(requestPaths.one(id), officer)).text()).includes(secretName))
})
