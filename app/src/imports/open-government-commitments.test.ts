import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, test } from 'node:test'
import { allModules, houseMonitoring } from '#app/modules.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import type { ImportReport } from './report.ts'
import { counts, importText, rowsOf } from './testing/importing.ts'
import { referenceFolder, tabularFixture } from './testing/reference.ts'

const folder = referenceFolder('ogp-commitments')
const skip = folder ? false : 'reference data not present'
const db = await testDatabase()
const expected = folder ? JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) : null
const map = JSON.parse(tabularFixture('open-government-commitments.map.json').toString())
const bytes = folder ? readFileSync(join(folder, 'commitments.csv')) : new Uint8Array()
const asked = { as: 'commitments', programme: 'komitmen-ogp', create: { name: 'Komitmen OGP' }, map } as const

let first: ImportReport
before(async () => {
  if (folder) first = await importText(db, bytes, asked)
})

test('every published commitment is in the database, none refused, from as many countries', { skip }, async () => {
  assert.deepEqual([first.rows.created, first.rows.refused], [expected.rows, 0])
  const { high, assessed } = first.completion!
  assert.deepEqual([high, assessed], [expected.high_completion, expected.assessed])
  const [found] = await rowsOf<{ commitments: number; countries: number; kept: number }>(
    db,
    `select (select count(*)::int from commitments) as commitments, (select count(*)::int from imported_rows) as kept,
      (select count(distinct source->>'country')::int from commitments) as countries`,
  )
  assert.deepEqual(found, { commitments: expected.rows, kept: expected.rows, countries: expected.countries })
})

test('both completion columns have the published distribution, with no data, not reviewed and not applicable apart', {
  skip,
}, async () => {
  const says: Record<string, string> = { ND: 'no-data', NR: 'not-reviewed', NA: 'not-applicable' }
  for (const [column, counted] of [
    ['Completion (End Of Term)', expected.completion_end_of_term],
    ['Completion (Progress Report)', expected.completion_progress_report],
  ] as const) {
    const rows = await rowsOf<{ raw: string; says: string; count: number }>(
      db,
      `select r->>'raw' as raw, r->>'says' as says, count(*)::int as count
      from commitments c, jsonb_array_elements(c.source->'completion') r where r->>'column' = $1 group by 1, 2`,
      [column],
    )
    assert.deepEqual(Object.fromEntries(rows.map((row) => [row.raw, row.count])), counted)
    for (const row of rows) assert.equal(row.says, says[row.raw] ?? row.raw.toLowerCase().replace(' ', '-'))
  }
})

test('high completion is 63 of 107 assessed, whether the rows of assessment or the commitments are asked', {
  skip,
}, async () => {
  const scored = `('not-started', 'limited', 'substantial', 'complete')`
  const tally = (table: string, column: string) =>
    rowsOf(
      db,
      `select count(*) filter (where ${column} in ('substantial', 'complete'))::int as high, count(*)::int as assessed
      from ${table} where ${column} in ${scored}`,
    )
  const wanted = [{ high: expected.high_completion, assessed: expected.assessed }]
  assert.deepEqual(await tally('commitment_assessments', 'outcome'), wanted)
  assert.deepEqual(await tally('commitments', 'outcome'), wanted)
  const differing = await rowsOf(
    db,
    `select r.key from imported_rows r join commitments c on c.id = r.record_id
    where (r.raw->>'Comp Assessed' = '1') is distinct from coalesce(c.outcome in ${scored}, false)
      or (r.raw->>'High Completion' = '1') is distinct from coalesce(c.outcome in ('substantial', 'complete'), false)`,
  )
  assert.deepEqual(differing, [])
})

test('whoever was not assessed keeps why, and is never taken for failed', { skip }, async () => {
  const rows = await rowsOf<{ both: number; neither: number }>(
    db,
    `select count(*) filter (where outcome is not null and not_assessed is not null)::int as both,
      count(*) filter (where outcome is null and not_assessed is null)::int as neither
    from commitments where outcome is null or outcome not in ('withdrawn', 'unclear')`,
  )
  assert.deepEqual(rows, [{ both: 0, neither: 0 }])
  const answers = await rowsOf(
    db,
    `select outcome, not_assessed from commitments where outcome in ('withdrawn', 'unclear') order by 1`,
  )
  assert.deepEqual(answers, [
    { outcome: 'unclear', not_assessed: 'no-data' },
    { outcome: 'withdrawn', not_assessed: 'not-applicable' },
  ])
})

