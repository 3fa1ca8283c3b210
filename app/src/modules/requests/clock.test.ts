import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { sql } from 'kysely'
import { readCalendar } from '#kernel/calendar/stored.ts'
import { addDays } from '#kernel/calendar.ts'
import { readAs, writeAs } from '#kernel/database.ts'
import { followBatch } from '#kernel/followers/batch.ts'
import { actorOf } from '#kernel/followers/follower.ts'
import { addHoliday } from '#modules/about/operations/add-holiday.ts'
import { requestDeadlines } from './followers.ts'
import { answerRequest } from './operations/answer-request.ts'
import { askRequester } from './operations/ask-requester.ts'
import { extendDeadline } from './operations/extend-deadline.ts'
import { requestPaths } from './paths.ts'
import { dueDay } from './request.ts'
import { saying, stage } from './testing/stage.ts'

const { actors, site, done, act, file, filedAndRegistered, on, row, db } = await stage()
const officer = actors.informationOfficer
const textOf = async (path: string, as = officer) => (await site.get(path, { as })).text()
const extending = (id: string) => act(extendDeadline, { request: id, reason: 'Datanya tersebar di lima bidang.' })

describe('the clock of a request', () => {
  test('the law’s example: received 13 March 2026, due on the 31st; seven more until 10 April', async () => {
    on('2026-03-13')
    const { id } = await filedAndRegistered()
    const calendar = await readAs(db.app, officer, site.time.now, (tx) => readCalendar(tx))
    const national = { ...calendar, holidays: new Set(['2026-03-19', '2026-03-20', '2026-03-21', '2026-04-03']) }
    assert.equal(dueDay(national, '2026-03-13', 10, []), '2026-03-31')
    assert.equal(dueDay(national, '2026-03-13', 17, []), '2026-04-10')
    // collective leave closes the offices of this installation too
    assert.equal((await row(id)).due_on, dueDay(calendar, '2026-03-13', 10, []))
  })

  test('one extension, until the last day ends; from the eleventh on the button is gone and the act refused', async () => {
    on('2026-11-02')
    const [first, late] = [await filedAndRegistered(), await filedAndRegistered()]
    on('2026-11-16')
    assert.match(await textOf(requestPaths.one(first.id)), /Hari ini hari terakhir/)
    assert.match(await textOf(requestPaths.one(first.id)), /\/extension/)
    assert.equal((await extending(first.id)).kind, 'done')
    const { due_on, first_due_on } = await row(first.id)
    assert.deepEqual([due_on, first_due_on], ['2026-11-25', '2026-11-16'])
    site.time.now = new Date(site.time.now.getTime() + 1000)
    assert.match(saying(await extending(first.id)), /satu kali/)

    on('2026-11-17')
    assert.match(saying(await extending(late.id)), /sebelum hari terakhir berakhir/)
    assert.equal((await site.get(requestPaths.act(late.id, 'extension'), { as: officer })).status, 403)
    assert.equal((await act(askRequester, { request: late.id, question: 'Tahun?' })).kind, 'denied')
    assert.match(await textOf(requestPaths.one(late.id)), /Lewat tenggat/)
    assert.match(await textOf(requestPaths.register({ state: 'overdue' })), /Lewat 1 hari kerja/)
    const insert = sql`insert into information_request_steps (id, request_id, kind, happened_on, created_at, created_by)
      values (gen_random_uuid(), ${late.id}, 'extended', '2026-11-10', ${site.time.now}, ${officer.personId})`
    await assert.rejects(
      writeAs(db.app, officer, site.time.now, (tx) => insert.execute(tx)),
      /before the tenth day ends/,
    )
  })

  test('an act is of the day it happens, whatever day is sent; an answer that is late stays late', async () => {
    on('2026-11-02')
    const { id } = await filedAndRegistered()
    on('2026-11-19')
    await done(answerRequest, { request: id, outcome: 'full', answer: 'Ini daftarnya.' })
    const { answered_on, due_on } = await row(id)
    assert.deepEqual([answered_on, due_on], ['2026-11-19', '2026-11-16'])
    for (const statement of [
      sql`update information_requests set answered_on = '2026-11-10'`,
      sql`update information_requests set due_on = '2026-12-31'`,
      sql`update information_request_steps set happened_on = '2026-11-10'`,
      sql`delete from information_request_steps`,
    ])
      await assert.rejects(
        writeAs(db.app, officer, site.time.now, (tx) => statement.execute(tx)),
        /permission denied/,
      )
  })

  test('an answer while the requester’s reply is awaited is in time', async () => {
    on('2026-11-02')
    const { id } = await filedAndRegistered()
    on('2026-11-04')
    await done(askRequester, { request: id, question: 'Tahun?' })
    on('2026-12-01')
    await done(answerRequest, { request: id, outcome: 'full', answer: 'Semua tahun.' })
    const { state, due_on } = await row(id)
    assert.ok(state === 'answered' && due_on > '2026-12-01', due_on)
  })

  test('database and program count the same days, with any pauses', async () => {
    const calendar = await readAs(db.app, officer, site.time.now, (tx) => readCalendar(tx))
    for (let seed = 1; seed <= 120; seed += 1) {
      const from = addDays('2025-01-01', (seed * 37) % 700)
      const first = addDays(from, seed % 9)
      const pauses = seed % 3 === 0 ? [] : [{ from: first, to: addDays(first, (seed * 7) % 40) }]
      const n = seed % 2 ? 10 : 17
      const ranges = pauses.map((one) => `[${addDays(one.from, 1)},${addDays(one.to, 1)})`)
      const { rows } = await db.admin.pool.query(
        'select mufakat.nth_working_day($1, $2, $3::daterange[])::text as day',
        [from, n, ranges],
      )
      assert.equal(rows[0].day, dueDay(calendar, from, n, pauses), `${from} ${n} ${ranges}`)
    }
  })

  test('a new holiday moves open deadlines, each with an event; the first date stays', async () => {
    on('2026-12-01')
    const [open, closed] = [await file(), await filedAndRegistered()]
    await done(answerRequest, { request: closed.id, outcome: 'full', answer: 'Ini.' })
    assert.equal((await row(open.id)).due_on, '2026-12-15')
    const holiday = {
      date: '2026-12-09',
      name: 'Pilkada',
      nameEn: 'Election',
      kind: 'national',
      source: 'Keppres contoh',
      reason: 'Pilkada',
    }
    await done(addHoliday, holiday, actors.operator)
    const follower = requestDeadlines({ clock: () => site.time.now })
    const fail = async (_tx: unknown, _which: unknown, _number: unknown, error: unknown) => {
      throw error
    }
    await writeAs(db.jobs, actorOf(follower), site.time.now, async (tx) => {
      await sql`select mufakat.number_events(1000)`.execute(tx)
      await followBatch(tx, follower, fail as never)
    })
    const moved = await row(open.id)
    assert.deepEqual([moved.due_on, moved.first_due_on, moved.calendar_version], ['2026-12-16', '2026-12-15', 2])
    assert.equal((await row(closed.id)).due_on, '2026-12-15')
    const { rows } = await db.admin.pool.query(
      "select payload from events where name = 'information-request.deadline-moved' and subject_id = $1",
      [open.id],
    )
    assert.deepEqual(rows, [{ payload: { from: '2026-12-15', to: '2026-12-16' } }])
  })
})
