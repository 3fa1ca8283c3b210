import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { counts, importText, rowsOf } from './testing/importing.ts'
import { tabularFixture } from './testing/reference.ts'

const db = await testDatabase()
const people = await cast(db)
const programme = people.slug

type TaskRow = { title: string; owner: string; first: string; due: string; said: string; state: string; done: string }
const taskOf = async (title: string) =>
  (
    await rowsOf<TaskRow>(
      db,
      `select t.title, o.name as owner, baseline_due as first, due_on as due, baseline_target->>'raw' as said, state, done_on as done
      from tasks t join organisations o on o.id = t.owner_id where t.title = $1`,
      [title],
    )
  )[0]

test('an Indonesian plan with merged cells, quarters and mixed money becomes tasks with roles, objectives and budgets', async () => {
  const report = await importText(db, tabularFixture('rencana-aksi-kabupaten.csv'), {
    as: 'tasks',
    programme,
    asOf: '2025-12-31',
  })
  assert.deepEqual([report.rows.created, report.rows.refused], [5, 2])
  const health = people.organisations.owner.name
  assert.deepEqual(await taskOf('Kelas ibu hamil di puskesmas'), {
    title: 'Kelas ibu hamil di puskesmas',
    owner: health,
    first: '2025-12-31',
    due: '2025-12-31',
    said: 'Triwulan IV 2025',
    state: 'done',
    done: '2025-12-31',
  })
  const open = await taskOf('Penyediaan air minum desa')
  assert.deepEqual([open!.first, open!.said], [null, 'terus menerus'])
  const budgets = await rowsOf<{ total: string; named: number; objectives: number }>(
    db,
    `select sum(budget)::text as total, count(distinct objective_ids)::int as named,
      (select count(*)::int from objectives) as objectives from tasks`,
  )
  assert.deepEqual(budgets, [{ total: '5426750000.5', named: 2, objectives: 2 }])
  const roles = await rowsOf(
    db,
    `select r.role, coalesce(o.acronym, o.name) as who from task_roles r join organisations o on o.id = r.organisation_id
      join tasks t on t.id = r.task_id where t.title = 'Pendampingan keluarga berisiko' order by 1 desc, 2`,
  )
  assert.deepEqual(roles, [
    { role: 'responsible', who: health },
    { role: 'consulted', who: 'DP3AKB' },
    { role: 'consulted', who: 'TP PKK' },
  ])
})

const plan = `Task,Type,Responsible,Start,Due,Revised date,Completed on,Status,Effort (person-days),Service,Location
Draft the guideline,milestone,Ministry of Health,1 Mar 2026,June 2026,15 August 2026,,In progress,12,Nutrition,Kota Bandung
Publish the guideline,milestone,Ministry of Health,,30 June 2026,,28 June 2026,,,Nutrition,
Train the trainers,activity,MoH; Ministry of Villages,1 Dec 2026,30 Nov 2026,,,Planned,40,,Kota Bandung
`

test('a table in UTF-16 with two dates: the first is the baseline, the second a move; a completion date closes', async () => {
  const utf16 = Buffer.from(`\ufeff${plan.replaceAll(',', '\t')}`, 'utf16le')
  const map = {
    target: 'tasks',
    language: 'en',
    fields: {
      title: { column: 'Task' },
      kind: { column: 'Type' },
      responsible: { column: 'Responsible' },
      startDate: { column: 'Start' },
      dueDate: { column: 'Due' },
      currentDueDate: { column: 'Revised date' },
      completedDate: { column: 'Completed on' },
      state: { column: 'Status' },
      effort: { column: 'Effort (person-days)' },
      service: { column: 'Service' },
      territory: { column: 'Location' },
    },
  }
  const report = await importText(db, utf16, { as: 'tasks', programme, map })
  assert.deepEqual([report.rows.created, report.moved], [3, 1])
  const draft = await taskOf('Draft the guideline')
  assert.deepEqual([draft!.first, draft!.due, draft!.state], ['2026-06-30', '2026-08-15', 'in-progress'])
  const moves = await rowsOf(db, 'select from_due, to_due, reason, requested_by, moved_on from task_moves')
  assert.deepEqual(moves, [
    { from_due: '2026-06-30', to_due: '2026-08-15', reason: 'import', requested_by: null, moved_on: null },
  ])
  const published = await taskOf('Publish the guideline')
  assert.deepEqual([published!.state, published!.done], ['done', '2026-06-28'])
  const [training] = await rowsOf(
    db,
    `select baseline_start, start_on, effort_amount::int as effort, effort_unit, territory_code, lang from tasks where title = 'Train the trainers'`,
  )
  assert.deepEqual(training, {
    baseline_start: '2026-12-01',
    start_on: null,
    effort: 40,
    effort_unit: 'person-day',
    territory_code: 'kota-bandung',
    lang: 'en',
  })
  assert.ok(report.remarks.some(({ code, line }) => code === 'start-after-due' && line === 4))
  const places = await rowsOf(
    db,
    `select (select count(*)::int from services) as services, (select count(*)::int from programme_territories) as places`,
  )
  assert.deepEqual(places, [{ services: 1, places: 1 }])
})

