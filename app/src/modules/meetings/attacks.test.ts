import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { CompiledQuery } from 'kysely'
import type { Actor } from '#kernel/access.ts'
import { writeAs } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { bringItem } from './operations/bring-item.ts'
import { cancelMeeting } from './operations/cancel-meeting.ts'
import { confirmMinutes } from './operations/confirm-minutes.ts'
import { moveMeeting } from './operations/move-meeting.ts'
import { planMeeting } from './operations/plan-meeting.ts'
import { writeMinutes } from './operations/write-minutes.ts'
import { meetingPaths } from './paths.ts'
import { stage } from './testing/stage.ts'

const set = await stage()
const { site, actors, organisations, people, db, programmeId, form } = set
const everyone = Object.entries(actors).filter(([name]) => name !== 'job') as [keyof typeof actors, Actor][]
const others = (...kept: string[]) => everyone.filter(([name]) => !kept.includes(name))

/** A statement as the app's own role: whether the database lets this actor do it. */
async function database(as: Actor, text: string, values: unknown[]): Promise<string> {
  try {
    const done = await writeAs(db.app, as, site.time.now, (tx) => tx.executeQuery(CompiledQuery.raw(text, values)))
    return Number(done.numAffectedRows) > 0 ? 'done' : 'nothing'
  } catch (error) {
    return (error as Error).message
  }
}
const personIn = (as: Actor) => (as.kind === 'person' ? as.personId : null)

describe('who may do what', () => {
  const posts: [string, (id: string) => [string, Record<string, string | string[]>], string[]][] = [
    [
      'move',
      (id) => [meetingPaths.move(id), { day: '2026-12-03', clock: '09.00', reason: 'x' }],
      ['coordinator', 'deputy'],
    ],
    ['cancel', (id) => [meetingPaths.cancel(id), { reason: 'x' }], ['coordinator', 'deputy']],
    ['invite', (id) => [meetingPaths.invite(id), {}], ['coordinator', 'deputy']],
    [
      'bring a matter',
      (id) => [meetingPaths.newItem(id), { kind: 'decision', title: 'x' }],
      ['coordinator', 'deputy', 'officer', 'otherOfficer', 'head', 'otherHead', 'grantHolder'],
    ],
    [
      'answer for the owner',
      (id) => [meetingPaths.answer(id), { party: organisations.owner.id, manner: 'in-person' }],
      ['coordinator', 'officer', 'head'],
    ],
  ]
  for (const [name, of, may] of posts)
    test(`${name}: only ${may.join(', ')}`, async () => {
      const id = await set.plan()
      for (const [who, as] of others(...may)) {
        const [path, fields] = of(id)
        const { status } = await site.post(path, form(fields), { as })
        assert.equal(status, 403, `${who} ${name}`)
        assert.equal((await site.api(path, fields, { as })).status, 403, `${who} ${name} by the API`)
      }
    })

  test('a meeting of members is unknown to everybody else, by every door', async () => {
    const id = await set.plan({ class: 'members', title: 'Rapat tertutup', day: '2026-12-20' })
    for (const name of ['visitor', 'resident', 'facilitator', 'operator', 'expiredSeat'] as const)
      for (const path of [
        meetingPaths.one(id),
        meetingPaths.minutes(id),
        meetingPaths.minutesFile(id),
        `/api/v1${meetingPaths.one(id)}`,
      ])
        assert.equal((await site.get(path, { as: actors[name] })).status, 404, `${name} ${path}`)
    const list = await set.text(meetingPaths.list(set.slug))
    assert.doesNotMatch(list, /Rapat tertutup/)
    assert.match(list, /1 catatan untuk anggota/)
  })
})

