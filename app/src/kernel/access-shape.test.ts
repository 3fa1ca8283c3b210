import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { type Actor, classes } from './access.ts'
import { writeAs } from './database.ts'
import { changeableColumn, shapeOf } from './testing/access-subjects.ts'
import { attempts, insertOf, prepareAttempts } from './testing/attempts.ts'
import { cast } from './testing/cast.ts'
import { readCatalogue } from './testing/catalogue.ts'
import { testDatabase } from './testing/database.ts'
import { Samples } from './testing/sample-rows.ts'
import { jobsMayDelete, outside } from './testing/write-rules.ts'

const db = await testDatabase()
const people = await cast(db)
const tables = await readCatalogue(db.admin.pool)
const samples = new Samples(people, db.admin.pool, tables)
await prepareAttempts(db.admin.pool)
const names = [...tables.keys()]
const ask = async (text: string) => (await db.admin.pool.query(text)).rows

test('every table is protected row by row, for its owner too, or listed with the reason why not', async () => {
  const open = [...tables.values()].filter((table) => !table.protected).map((table) => table.name)
  assert.deepEqual(open, Object.keys(outside))
  for (const table of tables.values()) shapeOf(tables, table)
})

test('what lies outside of the rule is out of reach of both login roles', async () => {
  for (const table of Object.keys(outside))
    for (const pool of [db.app.pool, db.jobs.pool])
      await assert.rejects(pool.query(`select 1 from ${table}`), /permission denied/)
})

test('a connection on which no actor was set sees nothing and adds nothing', async () => {
  const found: string[] = []
  for (const name of names) {
    const table = tables.get(name)!
    if (name in outside) continue
    if (name !== 'programmes') await samples.make(name)
    const add = insertOf(table, { ...(await samples.build(name, 'public')), created_by: null }, people.now)
    const withoutAuthor = table.columns.has('created_by')
      ? add
      : insertOf(table, await samples.build(name, 'public'), people.now)
    for (const [role, pool] of Object.entries({ app: db.app.pool, jobs: db.jobs.pool })) {
      const { rows } = await pool.query('select attempted($1) as reads, attempted($2) as adds', [
        `select 1 from ${name}`,
        withoutAuthor,
      ])
      if (rows[0].reads || rows[0].adds) found.push(`${role} ${name}: ${JSON.stringify(rows[0])}`)
    }
  }
  assert.deepEqual(found, [])
})

test('nobody deletes or empties a table, except jobs what has run out', async () => {
  const deleted: string[] = []
  const { rows } = await db.admin.pool.query(`
    select c.relname as name, r.rolname as role, p.privilege
      from pg_class c, pg_roles r, unnest(array['DELETE', 'TRUNCATE', 'TRIGGER', 'REFERENCES']) p(privilege)
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and r.rolname in ('mufakat_app', 'mufakat_jobs') and has_table_privilege(r.oid, c.oid, p.privilege)`)
  for (const { name, role, privilege } of rows) deleted.push(`${role} ${privilege} ${name}`)
  assert.deepEqual(deleted.sort(), jobsMayDelete.map((name) => `mufakat_jobs DELETE ${name}`).sort())
  const tried = names.flatMap((name) => [`delete from ${name}`, `truncate ${name} cascade`])
  const coordinator = await attempts(db.app, people.actors.coordinator, people.now, tried)
  assert.ok(coordinator.every((done) => !done))
})

test('what happened is never rewritten, not even by the owner of the tables', async () => {
  await samples.make('event_numbers')
  for (const statement of ["update events set name = 'task.opened'", 'delete from events', 'delete from event_numbers'])
    await assert.rejects(db.admin.pool.query(`set role mufakat_owner; ${statement}`), /never rewritten/)
  await assert.rejects(db.admin.pool.query('truncate events cascade'), /never rewritten/)
})

test('the login roles have no power of their own', async () => {
  const roles = await ask(`select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolinherit from pg_roles
    where rolname in ('mufakat_app', 'mufakat_jobs', 'mufakat_owner') order by rolname`)
  for (const { rolname, ...powers } of roles) {
    const none = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolinherit: false }
    assert.deepEqual(powers, none, rolname)
  }
  assert.deepEqual(await ask("select 1 from pg_roles where rolname = 'mufakat_owner' and rolcanlogin"), [])
  assert.deepEqual(
    await ask(`select m.member::regrole::text as member from pg_auth_members m
      where m.member in ('mufakat_app'::regrole, 'mufakat_jobs'::regrole)`),
    [],
  )
  const owners = `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S')
    and relowner <> 'mufakat_owner'::regrole and relname <> all ($1)`
  assert.deepEqual((await db.admin.pool.query(owners, [Object.keys(outside)])).rows, [])
})

test('views read with the rights of whoever asks, and functions with borrowed rights keep their search path', async () => {
  const views = await ask(`select relname from pg_class where relnamespace = 'public'::regnamespace and (relkind = 'm'
    or relkind = 'v' and not coalesce(reloptions, '{}') @> array['security_invoker=true', 'security_barrier=true'])`)
  assert.deepEqual(views, [])
  const functions = await ask(`select proname from pg_proc where prosecdef
    and pronamespace in ('public'::regnamespace, 'mufakat'::regnamespace)
    and not exists (select from unnest(proconfig) setting where setting like 'search_path=%')`)
  assert.deepEqual(functions, [])
})

test('a change that names no row does not reach records out of sight', async () => {
  const reached: string[] = []
  for (const table of tables.values()) {
    const column = changeableColumn(table, 'appChanges')
    if (shapeOf(tables, table).kind !== 'record' || !column || table.name === 'programmes') continue
    const row = await samples.make(table.name, 'secret')
    const value =
      row[column] === undefined ? 'default' : `(select '${row[column]}'::text)::${table.columns.get(column)!.type}`
    // The row's own transaction id says whether it was written; other rows of the table may well be.
    const written = () => db.admin.pool.query(`select xmin::text as by from ${table.name} where id = $1`, [row.id])
    const before = await written()
    await writeAs(db.app, people.actors.observer, people.now, (tx) =>
      sql.raw(`update ${table.name} set ${column} = ${value}`).execute(tx),
    ).catch(() => {})
    const touched = (await written()).rows[0].by !== before.rows[0].by
    if (touched) reached.push(table.name)
  }
  assert.deepEqual(reached, [])
})

test('a job notes what it may not read: it appends events of those classes and sees none of them', async () => {
  const secret = await samples.make('events', 'restricted')
  const row = { ...(await samples.build('events', 'restricted')), person_id: null }
  const tried = [`select 1 from events where id = '${secret.id}'`, insertOf(tables.get('events')!, row, people.now)]
  const job = (writes: readonly ('restricted' | 'secret')[]) =>
    ({ kind: 'job', job: 'x', classes: [], writes }) as const
  assert.deepEqual(await attempts(db.jobs, job(['restricted']), people.now, tried), [false, true])
  assert.deepEqual(await attempts(db.jobs, job(['secret']), people.now, tried), [false, false])
})

test('a system job whose follower opens no class reaches no record, and none opens a class by a wrong word', async () => {
  const secret = await samples.make('events', 'secret')
  const look = [`select 1 from events where id = '${secret.id}'`]
  const job = (opened: readonly string[]) => ({ kind: 'job', job: 'x', classes: opened }) as Actor
  assert.deepEqual(await attempts(db.jobs, job([]), people.now, look), [false])
  assert.deepEqual(await attempts(db.jobs, job(classes), people.now, look), [true])
  await assert.rejects(attempts(db.jobs, job(["public','x"]), people.now, look), /not a word/)
})
