import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { PersonActor } from '#kernel/access.ts'
import { readAs } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { createUser } from '#modules/accounts/public.ts'
import { browser } from '#modules/accounts/testing/browser.ts'
import { secretName, secretNik } from '#modules/requests/testing/stage.ts'
import { readEntryBytes } from '#modules/transparency/store/objects.ts'
import { logJob } from '#modules/transparency/store/rows.ts'
import { eraseAgain } from './erasing.ts'
import { decideErasure } from './operations/decide-erasure.ts'
import { erasurePaths } from './paths.ts'
import { copyOf, erasables, everythingIn, stage } from './testing/stage.ts'

const set = await stage()
const { actors, db, site, done, answered, on, settle } = set
const name = 'Wulandari Sukmaningrum'
const email = 'wulandari.s@surat.example'
const password = 'perahu kertas di sungai'
on('2026-11-03')
const made = await createUser(site.deps, { name, email, password }, site.time.now)
assert.equal(made.kind, 'done')
const id = made.kind === 'done' ? made.value.personId : ''
const resident: PersonActor = { ...actors.resident, personId: id }
const officer = { as: actors.informationOfficer }

test('a resident asks, is erased with every way in, and cannot come back; what was asked for goes along', async () => {
  const own = await answered({ name: secretName }).then(({ id: request }) => request)
  await db.admin.pool.query('update information_requesters set person_id = $1 where request_id = $2', [id, own])
  const person = browser(site, '203.0.113.7')
  const signIn = (who = person) => who.post('/sign-in', { email, password })
  assert.equal((await signIn()).headers.get('location'), '/work')
  await settle()
  const before = await set.verify()
  assert.ok((await (await person.get('/work/my-data')).text()).includes(email))
  assert.equal((await person.post(erasurePaths.own(), {})).status, 303)
  assert.match(await (await person.get(erasurePaths.own())).text(), /Menunggu putusan/)
  const list = await (await site.get(erasurePaths.list(), officer)).text()
  const erasure = list.match(/\/erasures\/([0-9a-f-]{36})/)![1]!
  assert.ok((await (await site.get(erasurePaths.one(erasure), officer)).text()).includes(name))
  const nobody = await site.get(erasurePaths.one(erasure), { as: actors.operator })
  assert.equal(nobody.status, 404)
  const backup = await copyOf(db, `backup_people_${process.pid}`)
  after(() => backup.drop())
  await done(decideErasure, { erasure, outcome: 'erase' })
  await settle()
  // From here the browser speaks for itself again.
  await site.get('/healthz')
  assert.equal((await person.get('/work/my-data')).status, 303, 'the session has ended')
  assert.equal((await signIn(browser(site, '203.0.113.8'))).status, 422)
  const copy = await everythingIn(db.admin.pool)
  for (const value of [name, email, 'wulandari.s', secretName, secretNik, '203.0.113.7'])
    assert.ok(!copy.includes(value), value)
  const left = await db.admin.pool.query(
    `select p.name, a.email, a.password_hash, a.disabled_at is not null as disabled,
      (select count(*) from sessions s where s.person_id = p.id)::int as sessions
      from people p join accounts a on a.person_id = p.id where p.id = $1`,
    [id],
  )
  assert.deepEqual(left.rows, [
    {
      name: 'dihapus atas permintaan',
      email: `erased-${id}@erased.invalid`,
      password_hash: null,
      disabled: true,
      sessions: 0,
    },
  ])
  assert.equal((await db.jobs.keys.erased([id, own])).size, 2)
  assert.ok(!(await (await site.get(erasurePaths.one(erasure), officer)).text()).includes(name))
  const afterwards = await set.verify()
  assert.ok(afterwards.checked.erased > before.checked.erased)
  // A copy from before has the account in clear: the next start erases it there, too, before anybody is served.
  assert.ok((await everythingIn(backup.copy.admin.pool)).includes(email))
  assert.equal(await eraseAgain({ jobs: backup.copy.jobs, erasables, clock: set.clock }), 2)
  const again = await everythingIn(backup.copy.admin.pool)
  for (const value of [name, email, secretName, secretNik, '203.0.113.7']) assert.ok(!again.includes(value), value)
  assert.equal((await createUser(site.deps, { name: 'Orang lain', email, password }, site.time.now)).kind, 'done')
})

test('what the log commits to about them is disclosed before, and by nobody after; events of office stay provable', async () => {
  on('2026-11-05')
  const made = await createUser(
    site.deps,
    { name: 'Rukmini Laksanawati', email: 'rukmini@surat.example', password },
    site.time.now,
  )
  const rukmini = made.kind === 'done' ? made.value.personId : ''
  const append = `insert into events (id, name, programme_id, class, subject_kind, subject_id, person_id, at)
    values ($1, 'note.made', $2, 'public', 'note', gen_random_uuid(), $3, now())`
  await db.admin.pool.query(append, [newId(site.time.now), set.programmeId, rukmini])
  await db.admin.pool.query(append, [newId(site.time.now), set.programmeId, set.people.head.id])
  await settle()
  const { rows } = await db.admin.pool.query(
    `select n.number from event_numbers n join events e on e.id = n.event_id where e.name = 'note.made' order by n.number`,
  )
  const [theirs, office] = rows.map((row) => row.number as number) as [number, number]
  const disclosed = async (number: number) => {
    const response = await site.get(`/api/v1/log/disclosures/${number}`, { as: actors.officer })
    return response.status === 200
      ? ((await response.json()) as { data: { disclosures: object[] } }).data.disclosures
      : []
  }
  const entry = (number: number) => readAs(db.jobs, logJob, site.time.now, (tx) => readEntryBytes(tx, number - 1))
  const bytes = await entry(theirs)
  assert.equal((await disclosed(theirs)).length, 2)
  const asking = { ...resident, personId: rukmini }
  await site.post(erasurePaths.own(), {}, { as: asking })
  const waiting = await db.admin.pool.query('select id from erasures where subject_id = $1', [rukmini])
  await done(decideErasure, { erasure: waiting.rows[0].id, outcome: 'erase' })
  await settle()
  assert.deepEqual(await disclosed(theirs), [])
  assert.equal((await disclosed(office)).length, 3)
  assert.deepEqual(await entry(theirs), bytes, 'the entry and its proofs stay as they were')
  await set.verify()
})
