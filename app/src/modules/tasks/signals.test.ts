import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { JobActor } from '#kernel/access.ts'
import { readCalendar } from '#kernel/calendar/stored.ts'
import { readAs } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import type { Measurement, Observation } from '#modules/monitoring/signal.ts'
import { evaluationAt } from '#modules/monitoring/window.ts'
import { acceptHandOver } from './operations/accept-hand-over.ts'
import { blockTask } from './operations/block-task.ts'
import { cancelTask } from './operations/cancel-task.ts'
import { declareCapacity } from './operations/declare-capacity.ts'
import { handOverTask } from './operations/hand-over-task.ts'
import { moveTask } from './operations/move-task.ts'
import { resumeTask } from './operations/resume-task.ts'
import { waitOn } from './operations/wait-on.ts'
import { taskSignals } from './signals.ts'
import { stage } from './testing/stage.ts'

const evaluator: JobActor = { kind: 'job', job: 'evaluate', classes: ['public', 'members'] }
const because = 'Alasan yang dicatat'

/** A programme of its own for each story, evaluated on a day as the evaluation job does. */
async function story(measured: string[] = []) {
  const set = await stage({ now: new Date('2026-07-01T03:00:00Z') })
  const signals = taskSignals({ measuredObjectives: async () => new Set(measured) })
  const evaluate = <T>(at: string, days: number, work: (tx: never, evaluation: never) => Promise<T>) =>
    readAs(set.db.jobs, evaluator, new Date(`${at}T03:00:00Z`), async (tx) =>
      work(tx as never, evaluationAt(set.programmeId, at, days, await readCalendar(tx)) as never),
    )
  const measure = (indicator: string, at: string) =>
    evaluate<Measurement>(at, 90, signals.measures.find((one) => one.indicator === indicator)!.measure as never)
  const observe = (detector: string, letter: string, at: string) =>
    evaluate<Observation>(
      at,
      90,
      signals.conditions.find((one) => one.detector === detector && one.letter === letter)!.observe as never,
    )
  return { ...set, measure, observe }
}

type Story = Awaited<ReturnType<typeof story>>
const sentence = (found: Observation) => ('evidence' in found ? found.evidence('id') : found.because('id'))

describe('F2, milestones on time', () => {
  test('only done with evidence by the first date counts; a moved date changes nothing', async () => {
    const set = await story()
    const { owner } = set.organisations
    const milestone = (due: string) => set.plan({ kind: 'milestone', due })
    const [punctual, late, moved, open] = [
      await milestone('2026-07-31'),
      await milestone('2026-07-31'),
      await milestone('2026-07-31'),
      await milestone('2026-08-31'),
    ]
    await milestone('2026-12-31')
    set.on('2026-07-31')
    await set.finish(punctual)
    const move = { due: '2026-09-30', reason: because, code: 'procedure', requestedBy: owner.id }
    await set.done(moveTask, { task: moved, ...move })
    set.on('2026-08-15')
    await set.finish(late)
    await set.finish(moved)
    const found = await set.measure('F2', '2026-09-15')
    assert.ok(found.kind === 'measured')
    assert.deepEqual([found.k, found.n], [1, 4])
    const notes = Object.fromEntries(found.rows.map((row) => [row.id, row.note]))
    assert.deepEqual(notes, { [punctual]: 'met', [late]: 'late', [moved]: 'late', [open]: 'not-done' })
    const earlier = await set.measure('F2', '2026-07-31')
    assert.ok(earlier.kind === 'measured')
    assert.deepEqual([earlier.k, earlier.n], [1, 3])
  })

  test('a source without any state change gives the milestones and the reason, never 0 %', async () => {
    const set = await story()
    await importedMilestones(set, 12)
    const found = await set.measure('F2', '2026-09-15')
    assert.ok(found.kind === 'measured')
    assert.deepEqual([found.k, found.n, found.rows.length], [0, 0, 12])
    assert.match(found.because!('id'), /tidak mencatat kapan tonggak selesai/)
  })
})

