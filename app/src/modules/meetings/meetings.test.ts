import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { wordsOf } from '#modules/tasks/testing/stage.ts'
import { noLinks } from './links.ts'
import { printMinutes } from './minutes-document.ts'
import { bringItem } from './operations/bring-item.ts'
import { concludeItem } from './operations/conclude-item.ts'
import { confirmMinutes } from './operations/confirm-minutes.ts'
import { writeMinutes } from './operations/write-minutes.ts'
import { meetingPaths } from './paths.ts'
import { stage } from './testing/stage.ts'

const set = await stage()
const { site, actors, slug, organisations, form } = set
const idIn = (response: Response) => response.headers.get('location')!.split('/').at(-1)!
const page = async (path: string, as?: Parameters<typeof set.text>[1]) => wordsOf(await site.get(path, { as }))

describe('a meeting from its plan to its minutes', () => {
  let id = ''

  test('the coordination team plans it; everyone reads when and where, members the link too', async () => {
    const link = 'https://rapat.example/kelurahan-7'
    const planned = await site.post(meetingPaths.new(slug), form({ ...set.usual, link }), { as: actors.coordinator })
    assert.equal(planned.status, 303)
    id = idIn(planned)
    const seen = await page(meetingPaths.one(id))
    assert.match(seen, /Rabu, 2 Desember 2026 , 09\.00–11\.00 WIB/)
    assert.match(seen, /Aula Bappeda/)
    assert.match(seen, /Tautan rapat daring hanya untuk anggota/)
    assert.doesNotMatch(await set.text(`/api/v1${meetingPaths.one(id)}`), /rapat\.example/)
    assert.match(await page(meetingPaths.one(id), actors.observer), /rapat\.example\/kelurahan-7/)
    assert.match(await page(`${meetingPaths.list(slug)}?q=koordinasi`), /Rapat koordinasi/)
  })

  test('parties bring matters and say who comes', async () => {
    const matter = { kind: 'decision', title: 'Siapa mengelola data keluarga?' }
    assert.equal((await site.post(meetingPaths.newItem(id), form(matter), { as: actors.otherOfficer })).status, 303)
    const answer = {
      party: organisations.other.id,
      manner: 'delegate-decides',
      person: set.people.otherOfficer.id,
      delegateOf: set.people.otherHead.id,
    }
    assert.equal((await site.post(meetingPaths.answer(id), form(answer), { as: actors.otherOfficer })).status, 303)
    const seen = await page(meetingPaths.one(id))
    assert.match(seen, /Siapa mengelola data keluarga\?/)
    assert.match(seen, /Diwakili, berwenang memutus Sri Rahayu, mewakili Dewi Lestari/)
  })

  test('attendance is recorded after it began, and keeps who the party said would come', async () => {
    const attendance = [`${organisations.owner.id}=in-person`, `${organisations.other.id}=delegate-decides`]
    const early = await site.post(meetingPaths.attendance(id), form({ attendance }), { as: actors.coordinator })
    assert.equal(early.status, 403)
    site.time.now = new Date('2026-12-02T06:00:00Z')
    const partial = await site.post(meetingPaths.attendance(id), form({ attendance: attendance.slice(1) }), {
      as: actors.coordinator,
    })
    assert.equal(partial.status, 422)
    assert.match(await partial.text(), /Catat kehadiran setiap pihak yang wajib hadir/)
    assert.equal(
      (await site.post(meetingPaths.attendance(id), form({ attendance }), { as: actors.coordinator })).status,
      303,
    )
    const seen = await page(meetingPaths.one(id))
    assert.match(seen, /2 dari 2 pihak hadir atau diwakili/)
    assert.match(seen, /Sri Rahayu, mewakili Dewi Lestari/)
    assert.match(seen, /Sudah berlangsung/)
  })

  test('results and draft minutes are for members; confirmed, everyone reads them', async () => {
    const item = await set.db.admin.kysely.selectFrom('agenda_items').select('id').executeTakeFirstOrThrow()
    const result = { result: 'settled', text: 'Dinas Kesehatan mengelolanya' }
    const concluded = await site.post(meetingPaths.result(id, item.id), form(result), { as: actors.deputy })
    assert.equal(concluded.status, 303)
    const body = 'Rapat dibuka pukul 09.05.\n\nDisepakati satu pengelola.'
    await site.post(meetingPaths.writeMinutes(id), form({ body, _version: '0' }), { as: actors.officer })
    for (const path of [meetingPaths.one(id), meetingPaths.minutes(id), `/api/v1${meetingPaths.minutes(id)}`])
      assert.doesNotMatch(await set.text(path), /mengelolanya|satu pengelola/)
    assert.equal((await site.get(meetingPaths.minutesFile(id))).status, 404)
    assert.match(await page(meetingPaths.minutes(id), actors.observer), /Disepakati satu pengelola/)
    const confirmed = await site.post(meetingPaths.confirmMinutes(id), form({ _version: '1' }), {
      as: actors.coordinator,
    })
    assert.equal(confirmed.status, 303)
    const seen = await page(meetingPaths.minutes(id))
    assert.match(seen, /Disepakati satu pengelola/)
    assert.match(seen, /Disahkan Ratna Kusuma/)
    assert.match(seen, /Selesai Dinas Kesehatan mengelolanya/)
  })

  test('a correction is a new version that says what it mends; the first stays readable', async () => {
    const body = 'Rapat dibuka pukul 09.15.\n\nDisepakati satu pengelola.'
    const silent = await site.post(meetingPaths.writeMinutes(id), form({ body, _version: '2' }), { as: actors.officer })
    assert.equal(silent.status, 422)
    const because = 'Jam pembukaan salah'
    await site.post(meetingPaths.writeMinutes(id), form({ body, because, _version: '2' }), { as: actors.officer })
    assert.match(await page(meetingPaths.minutes(id)), /09\.05/)
    assert.match(await page(meetingPaths.one(id), actors.head), /Ada rancangan perbaikan/)
    assert.doesNotMatch(await page(meetingPaths.one(id)), /Ada rancangan perbaikan/)
    await site.post(meetingPaths.confirmMinutes(id), form({ _version: '3' }), { as: actors.coordinator })
    const seen = await page(meetingPaths.minutes(id))
    assert.match(seen, /09\.15/)
    assert.match(seen, /Perbaikan: Jam pembukaan salah/)
    assert.match(await page(meetingPaths.minutesVersion(id, 2)), /09\.05/)
    assert.equal((await site.get(meetingPaths.minutesVersion(id, 1))).status, 404)
  })

  test('the file is a tagged PDF of the same version, whatever the texts look like', async () => {
    const response = await site.get(meetingPaths.minutesFile(id))
    assert.equal(response.headers.get('content-type'), 'application/pdf')
    assert.match(response.headers.get('content-disposition')!, /notula-program-contoh-2026-12-02-v4\.pdf/)
    const file = Buffer.from(await response.arrayBuffer()).toString('latin1')
    assert.match(file, /^%PDF-1\.7/)
    for (const mark of ['/StructTreeRoot', '/MarkInfo', 'pdfuaid', '/Lang']) assert.ok(file.includes(mark), mark)
  })
})

