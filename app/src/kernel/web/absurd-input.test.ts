import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allModules } from '#app/modules.ts'
import { cast } from '../testing/cast.ts'
import { testDatabase } from '../testing/database.ts'
import { testSite } from '../testing/site.ts'

const db = await testDatabase()
const world = await cast(db)
const site = testSite(db, allModules({ demoSignIns: [] }), { now: world.now })
const operator = { as: world.actors.operator }
const nul = '\0'

test('a NUL byte in an address is a page that does not exist, in a search it is nothing', async () => {
  for (const path of ['/programmes/%00', '/api/v1/programmes/%00', '/organisations/%00', '/people/%00'])
    assert.equal((await site.get(path)).status, 404, path)
  for (const path of ['/programmes', '/people', '/territories', '/organisations'])
    for (const door of ['', '/api/v1'])
      assert.equal((await site.get(`${door}${path}?q=%00${world.slug}`)).status, 200, door + path)
})

test('a NUL byte in a form is left out, wherever forms are read', async () => {
  const signIn = await site.post('/sign-in', { email: `a${nul}@b.example`, password: `x${nul}y` })
  assert.ok(signIn.status < 500, String(signIn.status))
  for (const path of ['/sign-in/reset', '/work/invitations']) {
    const { status } = await site.post(path, { email: `a${nul}@b.example`, name: `N${nul}` }, operator)
    assert.ok(status < 500, `${path} ${status}`)
  }
  const holiday = { date: '2026-12-03', name: `Hari${nul} jadi`, nameEn: 'Day', kind: 'national', source: 'SK' }
  const added = await site.post('/calendar/holidays/new', { ...holiday, reason: 'Hari jadi' }, operator)
  assert.equal(added.status, 303)
  const { rows } = await db.admin.pool.query(`select name from holidays where date = '2026-12-03'`)
  assert.equal(rows[0].name, 'Hari jadi')
})

test('a NUL byte sent to the API is refused with the field that holds it', async () => {
  const body = { date: '2026-12-04', name: `Hari${nul}`, nameEn: 'Day', kind: 'national', source: 'SK', reason: 'x' }
  const answer = await site.api('/calendar/holidays/new', body, operator)
  assert.equal(answer.status, 422)
  const { error } = (await answer.json()) as { error: { problems: { field: string; code: string }[] } }
  assert.deepEqual(
    error.problems.map(({ field, code }) => [field, code]),
    [['name', 'unstorable']],
  )
})

test('more fields than any form has are over the limit', async () => {
  const fields = Object.fromEntries(Array.from({ length: 600 }, (_, index) => [`f${index}`, '1']))
  for (const path of ['/calendar/holidays/new', '/sign-in'])
    assert.equal((await site.post(path, fields, operator)).status, 413, path)
})
