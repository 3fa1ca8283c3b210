import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays } from '#kernel/calendar.ts'
import { factWorld, type World } from './testing/world.ts'

const base = '/programmes/program-contoh'

/** An obstacle of strength `value` ÷ 1.2, open since today, with the clock at today. */
async function openObstacle(world: World, value = 3): Promise<{ obstacle: string; proposals: string[] }> {
  const { cast, facts, week, db } = world
  await facts({ subject: 'D3.b', on: addDays(cast.today, -80), value })
  await week(addDays(cast.today, -7))
  await week(cast.today)
  const sql = db.admin.kysely
  const { id } = await sql.selectFrom('obstacles').select('id').executeTakeFirstOrThrow()
  const rows = await sql.selectFrom('mitigations').select('id').where('obstacle_id', '=', id).orderBy('id').execute()
  return { obstacle: id, proposals: rows.map((row) => row.id) }
}

const moveTo = (world: World, day: string) => {
  world.site.time.now = new Date(`${day}T05:00:00Z`)
}

const adopt = (world: World, mitigation: string, form: Record<string, string> = {}) =>
  world.site.post(
    `${base}/mitigations/${mitigation}/adoption?organisation=${world.cast.organisations.other.id}`,
    { owner: world.cast.organisations.other.id, reviewOn: addDays(world.cast.today, 28), ...form },
    { as: world.cast.actors.coordinator },
  )

test('a fired obstacle comes with the catalogue’s proposals, and anyone with a seat may add one in their own words', async () => {
  const world = await factWorld()
  const { obstacle, proposals } = await openObstacle(world)
  assert.equal(proposals.length, 4)
  const { site, cast } = world
  const form = { text: 'Bagi tugas dengan Dinas Pendidikan', lang: 'id' }
  const path = `${base}/obstacles/${obstacle}/mitigations`
  assert.equal((await site.post(path, form, { as: cast.actors.visitor })).status, 403)
  assert.equal((await site.post(path, form, { as: cast.actors.resident })).status, 403)
  assert.equal((await site.post(path, form, { as: cast.actors.observer })).status, 303)
  const page = await (await site.get(`${base}/obstacles/${obstacle}`)).text()
  assert.match(page, /Bagi tugas dengan Dinas Pendidikan/)
  assert.match(page, /Diusulkan Intan Permata/)
})

test('only the coordination team adopts, with a party as owner, a person of that party and a review date in reach', async () => {
  const world = await factWorld()
  const { proposals } = await openObstacle(world)
  const { site, cast } = world
  const path = `${base}/mitigations/${proposals[0]}/adoption`
  const good = { owner: cast.organisations.other.id, reviewOn: addDays(cast.today, 28) }
  const denied = await site.post(path, good, { as: cast.actors.officer })
  assert.equal(denied.status, 403)
  assert.match(await denied.text(), /Hanya koordinator dan wakilnya/)
  const stranger = await adopt(world, proposals[0]!, { owner: cast.programmeId })
  assert.equal(stranger.status, 422)
  assert.match(await stranger.text(), /Pilih instansi yang menjadi pihak program ini/)
  const choice = await (await site.get(path, { as: cast.actors.coordinator })).text()
  assert.match(choice, /Instansi mana yang bertanggung jawab/)
  const asked = { as: cast.actors.coordinator }
  const form = await (await site.get(`${path}?organisation=${cast.organisations.other.id}`, asked)).text()
  assert.match(form, /Sri Rahayu/)
  assert.doesNotMatch(form, /Made Putra/, 'a person of another agency')
  const wrongPerson = await adopt(world, proposals[0]!, { person: cast.people.officer.id })
  assert.match(await wrongPerson.text(), /tidak memegang kursi instansi itu/)
  const tooSoon = await adopt(world, proposals[0]!, { reviewOn: addDays(cast.today, 3) })
  assert.match(await tooSoon.text(), /Paling cepat 7 hari lagi/)
  const done = await adopt(world, proposals[0]!, { person: cast.people.otherOfficer.id })
  assert.equal(done.status, 303)
  const page = await (await site.get(done.headers.get('location')!.split('#')[0]!)).text()
  assert.match(page, /Mitigasi aktif/)
  assert.match(page, /Sri Rahayu, Dinas Pendidikan Kabupaten Contoh/)
  assert.equal((await adopt(world, proposals[0]!)).status, 403, 'no longer a proposal')
})

