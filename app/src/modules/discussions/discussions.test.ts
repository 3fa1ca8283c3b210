import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { taskPaths } from '#modules/tasks/paths.ts'
import { wordsOf } from '#modules/tasks/testing/stage.ts'
import { discussionPaths } from './paths.ts'
import { stage } from './testing/stage.ts'

const set = await stage()
const { actors, slug, people, site } = set
const task = await set.plan()

describe('writing on a record', () => {
  test('a comment stands on the record’s page, with its author’s party; a resident’s name is not shown', async () => {
    await set.write(actors.officer, task, 'Pelatihan dimulai Senin.')
    await set.write(actors.resident, task, 'Apakah terbuka untuk umum?', { kind: 'question' })
    const words = await wordsOf(await site.get(taskPaths.task(slug, task)))
    assert.match(words, /Diskusi.*2 komentar/)
    assert.match(words, /Made Putra , Dinas Kesehatan Kabupaten Contoh/)
    assert.match(words, /Menunggu jawaban Dinas Kesehatan Kabupaten Contoh sejak hari ini/)
    assert.ok(!words.includes(people.resident.name))
    const json = await set.page(`/api/v1${discussionPaths.record(slug, task)}`, actors.coordinator)
    assert.ok(!json.includes(people.resident.id) && !json.includes(people.resident.name))
  })

  test('whoever may write is asked of page, API and form alike', async () => {
    const path = discussionPaths.new(slug, task)
    const body = { kind: 'comment', lang: 'id', body: 'Halo' }
    assert.equal((await site.get(path)).status, 303)
    assert.equal((await set.post(path, body)).status, 403)
    for (const who of ['expiredSeat', 'facilitator', 'operator', 'informationOfficer', 'observer', 'auditor'] as const)
      assert.equal((await set.post(path, body, actors[who])).status, 303, who)
    const members = await set.plan('members')
    for (const who of ['expiredSeat', 'facilitator', 'operator', 'resident'] as const)
      assert.equal((await set.post(discussionPaths.new(slug, members), body, actors[who])).status, 404, who)
    const officer = await site.api(discussionPaths.new(slug, members), body, { as: actors.informationOfficer })
    assert.equal(officer.status, 403)
    assert.match(JSON.stringify(await officer.json()), /kursi/)
    assert.equal((await site.api(discussionPaths.new(slug, members), body, { as: actors.observer })).status, 200)
  })

  test('bad input comes back with what was typed; the same form twice is one comment', async () => {
    const path = discussionPaths.new(slug, task)
    const empty = await set.post(path, { kind: 'pidato', lang: 'id', body: '   ' }, actors.officer)
    assert.equal(empty.status, 422)
    assert.equal((await set.post(path, { kind: 'comment', body: 'x'.repeat(5001) }, actors.officer)).status, 422)
    const before = Number((await set.db.admin.pool.query('select count(*) from comments')).rows[0].count)
    const form = { _key: newId(site.time.now), kind: 'comment', lang: 'id', body: 'Sekali saja' }
    const [first, second] = await Promise.all([1, 2].map(() => site.post(path, form, { as: actors.head })))
    assert.equal(first!.headers.get('location'), second!.headers.get('location'))
    const after = Number((await set.db.admin.pool.query('select count(*) from comments')).rows[0].count)
    assert.equal(after, before + 1)
  })

  test('nothing typed is markup: scripts stay text, only web addresses become links that are not followed', async () => {
    const evil =
      '<script>alert(1)</script> <img src=x onerror=alert(1)> javascript:alert(1) https://contoh.example/a?b="><b>'
    const id = await set.write(actors.officer, task, evil)
    const html = await set.page(discussionPaths.thread(slug, id))
    assert.ok(!html.includes('<script>alert') && !html.includes('<img src=x'))
    assert.match(html, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/)
    assert.match(html, /<a class="govuk-link" href="https:\/\/contoh.example\/a\?b=" rel="noopener nofollow">/)
    assert.ok(!html.includes('href="javascript:'))
  })

  test('the coordination team closes residents’ comments on public records, and opens them again', async () => {
    const closed = await set.post(discussionPaths.settings(slug), { publicComments: '' }, actors.deputy)
    assert.equal(closed.status, 303)
    const refused = await set.post(discussionPaths.new(slug, task), { kind: 'comment', body: 'Hai' }, actors.resident)
    assert.equal(refused.status, 403)
    assert.match(await refused.text(), /ditutup oleh tim koordinasi/)
    await set.write(actors.officer, task, 'Yang duduk tetap menulis')
    for (const who of ['officer', 'head', 'resident', 'operator', 'informationOfficer', 'auditor'] as const)
      assert.equal((await set.post(discussionPaths.settings(slug), { publicComments: 'yes' }, actors[who])).status, 403)
    assert.equal(
      (await set.post(discussionPaths.settings(slug), { publicComments: 'yes' }, actors.coordinator)).status,
      303,
    )
    await set.write(actors.resident, task, 'Terima kasih')
  })

  test('a flood is stopped, also when it comes at once', async () => {
    set.later(60)
    const sent = await Promise.all(
      Array.from({ length: 9 }, (_, index) =>
        set.post(discussionPaths.new(slug, task), { kind: 'comment', body: `Banjir ${index}` }, actors.facilitator),
      ),
    )
    assert.equal(sent.filter((answer) => answer.status === 303).length, 5)
    const refused = sent.find((answer) => answer.status === 409)!
    assert.match(await refused.text(), /Terlalu banyak tulisan/)
    set.later(11)
    await set.write(actors.facilitator, task, 'Sesudah menunggu')
  })
})

