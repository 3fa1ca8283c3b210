import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { planTask } from '#modules/tasks/operations/plan-task.ts'
import { taskPaths } from '#modules/tasks/paths.ts'
import { publishedTexts } from '../../published-texts.ts'
import { findingPaths as paths } from './paths.ts'
import { scanTexts } from './scan-texts.ts'
import { stage } from './testing/stage.ts'
import type { TextSource } from './text-source.ts'

const set = await stage()
const { slug, db, site, actors } = set
const tasks: TextSource[] = [{ table: 'tasks', columns: ['title', 'title_en'], kind: 'task' }]
const deps = { jobs: db.jobs, clock: () => site.time.now }
const scan = (detector = 1) => scanTexts(deps, tasks, detector)
const word = (task: string, title: string) =>
  db.admin.pool.query('update tasks set title = $2 where id = $1', [task, title])
const list = () => set.page(paths.list(), 'informationOfficer')
const found = async (task: string) =>
  (await db.admin.pool.query('select kinds from open_text_findings where record_id = $1', [task])).rows.map(
    ({ kinds }) => kinds,
  )

describe('texts that were open before anyone asked', () => {
  test('are read; what looks personal is told to the information officer alone, and nothing is hidden', async () => {
    const task = await set.plan('Kunjungan')
    const closed = await set.plan('Tertutup', { class: 'restricted' })
    for (const one of [task, closed]) await word(one, 'Hubungi Ibu Siti Aminah, 0812-3456-7890')
    assert.equal(await scan(), 1)
    assert.deepEqual([await found(task), await found(closed)], [[['name', 'phone']], []])
    const html = await list()
    assert.match(html, /Nama orang, nomor telepon[\s\S]*Tugas, /)
    assert.ok(html.includes(taskPaths.task(slug, task)))
    assert.doesNotMatch(html, /Siti|0812/)
    for (const who of ['visitor', 'head', 'coordinator', 'auditor', 'operator'] as const)
      assert.equal((await site.get(paths.list(), { as: actors[who] })).status, 404, who)
    assert.match(await set.page(taskPaths.task(slug, task)), /Siti Aminah/)
    const { rows } = await db.admin.pool.query(`select * from text_findings t where t::text ~ 'Siti|0812'`)
    assert.deepEqual(rows, [])
    await word(task, 'Kunjungan keluarga')
  })

  test('a mended text ends its finding at the next reading, and a week or a newer detector reads anew', async () => {
    const task = await set.plan('Rapat')
    await word(task, 'NIK 3302015208900003')
    assert.equal(await scan(), 0, 'this week’s reading is done')
    assert.ok((await scan(2)) > 0)
    assert.deepEqual(await found(task), [['nik']])
    await word(task, 'Rapat')
    site.time.now = new Date(site.time.now.getTime() + 7 * 86_400_000)
    assert.ok((await scan(2)) > 0)
    assert.deepEqual(await found(task), [])
    assert.match(await list(), /Tidak ada temuan yang menunggu/)
  })

  test('with a reason a finding ends for good; the reason may not repeat the data, and only the officer gives one', async () => {
    const task = await set.plan('Layanan')
    await word(task, 'Telepon 0812-3456-7890')
    await scan(3)
    const { rows } = await db.admin.pool.query('select id from open_text_findings where record_id = $1', [task])
    const answer = (reason: string, who: 'informationOfficer' | 'head') =>
      site.post(paths.pass(rows[0].id), { reason, _key: set.key() }, { as: actors[who] })
    assert.ok([403, 404].includes((await answer('Nomor layanan', 'head')).status))
    assert.match(
      await (await answer('Itu 0812-3456-7890', 'informationOfficer')).text(),
      /tanpa mengulang data pribadinya/,
    )
    assert.equal((await answer('Nomor layanan umum', 'informationOfficer')).status, 303)
    assert.equal((await answer('Sekali lagi', 'informationOfficer')).status, 404)
    await scan(4)
    assert.deepEqual(await found(task), [])
    const event = await db.admin.pool.query(`select class, payload from events where subject_id = $1`, [rows[0].id])
    assert.deepEqual(event.rows, [{ class: 'restricted', payload: { kinds: ['phone'], kind: 'task' } }])
  })

  test('what was let pass with a reason when it was written is not asked about again', async () => {
    const input = {
      programme: slug,
      kind: 'activity',
      title: 'Temui Ibu Siti Aminah',
      accountable: set.organisations.owner.id,
    }
    const body = { ...input, notPersonal: 'Juru bicara resmi' }
    const made = await site.api(taskPaths.plan(slug), body, { as: actors.coordinator })
    assert.equal(made.status, 200)
    await scan(5)
    assert.doesNotMatch(await list(), /Nama orang/)
  })

  test('an interrupted reading goes on where it stopped', async () => {
    const input = { programme: slug, kind: 'activity', accountable: set.organisations.owner.id }
    for (let count = 0; count < 210; count += 1)
      await set.done(planTask, { ...input, title: `Kegiatan ${count}` }, actors.coordinator)
    const all = (await db.admin.pool.query(`select count(*)::int as count from tasks where class = 'public'`)).rows[0]
      .count
    let asked = 0
    const clock = () => {
      asked += 1
      if (asked > 3) throw new Error('the power went')
      return site.time.now
    }
    await assert.rejects(scanTexts({ jobs: db.jobs, clock }, tasks, 6), /the power went/)
    assert.equal(await scan(6), all - 200)
    const { rows } = await db.admin.pool.query(`select texts, finished_at is not null as whole from text_scans`)
    assert.deepEqual(rows, [{ texts: all, whole: true }])
  })

  test('every text that people write on records is among them', async () => {
    assert.ok((await scanTexts(deps, publishedTexts, 7)) > 0)
    const { rows } =
      await db.admin.pool.query(`select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public' and data_type = 'text' and column_name in ('title', 'title_en', 'body', 'reason', 'text', 'summary', 'question', 'background')
        and table_name in (select table_name from information_schema.columns where column_name = 'class' and table_schema = 'public')
        -- copies that triggers make of the same texts are not read twice
        and table_name not in ('interest_control_reasons', 'meeting_series', 'search_texts')`)
    const read = new Set(publishedTexts.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`)))
    assert.deepEqual(
      rows.map(({ name }) => name).filter((name) => !read.has(name)),
      [],
    )
  })
})
