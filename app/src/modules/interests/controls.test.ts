import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { stakes } from '#app/modules.ts'
import type { Actor, PersonActor } from '#kernel/access.ts'
import { readCalendar } from '#kernel/calendar/stored.ts'
import { type ReadTx, readAs, writeAs } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { testSite } from '#kernel/testing/site.ts'
import { nameConcerned } from '#modules/decisions/operations/name-concerned.ts'
import { withdrawDecision } from '#modules/decisions/operations/withdraw-decision.ts'
import { saying, stage } from '#modules/decisions/testing/stage.ts'
import { conditionOf } from '#modules/monitoring/catalogue/catalogue.ts'
import { readCondition } from '#modules/monitoring/condition.ts'
import { conditionThreshold } from '#modules/monitoring/threshold.ts'
import { evaluationAt } from '#modules/monitoring/window.ts'
import { controlDesk } from './control-desk.tsx'
import { controlsOf } from './control-signals.ts'
import { interestsModule } from './module.ts'
import { controlConflict } from './operations/control-conflict.ts'
import { interestPaths } from './paths.ts'

const evaluator = { kind: 'job', job: 'evaluate', classes: ['public', 'members'] } as const
const condition = controlsOf(stakes)
const control = controlConflict(stakes)

/** An officer of the owner whose family works at a supplier that an open question concerns. */
async function story() {
  const set = await stage({ rule: 'majority' })
  const site = testSite(set.db, [interestsModule(stakes)], { now: set.now })
  const supplier = await set.body('CV Pemasok')
  const { officer, head } = set.actors
  const concern = async () => {
    const question = await set.raise()
    await set.done(nameConcerned, { decision: question.decision, organisation: 'CV Pemasok', relation: 'supplier' })
    return question.decision
  }
  const observe = (at: string) =>
    readAs(set.db.jobs, evaluator, new Date(`${at}T03:00:00Z`), async (tx: ReadTx) =>
      condition.observe(tx, evaluationAt(set.programmeId, at, 90, await readCalendar(tx))),
    )
  const stateAt = async (at: string, nMin?: number) => {
    const entry = conditionOf('D12.e')!.condition
    const threshold = conditionThreshold('D12', entry, [], at)
    return readCondition('D12', entry, { ...threshold, ...(nMin ? { nMin } : {}) }, await observe(at)).state
  }
  const input = {
    slug: set.slug,
    person: officer.personId,
    organisation: supplier,
    measure: 'recusal',
    reason: 'Dipindah',
  }
  const decide = (fields: object = {}, by: Actor = head) => set.act(control, { ...input, ...fields }, by)
  const page = async (as?: Actor) => (await site.get(interestPaths.person(set.slug, officer.personId), { as })).text()
  const desk = async (actor: PersonActor) => {
    const request = { actor, now: set.now, today: '2026-11-24' } as never
    const open = await readAs(set.db.app, actor, set.now, (tx) => controlDesk(stakes).load(tx, request))
    return ((open ?? []) as { person: string }[]).map((one) => one.person)
  }
  return { ...set, supplier, concern, observe, stateAt, input, decide, page, desk, pages: site }
}