describe('attendance', () => {
  const add = `insert into meeting_attendances (id, meeting_id, organisation_id, manner, recorded_on, created_at, created_by) values ($1, $2, $3, 'absent', '2026-11-24', now(), $4)`

  test('of another party is refused by page and database, before the meeting and after it', async () => {
    const meeting = await set.plan()
    const insert = (as: Actor, party: string) => database(as, add, [newId(site.time.now), meeting, party, personIn(as)])
    assert.equal(await insert(actors.otherOfficer, organisations.other.id), 'done')
    assert.match(await insert(actors.otherOfficer, organisations.owner.id), /answers for itself/)
    for (const name of ['resident', 'observer', 'auditor', 'expiredSeat', 'operator'] as const)
      assert.notEqual(await insert(actors[name], organisations.other.id), 'done', name)
    const stranger = { party: organisations.other.id, manner: 'in-person', person: people.officer.id }
    assert.equal((await site.post(meetingPaths.answer(meeting), form(stranger), { as: actors.otherHead })).status, 422)
    await set.hold(meeting)
    assert.match(await insert(actors.otherOfficer, organisations.other.id), /before the meeting/)
    const late = form({ party: organisations.other.id, manner: 'in-person' })
    assert.equal((await site.post(meetingPaths.answer(meeting), late, { as: actors.otherHead })).status, 403)
    assert.equal(
      await database(actors.coordinator, `update meeting_attendances set manner = 'in-person'`, []).then((said) =>
        /permission denied/.test(said),
      ),
      true,
    )
  })
})

describe('what is over stays', () => {
  test('a past meeting is neither moved nor cancelled, and a held one is not undone', async () => {
    site.time.now = new Date('2026-12-01T03:00:00Z')
    const meeting = await set.plan({ day: '2026-12-10' })
    site.time.now = new Date('2026-12-11T03:00:00Z')
    const move = { meeting, day: '2026-12-20', clock: '09.00', reason: 'x' }
    assert.equal((await set.act(moveMeeting, move)).kind, 'denied')
    assert.equal((await set.act(cancelMeeting, { meeting, reason: 'x' })).kind, 'denied')
    const moved = `update meetings set starts_at = '2027-01-01' where id = $1`
    assert.match(await database(actors.coordinator, moved, [meeting]), /not moved/)
    assert.match(
      await database(actors.coordinator, `update meetings set first_starts_at = '2027-01-01' where id = $1`, [meeting]),
      /permission denied/,
    )
    await set.hold(meeting)
    const undone = `update meetings set state = 'planned' where id = $1`
    assert.match(await database(actors.coordinator, undone, [meeting]), /not changed/)
    assert.match(
      await database(actors.officer, `update meetings set place = 'x' where id = $1`, [meeting]),
      /coordination team/,
    )
    assert.equal((await set.act(bringItem, { meeting, kind: 'decision', title: 'x' })).kind, 'denied')
    const back = { ...set.usual, slug: set.slug, minutes: 60, day: '2026-12-01' }
    assert.equal((await set.act(planMeeting, back)).kind, 'invalid')
  })
})

