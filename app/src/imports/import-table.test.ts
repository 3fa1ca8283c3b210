import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { counts, importText, rowsOf } from './testing/importing.ts'

const db = await testDatabase()
const people = await cast(db)
const programme = people.slug

const promises = `Id;Komitmen;Penanggung jawab;Instansi pendukung;Tenggat;Capaian
K-1;Posyandu buka tiap minggu;Dinas Kesehatan;Bappeda;31/03/2026;Selesai
K-2;Sumur bor di lima desa;Dinas Pekerjaan Umum (DPU);;Juni 2026;Terbatas
K-3;Data gizi dibuka;DPU;;30/09/2026;ND
`
const commitments = () =>
  rowsOf<{ key: string; title: string; owner: string; first: string; due: string; outcome: string; unknown: string }>(
    db,
    `select c.source->>'key' as key, c.title, o.name as owner, first_due as first, current_due as due, outcome,
      not_assessed as unknown from commitments c join organisations o on o.id = c.owner_id order by 1`,
  )

test('commitments arrive with their first dates; a party is known without its place, a short form by its full name', async () => {
  const report = await importText(db, promises, { as: 'commitments', programme })
  assert.deepEqual(await commitments(), [
    {
      key: 'K-1',
      title: 'Posyandu buka tiap minggu',
      owner: people.organisations.owner.name,
      first: '2026-03-31',
      due: '2026-03-31',
      outcome: 'complete',
      unknown: null,
    },
    {
      key: 'K-2',
      title: 'Sumur bor di lima desa',
      owner: 'Dinas Pekerjaan Umum',
      first: '2026-06-30',
      due: '2026-06-30',
      outcome: 'limited',
      unknown: null,
    },
    {
      key: 'K-3',
      title: 'Data gizi dibuka',
      owner: 'Dinas Pekerjaan Umum',
      first: '2026-09-30',
      due: '2026-09-30',
      outcome: null,
      unknown: 'no-data',
    },
  ])
  assert.deepEqual(
    report.organisations.created.map((one) => one.name),
    ['Bappeda', 'Dinas Pekerjaan Umum'],
  )
  assert.deepEqual([report.organisations.joined, report.assessed], [2, 2])
})

test('every record, new party and new organisation has its event, written by the import', async () => {
  const events = await rowsOf(
    db,
    `select name, count(*)::int as count from events where job = 'import' and person_id is null group by 1 order by 1`,
  )
  assert.deepEqual(events, [
    { name: 'commitment.imported', count: 3 },
    { name: 'organisation.imported', count: 2 },
    { name: 'party.joined', count: 2 },
  ])
})

test('a date that moved in the file is a move that nobody asked for; the first date stays', async () => {
  const later = promises.replace('30/09/2026', '31/12/2026').replace('Terbatas', 'Substansial')
  const report = await importText(db, later, { as: 'commitments', programme, asOf: '2026-11-30' })
  assert.deepEqual([report.rows.updated, report.rows.unchanged, report.moved, report.assessed], [2, 1, 1, 1])
  const [, second, third] = await commitments()
  assert.deepEqual([third!.first, third!.due, second!.outcome], ['2026-09-30', '2026-12-31', 'substantial'])
  const moves = await rowsOf(db, 'select from_due, to_due, reason, asked_by, on_day from commitment_moves')
  assert.deepEqual(moves, [
    { from_due: '2026-09-30', to_due: '2026-12-31', reason: 'import', asked_by: null, on_day: '2026-11-30' },
  ])
  const judged = await rowsOf(
    db,
    `select a.outcome, a.on_day, a.assessor_id from commitment_assessments a join commitments c on c.id = a.commitment_id
    where c.source->>'key' = 'K-2' order by a.on_day`,
  )
  assert.deepEqual(judged, [
    { outcome: 'limited', on_day: '2026-11-24', assessor_id: null },
    { outcome: 'substantial', on_day: '2026-11-30', assessor_id: null },
  ])
  const kept = await rowsOf(db, `select raw->>'Tenggat' as due from imported_rows where key = 'K-3' order by number`)
  assert.deepEqual(kept, [{ due: '30/09/2026' }, { due: '31/12/2026' }])
})

test('what people changed since stays, unless the file itself says something new', async () => {
  await rowsOf(db, `update commitments set title = 'Air bersih di lima desa' where source->>'key' = 'K-2'`)
  const again = promises.replace('30/09/2026', '31/12/2026').replace('Terbatas', 'Tuntas')
  const report = await importText(db, again, { as: 'commitments', programme })
  assert.deepEqual([report.rows.updated, report.rows.unchanged], [1, 2])
  const [, second] = await commitments()
  assert.deepEqual([second!.title, second!.outcome], ['Air bersih di lima desa', 'complete'])
})

test('a date written in another style, and another order of columns, is no change', async () => {
  const newest = promises.replace('30/09/2026', '2026-12-31').replace('Terbatas', 'Selesai')
  const rows = newest.replaceAll(/^(.*);(.*)$/gm, '$2;$1')
  assert.ok(rows.startsWith('Capaian;Id;'))
  const before = await counts(db)
  const report = await importText(db, rows, { as: 'commitments', programme })
  assert.deepEqual([report.rows.unchanged, report.moved], [3, 0])
  assert.equal((await counts(db)).events, before.events)
})

