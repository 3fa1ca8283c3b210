import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Actor, personOf } from '#kernel/access.ts'
import { writeAs } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { moveResource } from './operations/move-resource.ts'
import { offerResource } from './operations/offer-resource.ts'
import { resourcePaths } from './paths.ts'
import { saying, stage } from './testing/stage.ts'

const set = await stage()
const { actors, slug, act, done, site } = set
const page = async (path: string, as = actors.visitor as Actor) => (await site.get(path, { as })).text()
const asked = { slug, kind: 'equipment', title: 'Alat ukur panjang badan', quantity: 12, unit: 'unit' }
const offer = async (fields: object = {}, actor: Actor = actors.officer) =>
  (await done(offerResource, { ...asked, availableFrom: '2026-11-01', ...fields }, actor)).id

describe('a resource that is offered', () => {
  test('goes from the form to the list and its own page', async () => {
    const { slug: _slug, ...fields } = asked
    const sent = await site.post(
      resourcePaths.newOffer(slug),
      {
        ...fields,
        quantity: '12',
        availableFrom: '2026-11-01',
        availableUntil: '2026-12-31',
        class: 'public',
        lang: 'id',
      },
      { as: actors.officer },
    )
    assert.equal(sent.status, 303)
    assert.match(await page(sent.headers.get('location')!), /Ditawarkan.*Alat.*12 <span>unit.*31 Desember 2026/s)
    assert.match(await page(resourcePaths.offers(slug, { kind: 'equipment' })), /Alat ukur panjang badan/)
    assert.match(await page(resourcePaths.offers(slug, { kind: 'place' })), /Tidak ada sumber daya yang cocok/)
  })

  test('is paused, offered again and withdrawn by rows with reasons; what is withdrawn stays so', async () => {
    const id = await offer()
    const move = (to: string, actor: Actor = actors.officer) =>
      act(moveResource, { slug, id, to, because: `Karena ${to}` }, actor)
    assert.match(saying(await move('offered')), /berbeda/)
    for (const to of ['paused', 'offered', 'withdrawn']) assert.equal((await move(to)).kind, 'done', to)
    assert.match(saying(await move('offered')), /sudah ditarik/)
    assert.match(await page(resourcePaths.offer(slug, id)), /Karena withdrawn.*Karena offered.*Karena paused/s)
  })

  test('is told by who offers it and the coordination team alone', async () => {
    const id = await offer()
    for (const who of ['otherOfficer', 'observer', 'auditor', 'resident', 'visitor', 'expiredSeat'] as const)
      assert.equal((await act(moveResource, { slug, id, to: 'paused', because: 'x' }, actors[who])).kind, 'denied', who)
    const fields = { ...asked, availableFrom: '2026-11-01' }
    assert.match(saying(await act(offerResource, { ...fields, owner: set.other.id }, actors.officer)), /Anda wakili/)
    assert.match(saying(await act(offerResource, fields, actors.coordinator)), /pihak yang menawarkan/)
    const backwards = { ...fields, availableUntil: '2026-10-01' }
    assert.match(saying(await act(offerResource, backwards, actors.officer)), /sebelum tanggal mulai/)
  })

  test('for members alone shows others only its number', async () => {
    const id = await offer({ class: 'members', title: 'Gudang tertutup' })
    assert.equal((await site.get(resourcePaths.offer(slug, id))).status, 404)
    const list = await page(resourcePaths.offers(slug))
    assert.doesNotMatch(list, /Gudang tertutup/)
    assert.match(list, /1 catatan untuk anggota/)
  })

  test('by SQL of the app’s role moves for no other party, and not without a row', async () => {
    const id = await offer()
    const stamp = (actor: Actor) => ({ id: newId(set.now), created_at: set.now, created_by: personOf(actor) })
    const move = (actor: Actor, to_state: string) =>
      writeAs(set.db.app, actor, set.now, (tx) =>
        tx
          .insertInto('resource_moves')
          .values({ resource_id: id, to_state, because: 'x', ...stamp(actor) })
          .execute(),
      )
    await assert.rejects(move(actors.otherOfficer, 'paused'), /not-party/)
    await assert.rejects(move(actors.officer, 'offered'), /no-move/)
    await move(actors.officer, 'withdrawn')
    await assert.rejects(move(actors.officer, 'offered'), /no-move/)
    await assert.rejects(
      writeAs(set.db.app, actors.officer, set.now, (tx) =>
        tx.updateTable('resources').set({ state: 'offered' }).where('id', '=', id).execute(),
      ),
      /permission denied/,
    )
  })
})
