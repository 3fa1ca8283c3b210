import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Actor, type Class, classes, type JobActor, type JobClass } from './access.ts'
import type { Database } from './database.ts'
import {
  type Abilities,
  expectedOf,
  expectedOfJob,
  governingTable,
  recordOf,
  type Shape,
  shapeOf,
} from './testing/access-subjects.ts'
import type { Facts } from './testing/actor-rules.ts'
import { abilities, attempts, insertOf, prepareAttempts } from './testing/attempts.ts'
import { cast } from './testing/cast.ts'
import { readCatalogue, type Table } from './testing/catalogue.ts'
import { testDatabase } from './testing/database.ts'
import { type Row, Samples } from './testing/sample-rows.ts'
import { addsNeedMore, authorColumns, drafts } from './testing/write-rules.ts'

const db = await testDatabase()
const people = await cast(db)
const elsewhere = await cast(db, { slug: 'program-lain' })
const tables = await readCatalogue(db.admin.pool)
const samples = new Samples(people, db.admin.pool, tables)
await prepareAttempts(db.admin.pool)

const { job: _, ...here } = people.actors
const actors: Record<string, Actor> = {
  ...here,
  'coordinator of another programme': elsewhere.actors.coordinator,
  'officer in another programme': elsewhere.actors.officer,
  'auditor of another programme': elsewhere.actors.auditor,
}
// The database follows whatever a job declares; that none declares more than members is the compiler's to refuse.
const jobOf = (opened: readonly Class[]): JobActor => ({ kind: 'job', job: 'matrix', classes: opened as JobClass[] })
const jobClasses: Class[][] = [[], ['public'], ['public', 'members'], [...classes]]

/** A row about which everyone is asked, and one more that everyone tries to add. */
type Subject = {
  table: Table
  shape: Shape
  row: Row
  fresh: Row
  recordClass: Class
  governing: string
  /** The class of the programme, where it decides. */
  within?: Class
  draft?: boolean
}

for (const table of tables.values()) {
  test(`${table.name}: the database lets each kind of actor see, add and change what the rule says`, async () => {
    const shape = shapeOf(tables, table)
    if (shape.kind === 'outside') return
    const differences: string[] = []
    for (const recordClass of shape.kind === 'own' ? (['public'] as const) : classes) {
      const subject = await prepare(table, shape, recordClass)
      differences.push(...(await compareActors(subject)), ...(await compareJobs(subject)))
      if (shape.kind !== 'own') differences.push(...(await compareForgeries(subject)))
    }
    await setProgrammeClass('public')
    assert.deepEqual(differences, [])
  })
}

for (const table of tables.values()) {
  const shape = shapeOf(tables, table)
  const followsProgramme =
    shape.kind !== 'own' ||
    [
      'parties',
      'seats',
      'event_numbers',
      'classifications',
      'classification_acts',
      'redactions',
      'data_archives',
    ].includes(table.name)
  if (shape.kind === 'outside' || !followsProgramme || table.name === 'programmes') continue
  test(`${table.name}: nothing of a programme is more open than the programme`, async () => {
    const differences: string[] = []
    for (const within of ['members', 'restricted', 'secret'] as const) {
      const subject = { ...(await prepare(table, shape, 'public')), within }
      if (subject.governing === 'programmes') continue
      await setProgrammeClass(within)
      differences.push(...(await compareActors(subject)), ...(await compareJobs(subject)))
    }
    await setProgrammeClass('public')
    assert.deepEqual(differences, [])
  })
}

for (const table of tables.values()) {
  const condition = drafts[governingTable(tables, table)]
  if (!condition) continue
  test(`${table.name}: a draft is open to its owner’s seats and the coordination team only`, async () => {
    const shape = shapeOf(tables, table)
    const differences: string[] = []
    for (const recordClass of ['public', 'members'] as const) {
      const subject = await prepare(table, shape, recordClass)
      const governing = await recordOf(samples, table, subject.row)
      const added = await recordOf(samples, table, subject.fresh)
      await db.admin.pool.query(`update ${subject.governing} set ${condition} where id = any ($1)`, [
        [governing.id, added.id],
      ])
      differences.push(...(await compareActors({ ...subject, draft: true })))
    }
    assert.deepEqual(differences, [])
  })
}

test('one’s own seat stays in sight when the programme is closed', async () => {
  await setProgrammeClass('secret')
  const own = `select 1 from seats where person_id = '${people.people.observer.id}'`
  const others = `select 1 from seats where person_id <> '${people.people.observer.id}' and programme_id = '${people.programmeId}'`
  assert.deepEqual(await attempts(db.app, people.actors.observer, people.now, [own, others]), [true, false])
  await setProgrammeClass('public')
})

