import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { readCalendar } from '#kernel/calendar/stored.ts'
import { addDays } from '#kernel/calendar.ts'
import { readAs } from '#kernel/database.ts'
import type { Observation } from '#modules/monitoring/signal.ts'
import { noLinks } from './links.ts'
import { bringItem } from './operations/bring-item.ts'
import { concludeItem } from './operations/conclude-item.ts'
import { placeProposal } from './operations/place-proposal.ts'
import { meetingRows, meetingSignals } from './signals.ts'
import { stage } from './testing/stage.ts'

const set = await stage()
const { organisations, actors, programmeId, db } = set
const job = { kind: 'job', job: 'evaluate', classes: ['public', 'members'] } as const

async function observed(detector: string, letter: string, at: string): Promise<Observation> {
  const condition = meetingSignals.conditions.find((one) => one.detector === detector && one.letter === letter)!
  return readAs(db.jobs, job, set.site.time.now, async (tx) => {
    const window = { from: addDays(at, -89), to: at }
    const previous = { from: addDays(at, -179), to: addDays(at, -90) }
    return condition.observe(tx, { programmeId, at, window, previous, calendar: await readCalendar(tx) })
  })
}
const seen = async (...of: Parameters<typeof observed>) => {
  const found = await observed(...of)
  assert.equal(found.kind, 'observed')
  return found as Extract<Observation, { kind: 'observed' }>
}

const days = ['2026-12-02', '2026-12-09', '2026-12-16', '2027-01-06', '2027-01-13']
const stayAway = ['absent', 'in-person', 'absent-notice', 'delegate-decides', 'absent']

describe('what meetings tell of a programme', () => {
  before(async () => {
    const conclude = concludeItem(noLinks)
    let stuck = ''
    for (const [index, day] of days.entries()) {
      const meeting = await set.plan({ day, heads: true })
      const items: string[] = []
      const bring = async (title: string, kind = 'decision') =>
        items.push((await set.done<{ item: string }>(bringItem, { meeting, kind, title }, actors.otherOfficer)).item)
      await bring(`Putusan ${index}`)
      await bring(`Laporan ${index}`, 'information')
      if (index === 0) await bring('Honor kader')
      else if (index < 3) await set.done(placeProposal(noLinks), { meeting, proposal: stuck })
      await set.hold(meeting, { [organisations.other.id]: stayAway[index]! })
      if (index === 0) stuck = items[2]!
      for (const item of items.filter((one) => one !== stuck))
        await set.done(conclude, { meeting, item, result: 'settled', text: 'Selesai' })
      if (index < 3)
        await set.done(conclude, { meeting, item: stuck, result: index < 2 ? 'carried' : 'settled', text: 'Putus' })
    }
  })

  test('nothing is said before a meeting was held', async () => {
    assert.equal((await observed('D1', 'b', '2026-12-01')).kind, 'unchecked')
    assert.equal((await observed('D1', 'e', '2026-12-01')).kind, 'unchecked')
    assert.equal((await observed('D11', 'a', '2026-12-01')).kind, 'unchecked')
  })

  test('D1 b: decisions put off twice or more, as known on the day', async () => {
    const early = await seen('D1', 'b', '2026-12-03')
    assert.deepEqual([early.value, early.n], [0, 2])
    const found = await seen('D1', 'b', '2027-01-14')
    assert.deepEqual([found.value, found.n], [1 / 6, 6])
    assert.deepEqual(
      found.rows.filter((row) => row.counted).map((row) => row.note),
      ['carried'],
    )
    assert.deepEqual(found.parties, [organisations.other.id])
    assert.equal(found.evidence('id'), 'Dari [6 mata acara keputusan], [1 sudah ditunda dua kali atau lebih].')
  })

  test('D1 e: absences of the party that missed most of the last five; a delegate is no absence', async () => {
    const found = await seen('D1', 'e', '2027-01-14')
    assert.deepEqual([found.value, found.n, found.parties], [3, 5, [organisations.other.id]])
    assert.deepEqual(
      found.rows.map((row) => row.counted),
      [true, false, true, false, true],
    )
    const four = await seen('D1', 'e', '2027-01-12')
    assert.deepEqual([four.value, four.n], [2, 4])
  })

  test('D11 a: only heads themselves count, over the last four that asked for them', async () => {
    const found = await seen('D11', 'a', '2027-01-14')
    assert.deepEqual([found.value, found.n], [5 / 8, 4])
    assert.equal(found.rows.filter((row) => row.note === 'delegated').length, 1)
    assert.deepEqual(found.parties, [organisations.other.id])
  })

  test('each row can be opened by whoever may see it', async () => {
    for (const [detector, letter] of [
      ['D1', 'b'],
      ['D1', 'e'],
      ['D11', 'a'],
    ] as const) {
      const { rows } = await seen(detector, letter, '2027-01-14')
      const describer = meetingRows.find((one) => one.kind === rows[0]!.kind)!
      const told = await readAs(db.app, actors.resident, set.site.time.now, (tx) =>
        describer.describe(
          tx,
          rows.map((row) => row.id),
        ),
      )
      assert.equal(told.size, rows.length)
      for (const row of told.values()) assert.match(row.url, /^\/meetings\/[0-9a-f-]{36}$/)
    }
  })
})