test('the effect is computed from the evaluation at the review date, not from what the reviewer says or when', async () => {
  const world = await factWorld()
  const { site, cast, facts, week, db } = world
  const { obstacle, proposals } = await openObstacle(world, 3)
  await adopt(world, proposals[0]!)
  const reviewOn = addDays(cast.today, 28)
  const path = `${base}/mitigations/${proposals[0]}/review`
  const early = await site.post(path, { finding: 'Sudah berhasil' }, { as: cast.actors.coordinator })
  assert.equal(early.status, 403)
  assert.match(await early.text(), /Tinjauan dijadwalkan pada/)
  await facts({ subject: 'D3.b', on: addDays(cast.today, 10), value: 1.5 })
  await week(addDays(cast.today, 7))
  await week(addDays(cast.today, 28))
  await facts(...Array.from({ length: 9 }, () => ({ subject: 'D3.b', on: addDays(cast.today, 30), value: 5 })))
  await week(addDays(cast.today, 35))
  moveTo(world, addDays(reviewOn, 10))
  const form = await (await site.get(path, { as: cast.actors.otherOfficer })).text()
  assert.match(form, /turun/)
  const reviewed = await site.post(path, { finding: 'Beban dibagi dua' }, { as: cast.actors.otherOfficer })
  assert.equal(reviewed.status, 303)
  const move = await db.admin.kysely
    .selectFrom('mitigation_moves')
    .selectAll()
    .where('kind', '=', 'reviewed')
    .executeTakeFirstOrThrow()
  assert.equal(move.base_value, 2.5)
  assert.equal(move.value, 1.25, 'of the last week up to the review date')
  assert.equal(move.effective, true)
  assert.match(await (await site.get(`${base}/obstacles/${obstacle}`)).text(), /2,5 menjadi 1,25, turun 50%: berhasil/)
})

test('a step that changed too little has not worked yet, and can be continued with a new review date', async () => {
  const world = await factWorld()
  const { site, cast, week, db } = world
  const { proposals } = await openObstacle(world)
  await adopt(world, proposals[0]!, { reviewOn: addDays(cast.today, 8) })
  const path = `${base}/mitigations/${proposals[0]}/review`
  moveTo(world, addDays(cast.today, 8))
  const unmeasured = await site.post(path, { finding: 'Belum' }, { as: cast.actors.coordinator })
  assert.equal(unmeasured.status, 422)
  assert.match(await unmeasured.text(), /Belum ada evaluasi mingguan sejak langkah ini dijalankan/)
  await week(addDays(cast.today, 7))
  const again = addDays(cast.today, 40)
  await site.post(path, { finding: 'Perlu waktu', again }, { as: cast.actors.coordinator })
  const one = await db.admin.kysely
    .selectFrom('mitigations')
    .selectAll()
    .where('id', '=', proposals[0]!)
    .executeTakeFirstOrThrow()
  assert.deepEqual([one.state, one.review_on, one.version], ['adopted', again, 3])
  const first = await db.admin.kysely
    .selectFrom('mitigation_moves')
    .select(['kind', 'review_on'])
    .where('mitigation_id', '=', proposals[0]!)
    .where('kind', '=', 'adopted')
    .executeTakeFirstOrThrow()
  assert.equal(first.review_on, addDays(cast.today, 8), 'the first review date stays on record')
})

test('a dropped step stays on record with its reason; two people cannot decide the same proposal', async () => {
  const world = await factWorld()
  const { site, cast } = world
  const { obstacle, proposals } = await openObstacle(world)
  const path = `${base}/mitigations/${proposals[1]}/withdrawal`
  assert.equal((await site.post(path, { reason: 'Tidak ada pegawai' }, { as: cast.actors.officer })).status, 403)
  assert.equal((await site.post(path, { reason: 'Tidak ada pegawai' }, { as: cast.actors.deputy })).status, 303)
  assert.match(await (await site.get(`${base}/obstacles/${obstacle}`)).text(), /Tidak ada pegawai/)
  const stale = await adopt(world, proposals[1]!, { _version: '1' })
  assert.ok(stale.status === 403 || stale.status === 409)
})

test('acts that are not open to someone stay in sight with their reason; visitors see none', async () => {
  const world = await factWorld()
  const { site, cast } = world
  const { obstacle } = await openObstacle(world)
  const officer = await (await site.get(`${base}/obstacles/${obstacle}`, { as: cast.actors.officer })).text()
  assert.match(officer, /aria-disabled="true"/)
  assert.match(officer, /Hanya koordinator dan wakilnya yang dapat melakukannya/)
  const visitor = await (await site.get(`${base}/obstacles/${obstacle}`)).text()
  assert.doesNotMatch(visitor, /aria-disabled/)
})