test('a later edition of the plan changes roles, state and date of a task by rows, and nothing else', async () => {
  const first = 'Kode;Kegiatan;Pelaksana;Selesai;Status\nX-1;Uji air;Dinas Lingkungan;31/03/2026;Berjalan\n'
  await importText(db, first, { as: 'tasks', programme })
  const second = first
    .replace('Dinas Lingkungan', 'Puskesmas Kota')
    .replace('31/03', '30/06')
    .replace('Berjalan', 'Selesai')
  const report = await importText(db, second, { as: 'tasks', programme, asOf: '2026-06-20' })
  assert.deepEqual([report.rows.updated, report.moved], [1, 1])
  assert.deepEqual(await taskOf('Uji air'), {
    title: 'Uji air',
    owner: 'Puskesmas Kota',
    first: '2026-03-31',
    due: '2026-06-30',
    said: null,
    state: 'done',
    done: '2026-06-20',
  })
  const roles = await rowsOf(
    db,
    `select o.name, r.ended_on from task_roles r join organisations o on o.id = r.organisation_id
      join tasks t on t.id = r.task_id where t.code = 'X-1' order by r.ended_on`,
  )
  assert.deepEqual(roles, [
    { name: 'Dinas Lingkungan', ended_on: '2026-06-20' },
    { name: 'Puskesmas Kota', ended_on: null },
  ])
  const states = await rowsOf(
    db,
    `select from_state, to_state, changed_on from task_state_changes c join tasks t on t.id = c.task_id where t.code = 'X-1' order by c.changed_on desc`,
  )
  assert.deepEqual(states, [
    { from_state: null, to_state: 'in-progress', changed_on: '2026-11-24' },
    { from_state: 'in-progress', to_state: 'done', changed_on: '2026-06-20' },
  ])
})

test('hostile cells arrive as the text they are, or are named in the report', async () => {
  const long = '🙂'.repeat(400)
  const table = [
    'Kode\tKegiatan\tPelaksana\tSelesai\tAnggaran\tJam',
    `'=cmd|calc\t<script>alert(1)</script>\t=HYPERLINK("x")\t31/02/2026\t-5\t0`,
    `${'k'.repeat(300)}\t${long}\t${'Dinas '.repeat(1500)}\t9999999\t1e999\tNaN`,
    `a\0b\tdrop table tasks; --\t'; delete from tasks; --\tbesok\tRp1.000\t5`,
  ].join('\n')
  const columns = { id: 'Kode', title: 'Kegiatan', responsible: 'Pelaksana', dueDate: 'Selesai', budget: 'Anggaran' }
  const named = Object.entries({ ...columns, effort: 'Jam' }).map(([field, column]) => [field, { column }])
  const map = { target: 'tasks', fields: Object.fromEntries(named) }
  const report = await importText(db, table, { as: 'tasks', programme, map })
  assert.deepEqual([report.rows.created, report.rows.refused], [3, 0])
  const script = await taskOf('<script>alert(1)</script>')
  assert.deepEqual([script!.first, script!.said], [null, '31/02/2026'])
  const stored = await rowsOf<{ title: string; code: string | null }>(
    db,
    `select t.title, t.code from tasks t join external_keys k on k.record_id = t.id where k.key like 'sha256:%'`,
  )
  assert.equal([...stored[0]!.title].length, 300)
  assert.equal(stored[0]!.code, null)
  const codes = new Set(report.remarks.map(({ code }) => code))
  for (const code of ['title-shortened', 'code-too-long', 'nobody-named'] as const) assert.ok(codes.has(code), code)
  assert.equal((await rowsOf(db, `select 1 from tasks where code = 'ab'`)).length, 1)
})

test('any table at all is imported whole, or refused whole with a sentence', async () => {
  const before = await counts(db)
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      '',
      'NA',
      '1/2/2026',
      'Dinas A, Dinas B dan C',
      'Selesai',
      'Rp 1.000',
      '"',
      ';',
      '\ud800',
      'TW IV 2025',
    ),
  )
  const header = fc.constantFrom('Kegiatan;Pelaksana;Selesai;Status', 'Judul komitmen;Penanggung jawab;Tenggat;Capaian')
  const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 5 }), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(header, rows, fc.constantFrom('tasks', 'commitments'), async (title, lines, as) => {
      const table = [title, ...lines.map((cells) => cells.join(';'))].join('\n')
      try {
        const { rows } = await importText(db, table, { as, programme, dryRun: true })
        assert.equal(rows.created + rows.updated + rows.unchanged + rows.refused, rows.read)
      } catch (error) {
        assert.match((error as Error).message, /^(no row could be read|no column for|the file holds no table)/)
      }
    }),
    { numRuns: 60 },
  )
  assert.deepEqual(await counts(db), before)
})

test('a table longer than one statement arrives whole: every row with its role, state, key and cells', async () => {
  const rows = Array.from(
    { length: 1_203 },
    (_, i) => `N${i};Kegiatan ${i};Dinas ${i % 40};${(i % 27) + 1}/12/2026;Berjalan`,
  )
  const table = ['Kode;Kegiatan;Pelaksana;Selesai;Status', ...rows].join('\n')
  await importText(db, table, { as: 'tasks', programme })
  const found = await rowsOf(
    db,
    `select count(*)::int as tasks, count(r.id)::int as roles, count(s.id)::int as states, count(k.key)::int as keys,
      count(i.id) filter (where i.raw->>'Kegiatan' = t.title and t.doer_ids = array[t.owner_id])::int as rows
    from tasks t left join task_roles r on r.task_id = t.id left join task_state_changes s on s.task_id = t.id
      left join external_keys k on k.record_id = t.id left join imported_rows i on i.record_id = t.id where t.code like 'N%'`,
  )
  assert.deepEqual(found, [{ tasks: 1_203, roles: 1_203, states: 1_203, keys: 1_203, rows: 1_203 }])
})
