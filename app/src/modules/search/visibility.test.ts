import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { type Actor, classes } from '#kernel/access.ts'
import { readAs } from '#kernel/database.ts'
import { readCatalogue } from '#kernel/testing/catalogue.ts'
import { Samples } from '#kernel/testing/sample-rows.ts'
import { classifyRecord } from '#modules/classification/operations/classify-record.ts'
import { declassifyRecord } from '#modules/classification/operations/declassify-record.ts'
import { test as consequences } from '#modules/classification/testing/stage.ts'
import { discussionPaths } from '#modules/discussions/paths.ts'
import { stage } from './testing/stage.ts'

const set = await stage()
const { pool } = set.db.admin
const samples = new Samples(set, pool, await readCatalogue(pool))
const { job: _, ...actors } = set.actors

/** Where the records of each kind are, as everyone reads them elsewhere. */
const tables: Record<string, string> = {
  programme: 'programmes',
  objective: 'objectives',
  commitment: 'commitments',
  task: 'tasks',
  decision: 'decisions',
  meeting: 'meetings',
  'agenda-item': 'agenda_items',
  minutes: 'minutes_versions',
  comment: 'comments',
  document: 'documents',
  'information-request': 'information_requests',
  organisation: 'organisations',
  charter: 'charter_versions',
  escalation: 'escalations',
  obstacle: 'obstacles',
  mitigation: 'mitigations',
  redaction: 'redactions',
}
const made = [
  'objectives',
  'commitments',
  'tasks',
  'decisions',
  'meetings',
  'agenda_places',
  'minutes_versions',
  'comment_versions',
  'documents',
  'mitigation_moves',
  'redactions',
]