describe('D12 e', () => {
  test('6 working days without a control are not yet it, 7 are; a control ends it, and the past stays as it was', async () => {
    const set = await story()
    assert.equal((await set.observe('2026-11-24')).kind, 'unchecked')
    await set.declare(set.actors.officer, 'CV Pemasok')
    assert.equal(await set.stateAt('2026-12-24'), 'false', 'an interest that meets nothing is no actual conflict')
    await set.concern()
    assert.equal(await set.stateAt('2026-12-02'), 'false')
    assert.equal(await set.stateAt('2026-12-03'), 'true')
    assert.equal(await set.stateAt('2026-12-03', 2), 'not-enough')
    set.on('2026-12-04')
    assert.equal((await set.decide()).kind, 'done')
    assert.equal(await set.stateAt('2026-12-03'), 'true')
    assert.equal(await set.stateAt('2026-12-18'), 'false')
    const found = await set.observe('2026-12-03')
    assert.ok(found.kind === 'observed')
    const { personId } = set.actors.officer
    assert.deepEqual(found.rows, [{ kind: 'declarant', id: personId, counted: true, weight: 7, note: 'uncontrolled' }])
    assert.deepEqual([found.value, found.n, found.parties], [7, 1, [set.organisations.owner.id]])
  })

  test('a suspension that has run out is no control; who is recused from the vote needs none; nor once it is withdrawn', async () => {
    const set = await story()
    await set.declare(set.actors.officer, 'CV Pemasok')
    const decision = await set.concern()
    await set.decide({ measure: 'suspended', until: '2026-11-27' })
    assert.equal(await set.stateAt('2026-11-27'), 'false')
    // seven working days after Friday 27 November
    assert.equal(await set.stateAt('2026-12-07'), 'false')
    assert.equal(await set.stateAt('2026-12-08'), 'true')
    set.on('2026-12-01')
    await set.done(withdrawDecision, { decision, reason: 'Selesai' })
    assert.equal(await set.stateAt('2026-12-08'), 'false')
    const other = await story()
    await other.declare(other.fifth, 'CV Pemasok')
    const question = await other.raise()
    const named = { decision: question.decision, organisation: 'CV Pemasok', relation: 'supplier' }
    await other.done(nameConcerned, named)
    await other.open(question)
    assert.equal(await other.stateAt('2026-12-31'), 'false')
  })

  test('an interest in a party that has promised something or has a task is an actual conflict; one’s own party is none', async () => {
    const set = await story()
    const { owner, other } = set.organisations
    await set.declare(set.actors.officer, other.name, 'ownership')
    await set.declare(set.actors.otherOfficer, other.name, 'ownership')
    const add = (table: string, row: object) => {
      const names = Object.keys(row)
      const text = `insert into ${table} (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`
      return set.db.admin.pool.query(text, Object.values(row))
    }
    const of = { programme_id: set.programmeId, owner_id: other.id, lang: 'id', created_at: set.now }
    await add('commitments', { ...of, id: newId(set.now), title: 'Janji' })
    const found = await set.observe('2026-12-03')
    assert.ok(found.kind === 'observed')
    assert.deepEqual([found.value, found.n, found.rows.filter((row) => row.counted).length], [7, 2, 1])
    await add('tasks', { ...of, id: newId(set.now), owner_id: owner.id, title: 'Tugas', kind: 'activity' })
    await set.declare(set.actors.otherOfficer, owner.name, 'supplier')
    const more = await set.observe('2026-12-03')
    assert.ok(more.kind === 'observed')
    assert.deepEqual([more.n, more.rows.filter((row) => row.counted).length], [2, 2])
  })
})

