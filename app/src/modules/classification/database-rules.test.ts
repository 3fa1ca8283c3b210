import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import type { Actor } from '#kernel/access.ts'
import { writeAs } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { taskPaths } from '#modules/tasks/paths.ts'
import { expireClassifications } from './expiry.ts'
import { classifyRecord } from './operations/classify-record.ts'
import { reviewClassification } from './operations/review-classification.ts'
import { classificationPaths as paths } from './paths.ts'
import { stage, test as wholeTest } from './testing/stage.ts'

const set = await stage({ store: true })
const { slug } = set
const asActor = (actor: Actor, text: string, database = set.db.app) =>
  writeAs(database, actor, set.site.time.now, (tx) => sql.raw(text).execute(tx))
const refused = /permission denied|row-level security|decision of classification|does not fit|never rewritten/

describe('the database keeps what was decided, whatever SQL the app’s own role sends', () => {
  test('nobody sets a class, forges a decision, expires one or rewrites what happened', async () => {
    const task = await set.plan('Anggaran')
    const id = await set.withhold(task)
    const { head, officer, coordinator, informationOfficer, otherHead } = set.actors
    const row = (
      by: string,
      office: string,
    ) => `insert into classifications (id, programme_id, owner_id, record_id, record_kind,
      record_table, from_class, to_class, ground, label, information, harm, weighing, stays_open, appeal_to, ends_when, review_on,
      by_office, lang, decided_on, created_at, created_by) values ('${newId(set.now)}', '${set.programmeId}', '${set.organisations.owner.id}', '${task}', 'task', 'tasks',
      'restricted', 'restricted', '17h', 'x', 'x', 'x', 'x', 'x', 'x', 'consent', '2028-01-01', '${office}', 'id', mufakat.today(), now(), '${by}')`
    const act = (
      kind: string,
      by: string,
    ) => `insert into classification_acts (id, classification_id, act, to_class, reason, decided_on,
      created_at, created_by) values ('${newId(set.now)}', '${id}', '${kind}', 'public', 'x', mufakat.today(), now(), '${by}')`
    const attacks: [Actor, string][] = [
      [coordinator, `update tasks set class = 'public' where id = '${task}'`],
      [head, `update tasks set class = 'secret' where id = '${task}'`],
      [head, `update classifications set ground = '17a'`],
      [informationOfficer, 'delete from classification_acts'],
      [officer, row(officer.personId, 'head')],
      [otherHead, row(otherHead.personId, 'head')],
      [head, row(head.personId, 'head')],
      [head, row(officer.personId, 'head')],
      [officer, act('declassify', officer.personId)],
      [head, act('declassify', informationOfficer.personId)],
      [head, act('overturn', head.personId)],
      [head, act('expire', head.personId)],
      [head, `select mufakat.reclassify('${task}', 'public')`],
      [head, 'select * from mufakat.expire_classifications(now())'],
      [head, `select * from mufakat.stubs_of('{${task}}', true)`],
      [head, 'select * from standing_classifications'],
      [head, `select mufakat.stand('${id}')`],
    ]
    for (const [actor, text] of attacks) await assert.rejects(asActor(actor, text), refused, text)
    assert.equal(await set.classOf(task), 'restricted')
    const job: Actor = { kind: 'job', job: 'digests', classes: ['public', 'members'] }
    const none = await asActor(job, `select * from mufakat.expire_classifications('2040-01-01')`, set.db.jobs)
    assert.equal(none.rows.length, 0)
  })

  test('two deciders at once, or one twice: one decision stands', async () => {
    const task = await set.plan('Perkiraan harga')
    const input = { slug, record: task, ...wholeTest }
    const outcomes = await Promise.all([
      set.act(classifyRecord, input),
      set.act(classifyRecord, input, set.actors.informationOfficer),
    ])
    const kept = await set.db.admin.pool.query('select 1 from classifications where record_id = $1', [task])
    assert.equal(kept.rowCount, 1)
    assert.deepEqual(outcomes.map((one) => one.kind).sort(), ['conflict', 'done'])
    const other = await set.plan('Rencana lelang')
    const form = { ...wholeTest, record: other, part: 'record', thenClass: 'public', _key: set.key() }
    const [first, second] = await Promise.all([
      set.site.post(paths.new(slug), form, { as: set.actors.head }),
      set.site.post(paths.new(slug), form, { as: set.actors.head }),
    ])
    assert.deepEqual([first.status, second.status], [303, 303])
    assert.equal(first.headers.get('location'), second.headers.get('location'))
  })
})

