import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { allModules, exchangeParts } from '#app/modules.ts'
import { testSite } from '#kernel/testing/site.ts'
import { exportProgramme } from '#modules/programmes/exchange/export-programme.ts'
import { importProgramme } from '#modules/programmes/exchange/import-programme.ts'
import plan from './federal-data-strategy/programme.json' with { type: 'json' }
import { exampleDatabase, exampleNow as now } from './testing/example.ts'

const db = await exampleDatabase()
const site = testSite(db, allModules({ demoSignIns: [] }), { now })
const { deps } = site
const text = async (path: string) => (await site.get(path)).text()
const rows = async (query: string) => (await db.admin.pool.query(query)).rows
const newest = `(select max(at) from evaluations x where x.programme_id = e.programme_id)`
const readings = (slug: string) => `select r.indicator, r.level, r.status, r.k, r.n from indicator_readings r
  join evaluations e on e.id = r.evaluation_id join programmes p on p.id = e.programme_id where p.slug = '${slug}' and e.at = ${newest}`

describe('the first start', () => {
  test('makes its example data with the product’s own operations, each with its event', async () => {
    const [acts] = await rows('select count(*)::int as count from events where person_id is not null')
    assert.ok(acts.count > 400, `${acts.count} events of people`)
    const unmarked = await rows(
      `select slug from programmes where example is null and slug <> 'federal-data-strategy-2020'`,
    )
    assert.deepEqual(unmarked, [])
  })

  test('shows indicators of all three levels, and says where there is not enough data', async () => {
    const found = [...(await rows(readings('stunting'))), ...(await rows(readings('federal-data-strategy-2020')))]
    const shown = new Set(found.map((reading) => reading.level ?? reading.status))
    for (const level of ['good', 'watch', 'poor', 'not-enough', 'no-records']) assert.ok(shown.has(level), level)
  })

  test('shows obstacles of all three severities, and one mitigation that has worked', async () => {
    const open = await rows('select distinct severity from obstacles where cleared_on is null order by 1')
    assert.deepEqual(
      open.map((obstacle) => obstacle.severity),
      [1, 2, 3],
    )
    const worked = await rows(`select 1 from mitigations where state = 'effective'`)
    assert.equal(worked.length, 1)
  })

  test('shows how completion went over the quarters, beside its value on the programme page', async () => {
    const page = await text('/programmes/stunting')
    const row = page.slice(page.indexOf('/programmes/stunting/indicators/F1'))
    assert.match(row.slice(0, row.indexOf('/programmes/stunting/indicators/E')), /mf-spark/)
  })

  test('shows people with what they can do', async () => {
    assert.match(await text('/skills'), /Pengukuran tubuh anak/)
    assert.match(await text('/skills?q=Pengukuran%20tubuh%20anak'), /Laras Anggraini/)
  })

  test('evaluates the real plan as of the last day of 2020: slips and coverage known, completion not', async () => {
    const found = new Map((await rows(readings('federal-data-strategy-2020'))).map((row) => [row.indicator, row]))
    assert.deepEqual([found.get('F4').k, found.get('F4').n], [327, 335])
    assert.deepEqual([found.get('F2').level, found.get('F2').n], [null, 0])
    const slips = await rows(`select c.value from condition_readings c join evaluations e on e.id = c.evaluation_id
      join programmes p on p.id = e.programme_id where p.slug = 'federal-data-strategy-2020' and detector = 'D4' and letter = 'c'`)
    // 3 of 11 process changes slipped against 2 of 55 others.
    assert.equal(slips[0].value, 7.5)
  })

  test('reads the real plan again without changing anything, and writes it back as it was', async () => {
    const source = 'programme.json'
    const again = await importProgramme(deps.jobs, plan, { now, source, parts: exchangeParts })
    assert.equal(again.kind, 'done')
    if (again.kind !== 'done') return
    for (const [list, fate] of Object.entries(again.report))
      assert.deepEqual([list, fate.created, fate.updated], [list, 0, 0])
    const written = await exportProgramme(deps.jobs, 'federal-data-strategy-2020', { now, parts: exchangeParts })
    assert.deepEqual(byKey(written!), byKey(plan))
  })

  test('writes the programme made here to a file, and reads it back without changing anything', async () => {
    const before = await tables()
    const file = await exportProgramme(deps.jobs, 'stunting', { now, parts: exchangeParts })
    const outcome = await importProgramme(deps.jobs, file, { now, source: 'stunting.json', parts: exchangeParts })
    assert.equal(outcome.kind, 'done', JSON.stringify(outcome))
    if (outcome.kind !== 'done') return
    const changed = Object.entries(outcome.report).filter(([, { created, updated }]) => created + updated > 0)
    assert.deepEqual(changed, [])
    assert.deepEqual(await tables(), before)
    assert.deepEqual(await exportProgramme(deps.jobs, 'stunting', { now, parts: exchangeParts }), file)
  })
})

/** How many rows each table holds; the keys of files are what an export adds. */
async function tables(): Promise<string[]> {
  const found = await rows(`select table_name as name,
      query_to_xml('select count(*) from public.' || quote_ident(table_name), false, true, '')::text as xml
    from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'external_keys'`)
  return found.map(({ name, xml }) => `${name} ${/<count>(\d+)/.exec(xml)?.[1]}`).sort()
}

/** Rows by their keys, since the order of a list says nothing; absent and undefined are the same. */
function byKey(file: object): Record<string, unknown> {
  const plain = JSON.parse(JSON.stringify(file)) as Record<string, unknown>
  const named = (row: Record<string, unknown>) =>
    row.key ?? [row.organisation, row.service, row.territory, row.task, row.question].join(' ')
  return Object.fromEntries(
    Object.entries(plain).map(([list, rows]) => [
      list,
      Array.isArray(rows) ? Object.fromEntries(rows.map((row) => [named(row), row])) : rows,
    ]),
  )
}
