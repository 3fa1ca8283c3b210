import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readCatalogue } from '#kernel/testing/catalogue.ts'
import { Samples } from '#kernel/testing/sample-rows.ts'
import { askedFor } from './asked.ts'
import { piecesOf } from './marked.ts'
import { searchPaths } from './paths.ts'
import { stage } from './testing/stage.ts'

const set = await stage()

describe('words', () => {
  test('a record is found by other forms of its words, by their beginning, in any order and without accents', async () => {
    const task = await set.plan('Pembangunan jaringan air bersih di Desa Café Ålesund')
    for (const q of [
      'membangun',
      'jaring',
      'JARINGAN AIR',
      'air pembangunan',
      'cafe alesund',
      'ber',
      'yang di air bersih',
    ])
      assert.deepEqual(await set.find(q), [task], q)
    for (const q of ['jaringan listrik', 'xyzzy', 'bangunan -air', '"air jaringan"'])
      assert.deepEqual(await set.find(q), [], q)
    assert.deepEqual(await set.find('"jaringan air bersih"'), [task])
    assert.deepEqual(await set.find('listrik or jaringan'), [task])
  })

  test('English words are found by their forms as well', async () => {
    const task = await set.plan('Neraca limbah')
    await set.db.admin.pool.query(`update tasks set title_en = 'Counting of households' where id = $1`, [task])
    assert.deepEqual(await set.find('household count'), [task])
  })

  test('what is asked is read as it was meant', () => {
    assert.deepEqual(askedFor('apa yang ada di dalam "air dan listrik"'), { said: '"air dan listrik"', beginning: '' })
    assert.deepEqual(askedFor('anggaran gizi'), { said: 'anggaran', beginning: 'gizi' })
    assert.deepEqual(askedFor('yang dan'), { said: 'yang', beginning: 'dan' })
    assert.deepEqual(askedFor('air -sumur'), { said: 'air -sumur', beginning: '' })
    assert.deepEqual(askedFor('air or gizi'), { said: 'air or gizi', beginning: '' })
    assert.deepEqual(askedFor('"tanpa akhir'), { said: '"tanpa akhir', beginning: '' })
  })

  test('signs of the query language and of the index reach nothing', async () => {
    const members = await set.plan('Kata sandi gudang', 'members')
    for (const q of [
      "'class members'",
      'class members',
      '"class members"',
      'part 0 0',
      "a' | 'class members",
      '!!',
      '&|',
      ':*',
      '""',
      '-',
      '\\',
      '%',
    ])
      assert.deepEqual(
        (await set.find(q)).filter((id) => id === members),
        [],
        q,
      )
  })
})

describe('the page', () => {
  test('marks the found words, and says kind, programme and day', async () => {
    await set.plan('Sumur <b>bor</b> kampung')
    const html = await set.page('sumur')
    assert.match(html, /<mark class="mf-mark">Sumur<\/mark> &lt;b&gt;bor/)
    assert.match(html, /<li>Tugas<\/li><li>.*Program contoh.*<time/s)
    assert.match(html, /value="sumur"/)
    assert.match(await set.page('sumur', undefined, 'en'), /<li>Task<\/li>/)
    assert.deepEqual(piecesOf('a \uE000b\uE001 c\uE000'), [
      { text: 'a ', found: false },
      { text: 'b', found: true },
      { text: ' c', found: false },
    ])
  })

  test('is narrowed by kind and programme, 25 a page, and says what to do when nothing is there', async () => {
    for (let n = 0; n < 27; n += 1) await set.plan(`Lumbung nomor ${n}`)
    const first = await set.ask('lumbung')
    assert.deepEqual([first.total, first.found.length, first.more], [27, 25, false])
    assert.equal((await set.ask('lumbung', undefined, { page: 2 })).found.length, 2)
    assert.equal((await set.ask('lumbung', undefined, { kind: 'task', programme: set.slug })).total, 27)
    assert.equal((await set.ask('lumbung', undefined, { kind: 'decision' })).total, 0)
    assert.equal((await set.ask('lumbung', undefined, { programme: 'tidak-ada' })).total, 0)
    assert.match(await set.page('lumbung'), /1–25 dari 27/)
    assert.match(await set.page('tidakadaapapun'), /Minta informasi/)
    assert.match(await set.page(''), /Tulis satu kata atau lebih/)
    const beyond = await set.site.get(searchPaths.search({ q: 'lumbung', page: 9 }))
    assert.equal(beyond.headers.get('location') ?? beyond.status, searchPaths.search({ q: 'lumbung', page: 2 }))
  })

  test('an organisation is found by a former name, an obstacle by its name in both languages', async () => {
    const { owner } = set.organisations
    await set.db.admin.pool.query(
      `insert into organisation_names (id, organisation_id, name, kind, created_at) values (gen_random_uuid(), $1, 'Jawatan Kesehatan Rakyat', 'former', now())`,
      [owner.id],
    )
    assert.deepEqual(await set.find('jawatan'), [owner.id])
    const samples = new Samples(set, set.db.admin.pool, await readCatalogue(set.db.admin.pool))
    const { id } = await samples.make('obstacles')
    await set.db.admin.pool.query(`update obstacles set detector = 'D12', class = 'public' where id = $1`, [id])
    for (const q of ['konflik kepentingan', 'conflict of interest', 'conf'])
      assert.deepEqual(await set.find(q), [id], q)
    assert.match(await set.page('konflik kepentingan'), /Konflik kepentingan/i)
  })
})
