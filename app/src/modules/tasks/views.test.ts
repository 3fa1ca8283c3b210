import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#kernel/ids.ts'
import { testSite } from '#kernel/testing/site.ts'
import { programmesWith } from '#modules/programmes/module.ts'
import { programmePaths } from '#modules/programmes/paths.ts'
import { noExtensions } from '#modules/programmes/standing.ts'
import { tasks } from './module.ts'
import { declareCapacity } from './operations/declare-capacity.ts'
import { moveTask } from './operations/move-task.ts'
import { waitOn } from './operations/wait-on.ts'
import { taskPaths } from './paths.ts'
import { milestoneSection } from './programme-section.tsx'
import { stage, wordsOf } from './testing/stage.ts'

const set = await stage()
const { actors, organisations, slug } = set
const see = async (path: string, as?: (typeof actors)['officer']) => wordsOf(await set.site.get(path, as ? { as } : {}))

describe('the list of tasks', () => {
  test('is searched by beginnings of words, filtered by agency, state and kind, and sorted', async () => {
    await set.plan({ title: 'Perbaiki sanitasi sekolah', due: '2027-02-01' })
    await set.plan({
      title: 'Ajar kebersihan',
      due: '2027-01-01',
      accountable: organisations.other.id,
      kind: 'milestone',
    })
    const late = await set.plan({ title: 'Kumpulkan data sanitasi', due: '2026-10-01' })
    await set.done(waitOn, { task: late, agency: organisations.other.id, because: 'Belum dikirim' })
    const found = await see(taskPaths.list(slug, { q: 'SANI seko' }))
    assert.match(found, /Perbaiki sanitasi sekolah/)
    assert.doesNotMatch(found, /Ajar kebersihan|Kumpulkan data/)
    assert.match(
      await see(taskPaths.list(slug, { state: 'late' })),
      /1–1 dari 1 .*Kumpulkan data sanitasi.*Lewat 54 hari/,
    )
    assert.match(await see(taskPaths.list(slug, { agency: organisations.other.id })), /1–1 dari 1/)
    assert.match(await see(taskPaths.list(slug, { kind: 'milestone' })), /1–1 dari 1/)
    const byTitle = await see(taskPaths.list(slug, { sort: 'title', dir: 'desc' }))
    assert.ok(byTitle.indexOf('Perbaiki sanitasi') < byTitle.indexOf('Ajar kebersihan'))
    for (const sort of ['agency', 'state', 'due']) assert.match(await see(taskPaths.list(slug, { sort })), /1–3 dari 3/)
  })

  test('what is done and not verified by anyone else can be listed', async () => {
    const done = await set.plan({ title: 'Selesai tanpa pemeriksa' })
    await set.finish(done, actors.officer)
    assert.match(await see(taskPaths.list(slug, { state: 'unverified' })), /Selesai tanpa pemeriksa/)
  })

  test('a broken link still shows the list', async () => {
    assert.equal((await set.site.get(`${taskPaths.list(slug)}?page=x&state=%27&sort=drop&agency=1`)).status, 200)
    assert.match(await see(`${taskPaths.list(slug)}?q=%00%27%29%3B--`), /Cari tugas/)
  })

  test('what the template proposes is planned from there, once', async () => {
    const proposal = newId(set.now)
    await set.db.admin.kysely
      .insertInto('programme_proposals')
      .values({
        id: proposal,
        programme_id: set.programmeId,
        position: 1,
        kind: 'milestone',
        title: 'Rembuk stunting',
        due_after_days: 60,
        created_at: set.now,
      })
      .execute()
    assert.match(await see(taskPaths.list(slug), actors.officer), /Usulan templat .*Rembuk stunting/)
    assert.doesNotMatch(await see(taskPaths.list(slug)), /Usulan templat/)
    const form = await (await set.site.get(taskPaths.plan(slug, { proposal }), { as: actors.officer })).text()
    assert.match(form, /value="Rembuk stunting"/)
    const values = {
      kind: 'milestone',
      title: 'Rembuk stunting',
      accountable: organisations.owner.id,
      proposal,
      class: 'public',
    }
    const post = () => set.site.post(taskPaths.plan(slug), { ...values, _key: newId(set.now) }, { as: actors.officer })
    assert.equal((await post()).status, 303)
    assert.equal((await post()).status, 422)
    assert.doesNotMatch(await see(taskPaths.list(slug), actors.officer), /Usulan templat/)
  })

  test('ten thousand tasks are paged and searched', async () => {
    await manyTasks(10_000)
    const first = await see(taskPaths.list(slug))
    assert.match(first, /1–25 dari 10\.005/)
    assert.match(await see(taskPaths.list(slug, { page: 401 })), /10\.001–10\.005 dari 10\.005/)
    await sql`update tasks set code = '6.2' where title = 'Latih kader 8'`.execute(set.db.admin.kysely)
    await sql`update tasks set code = 'AK-3' where title = 'Latih kader 10'`.execute(set.db.admin.kysely)
    assert.match(await see(taskPaths.list(slug, { q: '6.2' })), /1–1 dari 1 .*Latih kader 8/)
    assert.match(await see(taskPaths.list(slug, { q: 'ak-3' })), /1–1 dari 1 .*Latih kader 10/)
    assert.match(await see(taskPaths.list(slug, { q: 'kunjungi 9999' })), /1–1 dari 1 .*Kunjungi rumah 9999/)
    const beyond = await set.site.get(taskPaths.list(slug, { q: 'kunjungi', page: 500 }))
    assert.match(beyond.headers.get('location')!, /page=200$/)
  })
})

