import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { pino } from 'pino'
import { startMailer } from '#kernel/mail/send.ts'
import { deliver as deliverTo } from '#kernel/testing/deliver.ts'
import { mailServer } from '#kernel/testing/mail-server.ts'
import { meetingMails } from './followers.ts'
import { cancelMeeting } from './operations/cancel-meeting.ts'
import { moveMeeting } from './operations/move-meeting.ts'
import { sendInvitations } from './operations/send-invitations.ts'
import { startSeries } from './operations/start-series.ts'
import { meetingPaths } from './paths.ts'
import { stage } from './testing/stage.ts'

const milestone = {
  id: '0199aaaa-0000-7000-8000-000000000001',
  programme_id: '',
  title: 'Data keluarga disatukan',
  title_en: null,
  lang: 'id' as const,
  href: '/programmes/program-contoh/tasks/x',
  due: '2026-12-31',
  changed: new Date('2026-06-01T00:00:00Z'),
}
const set = await stage({ links: { milestonesDue: async () => [milestone] } })
const { site, actors, slug, db } = set
const link = 'https://rapat.example/rahasia-anggota'
const clock = () => site.time.now
const follower = meetingMails({ baseUrl: 'http://localhost:3000', from: 'Mufakat <mufakat@kab.example>', clock })

const deliver = () => deliverTo(db, follower, clock())
const later = () => {
  site.time.now = new Date(clock().getTime() + 60_000)
}
const mails = () => db.admin.kysely.selectFrom('mails').selectAll().orderBy('created_at').orderBy('id').execute()
const unfolded = (text: string) => text.replaceAll('\r\n ', '')

describe('the public calendar', () => {
  test('holds public meetings and milestones, never a link nor a meeting of members, whoever asks', async () => {
    const open = await set.plan({ link })
    await set.plan({ title: 'Rapat tertutup', class: 'members', day: '2026-12-09' })
    for (const as of [undefined, actors.coordinator, actors.observer]) {
      const response = await site.get(meetingPaths.feed(slug), { as })
      assert.equal(response.headers.get('content-type'), 'text/calendar; charset=utf-8')
      const file = unfolded(await response.text())
      assert.match(file, /SUMMARY:Rapat koordinasi/)
      assert.match(file, new RegExp(`UID:${open}@localhost`))
      assert.match(file, /DTSTART:20261202T020000Z/)
      assert.match(file, /SUMMARY:Data keluarga disatukan/)
      assert.doesNotMatch(file, /rahasia-anggota|Rapat tertutup/)
    }
    assert.equal((await site.get(meetingPaths.feed('tidak-ada'))).status, 404)
  })
})

describe('one’s own calendar', () => {
  const made = async () => {
    const page = await (await site.post(meetingPaths.makeCalendar(), {}, { as: actors.otherOfficer })).text()
    return page.match(/calendars\/([\w-]{43})\.ics/)![1]!
  }

  test('is made by signing in', async () => {
    const response = await site.post(meetingPaths.makeCalendar(), {})
    assert.match(response.headers.get('location')!, /sign-in/)
    assert.match((await site.get(meetingPaths.calendar())).headers.get('location')!, /sign-in/)
  })

  test('shows what its person may read that day, link included; only a hash is kept; a new one ends the old', async () => {
    const token = await made()
    const feed = await site.get(meetingPaths.ownFeed(`${token}.ics`))
    assert.equal(feed.headers.get('cache-control'), 'no-store')
    const file = unfolded(await feed.text())
    assert.match(file, /rahasia-anggota/)
    assert.match(file, /Rapat tertutup/)
    const kept = await db.admin.pool.query('select * from calendar_links')
    assert.doesNotMatch(JSON.stringify(kept.rows), new RegExp(token))
    const newer = await made()
    assert.equal((await site.get(meetingPaths.ownFeed(`${token}.ics`))).status, 404)
    assert.equal((await site.get(meetingPaths.ownFeed(`${newer}.ics`))).status, 200)
    for (const wrong of ['x', 'a'.repeat(43), `${newer}x`])
      assert.equal((await site.get(meetingPaths.ownFeed(`${wrong}.ics`))).status, 404)
  })

  test('a lost seat closes the programme, a disabled account or a revoked address everything', async () => {
    const token = await made()
    const person = set.people.otherOfficer.id
    await db.admin.pool.query(`update seats set last_day = '2026-11-23' where person_id = $1`, [person])
    assert.doesNotMatch(await (await site.get(meetingPaths.ownFeed(token))).text(), /VEVENT/)
    await db.admin.pool.query('update seats set last_day = null where person_id = $1', [person])
    assert.match(await (await site.get(meetingPaths.ownFeed(token))).text(), /VEVENT/)
    await db.admin.pool.query('update accounts set disabled_at = now() where person_id = $1', [person])
    assert.equal((await site.get(meetingPaths.ownFeed(token))).status, 404)
    await db.admin.pool.query('update accounts set disabled_at = null where person_id = $1', [person])
    const revoke = () => site.post(meetingPaths.revokeCalendar(), {}, { as: actors.otherOfficer })
    assert.equal((await revoke()).status, 303)
    assert.equal((await site.get(meetingPaths.ownFeed(token))).status, 404)
    assert.equal((await revoke()).status, 409)
  })
})