test('of a closed programme nobody is told how much is withheld', async () => {
  await samples.make('tasks', 'restricted')
  const count = [`select 1 from mufakat.withheld_tasks('${people.programmeId}')`]
  assert.deepEqual(await attempts(db.app, people.actors.visitor, people.now, count), [true])
  await setProgrammeClass('members')
  assert.deepEqual(await attempts(db.app, people.actors.visitor, people.now, count), [false])
  await setProgrammeClass('public')
})

async function prepare(table: Table, shape: Shape, recordClass: Class): Promise<Subject> {
  const itself = table.name === 'programmes'
  const row = itself ? { id: people.programmeId } : await samples.make(table.name, recordClass)
  const fresh = await samples.build(table.name, recordClass)
  const subject = { table, shape, row, fresh, recordClass, governing: '' }
  if (shape.kind === 'own') return subject
  const governing = await recordOf(samples, table, row)
  await setProgrammeClass(governing.table === 'programmes' ? recordClass : 'public')
  await people.grant(governing.id)
  if (!itself) await people.grant((await recordOf(samples, table, fresh)).id)
  return { ...subject, governing: governing.table }
}

async function setProgrammeClass(recordClass: Class) {
  await db.admin.pool.query('update programmes set class = $1 where id = $2', [recordClass, people.programmeId])
}

async function compareActors(subject: Subject): Promise<string[]> {
  const { table, shape, row, recordClass, governing, within, draft } = subject
  const ownerId = people.organisations.owner.id
  const differences: string[] = []
  for (const [who, actor] of Object.entries(actors)) {
    // The tests before gave this one the programme itself.
    if (who === 'grantHolder' && within && shape.kind === 'own') continue
    const facts: Facts = {
      class: recordClass,
      programmeId: people.programmeId,
      ownerId,
      personId: String(row.person_id ?? people.people.resident.id),
      granted: who === 'grantHolder',
      within: within && { class: within, ownerId },
      draft,
    }
    differences.push(
      ...difference(
        subject,
        who,
        await tryAs(db.app, actor, subject),
        expectedOf(table, shape, actor, facts, governing),
      ),
    )
  }
  return differences
}

async function compareJobs(subject: Subject): Promise<string[]> {
  const { table, shape, recordClass, within } = subject
  const nothing: Abilities = { reads: false, adds: false, changes: false }
  const differences: string[] = []
  for (const opened of jobClasses) {
    const expected = expectedOfJob(table, shape, opened, { recordClass, within })
    differences.push(...difference(subject, `job (${opened})`, await tryAs(db.jobs, jobOf(opened), subject), expected))
  }
  if (shape.kind === 'own') return differences
  // Each login role serves its own kind of actor and no other.
  const job = jobOf(classes)
  differences.push(...difference(subject, 'job in the role of pages', await tryAs(db.app, job, subject), nothing))
  const person = await tryAs(db.jobs, people.actors.coordinator, subject)
  return [...differences, ...difference(subject, 'person in the role of jobs', person, nothing)]
}

/** Nobody adds a record in another's name, or to a programme where they have no seat. */
async function compareForgeries({ table, fresh, recordClass }: Subject): Promise<string[]> {
  const author = authorColumns[table.name] ?? 'created_by'
  const actor = people.actors.coordinator
  const inOtherName = { ...fresh, [author]: people.people.head.id }
  const elsewhereRow = { ...fresh, [author]: actor.personId, programme_id: elsewhere.programmeId }
  // Anyone may append a public event about any programme.
  const movable = table.columns.has('programme_id') && !(table.name === 'events' && recordClass === 'public')
  const [forged, moved] = await attempts(db.app, actor, people.now, [
    insertOf(table, inOtherName, people.now),
    movable ? insertOf(table, elsewhereRow, people.now) : 'select 1 where false',
  ])
  const differences: string[] = []
  if (forged) differences.push(`${recordClass}: the coordinator adds in another’s name`)
  if (moved) differences.push(`${recordClass}: the coordinator adds to another programme`)
  return differences
}

async function tryAs(database: Database, actor: Actor, { table, row, fresh }: Subject): Promise<Abilities> {
  const author = authorColumns[table.name] ?? 'created_by'
  const named = actor.kind === 'person' ? actor.personId : null
  const added = table.columns.has(author) ? { ...fresh, [author]: named } : fresh
  return abilities(database, actor, people.now, table, row, added)
}

function difference({ table, recordClass }: Subject, who: string, found: Abilities, expected: Abilities): string[] {
  return (['reads', 'adds', 'changes'] as const)
    .filter((what) => found[what] !== expected[what])
    .filter((what) => !(what === 'adds' && table.name in addsNeedMore && !found.adds))
    .map((what) => `${recordClass}, ${who} ${what}: database ${found[what]}, rule ${expected[what]}`)
}
