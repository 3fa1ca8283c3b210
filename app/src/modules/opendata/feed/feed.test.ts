import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { allModules } from '#app/modules.ts'
import { cast } from '#kernel/testing/cast.ts'
import { readCatalogue } from '#kernel/testing/catalogue.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { happen } from '#kernel/testing/happenings.ts'
import { Samples } from '#kernel/testing/sample-rows.ts'
import { testSite } from '#kernel/testing/site.ts'
import { dataPaths } from '../paths.ts'
import { xml } from './atom.ts'

const db = await testDatabase()
const world = await cast(db)
const site = testSite(db, allModules({ demoSignIns: [] }), { now: world.now })
const samples = new Samples(world, db.admin.pool, await readCatalogue(db.admin.pool))
const feed = async (lang: 'id' | 'en' = 'id') => (await site.get(dataPaths.feed(world.slug), { lang })).text()
const all = (text: string, tag: string) =>
  [...text.matchAll(new RegExp(`<${tag}>([^<]*)</${tag}>`, 'g'))].map((one) => one[1]!)

async function moved(title: string, recordClass: 'public' | 'members' | 'restricted' = 'public') {
  const task = await samples.make('tasks', recordClass)
  const id = String(task.id)
  await db.admin.pool.query('update tasks set title = $1 where id = $2', [title, id])
  const [event] = await happen(db.app, world, [{ name: 'task.moved', class: recordClass, subjectId: id }])
  return { id, event: event! }
}

describe('the feed of a programme', () => {
  test('has what RFC 4287 asks for also when nothing has happened yet', async () => {
    const response = await site.get(dataPaths.feed(world.slug))
    assert.equal(response.headers.get('content-type'), 'application/atom+xml; charset=utf-8')
    const text = await response.text()
    assert.match(text, /<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom" xml:lang="id">/)
    assert.equal(all(text, 'id').length, 1)
    assert.match(text, /<title>Kabar Program contoh<\/title>/)
    assert.match(text, /<updated>\d{4}-\d\d-\d\dT00:00:00\+07:00<\/updated>/)
    assert.match(text, /<author><name>[^<]+<\/name><\/author>/)
    assert.match(
      text,
      /rel="self" type="application\/atom\+xml" href="http:\/\/localhost:3000\/programmes\/program-contoh\/feed\.atom/,
    )
  })

  test('tells what happened by the day, with the record and a link, and names nobody', async () => {
    const { id, event } = await moved('Pasang pompa')
    const text = await feed()
    assert.match(text, /<title>Tenggat tugas digeser: Pasang pompa<\/title>/)
    assert.match(
      text,
      new RegExp(`rel="alternate" type="text/html" href="http://localhost:3000/programmes/program-contoh/tasks/${id}"`),
    )
    assert.match(text, new RegExp(`<updated>${world.today}T00:00:00\\+07:00</updated>`))
    for (const { name } of Object.values(world.people)) assert.ok(!text.includes(name), name)
    // the id of an event tells its moment
    assert.ok(!text.includes(event))
    assert.match(await feed('en'), /<title>Target of the task moved: Pasang pompa<\/title>/)
  })

  test('keeps the id of each entry, in both languages and on every reading', async () => {
    const ids = all(await feed(), 'id')
    assert.deepEqual(all(await feed('en'), 'id'), ids)
    await moved('Sesudahnya')
    const later = all(await feed(), 'id')
    assert.equal(new Set(later).size, later.length)
    assert.ok(ids.every((id) => later.includes(id) && /^urn:uuid:[0-9a-f-]{36}$/.test(id)))
  })

  test('tells nothing of records that are not public, nor of small changes', async () => {
    await moved('Sengketa rahasia', 'restricted')
    await moved('Urusan anggota', 'members')
    const { id } = await moved('Kini tertutup')
    await db.admin.pool.query(`update tasks set class = 'members' where id = $1`, [id])
    await happen(db.app, world, [{ name: 'task.edited', subjectId: String((await samples.make('tasks')).id) }])
    for (const as of [undefined, world.actors.coordinator]) {
      const text = await (await site.get(dataPaths.feed(world.slug), { as })).text()
      assert.doesNotMatch(text, /Sengketa rahasia|Urusan anggota|Kini tertutup|task\.edited/)
    }
  })

  test('stays XML whatever a title holds', async () => {
    const { id } = await moved('<script>&"\' ]]> \u0001\u0008\u001b \uFFFF x')
    const text = await feed()
    assert.ok(text.includes('&lt;script&gt;&amp;&quot;&apos; ]]&gt; \uFFFD\uFFFD\uFFFD \uFFFD x'))
    assert.doesNotMatch(text, /(?![\t\n\r])\p{Cc}/u)
    assert.equal(xml('a\uD800b\tc'), 'a\uFFFDb\tc')
    await db.admin.pool.query(`update tasks set title = 'x' where id = $1`, [id])
  })

  test('is not there for a programme that is closed, for anyone, and is found from the page of one that is open', async () => {
    const closed = await cast(db, { slug: 'program-tertutup' })
    await db.admin.pool.query(`update programmes set class = 'members' where id = $1`, [closed.programmeId])
    for (const slug of [closed.slug, 'tiada'])
      assert.equal((await site.get(dataPaths.feed(slug), { as: closed.actors.coordinator })).status, 404)
    const page = await (await site.get(`/programmes/${world.slug}`)).text()
    assert.match(
      page,
      /<link rel="alternate" type="application\/atom\+xml" title="Program contoh" href="\/programmes\/program-contoh\/feed\.atom"/,
    )
  })

  test('is not sent again while nothing happened', async () => {
    const tag = (await site.get(dataPaths.feed(world.slug))).headers.get('etag')!
    const ask = () => site.get(dataPaths.feed(world.slug), { headers: { 'if-none-match': tag } })
    assert.equal((await ask()).status, 304)
    await moved('Baru')
    assert.equal((await ask()).status, 200)
  })
})
