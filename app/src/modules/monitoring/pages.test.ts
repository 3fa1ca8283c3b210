import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays } from '#kernel/calendar.ts'
import { readAs } from '#kernel/database.ts'
import { healthOf } from '#modules/programmes/pages/health.ts'
import { factWorld, manyFacts } from './testing/world.ts'

const base = '/programmes/program-contoh'
const text = async (response: Response | Promise<Response>) => {
  const answer = await response
  assert.equal(answer.status, 200)
  return answer.text()
}

test('a number opens the records it came from, page by page, counted or not, found by words', async () => {
  const { cast, site, week, facts } = await factWorld()
  await facts(...manyFacts('F2', cast.today, 40, 30))
  await week(cast.today)
  const page = await text(site.get(`${base}/indicators/F2`))
  assert.match(page, /30<small> dari 40<\/small>/)
  assert.match(page, /Data belum cukup|Perlu perhatian/)
  assert.match(page, /1–25 dari 40/)
  assert.match(page, /href="\/facts\//)
  const uncounted = await text(site.get(`${base}/indicators/F2?counted=no`))
  assert.match(uncounted, /1–10 dari 10/)
  assert.doesNotMatch(uncounted, /F2 nomor 30</)
  const found = await text(site.get(`${base}/indicators/F2?q=nomor+40`))
  assert.match(found, /1–1 dari 1/)
  const second = await text(site.get(`${base}/indicators/F2?page=2`))
  assert.match(second, /26–40 dari 40/)
})

test('a past value leads to its own records, not to those of today', async () => {
  const { cast, site, week, facts } = await factWorld()
  await facts(...manyFacts('F2', addDays(cast.today, -7), 12))
  const first = await week(addDays(cast.today, -7))
  await facts(...manyFacts('F2', cast.today, 5, 0))
  await week(cast.today)
  const page = await text(site.get(`${base}/indicators/F2`))
  assert.match(page, /12<small> dari 17<\/small>/)
  const link = `${base}/indicators/F2?evaluation=${first.id}`
  assert.ok(page.includes(`href="${link}#rows"`))
  const past = await text(site.get(link))
  assert.match(past, /12<small> dari 12<\/small>/)
  assert.match(past, /1–12 dari 12/)
  assert.match(past, /bukan yang terakhir/)
  assert.equal((await site.get(`${base}/indicators/F2?evaluation=${cast.programmeId}`)).status, 404)
})

test('below the minimum there is k and n, but no per cent, level or interval, in both languages', async () => {
  const { cast, site, week, facts } = await factWorld()
  await facts(...manyFacts('F2', cast.today, 3, 2))
  await week(cast.today)
  const page = await text(site.get(`${base}/indicators`))
  assert.match(page, /2<small> dari 3<\/small>/)
  assert.match(page, /Perlu sedikitnya 10 tonggak agar nilainya berarti; baru ada 3\./)
  assert.doesNotMatch(page, /67%/)
  const english = await text(site.get(`${base}/indicators`, { lang: 'en' }))
  assert.match(english, /Needs at least 10 milestones before the value means anything; there are 3 so far\./)
})

test('indicators without any records say so instead of showing zero', async () => {
  const { cast, site, week } = await factWorld()
  await week(cast.today)
  const page = await text(site.get(`${base}/indicators`))
  assert.match(page, /Catatannya belum ada di Mufakat ini\./)
  assert.match(page, /Pemakaian bersama/)
  assert.doesNotMatch(page, />0%</)
})

test('a reader sees only the records that are open to them, and how many others are part of the number', async () => {
  const { cast, site, week, facts } = await factWorld()
  const hidden = Array.from({ length: 3 }, () => ({
    subject: 'F2',
    on: cast.today,
    class: 'members' as const,
    title: 'Hanya anggota',
  }))
  await facts(...manyFacts('F2', cast.today, 12, 9), ...hidden)
  await week(cast.today)
  const visitor = await text(site.get(`${base}/indicators/F2`))
  assert.match(visitor, /12<small> dari 15<\/small>/)
  assert.match(visitor, /3 catatan lain ikut dihitung, tetapi tidak terbuka untuk Anda\./)
  assert.doesNotMatch(visitor, /Hanya anggota/)
  const member = await text(site.get(`${base}/indicators/F2`, { as: cast.actors.officer }))
  assert.match(member, /Hanya anggota/)
  assert.doesNotMatch(member, /tidak terbuka untuk Anda/)
  const api = JSON.parse(await text(site.get(`/api/v1${base}/indicators/F2`)))
  assert.equal(JSON.stringify(api).includes('Hanya anggota'), false)
  assert.equal(api.data.rows.hidden, 3)
})

test('an obstacle shows its severity, one sentence whose numbers lead to their rows, and that nobody owns a step yet', async () => {
  const { cast, site, week, facts } = await factWorld()
  await facts({ subject: 'D3.b', on: cast.today, value: 1.3, title: 'Beban Dinas Kesehatan' })
  await week(addDays(cast.today, -7))
  await week(cast.today)
  assert.match(await text(site.get(`${base}/obstacles`)), /Tidak ada hambatan yang terbuka/)
  await facts({ subject: 'D3.b', on: addDays(cast.today, -20), value: 1.3 })
  await week(addDays(cast.today, 7))
  const page = await text(site.get(`${base}/obstacles`))
  assert.match(page, /Instansi memikul beban di atas kapasitasnya/)
  assert.match(page, /Belum ada penanggung jawab/)
  const link = page.match(/href="([^"]+\?letter=b#rows)"/)
  assert.ok(link, 'the sentence links to its rows')
  const obstacle = await text(site.get(link[1]!.replace('#rows', '')))
  assert.match(obstacle, /Beban Dinas Kesehatan/)
  assert.match(obstacle, /Dinas Kesehatan Kabupaten Contoh/)
})

test('records behind a number are sorted by link; indicators and obstacles are found by their words', async () => {
  const { cast, site, week, facts } = await factWorld()
  await facts(...manyFacts('F2', cast.today, 40, 30))
  await week(cast.today)
  const titles = async (query: string) => {
    const html = await text(site.get(`${base}/indicators/F2?${query}`))
    return [...html.matchAll(/F2 nomor (\d+)/g)].map((found) => Number(found[1]))
  }
  const first = (await titles('sort=record&dir=desc')).slice(0, 3)
  assert.deepEqual(first, [40, 39, 38])
  assert.ok((await titles('sort=counted')).slice(0, 10).every((number) => number > 30))
  const found = await text(site.get(`${base}/indicators?q=tonggak`))
  assert.match(found, /indicators\/F2"/)
  assert.doesNotMatch(found, /indicators\/T1"/)
  const obstacles = await text(site.get(`${base}/obstacles?q=sumber+daya`))
  assert.match(obstacles, /id="D3"/)
  assert.doesNotMatch(obstacles, /id="D2"/)
  assert.match(await text(site.get('/indicators?q=zzz')), /Tidak ada indikator atau hambatan yang cocok/)
})

test('what cannot be checked is never shown as not met: all fourteen with every condition', async () => {
  const { cast, site, week } = await factWorld()
  await week(cast.today)
  const page = await text(site.get(`${base}/obstacles`))
  assert.match(page, /0 dari 14 hambatan dapat diperiksa/)
  assert.equal(page.match(/<details class="govuk-details" id="D/g)?.length, 14)
  assert.doesNotMatch(page, />Tidak terpenuhi</)
  const { data } = JSON.parse(await text(site.get(`/api/v1${base}/obstacles`)))
  const states = data.detectors.flatMap((one: { conditions: { state: string }[] }) =>
    one.conditions.map((c) => c.state),
  )
  assert.deepEqual([...new Set(states)], ['unchecked'])
})

test('cards and lists of programmes know the seven levels and the open obstacles', async () => {
  const { db, cast, module, week, facts } = await factWorld()
  await facts(...manyFacts('F1', cast.today, 20, 18), { subject: 'D5.e', on: cast.today, value: 1 })
  await week(cast.today)
  const standing = await readAs(db.app, cast.actors.visitor, cast.now, (tx) =>
    module.extension.standingOf(tx, [cast.programmeId], {} as never),
  )
  const one = standing.get(cast.programmeId)!
  assert.equal(one.levels.effectiveness, 'good')
  assert.equal(one.levels.innovation, 'none')
  assert.deepEqual(one.obstacles, { open: 1, severe: 1, treated: 0 })
})

test('a card never says that all is well while an indicator beside the leading one misses its threshold', async () => {
  const { db, cast, module, week, facts } = await factWorld()
  await facts(...manyFacts('F1', cast.today, 20, 18), ...manyFacts('F2', cast.today, 20, 2))
  await week(cast.today)
  const standing = await readAs(db.app, cast.actors.visitor, cast.now, (tx) =>
    module.extension.standingOf(tx, [cast.programmeId], {} as never),
  )
  const one = standing.get(cast.programmeId)!
  assert.equal(one.levels.effectiveness, 'good')
  const programme = { status: 'running', charterInForce: true } as const
  assert.match(healthOf('id', programme, one), /^Satu indikator belum memenuhi ambangnya\./)
  assert.match(healthOf('en', programme, one), /^One indicator misses its threshold\./)
})

test('the public catalogue explains every indicator and obstacle with its source, in both languages', async () => {
  const { site } = await factWorld()
  const page = await text(site.get('/indicators'))
  for (const id of ['E1', 'F5', 'A6', 'S5', 'D1', 'D14']) assert.match(page, new RegExp(`id="${id}"`))
  assert.match(page, /UU 14\/2008/)
  assert.doesNotMatch(page, /\{\w+\}/)
  assert.match(await text(site.get('/indicators', { lang: 'en' })), /Internal threshold/)
})

test('unknown indicators, obstacles and programmes are missing, not broken', async () => {
  const { site, week, cast } = await factWorld()
  await week(cast.today)
  for (const path of ['indicators/F9', 'obstacles/xyz', 'detectors/D99', 'evaluation/xyz']) {
    assert.equal((await site.get(`${base}/${path}`)).status, 404, path)
  }
  assert.equal((await site.get('/programmes/none/indicators')).status, 404)
  assert.equal((await site.get(`${base}/indicators/F2?page=abc&counted=maybe&letter=zz`)).status, 200)
})