test('supporting institutions are stated as often as published; whom the directory knows is linked', {
  skip,
}, async () => {
  const [found] = await rowsOf<{ stated: number; linked: number; broken: number }>(
    db,
    `select count(*) filter (where not (read->'supportingInstitutions'->>'kind' = 'null'
        and (read->'supportingInstitutions'->>'declared')::boolean))::int as stated,
      (select count(*)::int from commitments where source->'partners' <> '[]') as linked,
      (select count(*)::int from commitments c, jsonb_array_elements_text(c.source->'partners') p
        where not exists (select from parties y where y.programme_id = c.programme_id and y.organisation_id = p::uuid)) as broken
    from imported_rows`,
  )
  assert.equal(found!.stated, expected.with_supporting_institution)
  assert.equal(found!.broken, 0)
  assert.ok(found!.linked > 100, String(found!.linked))
})

test('every date style is kept as the cell it was; a date names its last day', { skip }, async () => {
  const styles = async (column: string) => {
    const rows = await rowsOf<{ style: string }>(
      db,
      `select distinct regexp_replace(raw->>$1, '\\d', '9', 'g') as style from imported_rows`,
      [column],
    )
    return rows.map((row) => row.style).sort()
  }
  assert.deepEqual(await styles('Start Date'), [...expected.start_date_examples].sort())
  assert.deepEqual(await styles('End Date'), [...expected.end_date_examples].sort())
  const due = await rowsOf(
    db,
    `select r.key, c.first_due, c.first_target->>'kind' as kind from imported_rows r join commitments c on c.id = r.record_id
    where r.key in ('NL0058', 'RS0006', 'AL0002') order by 1`,
  )
  assert.deepEqual(due, [
    { key: 'AL0002', first_due: null, kind: null },
    { key: 'NL0058', first_due: '2027-12-31', kind: 'date' },
    { key: 'RS0006', first_due: null, kind: 'text' },
  ])
})

test('one body has one entry a country; prose becomes no organisation, and a person is told of it', {
  skip,
}, async () => {
  const ministries = await rowsOf<{ country: string; count: number }>(
    db,
    `select country, count(*)::int as count from organisations where lower(name) = 'ministry of justice' group by 1`,
  )
  assert.ok(ministries.length > 5)
  assert.ok(ministries.every(({ country, count }) => count === 1 && /^[A-Z]{2}$/.test(country)))
  const prose = await rowsOf(db, `select name from organisations where name ~ ' (will|have been|are) '`)
  assert.deepEqual(prose, [])
  // A cell that lists citizens by name makes no public bodies of them.
  const citizens = await rowsOf(
    db,
    `select name from organisations where name in ('Shalva Dekanozishvili', 'Natia Bagdavadze')`,
  )
  assert.deepEqual(citizens, [])
  const doubtful = first.remarks.filter(({ code }) => code === 'organisation-doubtful')
  assert.ok(doubtful.some(({ line, detail }) => line === 55 && detail === 'lawmakers'))
  const [row] = await rowsOf<{ named: string[] }>(
    db,
    `select source->'named' as named from commitments c join imported_rows r on r.record_id = c.id where r.line = 55`,
  )
  assert.ok(row!.named.includes('lawmakers'))
})

test('the same file a second time changes nothing', { skip }, async () => {
  const one = await counts(db)
  const report = await importText(db, bytes, asked)
  assert.deepEqual([report.rows.created, report.rows.updated, report.rows.unchanged], [0, 0, expected.rows])
  assert.deepEqual(await counts(db), { ...one, imports: one.imports! + 1 })
})

test('indicator F1 over all time is 63 of 107 on the page, by a map that dates what has no date by the end of its plan', {
  skip,
}, async () => {
  const own = JSON.parse(
    readFileSync(join(import.meta.dirname, 'fixtures/open-government-commitments.map.json'), 'utf8'),
  )
  const evaluate = { at: '2100-12-31', days: 36_500 }
  const report = await importText(db, bytes, { ...asked, programme: 'ogp-f1', map: own, evaluate })
  assert.deepEqual(
    [report.completion!.high, report.completion!.assessed],
    [expected.high_completion, expected.assessed],
  )
  const later = new Date('2101-01-01T03:00:00Z')
  await houseMonitoring.evaluateAll({ jobs: db.jobs, clock: () => later }, '2101-01-01')
  const site = testSite(db, allModules({ demoSignIns: [] }), { now: later })
  const page = await (await site.get('/programmes/ogp-f1/indicators/F1', { lang: 'en' })).text()
  const read = page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  assert.match(read, new RegExp(`${expected.high_completion} of ${expected.assessed}`))
  assert.match(read, /36,500 days/)
})
