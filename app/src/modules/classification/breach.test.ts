import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { clockOf } from './breach.ts'
import { registerBreach } from './operations/register-breach.ts'
import { tellOfBreach } from './operations/tell-of-breach.ts'
import { breachPaths as paths } from './paths.ts'
import { saying, stage } from './testing/stage.ts'

const set = await stage()
const { slug } = set
const keeper = set.actors.informationOfficer
const leak = {
  slug,
  owner: set.organisations.owner.id,
  kinds: ['health', 'children'],
  discoveredOn: '2026-11-22',
  discoveredTime: '20.00',
  how: 'Berkas terkirim ke alamat yang salah oleh Ibu Siti.',
}

describe('a breach', () => {
  test('is known to two offices until it is announced, with the hours that are left by the wall clock', async () => {
    for (const who of ['head', 'coordinator', 'operator'] as const)
      assert.equal((await set.act(registerBreach, leak, set.actors[who])).kind, 'denied')
    assert.match(
      saying(await set.act(registerBreach, { ...leak, discoveredOn: '2026-11-25' }, keeper)),
      /belum terjadi/,
    )
    const { id } = await set.done<{ id: string }>(registerBreach, leak, keeper)
    // Sunday evening to Tuesday ten o'clock: a weekend does not stop the clock
    assert.match(await set.page(paths.one(slug, id), 'operator'), /Belum diberitahukan\. Tinggal 34 jam/)
    for (const who of ['visitor', 'head', 'coordinator', 'auditor', 'resident'] as const) {
      assert.equal((await set.site.get(paths.one(slug, id), { as: set.actors[who] })).status, 404)
      assert.match(await set.page(paths.list(slug), who), /Tidak ada kebocoran yang diumumkan/)
    }
    const tell = {
      slug,
      id,
      body: 'Data kesehatan 12 anak terkirim ke alamat yang salah.',
      toldOn: '2026-11-24',
      toldTime: '09.00',
    }
    assert.match(
      saying(await set.act(tellOfBreach, { ...tell, act: 'announce', toldOn: '2026-11-21' }, keeper)),
      /tidak mendahului/,
    )
    await set.done(tellOfBreach, { ...tell, act: 'tell-agency' }, keeper)
    assert.match(
      await set.page(paths.one(slug, id), 'operator'),
      /Belum semua diberi tahu.*Orang yang datanya bocor belum diberi tahu/s,
    )
    await set.done(tellOfBreach, { ...tell, act: 'tell-people', toldTime: '09.30' }, keeper)
    assert.equal((await set.site.get(paths.one(slug, id))).status, 404)
    await set.done(tellOfBreach, { ...tell, act: 'announce' }, keeper)
    const page = await set.page(paths.one(slug, id))
    assert.match(page, /Diberitahukan tepat waktu.*Data kesehatan 12 anak/s)
    assert.doesNotMatch(page, /Ibu Siti/)
    const stopped = await set.act(tellOfBreach, { ...tell, act: 'announce', body: 'Milik Ibu Siti Aminah' }, keeper)
    assert.match(saying(stopped), /nama orang/)
  })

  test('counts 72 hours from the discovery, to the minute', () => {
    const discovered_at = new Date('2026-11-20T13:00:00Z')
    const at = (iso: string) => ({ act: 'tell-agency' as const, body: '', told_at: new Date(iso), person: null })
    const people = { ...at('2026-11-21T00:00:00Z'), act: 'tell-people' as const }
    const late = (acts: ReturnType<typeof at>[], now: string) =>
      clockOf({ discovered_at, acts: acts as never }, new Date(now)).late
    assert.equal(late([], '2026-11-23T13:00:00Z'), false)
    assert.equal(late([], '2026-11-23T13:01:00Z'), true)
    assert.equal(late([people as never], '2026-11-24T00:00:00Z'), true)
    assert.equal(late([people as never, at('2026-11-23T12:59:00Z')], '2026-12-24T00:00:00Z'), false)
    assert.equal(late([people as never, at('2026-11-23T13:01:00Z')], '2026-12-24T00:00:00Z'), true)
  })
})