describe('threads, edits and answers', () => {
  test('replies stand one level deep; a reply to a reply quotes it', async () => {
    const top = await set.write(actors.officer, task, 'Usul jadwal')
    const first = await set.reply(actors.head, top, 'Setuju hari Selasa')
    const second = await set.reply(actors.otherOfficer, first, 'Rabu lebih baik')
    const { rows } = await set.db.admin.pool.query('select parent_id, quotes_id from comments where id = $1', [second])
    assert.deepEqual(rows, [{ parent_id: top, quotes_id: first }])
    const words = await wordsOf(await site.get(discussionPaths.thread(slug, first)))
    assert.match(words, /Usul jadwal.*Setuju hari Selasa.*Mengutip Agus Santoso.*Setuju hari Selasa.*Rabu lebih baik/)
  })

  test('the author edits for fifteen minutes, every wording is kept; later only a correction is appended', async () => {
    const id = await set.write(actors.officer, task, 'Kader 24 orang')
    set.later(10)
    assert.equal((await set.post(discussionPaths.edit(slug, id), { body: 'Curian' }, actors.head)).status, 403)
    assert.equal((await set.post(discussionPaths.correction(slug, id), { body: 'Ralat' }, actors.officer)).status, 403)
    assert.equal(
      (await set.post(discussionPaths.edit(slug, id), { body: 'Kader 42 orang' }, actors.officer)).status,
      303,
    )
    set.later(6)
    const late = await set.post(discussionPaths.edit(slug, id), { body: 'Kader 50 orang' }, actors.officer)
    assert.equal(late.status, 403)
    assert.match(await late.text(), /tambahkan ralat/)
    await set.post(discussionPaths.correction(slug, id), { body: 'Tepatnya 43 orang' }, actors.officer)
    const words = await wordsOf(await site.get(discussionPaths.thread(slug, id)))
    assert.match(words, /Kader 42 orang.*Ralat.*Tepatnya 43 orang/)
    assert.ok(!words.includes('Kader 24 orang'))
    const kept = await set.db.admin.pool.query(
      'select body from comment_versions where comment_id = $1 order by number',
      [id],
    )
    assert.deepEqual(
      kept.rows.map((row) => row.body),
      ['Kader 24 orang', 'Kader 42 orang', 'Tepatnya 43 orang'],
    )
  })

  test('a question counts the owner’s days until a reply is marked; strangers mark nothing', async () => {
    const question = await set.write(actors.otherOfficer, task, 'Kapan mulai?', { kind: 'question' })
    set.later(3 * 24 * 60)
    const waiting = await wordsOf(await site.get(discussionPaths.list(slug, { show: 'unanswered' })))
    assert.match(
      waiting,
      /Belum dijawab Dinas Kesehatan Kabupaten Contoh selama 3 hari Kapan mulai|selama 3 hari.*Kapan mulai/,
    )
    const answer = await set.reply(actors.officer, question, 'Mulai 1 Desember')
    const mark = (as = actors.officer, reply = answer) =>
      set.post(discussionPaths.answer(slug, question), { answer: reply }, as)
    for (const who of ['resident', 'observer', 'auditor', 'otherHead'] as const)
      assert.equal((await mark(actors[who])).status, 403, who)
    assert.equal((await mark(actors.officer, question)).status, 422)
    assert.equal((await mark()).status, 303)
    assert.equal((await mark()).status, 409)
    assert.match(await wordsOf(await site.get(discussionPaths.thread(slug, question))), /Terjawab.*Jawaban/)
    assert.doesNotMatch(
      await wordsOf(await site.get(discussionPaths.list(slug, { show: 'unanswered' }))),
      /Kapan mulai/,
    )
  })

  test('search finds words, also with signs of the pattern language, and a bad link still shows the page', async () => {
    await set.write(actors.officer, task, 'Serapan 100% anggaran_gizi')
    const found = async (q: string) => wordsOf(await site.get(discussionPaths.list(slug, { q })))
    assert.match(await found('100% anggaran_'), /Serapan/)
    assert.match(await found('100%x'), /Tidak ada yang cocok/)
    assert.equal((await site.get(`${discussionPaths.list(slug)}?before=x&show=apa&after='`)).status, 200)
    assert.equal((await site.get(discussionPaths.thread(slug, 'x'))).status, 404)
    assert.equal((await site.get(discussionPaths.record('lain', task))).status, 404)
  })
})