test('a fault in the middle leaves no organisation, party, record, key or event behind', async () => {
  await rowsOf(
    db,
    `create function break_import() returns trigger language plpgsql as $$
      begin if new.key = 'T-2' then raise exception 'disk full'; end if; return new; end $$`,
  )
  await rowsOf(
    db,
    'create trigger break_import before insert on imported_rows for each row execute function break_import()',
  )
  const before = await counts(db)
  const table = 'Kode,Kegiatan,Pelaksana\nT-1,Pelatihan kader,PKK Sukamaju\nT-2,Kelas ibu hamil,Puskesmas Sukamaju\n'
  await assert.rejects(importText(db, table, { as: 'tasks', programme }), /disk full/)
  assert.deepEqual(await counts(db), before)
  await rowsOf(db, 'drop trigger break_import on imported_rows')
  const report = await importText(db, table, { as: 'tasks', programme })
  assert.equal(report.rows.created, 2)
})

test('a dry run tells all that would happen and keeps nothing', async () => {
  const before = await counts(db)
  const table = 'Kode,Kegiatan,Pelaksana\nU-1,Survei gizi,Universitas Sukamaju\n'
  const dry = await importText(db, table, { as: 'tasks', programme: 'baru', create: { name: 'Baru' }, dryRun: true })
  assert.deepEqual(await counts(db), before)
  const real = await importText(db, table, { as: 'tasks', programme: 'baru', create: { name: 'Baru' } })
  assert.deepEqual({ ...dry, dryRun: false }, real)
  assert.deepEqual(real.organisations.created, [{ name: 'Universitas Sukamaju', country: 'ZZ', kind: 'university' }])
})

test('a programme made for a table is led by whom --owner names, else by who leads the most rows', async () => {
  const table = 'Kode,Kegiatan,Pelaksana\n1a,Satu,Dinas A\n2b,Dua,Dinas A\n3c,Tiga,Dinas B\n'
  const lead = (slug: string) =>
    rowsOf(
      db,
      `select o.name, y.role, p.status from programmes p join organisations o on o.id = p.owner_id
      join parties y on y.programme_id = p.id and y.organisation_id = o.id where slug = $1`,
      [slug],
    )
  await importText(db, table, { as: 'tasks', programme: 'dua', create: { name: 'Dua' } })
  assert.deepEqual(await lead('dua'), [{ name: 'Dinas A', role: 'lead', status: 'preparing' }])
  await importText(db, table, { as: 'tasks', programme: 'tiga', create: { name: 'Tiga', owner: 'Bappeda' } })
  assert.deepEqual(await lead('tiga'), [{ name: 'Bappeda', role: 'lead', status: 'preparing' }])
  assert.equal((await rowsOf(db, `select 1 from organisations where name = 'Bappeda'`)).length, 1)
})

test('an unknown programme, or a programme that has left out its name, is refused and says how to go on', async () => {
  const table = 'Kode,Kegiatan\nA,Satu\n'
  await assert.rejects(
    importText(db, table, { as: 'tasks', programme: 'tidak-ada' }),
    /no programme “tidak-ada”.*--create/,
  )
  await assert.rejects(importText(db, table, { as: 'tasks' }), /--programme/)
  const wrong = importText(db, table, { as: 'tasks', programme: 'Tidak Ada', create: { name: 'x' } })
  await assert.rejects(wrong, /cannot be the address/)
  await assert.rejects(importText(db, table, { as: 'tasks', programme: 'x', create: { name: ' ' } }), /name/)
})

test('a map that is wrong names the column, the field or the rule', async () => {
  const table = 'Kode,Kegiatan\nA,Satu\n'
  const refused = (map: unknown, says: RegExp) =>
    assert.rejects(importText(db, table, { as: 'tasks', programme, map }), says)
  const fields = { title: { column: 'Uraian' } }
  await refused({ target: 'tasks', fields }, /no such column: “Uraian” \(title\); the table has: Kode, Kegiatan/)
  await refused({ target: 'commitments', fields }, /for commitments, not tasks/)
  await refused({ target: 'tasks', fields: { judul: { column: 'Kegiatan' } } }, /fields\.judul: not a field of tasks/)
  await refused({ target: 'tasks', fields: { title: {} } }, /fields\.title: exactly one of column, columns, constant/)
  await refused('tasks', /the map is wrong/)
  await assert.rejects(importText(db, 'Anggaran\n10\n', { as: 'tasks', programme }), /no column for title/)
})

test('members read the rows as they stood; visitors do not', async () => {
  const { readAs } = await import('#kernel/database.ts')
  const seen = (actor: keyof typeof people.actors) =>
    readAs(db.app, people.actors[actor], people.now, async (tx) => {
      const rows = await tx.selectFrom('imported_rows').select('id').execute()
      return rows.length > 0
    })
  assert.deepEqual([await seen('officer'), await seen('visitor')], [true, false])
})

test('records of a programme that only its members see are for members too', async () => {
  await rowsOf(db, `update programmes set class = 'members' where slug = 'dua'`)
  const table = 'Kode,Kegiatan,Pelaksana,Sasaran\n9z,Tertutup,Dinas C,Sasaran tertutup\n'
  await importText(db, table, { as: 'tasks', programme: 'dua' })
  const classes = await rowsOf(
    db,
    `select t.class as task, o.class as objective, array(select distinct e.class::text from events e
      where e.subject_id in (t.id, o.id, t.owner_id) and e.programme_id = t.programme_id) as events
    from tasks t join objectives o on o.id = any (t.objective_ids) where t.code = '9z'`,
  )
  assert.deepEqual(classes, [{ task: 'members', objective: 'members', events: ['members'] }])
})
