import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Actor, PersonActor } from '#kernel/access.ts'
import { readAs, writeAs } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { wordsOf } from '#modules/tasks/testing/stage.ts'
import { discussionPaths } from './paths.ts'
import { stage } from './testing/stage.ts'

const set = await stage()
const { actors, slug, site, people } = set
const task = await set.plan()
const secret = 'Nomor rekening 123456789'
const hide = (as: Actor, id: string, reason = 'Memuat data pribadi') =>
  set.post(discussionPaths.hiding(slug, id), { reason }, as)
const object = (as: Actor, id: string) =>
  set.post(discussionPaths.objection(slug, id), { reason: 'Bukan data pribadi' }, as)
const rule = (as: Actor, id: string, ruling: string) =>
  set.post(discussionPaths.ruling(slug, id), { ruling, reason: 'Sudah diperiksa' }, as)

test('hidden means a stub with reason and who decided; the words are for author and overseers, by every door', async () => {
  const id = await set.write(actors.resident, task, secret)
  const reply = await set.reply(actors.officer, id, 'Mohon dihapus', { quote: 'yes' })
  for (const who of ['officer', 'head', 'otherHead', 'observer', 'auditor', 'operator', 'resident'] as const)
    assert.equal((await hide(actors[who], id)).status, 403, who)
  assert.equal((await hide(actors.informationOfficer, id, ' ')).status, 422)
  assert.equal((await hide(actors.informationOfficer, id)).status, 303)
  const doors = [
    discussionPaths.thread(slug, id),
    discussionPaths.thread(slug, reply),
    discussionPaths.record(slug, task),
    discussionPaths.list(slug),
    discussionPaths.list(slug, { q: '123456789' }),
    `/api/v1${discussionPaths.thread(slug, id)}`,
    `/api/v1${discussionPaths.list(slug)}`,
    `/programmes/${slug}/tasks/${task}`,
  ]
  for (const door of doors)
    for (const reader of [undefined, actors.officer, actors.otherHead, actors.operator])
      assert.ok(!(await set.page(door, reader)).includes(secret), door)
  const stub = await wordsOf(await site.get(discussionPaths.thread(slug, id)))
  assert.match(stub, /Komentar ini disembunyikan\. +Alasan: Memuat data pribadi\. Diputus tim koordinasi atau PPID\./)
  for (const reader of [actors.resident, actors.coordinator, actors.auditor, actors.informationOfficer])
    assert.ok((await set.page(discussionPaths.thread(slug, id), reader)).includes(secret))
  const bodies = (as: Actor) =>
    readAs(set.db.app, as, site.time.now, (tx) =>
      sql`select 1 from comment_versions where comment_id = ${id}`.execute(tx),
    )
  assert.equal((await bodies(actors.visitor)).rows.length, 0)
  assert.equal((await bodies(actors.head)).rows.length, 0)
  assert.equal((await bodies(actors.resident)).rows.length, 1)
})

test('the author objects once, someone else than the hider and the author decides, once', async () => {
  const id = await set.write(actors.otherOfficer, task, 'Anggaran tidak jelas')
  assert.equal((await object(actors.otherOfficer, id)).status, 403)
  assert.equal((await hide(actors.coordinator, id)).status, 303)
  assert.equal((await hide(actors.deputy, id)).status, 403)
  assert.equal((await rule(actors.deputy, id, 'restore')).status, 403)
  assert.equal((await object(actors.officer, id)).status, 403)
  assert.equal((await object(actors.otherOfficer, id)).status, 303)
  assert.equal((await object(actors.otherOfficer, id)).status, 403)
  assert.match(
    await wordsOf(await site.get(discussionPaths.list(slug, { show: 'contested' }), { as: actors.deputy })),
    /Putus keberatan/,
  )
  const own = await rule(actors.coordinator, id, 'uphold')
  assert.equal(own.status, 403)
  assert.match(await own.text(), /diputus oleh orang lain/)
  assert.equal((await rule(actors.deputy, id, 'restore')).status, 303)
  assert.equal((await rule(actors.informationOfficer, id, 'uphold')).status, 403)
  const shown = await wordsOf(await site.get(discussionPaths.thread(slug, id)))
  assert.match(shown, /Anggaran tidak jelas.*Pernah disembunyikan, lalu ditampilkan lagi/)
})

