import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { readAs } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { type Cast, cast } from '#kernel/testing/cast.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { testSite } from '#kernel/testing/site.ts'
import { objectives } from './module.ts'
import { meanProgress, progressOf } from './objective.ts'
import { objectivePaths } from './paths.ts'
import { measuredObjectives } from './public.ts'
import { objectiveSignals } from './signals.ts'

const db = await testDatabase()
const world = await cast(db)
const site = testSite(db, [objectives], { now: world.now })

describe('objectives', () => {
  const key = () => newId(world.now)
  const as = (who: keyof Cast['actors']) => ({ as: world.actors[who] })
  const state = async (form: Record<string, string>, who: keyof Cast['actors'] = 'coordinator') =>
    site.post(objectivePaths.new(world.slug), { scope: 'shared', class: 'public', _key: key(), ...form }, as(who))
  const idIn = (response: Response) => response.headers.get('location')!.split('/').at(-1)!

  test('progress is computed from baseline, target and the newest observation, and typed nowhere', async () => {
    const id = idIn(await state({ title: 'Stunting turun', weight: '2' }))
    const form = {
      name: 'Prevalensi',
      unit: 'persen',
      baseline: '24',
      target: '14',
      ownerId: world.organisations.owner.id,
      _key: key(),
    }
    await site.post(objectivePaths.newMeasure(world.slug, id), form, as('coordinator'))
    const { rows } = await db.admin.pool.query('select id from measures where objective_id = $1', [id])
    const observe = (observedOn: string, value: string) =>
      site.post(objectivePaths.observe(world.slug, rows[0].id), { observedOn, value, _key: key() }, as('officer'))
    assert.equal((await observe('2026-03-01', '22')).status, 303)
    assert.equal((await observe('2026-09-01', '19')).status, 303)
    assert.match(await (await site.get(objectivePaths.one(world.slug, id))).text(), /50%/)
    const evaluation = { programmeId: world.programmeId, at: '2026-06-01' } as never
    const early = await readAs(db.app, world.actors.visitor, world.now, (tx) =>
      objectiveSignals.measures[0]!.measure(tx, evaluation),
    )
    assert.deepEqual(early.kind === 'measured' && [early.k, early.n], [0.4, 2])
  })

  test('the baseline and the first target cannot be changed, not even with the app’s own database role', async () => {
    const id = idIn(await state({ title: 'Air minum aman' }))
    await site.post(
      objectivePaths.newMeasure(world.slug, id),
      { name: 'Desa', baseline: '2', target: '18', _key: key() },
      as('coordinator'),
    )
    const { rows } = await db.admin.pool.query('select id from measures where objective_id = $1', [id])
    await assert.rejects(
      db.app.pool.query('update measures set baseline = 9 where id = $1', [rows[0].id]),
      /permission denied/,
    )
    await assert.rejects(
      db.app.pool.query('update measures set first_target = 9 where id = $1', [rows[0].id]),
      /permission denied/,
    )
    const form = { target: '12', because: 'Dana dipotong', _version: '1', _key: key() }
    assert.equal(
      (await site.post(objectivePaths.retarget(world.slug, rows[0].id), form, as('coordinator'))).status,
      303,
    )
    assert.match(await (await site.get(objectivePaths.one(world.slug, id))).text(), /target awal <\/span>18<\/s>/)
  })

  test('F5 and F3 judge on the first target: lowering it, or dropping the objective, moves no day that has passed', async () => {
    const id = idIn(await state({ title: 'Air bersih', weight: '3' }))
    const owned = { name: 'Desa terlayani', baseline: '0', target: '20', ownerId: world.organisations.owner.id }
    await site.post(objectivePaths.newMeasure(world.slug, id), { ...owned, _key: key() }, as('coordinator'))
    const { rows } = await db.admin.pool.query('select id from measures where objective_id = $1', [id])
    const observed = { observedOn: '2026-05-01', value: '5', _key: key() }
    await site.post(objectivePaths.observe(world.slug, rows[0].id), observed, as('officer'))
    const figures = () =>
      readAs(db.app, world.actors.visitor, world.now, async (tx) => {
        const at = { programmeId: world.programmeId, at: '2026-06-30' } as never
        const measured = await objectiveSignals.measures[0]!.measure(tx, at)
        const counted = measured.kind === 'measured' && measured.rows.map((row) => [row.id, row.counted, row.weight])
        const f3 = await measuredObjectives(tx, world.programmeId, '2026-06-30')
        return { k: measured.kind === 'measured' && measured.k, counted, f3: f3.has(id) }
      })
    const before = await figures()
    assert.ok(before.f3)
    const lower = { target: '5', because: 'Agar tercapai', _version: '1' }
    const path = objectivePaths.retarget(world.slug, rows[0].id)
    const byMeasured = await site.post(path, { ...lower, _key: key() }, as('officer'))
    assert.equal(byMeasured.status, 403)
    assert.match(await byMeasured.text(), /hanya dapat diubah oleh tim koordinasi/)
    assert.equal((await site.post(path, { ...lower, _key: key() }, as('coordinator'))).status, 303)
    assert.deepEqual(await figures(), before)
    assert.match(await (await site.get(objectivePaths.one(world.slug, id))).text(), /25%.*100% dari target sekarang/s)
    const dropped = { because: 'Tidak jadi', _version: '1', _key: key() }
    assert.equal((await site.post(objectivePaths.drop(world.slug, id), dropped, as('coordinator'))).status, 303)
    assert.deepEqual(await figures(), before)
  })

  test('a target equal to the baseline measures nothing and is refused', async () => {
    const id = idIn(await state({ title: 'Sanitasi' }))
    const add = (target: string) =>
      site.post(
        objectivePaths.newMeasure(world.slug, id),
        { name: 'Jamban', baseline: '4', target, _key: key() },
        as('coordinator'),
      )
    const refused = await add('4')
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /Target harus berbeda dari nilai awal/)
    await add('9')
    const { rows } = await db.admin.pool.query('select id from measures where objective_id = $1', [id])
    const form = { target: '4', because: 'Keliru', _version: '1', _key: key() }
    assert.equal(
      (await site.post(objectivePaths.retarget(world.slug, rows[0].id), form, as('coordinator'))).status,
      422,
    )
  })

  test('what cannot be read is not called empty, in the form and in the API', async () => {
    const id = idIn(await state({ title: 'Gizi ibu' }))
    const path = objectivePaths.newMeasure(world.slug, id)
    const form = { name: 'Ibu diperiksa', baseline: 'seratus', target: '0,125', _key: key() }
    const page = await (await site.post(path, form, as('coordinator'))).text()
    assert.match(page, /<a href="#f-baseline">Nilai awal: Isi dengan angka, misalnya 12 atau 12,5<\/a>/)
    assert.match(page, /value="seratus"/)
    assert.doesNotMatch(page, /belum diisi/)
    const sent = { name: ['Ibu'], baseline: 'seratus', weight: null }
    const body = (await (await site.api(path, sent, as('coordinator'))).json()) as {
      error: { problems: { field: string; code: string; message: string }[] }
    }
    assert.deepEqual(
      body.error.problems.map(({ field, code, message }) => [field, code, message]),
      [
        ['name', 'invalid-type', 'Isian ini tidak dapat dibaca'],
        ['baseline', 'invalid-type', 'Isi dengan angka, misalnya 12 atau 12,5'],
        ['weight', 'required', 'Isian ini belum diisi'],
      ],
    )
    assert.equal((await site.post(path, { ...form, baseline: '0', _key: key() }, as('coordinator'))).status, 303)
    const { rows } = await db.admin.pool.query('select target from measures where objective_id = $1', [id])
    assert.equal(Number(rows[0].target), 0.125)
  })

  test('shared objectives are stated by the coordination team only; an agency states its own; the reason is given', async () => {
    const refusedShared = await state({ title: 'Bersama' }, 'officer')
    assert.equal(refusedShared.status, 403)
    assert.match(await refusedShared.text(), /hanya dapat diubah oleh tim koordinasi/)
    const own = { title: 'Posyandu lengkap', scope: 'agency', ownerId: world.organisations.owner.id }
    assert.equal((await state(own, 'officer')).status, 303)
    assert.equal((await state(own, 'otherOfficer')).status, 403)
    assert.equal((await state(own, 'expiredSeat')).status, 403)
    assert.equal((await state(own, 'auditor')).status, 403)
  })

  test('whoever edits an overtaken objective is told what changed, and what was typed is kept', async () => {
    const id = idIn(await state({ title: 'Judul lama' }))
    const edit = (title: string) =>
      site.post(objectivePaths.edit(world.slug, id), { title, _version: '1', _key: key() }, as('coordinator'))
    assert.equal((await edit('Judul pertama')).status, 303)
    const second = await edit('Judul kedua')
    assert.equal(second.status, 409)
    const html = await second.text()
    assert.match(html, /Sasaran diubah/)
    assert.match(html, /value="Judul kedua"/)
    assert.match(html, /name="_version" value="2"/)
  })

  test('links show in the alignment; the same link twice, and a link to itself, are refused', async () => {
    const shared = idIn(await state({ title: 'Gizi membaik' }))
    const own = idIn(
      await state(
        { title: 'Makan siang sekolah', scope: 'agency', ownerId: world.organisations.other.id },
        'otherOfficer',
      ),
    )
    const link = (to: string, kind = 'supports') =>
      site.post(objectivePaths.newLink(world.slug, own), { to, kind, _key: key() }, as('otherOfficer'))
    assert.equal((await link(shared)).status, 303)
    assert.equal((await link(shared)).status, 422)
    assert.equal((await link(own)).status, 422)
    const page = await (await site.get(objectivePaths.alignment(world.slug), { lang: 'en' })).text()
    assert.match(page, /Makan siang sekolah/)
    assert.match(page, /supports/)
  })

  test('an objective for members is a number to visitors and readable to members', async () => {
    const id = idIn(await state({ title: 'Rahasia dapur anggaran', class: 'members' }))
    const visitorList = await (await site.get(objectivePaths.list(world.slug))).text()
    assert.doesNotMatch(visitorList, /Rahasia dapur/)
    assert.match(visitorList, /catatan untuk anggota/)
    assert.equal((await site.get(objectivePaths.one(world.slug, id))).status, 404)
    assert.equal((await site.get(objectivePaths.one(world.slug, id), as('observer'))).status, 200)
  })

  test('an observation in the future is refused in words', async () => {
    const id = idIn(await state({ title: 'Imunisasi' }))
    await site.post(objectivePaths.newMeasure(world.slug, id), { name: 'Cakupan', _key: key() }, as('coordinator'))
    const { rows } = await db.admin.pool.query('select id from measures where objective_id = $1', [id])
    const response = await site.post(
      objectivePaths.observe(world.slug, rows[0].id),
      { observedOn: '2099-01-01', value: '1', _key: key() },
      as('coordinator'),
    )
    assert.equal(response.status, 422)
    assert.match(await response.text(), /tidak boleh sesudah hari ini/)
  })
})

test('progress stays between 0 and 1, is 0 at the baseline and 1 at the target, in either direction', () => {
  const number = fc.integer({ min: -10_000, max: 10_000 })
  fc.assert(
    fc.property(number, number, number, (baseline, target, actual) => {
      fc.pre(baseline !== target)
      const progress = progressOf(baseline, target, actual)!
      assert.ok(progress >= 0 && progress <= 1)
      assert.equal(progressOf(baseline, target, baseline), 0)
      assert.equal(progressOf(baseline, target, target), 1)
    }),
  )
  assert.equal(meanProgress([{ weight: 1, progress: undefined }]), undefined)
})
