import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allModules } from '#app/modules.ts'
import { readAs, writeAs } from '#kernel/database.ts'
import { personActor } from '#kernel/session.ts'
import { cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { importProgramme } from '#modules/programmes/exchange/import-programme.ts'
import { giveCoordinator } from './coordinator.ts'
import { counts, importText, now, rowsOf } from './testing/importing.ts'

const db = await testDatabase()
const people = await cast(db)
const site = testSite(db, allModules({ demoSignIns: [] }), { now })
const { email, id: personId } = people.people.otherOfficer
const table = 'Kode;Kegiatan;Pelaksana\nA1;Uji air;Dinas Lingkungan\n'
const asked = (slug: string) => ({ as: 'tasks', programme: slug, create: { name: slug } }) as const
const reader = { kind: 'job', job: 'test', classes: ['public'] } as const
const actor = () => readAs(db.jobs, reader, now, (tx) => personActor(tx, personId, now))
const seatsOf = (slug: string) =>
  rowsOf(
    db,
    `select a.email, s.role, o.name from seats s join programmes p on p.id = s.programme_id join accounts a on a.person_id = s.person_id
    join organisations o on o.id = s.organisation_id where p.slug = $1`,
    [slug],
  )

test('whom --coordinator names leads the new programme: writes its charter, gives its seats', async () => {
  const report = await importText(db, table, { ...asked('dipimpin'), coordinator: ` ${email.toUpperCase()} ` })
  const own = people.organisations.other.name
  assert.deepEqual(await seatsOf('dipimpin'), [{ email, role: 'coordinator', name: own }])
  assert.ok(report.remarks.some(({ code, detail }) => code === 'coordinator-seated' && detail === 'Sri Rahayu'))
  const as = await actor()
  for (const page of ['seats/new', 'charter/draft', 'parties/new'])
    assert.equal((await site.get(`/programmes/dipimpin/${page}`, { as })).status, 200, page)
  const purpose = { purpose: 'Air bersih untuk semua' }
  assert.equal((await site.post('/programmes/dipimpin/charter/draft', purpose, { as })).status, 303)
  await importText(db, table, { ...asked('dipimpin'), coordinator: email })
  assert.equal((await seatsOf('dipimpin')).length, 1)
})

test('a programme nobody coordinates says so, and can be given somebody later, also one from a programme file', async () => {
  const report = await importText(db, table, asked('yatim'))
  assert.ok(report.remarks.some(({ code }) => code === 'nobody-seated'))
  await importText(db, table, { ...asked('yatim'), coordinator: email })
  assert.equal((await seatsOf('yatim')).length, 1)
  const file = {
    format: 'mufakat-programme/1',
    programme: { slug: 'dari-berkas', names: { id: 'Dari berkas' }, lang: 'id', status: 'running' },
    organisations: [{ key: 'a', name: 'Dinas A', lang: 'id', kind: 'agency' }],
    parties: [{ organisation: 'a', role: 'lead' }],
  }
  const outcome = await importProgramme(db.jobs, file, { now, source: 'a.json' })
  assert.equal(outcome.kind, 'done', JSON.stringify(outcome))
  await writeAs(db.jobs, { kind: 'job', job: 'import', classes: ['public', 'members'] }, now, (tx) =>
    giveCoordinator(tx, 'dari-berkas', email, now),
  )
  assert.equal((await seatsOf('dari-berkas')).length, 1)
})

test('an unknown account, a person without a post and a second coordinator are refused, and nothing is kept', async () => {
  const before = await counts(db)
  const refused = (coordinator: string, slug: string, says: RegExp) =>
    assert.rejects(importText(db, table, { ...asked(slug), coordinator }), says)
  await refused('nobody@example.org', 'baru', /no active account/)
  await refused(people.people.informationOfficer.email, 'baru', /not recorded in any organisation/)
  await refused(people.people.officer.email, 'yatim', /somebody coordinates this programme already/)
  assert.deepEqual(await counts(db), before)
})
