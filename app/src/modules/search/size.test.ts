import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stage } from './testing/stage.ts'

const set = await stage()
const { pool } = set.db.admin
const rows = 20_000

/** Rows of the table that were read one after another, and rows that an index led to. */
async function reads(): Promise<{ scans: number; fetched: number }> {
  const { rows: found } = await pool.query(
    `select pg_stat_clear_snapshot(), seq_scan::int as scans, idx_tup_fetch::int as fetched from pg_stat_user_tables where relname = 'search_texts'`,
  )
  return found[0]
}

/** What a search reads, once every connection has told of it. */
async function readBy(work: () => Promise<unknown>): Promise<{ scans: number; fetched: number }> {
  const flush = () => Promise.all([set.db.app.pool, pool].map((one) => one.query('select pg_stat_force_next_flush()')))
  await flush()
  const before = await reads()
  await work()
  await flush()
  const after = await reads()
  return { scans: after.scans - before.scans, fetched: after.fetched - before.fetched }
}

test('a search among many texts reads few of them, however common or rare its word is and whoever asks', async () => {
  await pool.query(
    `insert into search_texts (id, kind, programme_id, owner_id, class, on_day, lang, title, words)
      select gen_random_uuid(), 'task', $1, $2, case when n % 10 = 0 then 'members' else 'public' end, date '2026-01-01', 'id', t, mufakat.search_words('id', t, null, '')
      from generate_series(1, ${rows}) n, lateral (select 'umum' || case when n % 10 = 0 then ' gembok' else '' end || case when n % 50 = 0 then ' jarang' else '' end
        || case when n = 77 then ' sekali' else '' end || case when n < 500 then ' kuno' else '' end as t) s`,
    [set.programmeId, set.organisations.owner.id],
  )
  await pool.query('vacuum analyze search_texts')
  const counted: Record<string, [number, number]> = {
    umum: [1_000, 1_000],
    gembok: [0, 1_000],
    jarang: [0, 400],
    kuno: [450, 499],
    tidakada: [0, 0],
  }
  for (const [word, [open, all]] of Object.entries(counted))
    for (const [actor, expected] of [
      [set.actors.visitor, open],
      [set.actors.observer, all],
    ] as const) {
      let total = -1
      const { scans, fetched } = await readBy(async () => {
        total = (await set.ask(word, actor)).total
      })
      assert.equal(total, expected, word)
      assert.equal(scans, 0, word)
      assert.ok(fetched < 6_000, `${word}: ${fetched} rows of ${rows}`)
    }
})

test('of more than a thousand the newest are shown, and it is said', async () => {
  const { more, found } = await set.ask('umum')
  assert.equal(more, true)
  const { rows: newest } = await pool.query(
    `select id from (select id from search_texts where title ~ 'umum' and class = 'public' order by arrival desc limit 1000) n`,
  )
  const ids = new Set(newest.map(({ id }) => id))
  assert.ok(found.every(({ id }) => ids.has(id)))
  assert.match(await set.page('umum'), /Ada lebih banyak/)
})