describe('minutes', () => {
  const add = `insert into minutes_versions (id, programme_id, owner_id, class, meeting_id, number, status, body, created_at, created_by) values ($1, $2, $3, $4, $5, $6, $7, 'x', now(), $8)`
  const insert = (as: Actor, meeting: string, kept: string, status: string, number: number) =>
    database(as, add, [
      newId(site.time.now),
      programmeId,
      organisations.owner.id,
      kept,
      meeting,
      number,
      status,
      personIn(as),
    ])

  test('an outsider writes none, nobody publishes a draft, only the coordination team confirms', async () => {
    const meeting = await set.plan({ day: '2027-03-03' })
    assert.match(await insert(actors.officer, meeting, 'members', 'draft', 1), /drafted by members/)
    await set.hold(meeting)
    for (const [who, as] of others(
      'officer',
      'otherOfficer',
      'head',
      'otherHead',
      'coordinator',
      'deputy',
      'grantHolder',
    )) {
      const denied = await site.post(meetingPaths.writeMinutes(meeting), form({ body: 'x' }), { as })
      assert.equal(denied.status, 403, who)
      assert.notEqual(await insert(as, meeting, 'members', 'draft', 1), 'done', who)
    }
    assert.match(await insert(actors.officer, meeting, 'public', 'draft', 1), /drafted by members/)
    assert.match(await insert(actors.officer, meeting, 'public', 'confirmed', 1), /confirmed by the coordination team/)
    assert.equal((await set.act(confirmMinutes, { meeting })).kind, 'denied')
    await set.done(writeMinutes, { meeting, body: 'Isi' }, actors.officer)
    assert.equal((await set.act(confirmMinutes, { meeting }, actors.head)).kind, 'denied')
    await set.done(confirmMinutes, { meeting })
    for (const statement of [`update minutes_versions set body = 'y'`, 'delete from minutes_versions'])
      assert.match(await database(actors.coordinator, statement, []), /permission denied/)
  })

  test('of two people who edit at once one is told, and keeps what was typed', async () => {
    const meeting = await set.plan({ day: '2027-04-07' })
    await set.hold(meeting)
    const write = (body: string, as: Actor) =>
      site.post(meetingPaths.writeMinutes(meeting), form({ body, _version: '0' }), { as })
    const [one, two] = await Promise.all([
      write('Naskah Made', actors.officer),
      write('Naskah Sri', actors.otherOfficer),
    ])
    assert.deepEqual([one.status, two.status].sort(), [303, 409])
    const [lost, typed, stored] =
      one.status === 409 ? [one, 'Naskah Made', 'Naskah Sri'] : [two, 'Naskah Sri', 'Naskah Made']
    const page = await lost.text()
    assert.ok(page.includes(typed) && page.includes(stored))
    const rows = await db.admin.pool.query('select number from minutes_versions where meeting_id = $1', [meeting])
    assert.equal(rows.rows.length, 1)
  })

  test('two people who confirm at once confirm once', async () => {
    const meeting = await set.plan({ day: '2027-05-05' })
    await set.hold(meeting)
    await set.done(writeMinutes, { meeting, body: 'Isi' })
    const outcomes = await Promise.all(
      [actors.coordinator, actors.deputy].map((as) => set.act(confirmMinutes, { meeting }, as)),
    )
    assert.deepEqual(outcomes.map((one) => one.kind).sort(), ['denied', 'done'])
  })
})

test('a form sent twice plans one meeting, and two moves at once are one', async () => {
  site.time.now = new Date('2027-06-01T03:00:00Z')
  const twice = form({ ...set.usual, day: '2027-06-09', title: 'Sekali saja' })
  const [first, second] = await Promise.all(
    [0, 1].map(() => site.post(meetingPaths.new(set.slug), twice, { as: actors.coordinator })),
  )
  assert.equal(first!.headers.get('location'), second!.headers.get('location'))
  const id = first!.headers.get('location')!.split('/').at(-1)!
  const move = (clock: string, as: Actor) =>
    site.post(meetingPaths.move(id), form({ day: '2027-06-09', clock, reason: 'x', _version: '2' }), { as })
  const moves = await Promise.all([move('10.00', actors.coordinator), move('11.00', actors.deputy)])
  assert.deepEqual(moves.map((one) => one.status).sort(), [303, 409])
})

test('bad input is said where it stands, and what was typed is kept', async () => {
  const bad: Record<string, string>[] = [
    { clock: '25.00' },
    { clock: '9' },
    { day: '2027-02-30' },
    { minutes: '-5' },
    { link: 'javascript:alert(1)' },
    { link: 'https://a.example/ b' },
    { zone: 'Mars/Olympus' },
    { required: newId(site.time.now) },
    { title: 'x'.repeat(201) },
    { place: '', link: '' },
  ]
  for (const fields of bad) {
    const typed = { ...set.usual, day: '2027-07-07', title: 'Ketikan saya', ...fields }
    const response = await site.post(meetingPaths.new(set.slug), form(typed), { as: actors.coordinator })
    assert.equal(response.status, 422, JSON.stringify(fields))
    assert.match(await response.text(), fields.title ? /xxxx/ : /Ketikan saya/)
  }
  for (const id of ['x', newId(site.time.now), '%27']) assert.equal((await site.get(meetingPaths.one(id))).status, 404)
})
