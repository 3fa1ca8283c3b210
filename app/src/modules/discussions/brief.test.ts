import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '#kernel/access.ts'
import { taskPaths } from '#modules/tasks/paths.ts'
import { discussionPaths } from './paths.ts'
import { stage } from './testing/stage.ts'

const set = await stage()
const { actors, slug, site } = set
const task = await set.plan()

/** The section "Diskusi" of a record's page. */
async function section(record: string, as?: Actor): Promise<string> {
  const html = await set.page(taskPaths.task(slug, record), as)
  return html.match(/<section class="mf-section" aria-labelledby="h-diskusi">.*?<\/section>/s)?.[0] ?? ''
}

test('an empty discussion says so; who may write has the form at hand, others the way to it or the reason', async () => {
  assert.match(await section(task), /Belum ada komentar.*Tulis komentar atau pertanyaan/s)
  assert.doesNotMatch(await section(task), /<form/)
  for (const who of ['officer', 'observer', 'resident'] as const)
    assert.match(await section(task, actors[who]), /<form[^>]+records\/[^>]+\/new".*<textarea.*name="kind"/s, who)
  assert.match(await section(task, actors.resident), /nama Anda tidak ditampilkan/)
  assert.match(await section(task, actors.observer), /Tampil atas nama pihak Anda/)
  const members = await set.plan('members')
  await set.grant(members, 'informationOfficer')
  const refused = await section(members, actors.informationOfficer)
  assert.match(refused, /aria-disabled="true"|disabled/)
  assert.match(refused, /hanya orang yang punya kursi/)
})

test('the three newest comments stand on the page with what waits for an answer and the way to the whole', async () => {
  await set.write(actors.officer, task, 'Pertama')
  const question = await set.write(actors.resident, task, 'Kapan dibuka?', { kind: 'question' })
  await set.reply(actors.otherOfficer, question, 'Kami tanyakan')
  await set.write(actors.head, task, `Panjang ${'kata '.repeat(100)}akhir`)
  await set.write(actors.officer, task, 'Terbaru')
  const shown = await section(task)
  assert.match(shown, /5 komentar.*Terbaru.*Panjang.*…<.*Kapan dibuka\?.*Buka diskusi lengkap \(5\)/s)
  assert.match(shown, /show=unanswered">1 pertanyaan belum dijawab/)
  assert.match(shown, /Buka percakapan, 1 balasan/)
  assert.ok(!shown.includes('Pertama') && !shown.includes('akhir'))
  const waiting = await set.page(discussionPaths.record(slug, task, { show: 'unanswered' }))
  assert.ok(waiting.includes('Kapan dibuka?') && !waiting.includes('Terbaru<'))
})

test('the owner answers in one step; nobody else marks an answer by replying', async () => {
  const question = await set.write(actors.otherOfficer, task, 'Berapa kader?', { kind: 'question' })
  const path = discussionPaths.reply(slug, question, { answer: 'yes' })
  assert.ok((await section(task, actors.officer)).includes(path))
  assert.ok(!(await section(task, actors.observer)).includes('answer=yes'))
  assert.match(await set.page(path, actors.officer), /<input[^>]+name="answers"[^>]*checked/)
  assert.doesNotMatch(await set.page(path, actors.observer), /name="answers"/)
  const body = { lang: 'id', body: '24 kader', answers: 'yes' }
  assert.equal((await set.post(path, body, actors.observer)).status, 403)
  const answer = await set.reply(actors.officer, question, '24 kader', { answers: 'yes' })
  assert.match(await set.page(discussionPaths.thread(slug, question)), /Terjawab/)
  assert.equal((await set.post(discussionPaths.reply(slug, answer), body, actors.officer)).status, 403)
  const told = await set.page(discussionPaths.notifications(), actors.otherOfficer)
  assert.match(told, /Pertanyaan Anda dijawab/)
  assert.doesNotMatch(told, /Komentar Anda dibalas/)
})

test('the desk of who acts for the owner lists what waits for their answer, and nobody else’s', async () => {
  const desk = (as: Actor) => set.page('/work', as)
  const question = await set.write(actors.otherHead, task, 'Siapa pelatihnya?', { kind: 'question' })
  const path = discussionPaths.reply(slug, question, { answer: 'yes' })
  for (const who of ['officer', 'head'] as const) assert.ok((await desk(actors[who])).includes(path), who)
  for (const who of ['otherOfficer', 'observer', 'resident'] as const)
    assert.ok(!(await desk(actors[who])).includes('Siapa pelatihnya'), who)
  await set.reply(actors.head, question, 'Dinas Kesehatan', { answers: 'yes' })
  assert.ok(!(await desk(actors.officer)).includes('Siapa pelatihnya'))
})

test('hidden words do not stand on the page, and a record one may not see has no section', async () => {
  const id = await set.write(actors.resident, task, 'Rahasia 4711')
  await set.post(discussionPaths.hiding(slug, id), { reason: 'Memuat nomor' }, actors.coordinator)
  for (const who of [undefined, actors.officer, actors.coordinator]) {
    const shown = await section(task, who)
    assert.match(shown, /Komentar ini disembunyikan/)
    assert.ok(!shown.includes('4711'))
  }
  const restricted = await set.plan('restricted')
  await set.write(actors.officer, restricted, 'Hanya untuk pemilik')
  assert.equal((await site.get(taskPaths.task(slug, restricted), { as: actors.otherOfficer })).status, 404)
  assert.match(await section(restricted, actors.officer), /Hanya untuk pemilik/)
  const before = Number(
    (await set.db.admin.pool.query("select count(*) from events where name = 'record.read'")).rows[0].count,
  )
  assert.match(await section(restricted, actors.auditor), /Hanya untuk pemilik/)
  const after = Number(
    (await set.db.admin.pool.query("select count(*) from events where name = 'record.read'")).rows[0].count,
  )
  assert.ok(after > before)
})
