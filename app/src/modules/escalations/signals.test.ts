import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { JobActor } from '#kernel/access.ts'
import { readCalendar } from '#kernel/calendar/stored.ts'
import { readAs } from '#kernel/database.ts'
import { conditionOf } from '#modules/monitoring/catalogue/catalogue.ts'
import { readCondition } from '#modules/monitoring/condition.ts'
import type { Observation } from '#modules/monitoring/signal.ts'
import { conditionThreshold } from '#modules/monitoring/threshold.ts'
import { evaluationAt } from '#modules/monitoring/window.ts'
import { answerEscalation } from './operations/answer-escalation.ts'
import { escalationRows, escalationSignals } from './signals.ts'
import { stage } from './testing/stage.ts'

const evaluator: JobActor = { kind: 'job', job: 'evaluate', classes: ['public', 'members'] }

async function story() {
  const set = await stage()
  const observe = (at: string): Promise<Observation> =>
    readAs(set.db.jobs, evaluator, new Date(`${at}T03:00:00Z`), async (tx) =>
      escalationSignals.conditions[0]!.observe(tx, evaluationAt(set.programmeId, at, 90, await readCalendar(tx))),
    )
  const stateAt = async (at: string, nMin?: number) => {
    const entry = conditionOf('D11.b')!.condition
    const threshold = conditionThreshold('D11', entry, [], at)
    return readCondition('D11', entry, { ...threshold, ...(nMin ? { nMin } : {}) }, await observe(at)).state
  }
  return { ...set, observe, stateAt }
}

/** Counted without the product's calendar: Monday to Friday, none of these days is a holiday of the test's calendar. */
function weekdaysAfter(from: string, to: string): number {
  let days = 0
  for (let day = Date.parse(from) + 86_400_000; day <= Date.parse(to); day += 86_400_000)
    if (![0, 6].includes(new Date(day).getUTCDay())) days += 1
  return days
}

describe('D11 b', () => {
  test('nothing raised cannot be checked; 14 working days are not yet it, 15 are; an answer ends it', async () => {
    const set = await story()
    assert.equal((await set.observe('2026-11-24')).kind, 'unchecked')
    const id = await set.raise()
    assert.equal(await set.stateAt('2026-12-14'), 'false')
    assert.equal(await set.stateAt('2026-12-15'), 'true')
    assert.equal(await set.stateAt('2026-12-15', 2), 'not-enough')
    set.on('2026-12-18')
    await set.done(
      answerEscalation(set.links),
      { escalation: id, kind: 'settled', reason: 'Kami' },
      set.actors.otherHead,
    )
    assert.equal(await set.stateAt('2026-12-17'), 'true', 'the past is told as it was')
    assert.equal(await set.stateAt('2026-12-18'), 'false')
    const found = await set.observe('2026-12-18')
    assert.ok(found.kind === 'observed')
    assert.deepEqual(found.rows, [{ kind: 'escalation', id, counted: false, weight: 18, note: 'late' }])
  })

  test('the longest wait, whom it waits for, and each row, as counted by hand', async () => {
    const set = await story()
    const days = ['2026-11-24', '2026-12-01', '2026-12-09']
    const raised: { id: string; day: string }[] = []
    for (const day of days) {
      set.on(day)
      raised.push({ id: await set.raise({ to: [set.owner.id, set.other.id] }), day })
    }
    const no = { kind: 'declined', reason: 'Bukan kami' }
    await set.done(answerEscalation(set.links), { escalation: raised[0]!.id, ...no }, set.actors.otherHead)
    await set.done(answerEscalation(set.links), { escalation: raised[1]!.id, ...no }, set.actors.head)
    await set.done(answerEscalation(set.links), { escalation: raised[1]!.id, ...no }, set.actors.otherHead)
    const found = await set.observe('2026-12-22')
    assert.ok(found.kind === 'observed')
    const expected = raised.map(({ id, day }, index) => {
      const end = index === 1 ? '2026-12-09' : '2026-12-22'
      return [id, index !== 1, weekdaysAfter(day, end)]
    })
    assert.deepEqual(
      found.rows.map((row) => [row.id, row.counted, row.weight]),
      expected,
    )
    assert.deepEqual([found.value, found.n], [weekdaysAfter(days[0]!, '2026-12-22'), 3])
    assert.deepEqual(found.parties.toSorted(), [set.owner.id, set.other.id].sort())
    assert.equal(
      found.evidence('id'),
      'Dari [3 perkara yang dinaikkan], [2 belum dijawab]; terlama menunggu 20 hari kerja.',
    )
  })

  test('each row opens its record, for those who may read it', async () => {
    const set = await story()
    const open = await set.raise()
    const kept = await set.raise({ class: 'members' })
    const seen = await readAs(set.db.app, set.actors.visitor, set.now, (tx) =>
      escalationRows.describe(tx, [open, kept]),
    )
    assert.deepEqual([...seen.keys()], [open])
    assert.equal(seen.get(open)!.url, `/escalations/${open}`)
    assert.equal(seen.get(open)!.facts[1]!('id'), 'Dinaikkan 24 November 2026')
  })
})