test('minutes that visitors read are typeset once, those of closed meetings are not kept', async () => {
  const words = { minutes: 'm', agenda: 'a', matter: 'm', result: 'r', attendance: 'a', party: 'p', manner: 'm' }
  const empty = { programme: 'P', example: null, when: 'w', place: null, author: 'A', because: null, tally: 't', words }
  const minutes = { ...empty, lang: 'id', title: 'Notula', body: [['Rapat dibuka.']], agenda: [], attendance: [] }
  const first = await printMinutes(minutes, 'visitor')
  assert.equal(await printMinutes({ ...minutes }, 'visitor'), first)
  assert.notEqual(await printMinutes({ ...minutes, title: 'Notula kedua' }, 'visitor'), first)
  const closed = { ...minutes, title: 'Notula tertutup' }
  assert.notEqual(await printMinutes(closed), await printMinutes(closed))
})

test('the text of people cannot reach the typesetter as markup', async () => {
  const meeting = await set.plan({ title: '#panic("x") *tebal* $x$', day: '2027-01-06' })
  await set.done(bringItem, { meeting, kind: 'discussion', title: '#read("/etc/passwd")' }, actors.officer)
  await set.hold(meeting)
  await set.done(writeMinutes, { meeting, body: '#{ let x = ] } \\ <label> @ref\n= Judul\n#include "x.typ"' })
  await set.done(confirmMinutes, { meeting })
  const response = await site.get(meetingPaths.minutesFile(meeting))
  assert.equal(response.status, 200)
  assert.ok(Buffer.from(await response.arrayBuffer()).includes('pdfuaid'))
  // Letters that the typeface lacks cost the standard, not the file nor its tags.
  const body = 'Tamu dari 日本, 한국 dan السلام 😀\u202e\u0301'
  await set.done(writeMinutes, { meeting, body, because: 'Nama tamu' })
  const foreign = await site.get(`${meetingPaths.minutesFile(meeting)}?version=3`, { as: actors.officer })
  assert.ok(Buffer.from(await foreign.arrayBuffer()).includes('StructTreeRoot'))
})

test('a matter that is carried over comes back as a proposal and is counted', async () => {
  const first = await set.plan({ day: '2027-02-03' })
  const kind = 'decision'
  const { item } = await set.done<{ item: string }>(
    bringItem,
    { meeting: first, kind, title: 'Honor kader' },
    actors.officer,
  )
  await set.hold(first)
  await set.done(concludeItem(noLinks), { meeting: first, item, result: 'carried' })
  const second = await set.plan({ day: '2027-03-03' })
  assert.match(await page(meetingPaths.one(second), actors.otherOfficer), /Honor kader Ditunda 1 kali/)
  assert.doesNotMatch(await page(meetingPaths.one(second)), /Honor kader/)
  const placed = await site.post(meetingPaths.proposal(second), form({ proposal: item }), { as: actors.otherOfficer })
  assert.equal(placed.status, 303)
  assert.match(await page(meetingPaths.one(second), actors.officer), /Honor kader .*sudah ditunda 1 kali/)
  assert.doesNotMatch(await page(meetingPaths.one(second)), /sudah ditunda/)
  await set.done(writeMinutes, { meeting: first, body: 'Honor kader belum diputus.' })
  await set.done(confirmMinutes, { meeting: first })
  assert.match(await page(meetingPaths.one(second)), /Honor kader .*sudah ditunda 1 kali/)
  const again = await site.post(meetingPaths.proposal(second), form({ proposal: item }), { as: actors.officer })
  assert.equal(again.status, 409)
})