describe('F3, activities that serve a measured objective', () => {
  test('are weighed by budget, so that splitting one changes nothing; cancelled ones are left out', async () => {
    const [measured, unmeasured] = [newId(new Date(1e12)), newId(new Date(1e12))]
    const set = await story([measured])
    await set.plan({ budget: 300, objectives: [measured] })
    await set.plan({ budget: 100, objectives: [unmeasured] })
    const cancelled = await set.plan({ budget: 600 })
    await set.done(cancelTask, { task: cancelled, code: 'decision', because })
    const found = await set.measure('F3', '2026-07-01')
    assert.ok(found.kind === 'measured')
    assert.deepEqual([found.k, found.n], [300, 400])
    assert.match(found.because!('id'), /menurut anggaran/)
  })
})

describe('D1, coordination', () => {
  test('a: working days of waiting, of the working days tasks were open, up to the day of evaluation', async () => {
    const set = await story()
    const other = set.organisations.other.id
    const waits = await set.plan()
    await set.plan()
    // Monday 6 July to Monday 20 July: ten working days.
    set.on('2026-07-06')
    await set.done(waitOn, { task: waits, agency: other, because })
    set.on('2026-07-20')
    await set.done(resumeTask, { task: waits })
    set.on('2026-07-31')
    await set.done(waitOn, { task: waits, agency: other, because })
    // Open from 2 July to 31 July: 22 working days each.
    const found = await set.observe('D1', 'a', '2026-07-31')
    assert.ok(found.kind === 'observed')
    assert.equal(found.value, 10 / 44)
    assert.deepEqual(found.parties, [other])
    assert.equal(
      sentence(found),
      'Dari [2 tugas] terbuka, [1 menunggu instansi lain]: [10 dari 44 hari kerja]. Paling lama menunggu Dinas Pendidikan Kabupaten Contoh, [10 hari kerja].',
    )
    const before = await set.observe('D1', 'a', '2026-07-03')
    assert.ok(before.kind === 'observed')
    assert.equal(before.value, 0)
  })

  test('c: accepted hand-overs of each task; offers and refusals do not count', async () => {
    const set = await story()
    const { owner, other } = set.organisations
    const passed = await set.plan()
    const offered = await set.plan()
    for (const [to, by] of [
      [other.id, set.actors.otherOfficer],
      [owner.id, set.actors.officer],
      [other.id, set.actors.otherOfficer],
    ] as const) {
      await set.done(handOverTask, { task: passed, agency: to, why: because })
      await set.done(acceptHandOver, { task: passed }, by)
    }
    await set.done(handOverTask, { task: offered, agency: other.id, why: because })
    const found = await set.observe('D1', 'c', '2026-07-02')
    assert.ok(found.kind === 'observed')
    assert.deepEqual(found.rows.map((row) => row.weight).sort(), [0, 3])
    assert.equal(found.value, 2.25)
  })

  test('d: two parties cannot be judged; among more, shared tasks and hand-overs make ties', async () => {
    const set = await story()
    const task = await set.plan()
    assert.equal((await set.observe('D1', 'd', '2026-07-02')).kind, 'not-enough')
    const { other, observing, oversight } = set.organisations
    await set.db.admin.kysely
      .updateTable('parties')
      .set({ role: 'member' })
      .where('organisation_id', 'in', [observing.id, oversight.id])
      .execute()
    await set.plan({ responsible: [other.id], informed: [oversight.id] })
    await set.plan({ consulted: [observing.id] })
    await set.done(handOverTask, { task, agency: oversight.id, why: because })
    const found = await set.observe('D1', 'd', '2026-07-02')
    assert.ok(found.kind === 'observed')
    assert.deepEqual([found.value, found.n, found.rows.length], [2 / 6, 4, 2])
    // owner stands between the only two that are tied through it, of three pairs of others.
    assert.equal(found.alternatives!.betweenness, 1 / 3)
    assert.match(sentence(found), /\[2 tugas\] menghubungkan \[2 dari 6 pasangan instansi\]/)
  })

  test('a history that the source does not tell cannot be checked', async () => {
    const set = await story()
    await importedMilestones(set, 3)
    for (const letter of ['a', 'c']) {
      const found = await set.observe('D1', letter, '2026-09-15')
      assert.equal(found.kind, 'unchecked')
      assert.match(sentence(found), /tidak mencatat perubahan keadaan/)
    }
  })
})

