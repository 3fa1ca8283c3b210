import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { allModules } from '#app/modules.ts'
import { openDatasets } from '#app/open-data.ts'
import { cast } from '#kernel/testing/cast.ts'
import { readCatalogue } from '#kernel/testing/catalogue.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { happen } from '#kernel/testing/happenings.ts'
import { Samples } from '#kernel/testing/sample-rows.ts'
import { testSite } from '#kernel/testing/site.ts'
import { dataPaths } from './paths.ts'
import { checkTable, type DataPackage } from './testing/table-check.ts'

const db = await testDatabase()
const world = await cast(db)
const hidden = await cast(db, { slug: 'program-tertutup' })
const site = testSite(db, allModules({ demoSignIns: [] }), { now: world.now })
const samples = new Samples(world, db.admin.pool, await readCatalogue(db.admin.pool))
const inHidden = new Samples(hidden, db.admin.pool, samples.tables)
const visible = [
  'tasks',
  'measures',
  'observations',
  'task_moves',
  'decisions',
  'meetings',
  'commitments',
  'objectives',
]

async function table(key: string, query = '') {
  const path = dataPaths.csv(key) + query
  const csv = await (await site.get(path)).text()
  const described = (await (await site.get(dataPaths.datapackage(key))).json()) as DataPackage
  return { csv, ...checkTable(csv, described.resources[0]!.schema) }
}

before(async () => {
  await db.admin.pool.query(`update programmes set class = 'members' where id = $1`, [hidden.programmeId])
})

describe('what is not public is in no file', () => {
  for (const name of visible) {
    test(`${name}: neither rows of other classes nor anything of a closed programme`, async () => {
      const open = await samples.make(name)
      const closed = [
        await samples.make(name, 'members'),
        await samples.make(name, 'restricted'),
        await samples.make(name, 'secret'),
        await inHidden.make(name),
      ]
      const key = name.replace('_', '-')
      for (const as of [undefined, world.actors.coordinator, hidden.actors.coordinator]) {
        const csv = await (await site.get(dataPaths.csv(key), { as })).text()
        assert.ok(csv.includes(String(open.id)))
        for (const row of closed) assert.ok(!csv.includes(String(row.id)), `${key} ${row.class}`)
      }
      assert.deepEqual((await table(key)).faults, [])
    })
  }

  test('a hidden record is not named by its id in a public one', async () => {
    const parent = await samples.make('tasks', 'restricted')
    const child = await samples.make('tasks')
    await db.admin.pool.query('update tasks set parent_id = $1 where id = $2', [parent.id, child.id])
    const { csv, rows } = await table('tasks')
    assert.equal(rows.find((row) => row.id === child.id)!.parent_id, null)
    assert.ok(!csv.includes(String(parent.id)))
  })

  test('a closed programme is the same as one that does not exist', async () => {
    const ask = async (slug: string) => {
      const response = await site.get(dataPaths.csv('tasks', slug), { as: hidden.actors.coordinator })
      return [response.status, (await response.text()).replaceAll(slug, '')]
    }
    assert.deepEqual(await ask('program-tertutup'), await ask('program-tiada'))
    assert.equal((await ask('program-tiada'))[0], 404)
  })

  test('of people only those who hold a post in a public body, and nobody’s address', async () => {
    const { csv, rows } = await table('posts')
    assert.ok(rows.some((row) => row.person === world.people.head.name))
    await db.admin.pool.query(`update organisations set kind = 'community' where id = $1`, [
      world.organisations.observing.id,
    ])
    const after = (await table('posts')).csv
    assert.ok(csv.includes(world.people.observer.id) && !after.includes(world.people.observer.id))
    for (const { key } of openDatasets) assert.ok(!(await table(key)).csv.includes('@program-contoh.example'), key)
  })
})

describe('votes', () => {
  test('are told once the decision is published, and never of a secret round', async () => {
    const make = async (secret: boolean) => {
      const round = await samples.make('decision_rounds')
      await db.admin.pool.query(`update decision_rounds set secret = $1, rule = 'majority' where id = $2`, [
        secret,
        round.id,
      ])
      const ballot = {
        ...(await samples.build('ballots', 'public')),
        round_id: round.id,
        decision_id: round.decision_id,
      }
      await samples.insert(db.admin.pool, 'ballots', secret ? { ...ballot, answer: null } : ballot)
      await samples.insert(db.admin.pool, 'decision_outcomes', {
        ...(await samples.build('decision_outcomes', 'public')),
        round_id: round.id,
        decision_id: round.decision_id,
      })
      return round
    }
    const [open, secret] = [await make(false), await make(true)]
    assert.ok(!(await table('votes')).csv.includes(String(open.id)))
    for (const { decision_id } of [open, secret])
      await samples.insert(db.admin.pool, 'decision_publications', {
        ...(await samples.build('decision_publications', 'public')),
        decision_id,
      })
    const votes = await table('votes')
    assert.deepEqual(votes.faults, [])
    assert.equal(votes.rows.filter((row) => row.round_id === open.id).length, 1)
    assert.ok(!votes.csv.includes(String(secret.id)) && !votes.csv.includes(String(secret.decision_id)))
    assert.ok((await table('decision-rounds')).csv.includes(String(secret.id)))
  })
})