describe('invitations', () => {
  test('everyone with a seat gets one mail with an entry; a move follows it, a cancellation takes it away', async () => {
    await deliver()
    await db.admin.pool.query('delete from mails')
    const meeting = await set.plan({ day: '2026-12-16', link })
    await deliver()
    await deliver()
    const invited = await mails()
    const seated = await db.admin.pool.query('select distinct person_id from seats where last_day is null')
    assert.deepEqual(invited.map((mail) => mail.person_id).sort(), seated.rows.map((row) => row.person_id).sort())
    const entry = unfolded(invited[0]!.calendar!)
    for (const line of [
      'METHOD:REQUEST',
      'SEQUENCE:0',
      `UID:${meeting}@localhost`,
      'ORGANIZER:mailto:mufakat@kab.example',
    ])
      assert.ok(entry.includes(`\r\n${line}\r\n`), line)
    assert.ok(entry.includes(`mailto:${invited[0]!.address}`))
    later()
    await set.done(moveMeeting, { meeting, day: '2026-12-17', clock: '10.00', reason: 'Aula dipakai' })
    await deliver()
    const moved = (await mails()).at(-1)!
    assert.match(moved.subject, /^Dipindahkan: Rapat koordinasi, sekarang Kamis, 17 Desember 2026, 10\.00/)
    assert.match(moved.body, /Alasan: Aula dipakai/)
    assert.match(moved.calendar!, /SEQUENCE:1\r\n/)
    assert.match(moved.calendar!, /DTSTART:20261217T030000Z/)
    later()
    await set.done(cancelMeeting, { meeting, reason: 'Tidak cukup bahan' })
    await deliver()
    const cancelled = (await mails()).at(-1)!
    for (const line of ['METHOD:CANCEL', 'SEQUENCE:2', 'STATUS:CANCELLED'])
      assert.ok(cancelled.calendar!.includes(`\r\n${line}\r\n`), line)
  })

  test('a series invites nobody until its meeting is sent out, and a silent one moves in silence', async () => {
    await db.admin.pool.query('delete from mails')
    const series = { ...set.usual, slug, minutes: 60, day: '2027-01-06', cadence: 'monthly', count: 3 }
    await set.done(startSeries, series)
    await deliver()
    assert.equal((await mails()).length, 0)
    const [first, second] = await db.admin.kysely
      .selectFrom('meetings')
      .select('id')
      .where('series_id', 'is not', null)
      .orderBy('starts_at')
      .execute()
    await set.done(moveMeeting, { meeting: second!.id, day: '2027-02-04', clock: '09.00', reason: 'Libur' })
    await deliver()
    assert.equal((await mails()).length, 0)
    await set.done(sendInvitations, { meeting: first!.id })
    await deliver()
    assert.ok((await mails()).length > 5)
  })

  test('titles and places cannot write headers or lines; with the mail server down it waits, then arrives whole', async () => {
    await db.admin.pool.query('delete from mails')
    const title = 'Rapat\r\nBcc: semua\u2028ATTENDEE:mailto'
    await set.plan({ day: '2027-01-20', title, place: 'Aula\nEND:VEVENT\nBEGIN:VALARM' })
    await deliver()
    const gone = await mailServer()
    await gone.close()
    const mailer = (url: string) =>
      startMailer({
        jobs: db.jobs,
        smtpUrl: url,
        from: 'Mufakat <mufakat@kab.example>',
        secret: 's',
        clock,
        log: pino({ level: 'silent' }),
      })
    const down = mailer(gone.url)
    await down.flush()
    await down.stop()
    assert.ok((await mails()).every((mail) => mail.sent_at === null))
    const server = await mailServer()
    site.time.now = new Date(clock().getTime() + 300_000)
    const up = mailer(server.url)
    await up.flush()
    await up.stop()
    await server.close()
    assert.ok((await mails()).every((mail) => mail.sent_at !== null))
    const [head, ...rest] = server.delivered[0]!.raw.split('\r\n\r\n')
    assert.doesNotMatch(head!, /^(Bcc|ATTENDEE)/im)
    assert.match(rest.join('\n'), /text\/calendar; charset=utf-8; method=REQUEST/i)
    const lines = unfolded((await mails())[0]!.calendar!).split('\r\n')
    assert.equal(lines.filter((line) => line === 'END:VEVENT').length, 1)
    assert.equal(lines.filter((line) => line.startsWith('ATTENDEE')).length, 1)
    assert.ok(!lines.includes('BEGIN:VALARM'))
  })
})
