import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { visitor } from '#kernel/access.ts'
import { readCalendar, seedCalendar } from '#kernel/calendar/stored.ts'
import { addDays } from '#kernel/calendar.ts'
import { readAs, writeAs } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { run } from '#kernel/operation.ts'
import { type Cast, cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import type { Evaluation } from '#modules/monitoring/signal.ts'
import { importJob } from './exchange/job.ts'
import { assessCommitment } from './operations/assess-commitment.ts'
import { endSeat } from './operations/end-seat.ts'
import { giveSeat } from './operations/give-seat.ts'
import { makeCommitment } from './operations/make-commitment.ts'
import { moveCommitment } from './operations/move-commitment.ts'
import { programmeRows } from './signal-rows.ts'
import { programmeSignals } from './signals.ts'
import { tallyCommitments } from './store/commitments.ts'

const db = await testDatabase()

describe('what commitments and seats tell of a programme', () => {
  let story: Cast
  const f1 = programmeSignals.measures[0]!
  const d3c = programmeSignals.conditions[0]!
  const on = (day: string) => new Date(`${day}T03:00:00Z`)
  const act = (day: string) => ({ db: db.app, now: on(day), today: day })
  before(async () => {
    story = await cast(db)
    await writeAs(db.jobs, importJob, story.now, (tx) => seedCalendar(tx, story.now))
  })

  const evaluate = <T>(
    at: string,
    work: (tx: Parameters<typeof f1.measure>[0], evaluation: Evaluation) => Promise<T>,
  ) =>
    readAs(db.jobs, importJob, on(at), async (tx) => {
      const window = { from: addDays(at, -89), to: at }
      const previous = { from: addDays(at, -179), to: addDays(at, -90) }
      return work(tx, { programmeId: story.programmeId, at, window, previous, calendar: await readCalendar(tx) })
    })

  const promise = async (title: string, firstDue: string) => {
    const input = { slug: story.slug, organisationId: story.organisations.other.id, title, firstDue }
    const made = await run(makeCommitment, input, { ...act('2026-02-02'), actor: story.actors.otherOfficer })
    assert.ok(made.kind === 'done', JSON.stringify(made))
    return made.value.id
  }
  const judge = async (commitmentId: string, outcome: string, day: string) => {
    const input = { slug: story.slug, commitmentId, outcome, reason: 'Menurut bukti' }
    const done = await run(assessCommitment, input, { ...act(day), actor: story.actors.head })
    assert.equal(done.kind, 'done')
  }

  test('F1 counts by the first date and the assessment of that day, not by what was written later', async () => {
    const [a, b, c, d] = [
      await promise('A', '2026-04-01'),
      await promise('B', '2026-04-15'),
      await promise('C', '2026-05-01'),
      await promise('D', '2026-09-01'),
    ]
    await judge(a, 'complete', '2026-04-05')
    await judge(b, 'limited', '2026-04-20')
    const move = {
      slug: story.slug,
      commitmentId: c,
      to: '2026-12-01',
      reason: 'Lelang',
      askedBy: story.organisations.other.id,
    }
    await run(moveCommitment, move, { ...act('2026-04-20'), actor: story.actors.otherOfficer })
    await judge(b, 'substantial', '2026-07-01')
    const spring = await evaluate('2026-05-10', (tx, evaluation) => f1.measure(tx, evaluation))
    assert.ok(spring.kind === 'measured')
    assert.deepEqual([spring.k, spring.n], [1, 3])
    assert.deepEqual(
      spring.rows.map((row) => [row.id, row.counted, row.note]),
      [
        [a, true, 'complete'],
        [b, false, 'limited'],
        [c, false, 'unassessed'],
      ],
    )
    const later = await evaluate('2026-07-02', (tx, evaluation) => f1.measure(tx, evaluation))
    assert.ok(later.kind === 'measured' && later.k === 1 && later.n === 2)
    assert.ok(later.rows.every((row) => row.id !== a && row.id !== d))
  })

  test('F1 leaves out only what its source says it did not assess, and says so when nothing fell due', async () => {
    const row = {
      id: newId(story.now),
      programme_id: story.programmeId,
      owner_id: story.organisations.other.id,
      lang: 'id',
    }
    const silent = {
      title: 'Dari sumber',
      first_due: '2026-04-10',
      not_assessed: 'not-reported',
      created_at: story.now,
    }
    await db.admin.kysely
      .insertInto('commitments')
      .values({ ...row, ...silent })
      .execute()
    const spring = await evaluate('2026-05-10', (tx, evaluation) => f1.measure(tx, evaluation))
    assert.ok(spring.kind === 'measured' && spring.n === 3)
    const none = await evaluate('2025-05-10', (tx, evaluation) => f1.measure(tx, evaluation))
    assert.ok(none.kind === 'no-records' && none.because('id').startsWith('Tidak ada janji'))
  })

  test('D3 c is not checked before a charter requires roles', async () => {
    const found = await evaluate('2026-05-10', (tx, evaluation) => d3c.observe(tx, evaluation))
    assert.equal(found.kind, 'unchecked')
  })

  test('D3 c tells the longest vacancy in working days, and forgets it when somebody takes the role', async () => {
    const role = {
      id: newId(story.now),
      programme_id: story.programmeId,
      key: 'data',
      title: 'Pengelola data',
      since: '2026-03-02',
    }
    await db.admin.kysely
      .insertInto('required_roles')
      .values({ ...role, created_at: story.now })
      .execute()
    const coordinator = { ...role, id: newId(story.now), key: 'koordinator', title: 'Koordinator' }
    await db.admin.kysely
      .insertInto('required_roles')
      .values({ ...coordinator, created_at: story.now })
      .execute()
    const empty = await evaluate('2026-03-06', (tx, evaluation) => d3c.observe(tx, evaluation))
    assert.ok(empty.kind === 'observed')
    assert.equal(empty.value, 5)
    assert.equal(
      empty.evidence('id'),
      'Dari [2 peran yang diminta piagam], [1 belum ada orangnya]; terlama [5 hari kerja].',
    )
    const seat = { slug: story.slug, organisationId: story.organisations.other.id, personId: story.people.otherHead.id }
    const given = await run(
      giveSeat,
      { ...seat, role: 'officer', requiredRoleId: role.id },
      { ...act('2026-04-01'), actor: story.actors.coordinator },
    )
    assert.ok(given.kind === 'done', JSON.stringify(given))
    const filled = await evaluate('2026-04-30', (tx, evaluation) => d3c.observe(tx, evaluation))
    assert.ok(filled.kind === 'observed' && filled.value === 0)
    const end = { slug: story.slug, seatId: given.value.id, lastDay: '2026-06-30' }
    await run(endSeat, end, { ...act('2026-06-30'), actor: story.actors.coordinator })
    const again = await evaluate('2026-07-07', (tx, evaluation) => d3c.observe(tx, evaluation))
    assert.ok(again.kind === 'observed' && again.value === 5)
    const past = await evaluate('2026-03-06', (tx, evaluation) => d3c.observe(tx, evaluation))
    assert.ok(past.kind === 'observed' && past.value === 5)
  })

  test('each row behind a figure opens its record, and only for those who may read it', async () => {
    const spring = await evaluate('2026-05-10', (tx, evaluation) => f1.measure(tx, evaluation))
    assert.ok(spring.kind === 'measured')
    const ids = spring.rows.map((row) => row.id)
    await db.admin.kysely.updateTable('commitments').set({ class: 'members' }).where('id', '=', ids[0]!).execute()
    const describer = programmeRows.find((one) => one.kind === 'commitment')!
    const shown = await readAs(db.app, visitor, story.now, (tx) => describer.describe(tx, ids))
    assert.equal(shown.size, 2)
    assert.equal(shown.get(ids[1]!)?.url, `/programmes/${story.slug}/commitments/${ids[1]}`)
  })

  test('F1 counts a promise withdrawn after its first date as not kept; withdrawn by then, it never fell due', async () => {
    const early = await promise('Ditarik awal', '2026-04-25')
    const late = await promise('Ditarik terlambat', '2026-04-26')
    await judge(early, 'withdrawn', '2026-04-20')
    await judge(late, 'withdrawn', '2026-05-02')
    const spring = await evaluate('2026-05-10', (tx, evaluation) => f1.measure(tx, evaluation))
    assert.ok(spring.kind === 'measured')
    const found = spring.rows.filter(({ id }) => id === early || id === late)
    assert.deepEqual(
      found.map(({ id, counted, note }) => [id, counted, note]),
      [[late, false, 'withdrawn']],
    )
    const tally = await readAs(db.jobs, importJob, on('2026-05-10'), (tx) =>
      tallyCommitments(tx, story.programmeId, '2026-05-10'),
    )
    assert.deepEqual([spring.n, Number(tally.due)], [4, 4])
  })
})