describe('D3, limited resources', () => {
  test('b: load beyond capacity counts only two months in a row', async () => {
    const set = await story()
    const agency = set.organisations.owner.id
    const declare = (month: string, months: number, hours: number) =>
      set.done(declareCapacity, { programme: set.slug, agency, month, months, hours })
    assert.match(sentence(await set.observe('D3', 'b', '2026-08-31')), /Belum ada instansi yang mencatat kapasitasnya/)
    await declare('2026-07', 3, 100)
    await set.plan({ start: '2026-07-01', due: '2026-08-31', effort: 300, effortUnit: 'hour' })
    const found = await set.observe('D3', 'b', '2026-08-31')
    assert.ok(found.kind === 'observed')
    // 23 working days in July, 21 in August (this calendar has no holidays): 157 and 143 hours.
    assert.equal(found.value!.toFixed(2), '1.43')
    assert.deepEqual(found.parties, [agency])
    await declare('2026-08', 1, 400)
    const eased = await set.observe('D3', 'b', '2026-08-31')
    assert.ok(eased.kind === 'observed' && eased.value! < 1)
  })

  test('d: weight of tasks blocked for lack of resources, of the weight of open ones', async () => {
    const set = await story()
    const [poor, stuck] = [await set.plan({ budget: 30 }), await set.plan({ budget: 50 })]
    await set.plan({ budget: 20 })
    await set.done(blockTask, { task: poor, code: 'resource', because })
    await set.done(blockTask, { task: stuck, code: 'procedure', because })
    const found = await set.observe('D3', 'd', '2026-07-02')
    assert.ok(found.kind === 'observed')
    assert.equal(found.value, 0.3)
  })
})

describe('D4, resistance to change', () => {
  test('c: process changes that slip twice as often as other milestones', async () => {
    const set = await story()
    const move = { reason: because, code: 'procedure', requestedBy: set.organisations.other.id, due: '2026-12-31' }
    for (let index = 0; index < 6; index += 1) {
      const process = await set.plan({ kind: 'milestone', milestoneType: 'process-change', due: '2026-09-30' })
      const product = await set.plan({ kind: 'milestone', milestoneType: 'product', due: '2026-09-30' })
      if (index < 4) await set.done(moveTask, { task: process, ...move })
      if (index < 2) await set.done(moveTask, { task: product, ...move, due: '2026-10-31' })
    }
    const found = await set.observe('D4', 'c', '2026-07-01')
    assert.ok(found.kind === 'observed')
    assert.deepEqual([found.value, found.n], [2, 12])
    assert.match(sentence(found), /\[6 mundur\]: \[4 dari 6 perubahan cara kerja\], \[2 dari 6 tonggak lain\]/)
    const asked = await set.observe('D4', 'e', '2026-07-01')
    assert.ok(asked.kind === 'observed')
    assert.deepEqual([asked.value, asked.parties], [6, [set.organisations.other.id]])
  })

  test('e: bringing a date forward is no extension, and old ones leave the window', async () => {
    const set = await story()
    const task = await set.plan({ due: '2026-12-31' })
    const move = { task, reason: because, code: 'procedure', requestedBy: set.organisations.owner.id }
    await set.done(moveTask, { ...move, due: '2026-11-30' })
    await set.done(moveTask, { ...move, due: '2027-01-31' })
    const value = async (at: string) => {
      const found = await set.observe('D4', 'e', at)
      return found.kind === 'observed' ? found.value : found.kind
    }
    assert.equal(await value('2026-07-01'), 1)
    assert.equal(await value('2026-10-01'), 0)
  })
})

/** Rows as an import leaves them where the source knows targets and nothing else. */
async function importedMilestones(set: Story, count: number) {
  const rows = Array.from({ length: count }, (_, index) => ({
    id: newId(set.now),
    programme_id: set.programmeId,
    owner_id: set.organisations.owner.id,
    kind: 'milestone',
    title: `Tonggak ${index}`,
    baseline_due: '2026-08-31',
    due_on: '2026-08-31',
    created_at: set.now,
  }))
  await set.db.admin.kysely.insertInto('tasks').values(rows).execute()
}
