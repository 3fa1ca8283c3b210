import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readAs } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { escalationDesk } from './desk.tsx'
import type { Linked } from './links.ts'
import { answerEscalation } from './operations/answer-escalation.ts'
import { raiseEscalation } from './operations/raise-escalation.ts'
import { withdrawEscalation } from './operations/withdraw-escalation.ts'
import { escalationPaths } from './paths.ts'
import { saying, stage } from './testing/stage.ts'

const task = newId(new Date('2026-11-20T03:00:00Z'))
const secretive: Linked & { class: string } = {
  kind: 'task',
  id: task,
  class: 'members',
  label: 'Angkutan alat ukur',
  lang: 'id',
  href: '/programmes/contoh/tasks/1',
}
const { class: _class, ...named } = secretive
const set = await stage({ choices: async () => [secretive], named: async () => [named] })
const { actors, act, done, raise, asked, owner, other } = set
const answer = answerEscalation(set.links)
const settled = { kind: 'settled', reason: 'Dinas kami yang menanggung.' }

const page = async (id: string, as = actors.visitor as (typeof actors)[keyof typeof actors]) =>
  (await set.site.get(escalationPaths.one(id), { as })).text()
const stateOf = async (id: string) =>
  set.db.admin.kysely.selectFrom('escalations').select(['state', 'closed_on']).where('id', '=', id).executeTakeFirst()

