import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { openInPart } from './operations/open-in-part.ts'
import { classificationPaths, redactionPaths as paths } from './paths.ts'
import { blacken, openWords, suppress } from './redaction.ts'
import { saying, stage } from './testing/stage.ts'

const set = await stage()
const { slug } = set

describe('a version that is open in part', () => {
  test('holds bars with their grounds and nothing of what was blackened, in no table of the database', async () => {
    const task = await set.plan('Rujukan pasien')
    const id = await set.withhold(task)
    const text = 'Pasien [[h: Sumiati Rahayu, RT 03]] dirujuk.\n\nLaporan dibuat [[a: saksi mahkota]] hari itu.'
    const form = { title: 'Laporan rujukan', text, _key: set.key() }
    const sent = await set.site.post(paths.new(slug, id), form, { as: set.actors.head })
    assert.equal(sent.status, 303)
    const page = await (await set.site.get(sent.headers.get('location')!)).text()
    assert.match(page, /Pasien .*dihitamkan, huruf h.*Rahasia pribadi.* dirujuk\..*dihitamkan, huruf a/s)
    assert.doesNotMatch(page, /Sumiati|mahkota|RT 03/)
    assert.match(await set.page(classificationPaths.one(slug, id)), /Versi yang dihitamkan: .*Laporan rujukan/)
    const { rows: tables } = await set.db.admin.pool.query(
      `select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
    )
    for (const { table_name } of tables) {
      const { rows } = await set.db.admin.pool.query(
        `select count(*) from ${table_name} t where t::text ilike '%sumiati%'`,
      )
      assert.equal(Number(rows[0].count), 0, table_name)
    }
  })

  test('what was overlooked is found in the open words, and only there', async () => {
    const id = await set.withhold(await set.plan('Surat keluarga'))
    const open = (text: string) => set.act(openInPart, { slug, id, title: 'Surat', text })
    assert.match(
      saying(await open('[[h: Ibu Siti Aminah]] menulis; hubungi 081234567890 besok.')),
      /text: .*nomor telepon “081234567890”/,
    )
    assert.equal((await open('[[h: Ibu Siti Aminah, 081234567890]] menulis.')).kind, 'done')
    for (const bad of ['tanpa tanda', '[[h: tidak ditutup', '[[z: huruf lain]] teks', 'teks ]] lain [[h: ya]]'])
      assert.match(saying(await open(bad)), /Beri tanda sedikitnya satu bagian/, bad)
    const other = await set.act(openInPart, { slug, id, title: 'Surat', text: '[[h: x]] y' }, set.actors.otherHead)
    assert.equal(other.kind, 'denied')
  })

  test('a table loses its small cells, and the cells that would give them away', async () => {
    const id = await set.withhold(await set.plan('Kasus per desa'))
    const table = 'Desa;Laki-laki;Perempuan\nSukamaju;12;3\nTirtasari;1.250;18\nWanasari;7;0'
    const made = await set.done<{ id: string }>(
      openInPart,
      { slug, id, title: 'Kasus per desa', table },
      set.actors.informationOfficer,
    )
    const page = await set.page(paths.one(slug, made.id))
    assert.match(page, /Sukamaju.*disamarkan.*disamarkan/s)
    assert.match(page, /Angka 1 sampai 4/)
    assert.doesNotMatch(page, />3</)
    assert.equal(suppress('Desa;Jumlah\nSukamaju;banyak'), undefined)
  })

  test('marks are read as they stand', () => {
    const passages = blacken('a [[H. satu\ndua]] b [[j:tiga]]')!
    assert.deepEqual(passages, [{ text: 'a ' }, { ground: '17h' }, { text: ' b ' }, { ground: '17j' }])
    assert.equal(openWords(passages), 'a \n b \n')
  })
})