describe('the last day', () => {
  test('the day after it the record opens by itself, once, unless it was extended before', async () => {
    const [due, extended] = [await set.plan('Evaluasi penawaran'), await set.plan('Evaluasi teknis')]
    const limit = { ground: '17b', endsWhen: undefined, expiresOn: '2026-12-31' }
    const id = await set.withhold(due, limit)
    const other = await set.withhold(extended, limit)
    set.on('2026-12-30')
    const review = { slug, id: other, reason: 'Lelang diulang', reviewOn: '2027-03-01', expiresOn: '2027-06-30' }
    await set.done(reviewClassification, review)
    set.on('2026-12-31')
    assert.equal(await expireClassifications(set.site.deps, set.site.time.now), 0)
    assert.doesNotMatch(await set.page(taskPaths.list(slug)), /Evaluasi penawaran/)
    set.on('2027-01-01')
    const [a, b] = await Promise.all([
      expireClassifications(set.site.deps, set.site.time.now),
      expireClassifications(set.site.deps, set.site.time.now),
    ])
    assert.equal(a + b, 1)
    assert.equal(await set.classOf(due), 'public')
    assert.equal(await set.classOf(extended), 'restricted')
    assert.match(await set.page(taskPaths.list(slug)), /Evaluasi penawaran/)
    assert.match(await set.page(paths.one(slug, id)), /Masa berlakunya habis; dibuka/)
    const { rows } = await set.db.admin.pool.query(`select name, job from events where subject_id = $1 order by at`, [
      id,
    ])
    assert.deepEqual(rows.at(-1), { name: 'classification.expired', job: 'expire-classifications' })
    assert.match(await set.page(paths.one(slug, other)), /Diperpanjang.*30 Juni 2027/s)
  })

  test('what lists tell as standing is what the decisions and acts give', async () => {
    const { rows } = await set.db.admin.pool.query(`select
      (select jsonb_agg(to_jsonb(s) order by s.classification_id) from standing_classifications s) as kept,
      (select jsonb_agg(jsonb_build_object('classification_id', s.id, 'programme_id', s.programme_id, 'record_table', s.record_table,
        'record_id', s.record_id, 'hides_existence', s.hides_existence, 'ends_on', s.ends_on, 'next_review_on', s.next_review_on)
        order by s.id) from classification_states s where s.part = 'record' and s.in_force and s.ended_by is null) as given,
      (select count(*)::int from classifications) as decisions`)
    assert.deepEqual(rows[0].kept, rows[0].given)
    assert.ok(rows[0].kept.length > 1 && rows[0].kept.length < rows[0].decisions)
  })

  test('a review that is due shows in the register, which is searched and sorted by link', async () => {
    set.on('2027-04-01')
    const due = await set.page(`${paths.list(slug)}?standing=review`)
    assert.match(due, /Perlu ditinjau/)
    assert.match(await set.page(`${paths.list(slug)}?q=tidak-ada`), /Tidak ada keputusan yang cocok/)
    for (const sort of ['label', 'ground', 'ends', 'review'])
      assert.equal(
        (await set.site.get(`${paths.list(slug)}?sort=${sort}&dir=desc&ground=17h&class=restricted`)).status,
        200,
      )
  })
})
