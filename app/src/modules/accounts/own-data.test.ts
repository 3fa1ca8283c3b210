import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import type { PersonalData } from '#kernel/personal-data.ts'
import { cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { accounts } from './module.ts'
import { enrolApp } from './testing/enrolment.ts'
import { password, peopleOf } from './testing/people.ts'

const start = new Date('2026-11-24T03:00:00Z')
const db = await testDatabase()
const declarations: PersonalData = {
  name: 'declarations',
  title: (lang) => (lang === 'id' ? 'Pernyataan kepentingan' : 'Declarations'),
  columns: { supplier: () => 'Pemasok' },
  read: async (_tx, personId) => [{ supplier: `CV ${personId.slice(0, 4)} <b>` }],
}
const site = testSite(db, [accounts({ personalData: [declarations] })], { now: start })
const { people, organisations } = await cast(db, { now: start })
const { castSignedIn } = await peopleOf(db, site)

beforeEach(() => {
  site.time.now = start
})

type File = { personId: string; data: Record<string, Record<string, unknown>[]> }

test('people take along all that is kept about them and nothing about others, and that leaves an event', async () => {
  const person = await castSignedIn(people, 'officer')
  const app = await enrolApp(person, site.time)
  await (await castSignedIn(people, 'otherOfficer')).get('/work/sessions')
  const response = await person.post('/work/my-data', { format: 'json' })
  assert.equal(response.headers.get('content-disposition'), 'attachment; filename="mufakat-2026-11-24.json"')
  assert.equal(response.headers.get('cache-control'), 'no-store')
  const text = await response.text()
  const { personId, data } = JSON.parse(text) as File
  assert.equal(personId, people.officer.id)
  assert.deepEqual(
    data.account!.map(({ email }) => email),
    [people.officer.email],
  )
  assert.deepEqual(
    data.seats!.map(({ role, organisation }) => [role, organisation]),
    [['officer', organisations.owner.name]],
  )
  assert.equal(data.posts!.length, 1)
  assert.equal(data.sessions!.at(0)!.network, '203.0.113.0/24')
  assert.deepEqual(data.declarations, [{ supplier: `CV ${personId.slice(0, 4)} <b>` }])
  assert.ok(data.events!.some(({ name }) => name === 'second-factor.added'))
  assert.ok(data.mails!.some(({ subject }) => String(subject).includes('Langkah kedua')))
  for (const secret of [
    'argon2id',
    password,
    app.key.toString('base64'),
    app.codes[0]!,
    person.jar.get('mufakat')!,
    people.otherOfficer.id,
  ]) {
    assert.ok(!text.includes(secret), secret)
  }
  const { rows } = await db.admin.pool.query(
    `select payload->>'format' as format, class from events where name = 'personal-data.exported' and subject_id = $1`,
    [personId],
  )
  assert.deepEqual(rows, [{ format: 'json', class: 'restricted' }])
})

test('the readable page and file escape what people typed; taking it along needs a fresh proof', async () => {
  const person = await castSignedIn(people, 'coordinator')
  const page = await (await person.get('/work/my-data')).text()
  assert.match(page, /Pernyataan kepentingan/)
  assert.match(page, /CV \w{4} &lt;b&gt;/)
  const file = await person.post('/work/my-data', { format: 'html' })
  assert.match(file.headers.get('content-disposition')!, /\.html"$/)
  assert.match(await file.text(), /CV \w{4} &lt;b&gt;/)
  site.time.now = new Date(start.getTime() + 11 * 60_000)
  assert.equal((await person.get('/work/my-data')).status, 200)
  assert.equal((await person.post('/work/my-data', { format: 'json' })).status, 307)
})