test('nobody moderates their own comment, not even in SQL', async () => {
  const id = await set.write(actors.coordinator, task, 'Tulisan koordinator')
  const refused = await hide(actors.coordinator, id)
  assert.equal(refused.status, 403)
  assert.match(await refused.text(), /tidak dimoderasi sendiri/)
  const asSql = (as: PersonActor, act: string, comment = id) =>
    writeAs(set.db.app, as, site.time.now, (tx) =>
      sql`insert into comment_moderations (id, comment_id, act, reason, created_at, created_by)
        values (${newId(site.time.now)}, ${comment}, ${act}, 'x', ${site.time.now}, ${as.personId})`.execute(tx),
    )
  await assert.rejects(asSql(actors.coordinator, 'hide'), /row-level security/)
  await assert.rejects(asSql(actors.head, 'hide'), /row-level security/)
  await assert.rejects(asSql(actors.deputy, 'restore'), /out of order/)
  await assert.rejects(asSql(actors.coordinator, 'contest'), /out of order/)
  await asSql(actors.deputy, 'hide')
  await asSql(actors.coordinator, 'contest')
  await assert.rejects(asSql(actors.deputy, 'uphold'), /out of order/)
  await assert.rejects(asSql(actors.coordinator, 'restore'), /row-level security/)
})

test('an auditor who reads the discussion of a restricted record leaves an event, in the list of the programme too', async () => {
  const closed = await set.plan('restricted', 'Evaluasi penyedia')
  const id = await set.write(actors.officer, closed, 'Catatan terbatas')
  const reads = async () =>
    (await set.db.admin.pool.query("select 1 from events where name = 'record.read' and subject_id = $1", [closed]))
      .rows.length
  for (const [index, door] of [discussionPaths.list(slug), discussionPaths.thread(slug, id)].entries()) {
    assert.match(await set.page(door, actors.auditor), /Catatan terbatas/)
    assert.equal(await reads(), index + 1)
  }
})

test('two moderators at once: one decision', async () => {
  const id = await set.write(actors.officer, task, 'Ramai')
  const answers = await Promise.all([
    hide(actors.coordinator, id),
    hide(actors.deputy, id),
    hide(actors.informationOfficer, id),
  ])
  assert.deepEqual(answers.map((one) => one.status).sort(), [303, 403, 403])
})

test('the database lets nobody forge: other names, other programmes, other parties, late edits, foreign answers', async () => {
  const own = await set.write(actors.officer, task, 'Asli')
  const now = site.time.now
  const tries = (as: Actor, statement: ReturnType<typeof sql>) =>
    writeAs(set.db.app, as, now, (tx) => statement.execute(tx))
  const comment = (by: string, more: { party?: string; parent?: string; hidden?: boolean } = {}) => sql`
    insert into comments (id, subject_id, programme_id, parent_id, kind, lang, organisation_id, hidden, created_at, created_by)
    values (${newId(now)}, ${task}, ${set.programmeId}, ${more.parent ?? null}, 'comment', 'id', ${more.party ?? null},
      ${more.hidden ?? false}, ${now}, ${by})`
  await assert.rejects(tries(actors.officer, comment(people.head.id)), /row-level security/)
  await assert.rejects(tries(actors.visitor, comment(people.head.id)), /row-level security/)
  await assert.rejects(
    tries(actors.resident, comment(people.resident.id, { party: set.organisations.owner.id })),
    /belong/,
  )
  await assert.rejects(tries(actors.officer, comment(people.officer.id, { hidden: true })), /belong/)
  const reply = await set.reply(actors.head, own, 'Balasan')
  await assert.rejects(tries(actors.officer, comment(people.officer.id, { parent: reply })), /belong/)
  const version = (by: string, at: Date) => sql`
    insert into comment_versions (id, comment_id, number, correction, body, created_at, created_by)
    values (${newId(now)}, ${own}, 9, false, 'Palsu', ${at}, ${by})`
  await assert.rejects(tries(actors.head, version(people.head.id, now)), /row-level security/)
  await assert.rejects(
    tries(actors.officer, version(people.officer.id, new Date(now.getTime() + 16 * 60_000))),
    /row-level/,
  )
  for (const change of [
    sql`update comments set hidden = true`,
    sql`update comment_versions set body = 'x'`,
    sql`delete from comments`,
  ])
    await assert.rejects(tries(actors.coordinator, change), /permission denied/)
  await assert.rejects(
    tries(actors.coordinator, sql`update discussion_subjects set class = 'public'`),
    /permission denied/,
  )
})
