import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { renderImport } from './render-report.ts'
import { counts, importText, rowsOf } from './testing/importing.ts'
import { tabularFixture } from './testing/reference.ts'

const db = await testDatabase()
const people = await cast(db)
const list = tabularFixture('organisations.tsv')

test('a list goes into the directory with acronyms, former names and parents; its rows are kept as they stood', async () => {
  const report = await importText(db, list, { as: 'organisations' })
  assert.deepEqual([report.rows.created, report.rows.refused, report.programme], [3, 2, null])
  const found = await rowsOf(
    db,
    `select o.name, o.acronym, o.kind, o.country, p.name as parent, o.dissolved_on as dissolved,
      array(select n.name from organisation_names n where n.organisation_id = o.id order by 1) as names
    from organisations o left join organisations p on p.id = o.parent_id join imported_rows r on r.record_id = o.id order by r.line`,
  )
  assert.deepEqual(found, [
    {
      name: 'Ministry of Trade, Industry and Energy',
      acronym: 'MOTIE',
      kind: 'agency',
      country: 'KR',
      parent: null,
      dissolved: null,
      names: ['Ministry of Knowledge Economy'],
    },
    {
      name: 'River Basin Office (dissolved)',
      acronym: 'RBO',
      kind: 'agency',
      country: 'KR',
      parent: 'Ministry of Water',
      dissolved: '2013-03-31',
      names: [],
    },
    {
      name: 'Han River Watch',
      acronym: 'HRW',
      kind: 'non-profit',
      country: 'KR',
      parent: null,
      dissolved: null,
      names: ['Friends of the Han', 'HaRiWa', 'Han River Society'],
    },
  ])
  assert.match(renderImport(report, 'id'), /Induk belum tercatat, jadi ikut dibuat/)
})

test('the same list again changes nothing; with a programme those that still exist become members of it', async () => {
  const before = await counts(db)
  const again = await importText(db, list, { as: 'organisations' })
  assert.deepEqual([again.rows.unchanged, again.rows.created, again.rows.updated], [3, 0, 0])
  const joined = await importText(db, list, { as: 'organisations', programme: people.slug })
  assert.equal(joined.organisations.joined, 2)
  const after = await counts(db)
  assert.deepEqual([after.organisations, after.parties], [before.organisations, before.parties! + 2])
  const rest = await importText(db, list, { as: 'organisations', programme: people.slug })
  assert.equal(rest.organisations.joined, 0)
})

test('names of the list are known in the cells of a plan, and never cut apart there', async () => {
  const plan = 'Kode,Kegiatan,Pelaksana\nP1,Ekspor,"Ministry of Trade, Industry and Energy, HRW"\n'
  const report = await importText(db, plan, { as: 'tasks', programme: people.slug })
  assert.deepEqual([report.organisations.created, report.organisations.known], [[], 2])
})

test('a dry run of a list leaves the directory as it was', async () => {
  const before = await counts(db)
  const dry = await importText(db, 'Nama,Jenis\nKlub Baca Sukamaju,komunitas\n', { as: 'organisations', dryRun: true })
  assert.equal(dry.rows.created, 1)
  assert.deepEqual(await counts(db), before)
})

test('nobody becomes a member by a table once the charter is in force: a list is refused, named bodies only observe', async () => {
  await rowsOf(
    db,
    `insert into charter_versions (id, programme_id, owner_id, number, status, in_force_on, lang, created_at)
      select gen_random_uuid(), id, owner_id, 1, 'in-force', '2026-01-01', 'id', now() from programmes where slug = $1`,
    [people.slug],
  )
  const before = await counts(db)
  const joining = importText(db, 'Nama\nKlub Baca Sukamaju\n', { as: 'organisations', programme: people.slug })
  await assert.rejects(joining, /charter of this programme is in force.*without --programme/)
  assert.deepEqual(await counts(db), before)
  const plan = 'Kode,Kegiatan,Pelaksana\nP2,Baca,Klub Baca Sukamaju\n'
  const report = await importText(db, plan, { as: 'tasks', programme: people.slug })
  assert.deepEqual(
    report.remarks.filter(({ code }) => code === 'observer-only').map(({ detail }) => detail),
    ['Klub Baca Sukamaju'],
  )
  const roles = await rowsOf(
    db,
    `select y.role from parties y join organisations o on o.id = y.organisation_id where o.name = 'Klub Baca Sukamaju'`,
  )
  assert.deepEqual(roles, [{ role: 'observer' }])
})
