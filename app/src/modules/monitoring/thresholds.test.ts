import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays } from '#kernel/calendar.ts'
import { factWorld, manyFacts } from './testing/world.ts'

const base = '/programmes/program-contoh'
const path = `${base}/thresholds/F2`

test('a threshold with its source replaces our own rule from its day on, and evaluations already kept stay as they were', async () => {
  const { db, cast, site, week, facts } = await factWorld()
  await facts(...manyFacts('F2', cast.today, 20, 14))
  await week(addDays(cast.today, -7))
  const form = {
    good: '70',
    poor: '50',
    source: 'Piagam program, Pasal 6',
    since: cast.today,
    reason: 'Disepakati para pihak',
  }
  const before = await (await site.get(`${base}/indicators/F2`)).text()
  assert.match(before, /ambang internal/)
  assert.equal((await site.post(path, form, { as: cast.actors.coordinator })).status, 303)
  await week(cast.today)
  const levels = await db.admin.kysely
    .selectFrom('indicator_readings')
    .innerJoin('evaluations', 'evaluations.id', 'evaluation_id')
    .select(['evaluations.at', 'good', 'level'])
    .where('indicator', '=', 'F2')
    .orderBy('evaluations.at')
    .execute()
  assert.deepEqual(
    levels.map((one) => one.good),
    [0.8, 0.7],
  )
  assert.equal(levels[1]!.level, 'good')
  const page = await (await site.get(`${base}/indicators/F2`)).text()
  assert.match(page, /Piagam program, Pasal 6/)
  assert.match(page, /Disepakati para pihak/)
  assert.match(page, /Ratna Kusuma/)
})

test('only the coordination team sets thresholds, never backwards, in order, within 0 and 100', async () => {
  const { cast, site } = await factWorld()
  const good = { good: '70', poor: '50', source: 'Piagam', since: cast.today, reason: 'Rapat' }
  const set = (form: Record<string, string>, as = cast.actors.coordinator) =>
    site.post(path, { ...good, ...form }, { as })
  assert.equal((await set({}, cast.actors.officer)).status, 403)
  assert.match(await (await set({ since: addDays(cast.today, -1) })).text(), /tidak dapat berlaku surut/)
  assert.match(await (await set({ good: '40' })).text(), /Angka baik harus lebih baik daripada angka buruk/)
  assert.match(await (await set({ good: '170' })).text(), /antara 0 dan 100/)
  assert.match(await (await set({ poor: '' })).text(), /Isi angka baik dan angka buruk/)
  assert.match(await (await set({ source: '' })).text(), /Isian ini belum diisi/)
  const api = await site.api(`${path}`, { ...good, good: 80, poor: 60, threshold: 5 }, { as: cast.actors.coordinator })
  assert.equal(api.status, 422)
})

test('the threshold of a condition decides whether it is met', async () => {
  const { db, cast, site, week, facts } = await factWorld()
  await facts({ subject: 'D3.b', on: cast.today, value: 1.3 })
  const form = { threshold: '150', source: 'Keputusan tim', since: cast.today, reason: 'Masa lembur' }
  const sent = await site.post(`${base}/thresholds/D3.b`, form, { as: cast.actors.coordinator })
  assert.equal(sent.status, 303)
  assert.equal(sent.headers.get('location'), `${base}/detectors/D3#thresholds`)
  await week(cast.today)
  const one = await db.admin.kysely
    .selectFrom('condition_readings')
    .select(['state', 'threshold', 'ratio'])
    .where('detector', '=', 'D3')
    .executeTakeFirstOrThrow()
  assert.deepEqual([one.state, one.threshold], ['false', 1.5])
  assert.ok(Math.abs(one.ratio! - 1.3 / 1.5) < 1e-9)
})

test('a preview is for members: it is computed now, kept apart, and opens nothing', async () => {
  const { db, cast, site, week, facts } = await factWorld()
  await facts(...manyFacts('F2', cast.today, 20, 18), { subject: 'D3.b', on: cast.today, value: 2 })
  await week(addDays(cast.today, -7))
  const ask = (form: Record<string, string>, as: 'officer' | 'visitor' | 'resident') =>
    site.post(`${base}/evaluation`, form, { as: cast.actors[as] })
  assert.equal((await ask({}, 'visitor')).status, 403)
  assert.equal((await ask({}, 'resident')).status, 403)
  assert.equal((await ask({ at: addDays(cast.today, 1) }, 'officer')).status, 422)
  const asked = await ask({}, 'officer')
  assert.equal(asked.status, 303)
  const path = asked.headers.get('location')!
  const page = await (await site.get(path, { as: cast.actors.officer })).text()
  assert.match(page, /18<small> dari 20<\/small>/)
  assert.match(page, /Diminta Made Putra/)
  const rows = page.match(/href="([^"]+F2\?evaluation=[^"]+)#rows"/)![1]!
  assert.match(await (await site.get(rows, { as: cast.actors.officer })).text(), /1–20 dari 20/)
  assert.equal((await site.get(rows)).status, 404)
  assert.equal((await site.get(path)).status, 404, 'a visitor does not see a preview')
  const obstacles = await db.admin.kysely.selectFrom('obstacles').select('id').execute()
  assert.equal(obstacles.length, 0)
  const shown = await (await site.get(`${base}/indicators`)).text()
  assert.match(shown, /0<small> dari 0<\/small>|Catatannya belum ada|Data belum cukup/)
  const event = await db.admin.kysely
    .selectFrom('events')
    .select(['person_id', 'class'])
    .where('name', '=', 'evaluation.requested')
    .executeTakeFirstOrThrow()
  assert.deepEqual(event, { person_id: cast.people.officer.id, class: 'members' })
})

test('nobody, not even the app’s own role, can type a reading or rewrite one', async () => {
  const { db, cast, week } = await factWorld()
  const { id } = await week(cast.today)
  for (const role of [db.app, db.jobs]) {
    await assert.rejects(role.pool.query(`update indicator_readings set value = 1 where evaluation_id = '${id}'`))
    await assert.rejects(role.pool.query(`delete from evaluations where id = '${id}'`))
  }
  await assert.rejects(
    db.app.pool.query(`insert into evaluations (id, programme_id, owner_id, at, kind, calendar_version, took_ms, created_at)
      select gen_random_uuid(), id, owner_id, '2026-01-01', 'weekly', 1, 1, now() from programmes`),
    /permission denied/,
  )
})