describe('a matter brought to the heads', () => {
  test('is raised, waits on the desk of the head, is answered with a reason, and everyone reads how', async () => {
    const as = actors.officer
    const form = { ...asked, to: [other.id], class: 'public', lang: 'id', neededBy: '' }
    const { programme: _slug, ...fields } = form
    const sent = await set.site.post(escalationPaths.raise(set.slug), fields, { as })
    assert.equal(sent.status, 303)
    const id = sent.headers.get('location')!.split('/').at(-1)!
    const row = await set.db.admin.kysely
      .selectFrom('escalations')
      .select(['raised_on', 'needed_by', 'state'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    // 15 weekdays after Tuesday 24 November 2026; no holidays in this calendar
    assert.deepEqual(row, { raised_on: '2026-11-24', needed_by: '2026-12-15', state: 'open' })
    assert.deepEqual((await deskOf(actors.otherHead)).includes(id), true)
    assert.equal((await deskOf(actors.head)).includes(id), false)
    assert.match(await page(id), /Belum dijawab.*sudah menunggu 0 hari kerja/s)
    await done(answer, { escalation: id, ...settled }, actors.otherHead)
    assert.match(await page(id), /Diselesaikan.*Dinas kami yang menanggung\./s)
    assert.equal((await deskOf(actors.otherHead)).includes(id), false)
    assert.deepEqual(await stateOf(id), { state: 'answered', closed_on: '2026-11-24' })
    const list = await (await set.site.get(escalationPaths.list(set.slug, { state: 'answered' }))).text()
    assert.match(list, new RegExp(escalationPaths.one(id)))
  })

  test('asked of two heads: a refusal of one leaves it open; the refusal of both, or one answer, ends it', async () => {
    const refused = await raise({ to: [owner.id, other.id] })
    const no = { kind: 'declined', reason: 'Bukan tugas kami.' }
    await done(answer, { escalation: refused, ...no }, actors.otherHead)
    assert.equal((await stateOf(refused))?.state, 'open')
    assert.match(await page(refused), /Tidak diterima.*Belum menjawab/s)
    await done(answer, { escalation: refused, ...no }, actors.head)
    assert.deepEqual(await stateOf(refused), { state: 'declined', closed_on: '2026-11-24' })
    const one = await raise({ to: [owner.id, other.id] })
    await done(answer, { escalation: one, ...settled }, actors.head)
    assert.equal(
      saying(await act(answer, { escalation: one, ...settled }, actors.otherHead)),
      'Perkara ini sudah selesai',
    )
  })

  test('an answer after the day it was needed says so', async () => {
    const id = await raise({ neededBy: '2026-11-25' })
    set.on('2026-11-26')
    await done(answer, { escalation: id, ...settled }, actors.otherHead)
    set.on('2026-11-24')
    assert.match(await page(id), /dijawab setelah 2 hari kerja[^<]*, lewat batas/)
  })

  test('withdrawn by its party with a reason; then nobody answers', async () => {
    const id = await raise()
    const input = { escalation: id, reason: 'Sudah dibicarakan langsung' }
    for (const actor of [actors.otherHead, actors.otherOfficer, actors.observer, actors.visitor])
      assert.equal((await act(withdrawEscalation, input, actor)).kind, 'denied')
    await done(withdrawEscalation, input, actors.head)
    assert.match(await page(id), /Perkara ini ditarik: Sudah dibicarakan langsung/)
    assert.equal((await act(answer, { escalation: id, ...settled }, actors.otherHead)).kind, 'denied')
    assert.equal((await act(withdrawEscalation, input, actors.head)).kind, 'denied')
  })
})

describe('what is refused, each with its reason', () => {
  test('raising without a seat that acts, to nobody, to a party without a head, for a day that is over', async () => {
    const raising = raiseEscalation(set.links)
    for (const actor of [actors.visitor, actors.resident, actors.observer, actors.auditor, actors.expiredSeat])
      assert.equal((await act(raising, asked, actor)).kind, 'denied')
    const said = async (fields: object) => saying(await act(raising, { ...asked, ...fields }, actors.officer))
    assert.equal(await said({ to: [] }), 'to: Pilih sedikitnya satu instansi')
    assert.match(await said({ to: [set.organisations.oversight.id] }), /kursi kepalanya terisi/)
    assert.match(await said({ neededBy: '2026-11-23' }), /hari ini atau sesudahnya/)
    assert.match(await said({ about: `task:${newId(set.now)}` }), /daftar program ini/)
  })

  test('a matter about a record for members is not made public', async () => {
    const raising = raiseEscalation(set.links)
    const about = `task:${task}`
    const open = await act(raising, { ...asked, about }, actors.officer)
    assert.match(saying(open), /^class: Catatan yang disebut hanya untuk anggota/)
    const id = await raise({ about, class: 'members' })
    assert.equal((await set.site.get(escalationPaths.one(id))).status, 404)
    assert.match(await page(id, actors.observer), /Tugas.*Angkutan alat ukur/s)
    assert.match(await (await set.site.get(escalationPaths.list(set.slug))).text(), /1 catatan untuk anggota/)
  })

  test('answering by others than the head who is asked, by who raised it, without the decision it names', async () => {
    const id = await raise()
    for (const actor of [actors.head, actors.otherOfficer, actors.deputy, actors.coordinator, actors.auditor])
      assert.equal((await act(answer, { escalation: id, ...settled }, actor)).kind, 'denied')
    const own = await raise({ to: [other.id] }, actors.otherHead)
    assert.match(saying(await act(answer, { escalation: own, ...settled }, actors.otherHead)), /Anda yang menaikkan/)
    const lacking = await act(answer, { escalation: id, ...settled, kind: 'decision' }, actors.otherHead)
    assert.match(saying(lacking), /^decision: Pilih keputusannya/)
    const stray = await act(answer, { escalation: id, ...settled, decision: task }, actors.otherHead)
    assert.match(saying(stray), /^decision: Kosongkan/)
  })

  test('two answers of one party at once are one answer; a form sent twice is one matter', async () => {
    const id = await raise()
    const both = await Promise.all([1, 2].map(() => act(answer, { escalation: id, ...settled }, actors.otherHead)))
    assert.deepEqual(both.map((one) => one.kind).sort(), ['denied', 'done'])
    const _key = newId(set.now)
    const { programme: _slug, ...fields } = asked
    const before = await count()
    for (const _ of [1, 2])
      await set.site.post(escalationPaths.raise(set.slug), { ...fields, _key }, { as: actors.officer })
    assert.equal(await count(), before + 1)
  })
})

async function count(): Promise<number> {
  const { rows } = await set.db.admin.pool.query('select count(*)::int as count from escalations')
  return rows[0].count
}

async function deskOf(actor: (typeof actors)['head']): Promise<string[]> {
  const request = { actor, now: set.site.time.now, today: '2026-11-24' } as never
  const rows = await readAs(set.db.app, actor, set.site.time.now, (tx) => escalationDesk.load(tx, request))
  return ((rows ?? []) as { id: string }[]).map((row) => row.id)
}
