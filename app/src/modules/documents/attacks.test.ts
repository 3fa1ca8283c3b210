import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import type { Actor } from '#kernel/access.ts'
import { writeAs } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { cast } from '#kernel/testing/cast.ts'
import { documentPaths } from './paths.ts'
import { pdfFile } from './testing/fixtures.ts'
import { stage } from './testing/stage.ts'

const { db, site, actors, people, organisations, slug, programmeId, now, grant, plan, send, add, page, stored } =
  await stage()
const elsewhere = await cast(db, { slug: 'program-lain' })
const task = await plan()
const restricted = await plan('restricted')

const statusesOf = async (path: string) => {
  const statuses: Record<string, number> = {}
  for (const [who, as] of Object.entries(actors))
    if (as.kind !== 'job') statuses[who] = (await site.get(path, { as })).status
  return statuses
}

test('only people who sit to work add files; nothing of the others is kept', async () => {
  const before = await stored()
  const statuses: Record<string, number> = {}
  for (const [who, as] of Object.entries(actors)) if (as.kind !== 'job') statuses[who] = (await send(as, task)).status
  const done = Object.keys(statuses).filter((who) => statuses[who] === 303 && who !== 'visitor')
  assert.deepEqual(done.sort(), [
    'coordinator',
    'deputy',
    'grantHolder',
    'head',
    'officer',
    'otherHead',
    'otherOfficer',
  ])
  const others = ['resident', 'observer', 'auditor', 'informationOfficer', 'facilitator', 'operator', 'expiredSeat']
  assert.deepEqual(
    others.map((who) => statuses[who]),
    others.map(() => 403),
  )
  const visitor = await send(undefined, task)
  assert.match(visitor.headers.get('location')!, /^\/sign-in/)
  assert.equal((await stored()).length, before.length + done.length)
})

test('a record that one does not see takes no file, under its own programme or another', async () => {
  const before = await stored()
  assert.equal((await send(actors.otherOfficer, restricted)).status, 404)
  assert.equal((await send(elsewhere.actors.coordinator, task)).status, 403)
  assert.equal((await send(actors.officer, task, { slug: 'program-lain' })).status, 404)
  assert.equal((await send(actors.officer, newId(now))).status, 404)
  assert.equal((await send(actors.officer, '../x')).status, 404)
  assert.deepEqual(await stored(), before)
})

test('a programme that ended takes no more files', async () => {
  await db.admin.pool.query(`update programmes set status = 'finished' where id = $1`, [programmeId])
  const response = await send(actors.officer, task)
  await db.admin.pool.query(`update programmes set status = 'running' where id = $1`, [programmeId])
  assert.equal(response.status, 403)
})

test('a document is as closed as its record, for every actor, and each recorded reader leaves an event', async () => {
  const id = await add(actors.officer, restricted, { title: 'Data anak' })
  for (const path of [documentPaths.one(id), documentPaths.file(id)]) {
    const statuses = await statusesOf(path)
    const open = Object.keys(statuses).filter((who) => statuses[who] === 200)
    assert.deepEqual(open.sort(), ['auditor', 'coordinator', 'deputy', 'head', 'informationOfficer', 'officer'])
    assert.ok(Object.values(statuses).every((status) => status === 200 || status === 404))
  }
  const { rows } = await db.admin.pool.query(
    `select person_id, count(*)::int from events where name = 'record.read' and subject_id = $1 group by 1`,
    [id],
  )
  const readers = [people.auditor.id, people.informationOfficer.id].sort()
  assert.deepEqual(rows.map((row) => row.person_id).sort(), readers)
  assert.ok(rows.every((row) => row.count === 2))
  assert.doesNotMatch(await page(documentPaths.list(slug)), /Data anak/)
})

test('a grant for the record opens its documents, but not one that is more closed than it', async () => {
  const [closed, members] = [await plan('restricted'), await plan('members')]
  const [one, closer] = [await add(actors.officer, closed), await add(actors.officer, members, { own: 'restricted' })]
  await grant(closed)
  await grant(members)
  const statuses = [one, closer].map(
    async (id) => (await site.get(documentPaths.file(id), { as: actors.grantHolder })).status,
  )
  assert.deepEqual(await Promise.all(statuses), [200, 404])
})

test('a document may be more closed than its record, but not closed to who adds it', async () => {
  const closedToSelf = await send(actors.otherOfficer, task, { own: 'restricted' })
  assert.equal(closedToSelf.status, 422)
  assert.match(await closedToSelf.text(), /tidak akan dapat membacanya/)
  const id = await add(actors.head, task, { own: 'restricted' })
  assert.equal((await site.get(documentPaths.file(id), { as: actors.otherHead })).status, 404)
  assert.equal((await site.get(documentPaths.file(id), { as: actors.coordinator })).status, 200)
  const open = await add(actors.officer, restricted, { own: 'public' })
  assert.equal((await site.get(documentPaths.file(open))).status, 404)
})

test('when the record closes, or its programme, its documents close with it, and open again no further', async () => {
  const record = await plan()
  const open = await add(actors.officer, record)
  const members = await add(actors.officer, record, { own: 'members' })
  const statuses = () => Promise.all([open, members].map(async (id) => (await site.get(documentPaths.file(id))).status))
  const setClass = (table: string, id: string, to: string) =>
    db.admin.pool.query(`update ${table} set class = $1 where id = $2`, [to, id])
  assert.deepEqual(await statuses(), [200, 404])
  await setClass('tasks', record, 'restricted')
  assert.deepEqual(await statuses(), [404, 404])
  assert.equal((await site.get(documentPaths.file(members), { as: actors.otherOfficer })).status, 404)
  await setClass('tasks', record, 'public')
  assert.deepEqual(await statuses(), [200, 404])
  await setClass('programmes', programmeId, 'members')
  assert.deepEqual(await statuses(), [404, 404])
  const asMember = await site.get(documentPaths.file(open), { as: actors.otherOfficer })
  assert.deepEqual([asMember.status, asMember.headers.get('cache-control')], [200, 'private, no-store'])
  await setClass('programmes', programmeId, 'public')
})

