import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { accounts } from './module.ts'
import { browser } from './testing/browser.ts'
import { enrolApp } from './testing/enrolment.ts'
import { password, peopleOf } from './testing/people.ts'

const start = new Date('2026-11-24T03:00:00Z')
const db = await testDatabase()
const site = testSite(db, [accounts()], { now: start })
const { people } = await cast(db, { now: start })
const { castSignedIn, add, signedIn } = await peopleOf(db, site)

function hoursLater(hours: number) {
  site.time.now = new Date(start.getTime() + hours * 3_600_000)
}

beforeEach(async () => {
  hoursLater(0)
  await db.admin.pool.query(
    'update factor_resets set cancelled_at = now(), cancelled_by = person_id where done_at is null and cancelled_at is null',
  )
})

type Who = Awaited<ReturnType<typeof signedIn>>
const idIn = (page: string) => page.match(/\/work\/resets\/([0-9a-f-]{36})\/(?:approval|cancellation)/)?.[1] ?? ''
const open = async (person: Who) => idIn(await (await person.get('/work/resets')).text())
const propose = (person: Who, email: string) => person.post('/work/resets', { email })
const secondStepAsked = async (email: string) =>
  (await browser(site).post('/sign-in', { email, password })).headers.get('location') === '/sign-in/second'
const subjects = async (email: string) =>
  (
    await db.admin.kysely
      .selectFrom('mails')
      .select('subject')
      .where('address', '=', email)
      .orderBy('created_at')
      .execute()
  ).map(({ subject }) => subject)

const lost = await castSignedIn(people, 'officer')
await enrolApp(lost, site.time)
const { email } = people.officer

test('two people, a day and three letters lie between a lost factor and a sign-in by password', async () => {
  const head = await castSignedIn(people, 'head')
  const operator = await castSignedIn(people, 'operator')
  assert.equal((await propose(head, email)).headers.get('location'), '/work/resets?done=proposed')
  const id = await open(head)
  assert.equal((await head.post(`/work/resets/${id}/approval`, {})).status, 403, 'not by the same person')
  assert.equal(
    (await operator.post(`/work/resets/${id}/approval`, {})).headers.get('location'),
    '/work/resets?done=approved',
  )
  hoursLater(23.99)
  assert.ok(await secondStepAsked(email))
  hoursLater(24)
  const back = browser(site)
  assert.equal((await back.post('/sign-in', { email, password })).headers.get('location'), '/work')
  const letters = (await subjects(email)).join('\n')
  for (const told of ['diusulkan', 'akan diatur ulang', 'diatur ulang di']) assert.match(letters, new RegExp(told))
  const { rows } = await db.admin.pool.query(
    `select name from events where subject_id = $1 and name like 'factor-reset.%' order by at`,
    [people.officer.id],
  )
  assert.deepEqual(
    rows.map(({ name }) => name),
    ['factor-reset.proposed', 'factor-reset.approved', 'factor-reset.done'],
  )
  await enrolApp(back, site.time)
})

test('its person, still signed in somewhere, stops it', async () => {
  const [head, operator] = [await castSignedIn(people, 'head'), await castSignedIn(people, 'operator')]
  const { id: otherId, email: other } = people.grantHolder
  const person = await castSignedIn(people, 'grantHolder')
  await enrolApp(person, site.time)
  assert.equal((await propose(head, other)).status, 422, 'a head of another organisation may not')
  assert.equal((await propose(operator, other)).status, 303)
  const id = await open(operator)
  const otherHead = await castSignedIn(people, 'otherHead')
  assert.equal((await otherHead.post(`/work/resets/${id}/approval`, {})).status, 303)
  assert.match(await (await person.get('/work/factors')).text(), /Pengaturan ulang sedang berjalan/)
  const stranger = await signedIn((await add()).email)
  assert.equal((await stranger.post(`/work/factors/resets/${id}/cancellation`, {})).status, 403)
  assert.equal((await person.post(`/work/factors/resets/${id}/cancellation`, {})).status, 303)
  hoursLater(48)
  assert.ok(await secondStepAsked(other))
  const { rows } = await db.admin.pool.query('select done_at from factor_resets where person_id = $1', [otherId])
  assert.deepEqual(rows, [{ done_at: null }])
})

test('nobody resets their own, officers and strangers reset nobody’s, and nobody learns who has an account', async () => {
  const officer = await castSignedIn(people, 'otherOfficer')
  assert.equal((await officer.get('/work/resets')).status, 403)
  assert.equal((await propose(officer, people.coordinator.email)).status, 403)
  const operator = await castSignedIn(people, 'operator')
  await enrolApp(operator, site.time)
  assert.equal((await propose(operator, people.operator.email)).status, 403)
  const head = await castSignedIn(people, 'head')
  const answers = []
  for (const address of [people.auditor.email, 'tidak.ada@dinkes.example']) {
    const response = await propose(head, address)
    answers.push({
      status: response.status,
      page: (await response.text()).replaceAll(address, '').replace(/_key" value="[^"]+/g, ''),
    })
  }
  assert.equal(answers[0]!.status, 422)
  assert.deepEqual(answers[1], answers[0])
})

test('two who approve at once are one approval, and SQL cannot shorten the day', async () => {
  const head = await castSignedIn(people, 'head')
  const first = await add(['operator'])
  const second = await add(['operator'])
  const [one, two] = [await signedIn(first.email), await signedIn(second.email)]
  hoursLater(0.01)
  assert.equal((await propose(head, email)).status, 303)
  const id = await open(head)
  const answers = await Promise.all([one, two].map((person) => person.post(`/work/resets/${id}/approval`, {})))
  assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 403])
  const forge = (set: string) =>
    db.jobs.pool
      .query(
        `begin; select set_config('mufakat.kind', 'job', true); update factor_resets set ${set} where id = '${id}'; rollback`,
      )
      .finally(() => db.jobs.pool.query('rollback'))
  await assert.rejects(forge(`due_at = approved_at`), /never rewritten|check constraint/)
  await assert.rejects(forge(`done_at = approved_at`), /check constraint/)
  await assert.rejects(forge(`approved_by = proposed_by`), /never rewritten|check constraint/)
})