describe('the views of all tasks', () => {
  test('every figure above the list opens the tasks that it counts', async () => {
    const html = await (await set.site.get(taskPaths.list(slug))).text()
    const intro = html.match(/<p class="govuk-body-l">(.*?)<\/p>/s)![1]!
    const figures = [...intro.matchAll(/href="([^"]+)">([\d.]+)/g)]
    assert.equal(figures.length, 4)
    for (const [, href, count] of figures) {
      const words = await see(href!.replaceAll('&amp;', '&'))
      assert.match(words, count === '0' ? /Tidak ada tugas yang cocok/ : new RegExp(`dari ${count}`), href)
    }
  })

  test('the timeline shows first and current dates; what has no date stands below', async () => {
    const moved = await set.plan({
      title: 'Bangun sumur',
      start: '2026-11-01',
      due: '2026-12-01',
      accountable: organisations.other.id,
    })
    const move = {
      task: moved,
      due: '2026-12-31',
      reason: 'Hujan',
      code: 'external',
      requestedBy: organisations.other.id,
    }
    await set.done(moveTask, move)
    await set.plan({ title: 'Lapor bupati', every: 3, everyUnit: 'month' })
    const words = await see(taskPaths.timeline(slug, { moved: 'yes' }))
    assert.match(words, /Bangun sumur 31 Desember 2026 , mundur 30 hari/)
    assert.doesNotMatch(words, /Ajar kebersihan/)
    assert.match(await see(taskPaths.timeline(slug)), /Tanpa tanggal .*Lapor bupati .*Setiap 3 bulan/)
  })

  test('coverage counts gaps and doubles and leads from a gap to planning it', async () => {
    const { service, places } = await charterCells(['Sukamaju', 'Tirtasari', 'Bumiayu'])
    await set.plan({ title: 'Timbang', service, territory: places[0] })
    await set.plan({ title: 'Timbang juga', service, territory: places[1] })
    await set.plan({ title: 'Timbang pula', service, territory: places[1], accountable: organisations.other.id })
    const words = await see(taskPaths.coverage(slug))
    assert.match(
      words,
      /1 dari 3 sel yang diminta piagam punya tepat satu instansi penanggung jawab; 1 kosong , 1 ganda/,
    )
    const html = await (await set.site.get(taskPaths.coverage(slug), { as: actors.officer })).text()
    const gap = html.match(/href="([^"]*\/tasks\/new[^"]*)"/)![1]!.replaceAll('&amp;', '&')
    const form = await (await set.site.get(gap, { as: actors.officer })).text()
    assert.match(form, /<option value="d2" selected/)
    assert.match(await see(taskPaths.coverage(slug, { show: 'double' })), /Pemantauan/)
    for (const [show, text] of Object.entries({ one: '1', gap: '1 kosong', double: '1 ganda' }))
      assert.ok(html.includes(`<a class="govuk-link" href="${taskPaths.coverage(slug, { show })}">${text}</a>`), show)
    assert.doesNotMatch(await see(taskPaths.coverage(slug, { show: 'gap' })), /Tirtasari/)
  })

  test('capacity is declared for months in a row and set against the load', async () => {
    const form = { agency: organisations.owner.id, month: '2026-11', months: '2', hours: '80', _key: newId(set.now) }
    const sent = await set.site.post(taskPaths.declareCapacity(slug), form, { as: actors.officer })
    assert.equal(sent.status, 303)
    await set.plan({ title: 'Survei', start: '2026-11-02', due: '2026-11-30', effort: 10, effortUnit: 'person-day' })
    const words = await see(taskPaths.capacity(slug))
    assert.match(words, /Nov 2026: 75 dari 80 jam sisa 5 jam/)
    const behind = taskPaths.capacity(slug, { agency: organisations.owner.id, month: '2026-11' })
    assert.match(
      await see(behind),
      /Beban Dinas Kesehatan Kabupaten Contoh pada November 2026 75 jam, dari .*Survei .*75/,
    )
    await set.done(declareCapacity, { programme: slug, agency: organisations.owner.id, month: '2026-11', hours: 60 })
    assert.match(await see(taskPaths.capacity(slug)), /Nov 2026: 75 dari 60 jam lebih 15 jam/)
  })

  test("the programme's own page shows progress and milestones that moved", async () => {
    const site = testSite(set.db, [programmesWith({ ...noExtensions, sections: [milestoneSection] }), tasks], {
      now: set.now,
    })
    const late = await set.plan({ kind: 'milestone', title: 'Alat ukur tersedia', due: '2026-12-31' })
    const move = {
      task: late,
      due: '2027-03-31',
      reason: 'Lelang ulang',
      code: 'procedure',
      requestedBy: organisations.owner.id,
    }
    await set.done(moveTask, move)
    const words = await wordsOf(await site.get(programmePaths.programme(slug)))
    assert.match(words, /Kemajuan tugas/)
    assert.match(words, /tugas selesai/)
    assert.match(words, /Tonggak dan pergeserannya/)
    assert.match(words, /1 dari [\d.]+ tonggak mundur dari tanggal pertama dan belum selesai/)
    assert.match(words, /Alat ukur tersedia/)
  })
})