describe('a file', () => {
  test('keeps formulas, commas, quotes and line breaks of titles as text', async () => {
    const titles = [
      '=HYPERLINK("http://a.example";"b")',
      '+62',
      '-1',
      '@SUM(A1)',
      '\tx',
      '\rx',
      'a\r\nb,"c"',
      "'x",
      'a;=1',
    ]
    for (const title of titles) {
      const task = await samples.make('tasks')
      await db.admin.pool.query('update tasks set title = $1, budget = 5 where id = $2', [title, task.id])
      const { csv, rows, faults } = await table('tasks')
      assert.deepEqual(faults, [])
      assert.equal(rows.find((row) => row.id === task.id)!.title, title)
      assert.doesNotMatch(csv, /(^|[,;"\t\r\n])[=@]/)
    }
  })

  test('writes numbers as numbers, to the last digit', async () => {
    const measure = await samples.make('measures')
    await db.admin.pool.query('update measures set baseline = -12345678901234567890.25 where id = $1', [measure.id])
    const { csv } = await table('measures')
    assert.match(csv, /,-12345678901234567890\.25,/)
  })

  test('can hold one programme alone, organisations too', async () => {
    const other = await cast(db, { slug: 'program-ketiga' })
    const theirs = await new Samples(other, db.admin.pool, samples.tables).make('tasks')
    const { rows } = await table('tasks', '?programme=program-ketiga')
    assert.deepEqual(
      rows.map((row) => row.id),
      [theirs.id],
    )
    const organisations = await table('organisations', '?programme=program-ketiga')
    assert.equal(organisations.rows.length, 4)
    assert.deepEqual((await table('organisations', '?programme=')).faults, [])
  })

  test('is not sent again while nothing happened, and is when something did', async () => {
    const path = dataPaths.csv('tasks')
    const first = await site.get(path)
    const tag = first.headers.get('etag')!
    await first.text()
    const again = await site.get(path, { headers: { 'if-none-match': `"x", ${tag}` } })
    assert.equal(again.status, 304)
    assert.equal(await again.text(), '')
    await happen(db.app, world)
    const changed = await site.get(path, { headers: { 'if-none-match': tag } })
    assert.equal(changed.status, 200)
    assert.notEqual(changed.headers.get('etag'), tag)
    await changed.text()
  })

  test('tells by HEAD what it is, without reading it', async () => {
    const response = await site.app.request('http://localhost:3000/data/tasks.csv', { method: 'HEAD' })
    assert.equal(response.status, 200)
    assert.equal(response.headers.get('content-type'), 'text/csv; charset=utf-8; header=present')
    assert.match(response.headers.get('content-disposition')!, /filename="tasks\.csv"/)
    assert.match(response.headers.get('link')!, /tasks\.csv-metadata\.json>; rel="describedby"/)
    assert.equal(await response.text(), '')
  })

  test('that nobody declared is missing, in every form', async () => {
    for (const path of [
      '/data/secrets.csv',
      '/data/secrets',
      '/data/secrets/datapackage.json',
      '/data/secrets.csv-metadata.json',
      '/data/tasks.json',
      '/data/..csv',
      '/data/tasks.csv/x',
      '/data/constructor.csv',
    ])
      assert.equal((await site.get(path)).status, 404, path)
    assert.equal((await site.get(dataPaths.csv('tasks', '%00%27%3B--'))).status, 404)
  })
})

describe('the pages', () => {
  test('find a dataset by its words in either language, and say what is in it', async () => {
    const list = async (query: string, lang: 'id' | 'en') => (await site.get(`/data${query}`, { lang })).text()
    assert.match(await list('', 'id'), /Pergeseran tugas/)
    const found = await list('?q=delay', 'en')
    assert.match(found, /Moves of tasks/)
    assert.doesNotMatch(found, /Meetings of each programme/)
    assert.match(await list('?q=tiada-begitu', 'id'), /Tidak ada himpunan data/)
    const page = await (await site.get('/data/tasks', { lang: 'en' })).text()
    for (const text of [
      'Creative Commons',
      'first_due',
      'Only records of class public',
      'Continual',
      'data/tasks.csv',
      '/programmes/program-contoh/classifications',
    ])
      assert.ok(page.includes(text), text)
    assert.ok(!page.includes('program-tertutup'))
    const member = await (await site.get('/data/tasks', { as: hidden.actors.coordinator })).text()
    assert.ok(!member.includes('program-tertutup'))
  })
})