/** What a reader is told by searching for a word that stands in every sample, against what the tables show them. */
async function compare(who: string, actor: Actor): Promise<string[]> {
  const found = new Set<string>()
  for (let page = 1; ; page += 1) {
    const answer = await set.ask('contoh', actor, { page })
    for (const one of answer.found) found.add(`${one.kind} ${one.id}`)
    if (found.size >= answer.total) break
  }
  const { rows: sources } = await pool.query<{ kind: string; id: string }>(
    `select kind, id from mufakat.search_sources where concat_ws(' ', title, title_en, body) ~* '\\mcontoh\\M'`,
  )
  const seen = await readAs(set.db.app, actor, set.now, async (tx) => {
    const shown = new Set<string>()
    for (const [kind, table] of Object.entries(tables)) {
      const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)}`.execute(tx)
      for (const { id } of rows) shown.add(`${kind} ${id}`)
    }
    return shown
  })
  const expected = new Set(sources.map(({ kind, id }) => `${kind} ${id}`).filter((one) => seen.has(one)))
  return [
    ...[...found].filter((one) => !expected.has(one)).map((one) => `${who} finds ${one}`),
    ...[...expected].filter((one) => !found.has(one)).map((one) => `${who} does not find ${one}`),
  ]
}

async function compareAll(): Promise<string[]> {
  const differences: string[] = []
  for (const [who, actor] of Object.entries(actors)) differences.push(...(await compare(who, actor)))
  return differences
}

describe('everyone finds exactly what they may see', () => {
  test('of every kind and class', async () => {
    for (const recordClass of classes) for (const table of made) await samples.make(table, recordClass)
    await samples.make('information_request_wordings')
    for (const recordClass of classes)
      await samples.insert(pool, 'charter_versions', {
        ...(await samples.build('charter_versions', recordClass)),
        status: 'superseded',
      })
    for (const recordClass of ['public', 'members'] as const) await samples.make('escalation_answers', recordClass)
    const { rows } = await pool.query('select distinct kind from search_texts')
    assert.equal(rows.length, Object.keys(tables).length)
    assert.deepEqual(await compareAll(), [])
  })

  test('also of records that were granted to them', async () => {
    for (const table of ['tasks', 'decisions']) await set.grant(String((await samples.make(table, 'secret')).id))
    const comment = await samples.make('comment_versions', 'restricted')
    const { rows } = await pool.query('select subject_id from comments where id = $1', [comment.comment_id])
    await set.grant(rows[0].subject_id)
    assert.deepEqual(await compare('grantHolder', actors.grantHolder), [])
  })

  test('in a programme that is closed, in the moment it is closed', async () => {
    for (const within of ['members', 'restricted', 'secret', 'public'] as const) {
      await pool.query('update programmes set class = $1 where id = $2', [within, set.programmeId])
      assert.deepEqual(await compareAll(), [])
    }
  })

  test('the index holds what the records say, word for word', async () => {
    const columns = 'id, kind, programme_id, owner_id, class, within_id, code, on_day, lang, title, title_en, page'
    const { rows } =
      await pool.query(`(select ${columns}, left(body, 20000) from mufakat.search_sources except select ${columns}, body from search_texts)
      union all (select ${columns}, body from search_texts except select ${columns}, left(body, 20000) from mufakat.search_sources)`)
    assert.deepEqual(rows, [])
  })
})

describe('what is closed later', () => {
  test('is gone in the same transaction, with its comments, and comes back with the decision that opens it', async () => {
    const task = await set.plan('Kunjungi keluarga bersangkutan')
    const comment = await set.post(
      discussionPaths.new(set.slug, task),
      { kind: 'comment', lang: 'id', body: 'Keluarga itu pindah.' },
      actors.officer,
    )
    assert.deepEqual(new Set(await set.find('keluarga')), new Set([task, comment.replace('c-', '')]))
    const given = { ...consequences, slug: set.slug, record: task }
    const { id } = await set.done<{ id: string }>(classifyRecord, given, actors.head)
    assert.deepEqual((await set.ask('keluarga')).total, 0)
    assert.doesNotMatch(await set.page('keluarga'), /bersangkutan|pindah/)
    assert.equal((await set.find('keluarga', actors.head)).length, 2)
    await set.done(declassifyRecord, { slug: set.slug, id, class: 'public', reason: 'Sudah disetujui.' }, actors.head)
    assert.equal((await set.find('keluarga')).length, 2)
  })

  test('class and words change together with the record or not at all', async () => {
    const task = await set.plan('Periksa gorong-gorong')
    const client = await pool.connect()
    try {
      await client.query('begin')
      await client.query(`update tasks set class = 'secret' where id = $1`, [task])
      assert.deepEqual(await set.find('gorong'), [task])
      const { rows } = await client.query('select class from search_texts where id = $1', [task])
      assert.equal(rows[0].class, 'secret')
      await client.query('commit')
    } finally {
      client.release()
    }
    assert.deepEqual(await set.find('gorong'), [])
  })

  test('a hidden comment, a withdrawn file, a merged organisation and a withdrawn answer are not found', async () => {
    const comment = await samples.make('comment_versions')
    const file = await samples.make('documents')
    const wording = await samples.make('information_request_wordings')
    await pool.query(`update comment_versions set body = 'kelereng satu' where id = $1`, [comment.id])
    await pool.query(`update documents set title = 'kelereng dua' where id = $1`, [file.id])
    await pool.query(
      `insert into organisations (id, name, kind, created_at) values (gen_random_uuid(), 'Paguyuban Kelereng', 'community', now())`,
    )
    const publish = (body: string, withdrawn: boolean) =>
      pool.query(
        `insert into information_publications (id, request_id, title, body, lang, withdrawn, published_on, created_at)
          values (gen_random_uuid(), $1, 'Jawaban', $2, 'id', $3, '2026-11-24', clock_timestamp())`,
        [wording.request_id, body, withdrawn],
      )
    await pool.query(
      `set session_replication_role = replica; update information_requests set state = 'answered', outcome = 'full', answered_on = '2026-11-24' where id = '${wording.request_id}'; set session_replication_role = origin`,
    )
    await publish('kelereng tiga', false)
    assert.equal((await set.find('kelereng')).length, 4)
    await pool.query('update comments set hidden = true where id = $1', [comment.comment_id])
    await samples.insert(pool, 'document_withdrawals', {
      ...(await samples.build('document_withdrawals', 'public')),
      document_id: file.id,
    })
    await pool.query(`update organisations set merged_into_id = $1 where name = 'Paguyuban Kelereng'`, [
      set.organisations.owner.id,
    ])
    await publish('kelereng tiga', true)
    assert.deepEqual(await set.find('kelereng'), [])
  })

  test('nobody is found by being mentioned in a comment', async () => {
    const task = await set.plan('Susun jadwal ronda')
    await set.post(
      discussionPaths.new(set.slug, task),
      { kind: 'comment', lang: 'id', body: 'Tolong @Made Putra siapkan ronda.' },
      actors.coordinator,
    )
    assert.deepEqual(await set.find('putra'), [])
    const [found] = (await set.ask('siapkan')).found
    assert.match(found!.excerpt.text, /@… siapkan ronda/)
  })
})

describe('the database itself', () => {
  const attempt = (actor: Actor, query: string) =>
    readAs(set.db.app, actor, set.now, (tx) => sql.raw<Record<string, unknown>>(query).execute(tx)).then(
      ({ rows }) => rows,
    )

  test('names to the app’s role no row that its actor may not see', async () => {
    const task = await set.plan('Brankas lama', 'restricted')
    const { rows } = await pool.query('select arrival from search_texts where id = $1', [task])
    const found = `select a from mufakat.found_texts('''brankas'''::tsquery, null, null) a`
    assert.deepEqual(await attempt(actors.visitor, found), [])
    assert.deepEqual(await attempt(actors.head, found), [{ a: rows[0].arrival }])
    assert.deepEqual(await attempt(actors.visitor, `select id from search_texts where title = 'Brankas lama'`), [])
    assert.deepEqual(
      await attempt(actors.visitor, `select count(*)::int as n from search_texts where class <> 'public'`),
      [{ n: 0 }],
    )
  })

  test('keeps its inner workings from the app’s role', async () => {
    for (const query of [
      `select mufakat.texts_in_part('''brankas'''::tsquery, '''class restricted'''::tsquery, 0, 0, 10)`,
      `select mufakat.texts_of_task(array[gen_random_uuid()])`,
      'select * from mufakat.search_sources',
    ])
      await assert.rejects(attempt(actors.coordinator, query), /permission denied/, query)
  })

  test('an auditor who is shown a restricted record by a search leaves an event', async () => {
    const task = await set.plan('Lemari besi', 'restricted')
    const reads = async () =>
      (await pool.query(`select person_id from events where name = 'record.read' and subject_id = $1`, [task])).rows
    await set.find('lemari besi', actors.coordinator)
    assert.deepEqual(await reads(), [])
    await set.find('lemari besi', actors.auditor)
    assert.deepEqual(await reads(), [{ person_id: set.people.auditor.id }])
  })
})