async function manyTasks(count: number) {
  await sql`insert into tasks (id, programme_id, owner_id, kind, title, baseline_due, due_on, state_since, created_at)
    select gen_random_uuid(), ${set.programmeId}::uuid, ${organisations.owner.id}::uuid, 'activity',
      (array['Latih kader', 'Kunjungi rumah'])[1 + i % 2] || ' ' || i, date '2026-12-01' + (i % 300), date '2026-12-01' + (i % 300),
      date '2026-11-01', now()
    from generate_series(1, ${count}) i`.execute(set.db.admin.kysely)
}

async function charterCells(names: string[]) {
  const sqlAs = set.db.admin.kysely
  const made = { programme_id: set.programmeId, created_at: set.now }
  const [service, charter] = [newId(set.now), newId(set.now)]
  await sqlAs
    .insertInto('services')
    .values({ ...made, id: service, key: 'timbang', name: 'Pemantauan' })
    .execute()
  const row = { ...made, id: charter, owner_id: organisations.owner.id, lang: 'id', number: 1, status: 'in-force' }
  await sqlAs.insertInto('charter_versions').values(row).execute()
  const places = names.map((name, index) => ({ ...made, id: newId(set.now), code: `d${index}`, name }))
  await sqlAs.insertInto('programme_territories').values(places).execute()
  const cells = places.map((place) => ({
    ...made,
    id: newId(set.now),
    charter_id: charter,
    service_id: service,
    territory_code: place.code,
    territory_name: place.name,
  }))
  await sqlAs.insertInto('required_cells').values(cells).execute()
  return { service, places: places.map((place) => place.code) }
}