describe('the control of a conflict', () => {
  test('waits on the desk of the head and the coordination team; the register shows all but the reason', async () => {
    const set = await story()
    await set.declare(set.actors.officer, 'CV Pemasok')
    await set.concern()
    assert.match(await set.page(), /Belum diputuskan pengendaliannya/)
    assert.deepEqual(await set.desk(set.actors.head), ['Made Putra'])
    assert.deepEqual(await set.desk(set.actors.coordinator), ['Made Putra'])
    assert.deepEqual(await set.desk(set.actors.otherHead), [])
    const path = interestPaths.control(set.slug, set.actors.officer.personId)
    const { slug: _slug, person: _person, ...form } = set.input
    const substitute = {
      ...form,
      measure: 'substitute',
      substitute: set.people.coordinator.id,
      reason: 'Adiknya bekerja di sana',
    }
    assert.equal((await set.pages.post(path, substitute, { as: set.actors.head })).status, 303)
    for (const reader of [undefined, set.actors.otherOfficer, set.actors.observer]) {
      const html = await set.page(reader)
      assert.match(html, /Diganti orang lain.*oleh Ratna Kusuma/s)
      assert.doesNotMatch(html, /Adiknya bekerja/)
      const told = await set.pages.get(`/api/v1${interestPaths.person(set.slug, set.actors.officer.personId)}`, {
        as: reader,
      })
      assert.doesNotMatch(await told.text(), /Adiknya bekerja/)
    }
    for (const reader of [set.actors.head, set.actors.coordinator, set.actors.auditor, set.actors.officer])
      assert.match(await set.page(reader), /Adiknya bekerja/)
    assert.match(await (await set.pages.get(interestPaths.register(set.slug))).text(), /Diganti orang lain/)
    assert.deepEqual(await set.desk(set.actors.head), [])
    const events = await set.db.admin.kysely
      .selectFrom('events')
      .select('name')
      .where('name', '=', 'record.read')
      .execute()
    assert.ok(events.length >= 1, 'an auditor who reads the reason leaves an event')
  })

  test('is decided by nobody about themselves, nor by others than the head and the coordination team', async () => {
    const set = await story()
    await set.declare(set.actors.officer, 'CV Pemasok')
    await set.declare(set.actors.head, 'CV Pemasok')
    await set.concern()
    for (const by of [
      set.actors.officer,
      set.actors.otherHead,
      set.actors.auditor,
      set.actors.observer,
      set.actors.visitor,
    ])
      assert.equal((await set.decide({}, by)).kind, 'denied')
    const own = await set.decide({ person: set.actors.head.personId })
    assert.equal(saying(own), 'Konflik kepentingan Anda sendiri diputuskan orang lain')
    assert.equal((await set.decide({ person: set.actors.head.personId }, set.actors.coordinator)).kind, 'done')
    assert.match(saying(await set.decide({ measure: 'substitute' })), /^substitute: Pilih penggantinya/)
    assert.match(saying(await set.decide({ measure: 'suspended', until: '2026-11-24' })), /^until: /)
    assert.match(saying(await set.decide({ organisation: set.organisations.other.id })), /^organisation: /)
    const stranger = { measure: 'substitute', substitute: set.people.otherOfficer.id }
    assert.match(saying(await set.decide(stranger)), /^substitute: /)
  })

  test('SQL by the app’s role decides neither on one’s own, nor without the seat, nor about what nobody declared', async () => {
    const set = await story()
    await set.declare(set.actors.officer, 'CV Pemasok')
    await set.declare(set.actors.head, 'CV Pemasok')
    const add = (by: PersonActor, fields: object = {}) => {
      const who = { person_id: set.actors.officer.personId, organisation_id: set.supplier, measure: 'none' }
      const place = { programme_id: set.programmeId, owner_id: set.organisations.owner.id, decided_on: '2026-11-24' }
      const row = { id: newId(set.now), ...place, ...who, created_at: set.now, created_by: by.personId, ...fields }
      return writeAs(set.db.app, by, set.now, (tx) => tx.insertInto('interest_controls').values(row).execute())
    }
    const { head, officer, otherHead, coordinator } = set.actors
    await assert.rejects(add(head, { person_id: head.personId }), /never by the person/)
    for (const by of [officer, otherHead]) await assert.rejects(add(by), /head of the party/)
    await assert.rejects(add(head, { organisation_id: set.organisations.other.id }), /declared interest/)
    await assert.rejects(add(head, { decided_on: '2026-10-01' }), /head of the party/)
    await assert.rejects(add(head, { person_id: set.people.otherHead.id }), /declared interest/)
    await add(coordinator)
    await assert.rejects(
      writeAs(set.db.app, head, set.now, (tx) =>
        tx.updateTable('interest_controls').set({ measure: 'recusal' }).execute(),
      ),
      /permission denied/,
    )
  })
})
