import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { importText, rowsOf } from './testing/importing.ts'

const db = await testDatabase()
const { slug: programme } = await cast(db)

test('a state in words that nobody can read is not recorded, and is never taken for open', async () => {
  const table =
    'Kode;Kegiatan;Pelaksana;Selesai;Status\nQ-1;Uji tanah;Dinas Q;31/03/2026;Concluída\nQ-2;Uji bibit;Dinas Q;31/03/2026;\n'
  const map = {
    target: 'tasks',
    fields: { id: { column: 'Kode' }, title: { column: 'Kegiatan' }, state: { column: 'Status' } },
  }
  const report = await importText(db, table, { as: 'tasks', programme, map })
  assert.deepEqual(
    report.repaired.map(({ reason, count }) => [reason, count]),
    [['scale-value-unknown', 1]],
  )
  const told = () =>
    rowsOf(
      db,
      `select t.state, t.state_since, s.from_state, s.to_state from tasks t left join task_state_changes s on s.task_id = t.id
      where t.code in ('Q-1', 'Q-2') order by t.code`,
    )
  const unrecorded = { state: 'open', state_since: null, from_state: null, to_state: null }
  assert.deepEqual(await told(), [unrecorded, unrecorded])
  await importText(db, table.replace('Concluída', 'Direncanakan'), { as: 'tasks', programme, map, asOf: '2026-11-25' })
  const planned = { state: 'open', state_since: '2026-11-25', from_state: null, to_state: 'open' }
  assert.deepEqual(await told(), [planned, unrecorded])
})

const costs = (title: string) => `Nr;Medida;Órgão responsável;Prazo;${title}
1;Publicar catálogo;Ministério da Saúde;31/03/2026;1.250.000,50
2;Treinar servidores;CGU;30/06/2026;0
`
const plan = (slug: string) =>
  ({
    as: 'tasks',
    programme: slug,
    create: { name: slug },
    map: {
      target: 'tasks',
      fields: {
        id: { column: 'Nr' },
        title: { column: 'Medida' },
        responsible: { column: 'Órgão responsável' },
        dueDate: { column: 'Prazo' },
        budget: { column: '#5' },
      },
    },
  }) as const
const budgets = (slug: string) =>
  rowsOf(
    db,
    `select t.budget::float as budget, t.currency from tasks t join programmes p on p.id = t.programme_id
    where p.slug = $1 and budget is not null order by t.code`,
    [slug],
  )

test('an amount is in the currency and magnitude that its column names; without one it is not kept, and the report says so', async () => {
  await importText(db, costs('Custo (R$)'), plan('real'))
  assert.deepEqual(await budgets('real'), [
    { budget: 1_250_000.5, currency: 'BRL' },
    { budget: 0, currency: 'BRL' },
  ])
  await importText(db, costs('Custo (mil CLP)'), plan('peso'))
  assert.deepEqual((await budgets('peso'))[0], { budget: 1_250_000_500, currency: 'CLP' })
  const silent = await importText(db, costs('Custo'), plan('nada'))
  assert.deepEqual(await budgets('nada'), [])
  assert.equal(silent.remarks.filter(({ code }) => code === 'money-without-currency').length, 2)
})

test('a body is of the country that its row, the operator or the programme names, else of none', async () => {
  const bodies = (...rows: string[]) => ['Nr;Medida;Órgão responsável;Prazo;Custo', ...rows].join('\n')
  const unsaid = await importText(db, bodies('1;Um;Agência Nacional A;;'), plan('lugar'))
  assert.deepEqual(unsaid.organisations.created, [{ name: 'Agência Nacional A', country: 'ZZ', kind: 'agency' }])
  assert.deepEqual(
    unsaid.remarks.filter(({ code }) => code === 'country-unsaid').map(({ detail }) => detail),
    ['1'],
  )
  const told = await importText(db, bodies('1;Um;Agência Nacional B;;'), { ...plan('brasil'), country: 'BR' })
  const later = await importText(db, bodies('2;Dois;Agência Nacional C;;'), plan('brasil'))
  const created = [...told.organisations.created, ...later.organisations.created]
  assert.deepEqual(
    created.map(({ country }) => country),
    ['BR', 'BR'],
  )
  assert.deepEqual(
    later.remarks.map(({ code }) => code),
    [],
  )
})

test('a list without countries meets the bodies of the directory again, and gives those it adds no country', async () => {
  const list = 'Name\nAgência Nacional B\nAgência Nacional D\n'
  const report = await importText(db, list, { as: 'organisations' })
  assert.deepEqual([report.rows.unchanged, report.rows.created], [1, 1])
  const again = await importText(db, list, { as: 'organisations' })
  assert.deepEqual([again.rows.unchanged, again.rows.created], [2, 0])
  const found = await rowsOf(db, `select name, country from organisations where name ~ ' [BD]$' order by 1`)
  assert.deepEqual(found, [
    { name: 'Agência Nacional B', country: 'BR' },
    { name: 'Agência Nacional D', country: 'ZZ' },
  ])
})

test('cells of completion that say nothing keep apart why: no data, not reviewed, not applicable, empty, unreadable', async () => {
  const cells = ['ND', 'NR', 'NA', '', '–', 'vollständig', 'noch nicht bewertet', '#REF!']
  const rows = cells.map((cell, index) => `Z${index};Zusage ${index};Amt;30.06.2025;${cell}`)
  const columns = {
    id: 'Ref',
    title: 'Zusage',
    leadInstitutions: 'Federführung',
    dueDate: 'Frist',
    completion: 'Ergebnis',
  }
  const fields = Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, { column }]))
  const report = await importText(db, ['Ref;Zusage;Federführung;Frist;Ergebnis', ...rows].join('\n'), {
    as: 'commitments',
    programme,
    map: { target: 'commitments', fields },
  })
  const found = await rowsOf<{ why: string }>(
    db,
    `select not_assessed as why from commitments where outcome is null order by source->>'key'`,
  )
  assert.deepEqual(
    found.map(({ why }) => why),
    ['no-data', 'not-reported', 'not-applicable', 'empty', 'empty', 'unreadable', 'unreadable', 'unreadable'],
  )
  const unread = report.repaired.find(({ reason }) => reason === 'scale-value-unknown')
  assert.deepEqual([unread?.count, unread?.example.raw], [2, 'vollständig'])
})