const row = (over: Record<string, unknown> = {}) => ({
  id: newId(now),
  subject_id: task,
  programme_id: programmeId,
  owner_id: organisations.owner.id,
  class: 'public',
  own_class: 'public',
  organisation_id: organisations.owner.id,
  lang: 'id',
  title: 'Sisipan',
  file_name: 'a.pdf',
  kind: 'pdf',
  size: 1,
  sha256: 'a'.repeat(64),
  received_sha256: 'a'.repeat(64),
  storage_key: newId(now).replaceAll('-', '').padEnd(48, '0'),
  created_at: now,
  created_by: people.officer.id,
  ...over,
})
const insert = (actor: Actor, over: Record<string, unknown> = {}) =>
  writeAs(db.app, actor, now, (tx) =>
    tx
      .insertInto('documents')
      .values(row(over) as never)
      .execute(),
  ).then(
    () => 'added',
    (error: Error) => error.message,
  )

test('SQL with the app’s role goes by the same rules', async () => {
  assert.equal(await insert(actors.officer), 'added')
  const denied: [Actor, Record<string, unknown>][] = [
    [actors.officer, { created_by: people.head.id }],
    [actors.officer, { organisation_id: organisations.other.id }],
    [actors.officer, { subject_id: restricted }],
    [actors.officer, { owner_id: organisations.other.id }],
    [actors.officer, { programme_id: elsewhere.programmeId }],
    [actors.officer, { own_class: 'members' }],
    [actors.observer, { created_by: people.observer.id, organisation_id: organisations.observing.id }],
    [actors.auditor, { created_by: people.auditor.id, organisation_id: organisations.oversight.id }],
    [actors.expiredSeat, { created_by: people.expiredSeat.id, organisation_id: organisations.other.id }],
    [actors.resident, { created_by: people.resident.id }],
    [
      actors.otherOfficer,
      {
        created_by: people.otherOfficer.id,
        organisation_id: organisations.other.id,
        subject_id: restricted,
        class: 'restricted',
      },
    ],
  ]
  for (const [actor, over] of denied) assert.match(await insert(actor, over), /row-level security|does not belong/)
  for (const statement of [
    `update documents set title = 'x'`,
    `update documents set class = 'public'`,
    `delete from documents`,
    `delete from document_withdrawals`,
    `insert into document_subjects (id, kind, programme_id, owner_id, class) select gen_random_uuid(), 'task', programme_id, owner_id, 'public' from tasks`,
    `update document_subjects set class = 'public'`,
  ]) {
    await assert.rejects(
      writeAs(db.app, actors.coordinator, now, (tx) =>
        tx.executeQuery({ sql: statement, parameters: [], query: {} } as never),
      ),
      /permission denied/,
    )
  }
})

test('the list of stored files is for jobs alone', async () => {
  const asked = { sql: 'select * from mufakat.kept_files()', parameters: [], query: {} } as never
  const told = await writeAs(db.app, actors.coordinator, now, (tx) => tx.executeQuery(asked))
  assert.equal(told.rows.length, 0)
  const job = { kind: 'job', job: 'sweep', classes: [] } as const
  const all = await writeAs(db.jobs, job, now, (tx) => tx.executeQuery(asked))
  assert.ok(all.rows.length > (await stored()).length - 1)
})

test('the same form sent twice, also at once, is one document and one file', async () => {
  const record = await plan()
  const before = await stored()
  const key = newId(new Date(now.getTime() + 5_000))
  const sent = await Promise.all([1, 2, 3].map(() => send(actors.officer, record, { key })))
  const places = new Set(sent.map((one) => one.headers.get('location')))
  assert.equal(places.size, 1)
  assert.equal((await stored()).length, before.length + 1)
  const other = await send(actors.officer, record, { key, file: pdfFile('/Lang (id)') })
  assert.equal(other.status, 409)
  assert.equal((await stored()).length, before.length + 1)
})

test('a record that closes while a file is added gets no document more open than itself, and no stray file', async () => {
  const record = await plan()
  const before = await stored()
  const closing = await db.admin.pool.connect()
  await closing.query('begin')
  await closing.query(`update tasks set class = 'restricted' where id = $1`, [record])
  const sending = send(actors.officer, record)
  const waiting = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`
  while ((await db.admin.pool.query(waiting)).rowCount === 0) await setImmediate()
  await closing.query('commit')
  closing.release()
  assert.notEqual((await sending).status, 303)
  const { rows } = await db.admin.pool.query('select class from documents where subject_id = $1', [record])
  assert.deepEqual([rows, await stored()], [[], before])
})

test('names that are paths are shown without them and never reach the disk', async () => {
  for (const name of [
    '../../../etc/passwd',
    'C:\\Windows\\system.ini',
    '/etc/cron.d/x',
    '..',
    '.',
    'a\u0000b\r\nSet-Cookie: x',
  ]) {
    const id = await add(actors.officer, task, { name })
    const disposition = (await site.get(documentPaths.file(id))).headers.get('content-disposition')!
    assert.doesNotMatch(disposition, /[/\\]|\.\.|Set-Cookie: x\r|etc/)
  }
  for (const path of await stored()) assert.match(path, /^[0-9a-f]{48}$/)
})
