import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { readCalendar } from '#kernel/calendar/stored.ts'
import { readAs } from '#kernel/database.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import type { Measurement, Observation } from '#modules/monitoring/signal.ts'
import { evaluationAt } from '#modules/monitoring/window.ts'
import { objectivesPart } from '#modules/objectives/exchange.ts'
import { exportProgramme } from '#modules/programmes/exchange/export-programme.ts'
import { importProgramme } from '#modules/programmes/exchange/import-programme.ts'
import type { ExchangeTask, ProgrammeExchange } from '#modules/programmes/exchange-format.ts'
import { tasksPart } from './exchange.ts'
import { tasks } from './module.ts'
import { taskPaths } from './paths.ts'
import { taskSignals } from './signals.ts'
import { wordsOf } from './testing/stage.ts'

const db = await testDatabase()
const now = new Date('2026-11-24T03:00:00Z')
const parts = [objectivesPart, tasksPart]
const read = (file: object) => importProgramme(db.jobs, file, { now, source: 'test', parts })
const write = (slug: string) => exportProgramme(db.jobs, slug, { now, parts })
const federal = JSON.parse(
  readFileSync(new URL('../../../world/federal-data-strategy/programme.json', import.meta.url), 'utf8'),
) as ProgrammeExchange

const taskLists = ['tasks', 'questions', 'answers', 'capacities', 'reportingMechanisms'] as const
/** The lists of this module, in an order that does not depend on the database. */
function ours(file: ProgrammeExchange | undefined) {
  const sorted = (rows: object[] = []) => rows.map((row) => sort(row)).sort((a, b) => (a < b ? -1 : 1))
  return Object.fromEntries(taskLists.map((list) => [list, sorted(file?.[list])]))
}

function sort(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

async function imported(file: object) {
  const outcome = await read(file)
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome.problems))
  return outcome
}

describe('the 2020 Action Plan of the US Federal Data Strategy', () => {
  test('comes back out exactly as it went in, and a second import changes nothing', async () => {
    const first = await imported(federal)
    assert.deepEqual(first.report.tasks, { created: 66, updated: 0, unchanged: 0 })
    assert.deepEqual(first.report.answers, { created: 144, updated: 0, unchanged: 0 })
    assert.deepEqual(ours(await write(federal.programme.slug)), ours(federal))
    const second = await imported(federal)
    assert.deepEqual(second.report.tasks, { created: 0, updated: 0, unchanged: 66 })
    assert.deepEqual(second.report.answers, { created: 0, updated: 0, unchanged: 144 })
  })

  test('its page says what the source does not: no completion dates, five moves, targets that are no dates', async () => {
    await imported(federal)
    const site = testSite(db, [tasks], { now })
    const list = await wordsOf(await site.get(taskPaths.list(federal.programme.slug)))
    assert.match(list, /1–25 dari 66/)
    assert.match(list, /66 tugas ; sumbernya tidak mencatat mana yang selesai/)
    assert.equal(list.match(/Tidak dicatat/g)!.length, 25)
    assert.doesNotMatch(list, /Lewat \d/)
    const id = await idOf('6.2')
    const page = await wordsOf(await site.get(taskPaths.task(federal.programme.slug, id), { lang: 'en' }))
    assert.match(page, /90 days after OMB and GSA issue the metadata standard/)
    assert.match(page, /31 July 2020/)
    assert.match(page, /Federal Data Strategy team/)
    const timeline = await site.get(taskPaths.timeline(federal.programme.slug))
    assert.match(await wordsOf(timeline), /Tanpa tanggal/)
  })

  test('is judged as of its own time: slips, coverage and what cannot be checked', async () => {
    const { programmeId } = await imported(federal)
    const signals = taskSignals({ measuredObjectives: async () => new Set() })
    const evaluate = <T>(work: (tx: never, evaluation: never) => Promise<T>) =>
      readAs(db.jobs, { kind: 'job', job: 'evaluate', classes: ['public', 'members'] }, now, async (tx) =>
        work(tx as never, evaluationAt(programmeId, '2020-12-31', 90, await readCalendar(tx)) as never),
      )
    const measure = (name: string) =>
      evaluate<Measurement>(signals.measures.find((one) => one.indicator === name)!.measure as never)
    const observe = (name: string) =>
      evaluate<Observation>(signals.conditions.find((one) => `${one.detector}${one.letter}` === name)!.observe as never)
    const coverage = await measure('F4')
    assert.ok(coverage.kind === 'measured')
    assert.deepEqual([coverage.k, coverage.n], [327, 335])
    assert.deepEqual(
      coverage.beside!.map((one) => one.value),
      [0, 8],
    )
    const punctual = await measure('F2')
    assert.ok(punctual.kind === 'measured' && punctual.n === 0)
    assert.match(punctual.because!('en'), /does not record when milestones were completed/)
    const slips = await observe('D4c')
    assert.ok(slips.kind === 'observed')
    assert.equal(slips.value!.toFixed(1), '7.5')
    assert.equal(slips.rows.filter((row) => row.counted).length, 5)
    for (const name of ['D1a', 'D1c', 'D3b', 'D3d', 'D4e']) assert.equal((await observe(name)).kind, 'unchecked', name)
    const ties = await observe('D1d')
    assert.ok(ties.kind === 'observed' && ties.n === 36 && ties.value === null)
  })
})

const day = (date: string) => ({ kind: 'date' as const, date })
const task: ExchangeTask = {
  key: 'timbang',
  kind: 'milestone',
  type: 'delivery',
  names: { id: 'Penimbangan serentak', en: 'Weighing day' },
  accountable: ['dinkes'],
  responsible: ['dinkes', 'pkk'],
  starts: '2026-01-05',
  baselineTarget: day('2026-03-31'),
  currentTarget: day('2026-04-30'),
  moves: [
    {
      from: day('2026-03-31'),
      to: day('2026-04-30'),
      reason: { id: 'Hujan' },
      code: 'external',
      requestedBy: 'pkk',
      date: '2026-03-01',
    },
  ],
  effort: { amount: 10, unit: 'person-day' },
  budget: { amount: 5000000, currency: 'IDR' },
  states: [
    { state: 'planned', date: '2026-01-02' },
    { state: 'waiting', date: '2026-02-02', waitingOn: 'pkk', code: 'other-agency', reason: { id: 'Menunggu kader' } },
    { state: 'done', date: '2026-04-20' },
  ],
  handovers: [{ from: 'pkk', to: 'dinkes', date: '2026-01-20', reason: { id: 'Lebih dekat' } }],
  evidence: [
    {
      names: { id: 'Laporan' },
      url: 'https://contoh.go.id/laporan',
      date: '2026-04-21',
      by: 'dinkes',
      verifiedBy: 'pkk',
      verified: '2026-04-25',
    },
  ],
}
const small: ProgrammeExchange = {
  format: 'mufakat-programme/1',
  programme: { slug: 'gizi', names: { id: 'Gizi' }, lang: 'id', status: 'running', period: { from: '2026-01-01' } },
  organisations: [
    { key: 'dinkes', name: 'Dinas Kesehatan', lang: 'id', kind: 'agency' },
    { key: 'pkk', name: 'PKK', lang: 'id', kind: 'community' },
  ],
  parties: [
    { organisation: 'dinkes', role: 'lead' },
    { organisation: 'pkk', role: 'member' },
  ],
  tasks: [
    {
      ...task,
      key: 'bagian',
      parent: 'timbang',
      names: { en: 'Part' },
      states: undefined,
      moves: undefined,
      currentTarget: undefined,
      evidence: undefined,
      handovers: undefined,
    },
    task,
  ],
  capacities: [{ organisation: 'dinkes', month: '2026-03', hours: 80 }],
  questions: [{ key: 'pakai', task: 'timbang', names: { id: 'Sudah dipakai?' } }],
  answers: [{ question: 'pakai', organisation: 'pkk', value: 'partial', date: '2026-05-01' }],
}

describe('a programme file with everything in it', () => {
  test('states, moves, hand-overs, evidence, verification, capacity and answers come back as they were', async () => {
    await imported(small)
    assert.deepEqual(ours(await write('gizi')), ours(JSON.parse(JSON.stringify(small))))
    const again = await imported(small)
    for (const list of ['tasks', 'questions', 'answers', 'capacities'])
      assert.deepEqual([again.report[list]!.created, again.report[list]!.updated], [0, 0], list)
  })

  test('a later version changes only what differs and adds to the history', async () => {
    await imported(small)
    const moved = { from: day('2026-04-30'), to: day('2026-05-31'), date: '2026-04-01' }
    const later: ProgrammeExchange = {
      ...small,
      tasks: [
        small.tasks![0]!,
        {
          ...task,
          names: { id: 'Penimbangan massal' },
          currentTarget: day('2026-05-31'),
          moves: [...task.moves!, moved],
        },
      ],
      answers: [{ ...small.answers![0]!, value: 'yes' }],
    }
    const { report } = await imported(later)
    assert.deepEqual(report.tasks, { created: 0, updated: 1, unchanged: 1 })
    assert.deepEqual(report.answers, { created: 0, updated: 1, unchanged: 0 })
    const out = (await write('gizi'))!
    const back = out.tasks!.find((one) => one.key === 'timbang')!
    assert.equal(back.moves!.length, 2)
    assert.deepEqual(back.baselineTarget, day('2026-03-31'))
    assert.deepEqual(back.states, task.states)
  })

  test('a file that says another first date is refused as a whole', async () => {
    await imported({ ...small, programme: { ...small.programme, slug: 'gizi-2' } })
    const early = day('2026-02-28')
    const lie = { ...task, baselineTarget: early, moves: [{ ...task.moves![0]!, from: early }] }
    const outcome = await read({
      ...small,
      programme: { ...small.programme, slug: 'gizi-2' },
      tasks: [small.tasks![0], lie],
    })
    assert.equal(outcome.kind, 'invalid')
    assert.deepEqual(outcome.kind === 'invalid' && outcome.problems.map((one) => one.at), [
      'tasks.timbang.baselineTarget',
    ])
  })

  test('verification by the owner itself does not count', async () => {
    const slug = 'gizi-3'
    const own = { ...task, evidence: [{ ...task.evidence![0]!, verifiedBy: 'dinkes' }] }
    await imported({ ...small, programme: { ...small.programme, slug }, tasks: [small.tasks![0], own] })
    const back = (await write(slug))!.tasks!.find((one) => one.key === 'timbang')!
    assert.equal(back.evidence![0]!.verifiedBy, undefined)
  })
})

async function idOf(code: string): Promise<string> {
  const row = await db.admin.kysely.selectFrom('tasks').select('id').where('code', '=', code).executeTakeFirstOrThrow()
  return row.id
}
