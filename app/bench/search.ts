import { get } from 'node:http'
import pg from 'pg'
import { quantile, show } from '../../bin/figures.ts'

const texts = 200_000
const words = 60

/** 200,000 findable texts in seven programmes, one of them closed; every tenth text is for members or closer. */
export async function fillTexts(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query(addProgrammes)
    // made again once all are there, as a restored backup does
    await client.query(
      `drop index search_texts_open; drop index search_texts_closed; set maintenance_work_mem = '256MB'`,
    )
    const vocabulary = vocabularyOf(30_000)
    const random = numbersFrom(20_261_128)
    for (let done = 0; done < texts; done += 2_000) {
      const bodies = Array.from({ length: 2_000 }, (_, index) => bodyOf(done + index, vocabulary, random))
      await client.query(addTexts, [done, bodies])
    }
    await client.query(
      "create index search_texts_open on search_texts using gin (words) with (gin_pending_list_limit = 256) where class = 'public'",
    )
    await client.query(
      "create index search_texts_closed on search_texts using gin (words) with (gin_pending_list_limit = 256) where class <> 'public'",
    )
    await client.query('vacuum analyze search_texts')
  } finally {
    await client.end()
  }
}

/** In how many of a thousand texts each of these stands, whatever the others say. */
const sown = { gizi: 500, imunisasi: 200, posyandu: 100, sanitasi: 40, anggaran: 20, kader: 5, layangan: 0.05 }
/** Only in texts that are closed to visitors, or only in old ones. */
const hidden = 'brankas'
const old = 'arsiparis'

const addProgrammes = `insert into programmes (id, slug, name, owner_id, status, class, created_at, example)
  select gen_random_uuid(), 'ukur-' || n, 'Program ukur ' || n, owner_id, 'running', case when n = 6 then 'members' else 'public' end,
    now() - interval '1 year', 'Data ukur' from programmes, generate_series(1, 6) n where slug = 'stunting'`
const addTexts = `insert into search_texts (id, kind, programme_id, owner_id, class, on_day, lang, title, body, words)
  select gen_random_uuid(), x.kind, x.programme, x.owner, x.class, x.on_day, 'id', x.title, x.body,
    mufakat.search_words('id', x.title, null, x.body)
  from (select (array['document', 'task', 'comment', 'decision'])[1 + i % 4] as kind, p.id as programme, p.owner_id as owner,
      case when i % 10 > 0 then 'public' when i % 30 = 0 then 'restricted' when i % 70 = 0 then 'secret' else 'members' end as class,
      current_date - (i / 100) as on_day, split_part(body, ' ', 1) || ' ' || split_part(body, ' ', 2) || ' ' || split_part(body, ' ', 3) as title, body
    from unnest($2::text[]) with ordinality b(body, n), lateral (select $1::int + n::int - 1 as i) s,
      lateral (select id, owner_id from programmes where slug = case when i % 7 = 0 then 'stunting' else 'ukur-' || i % 7 end) p) x`

/** Made-up words by syllables; the first are the most frequent. */
function vocabularyOf(size: number): string[] {
  const syllables =
    'ba ca da fa ga ha ja ka la ma na pa ra sa ta wa ya bu du gu ku lu mu nu pu ru su tu be de ge ke le me ne pe re se te'
  const parts = syllables.split(' ')
  const made = new Set<string>()
  for (let n = 0; made.size < size; n += 1) {
    let word = ''
    for (let rest = n * 7_919 + 13; rest > 0; rest = Math.floor(rest / parts.length)) word += parts[rest % parts.length]
    made.add(word.slice(0, 12))
  }
  return [...made]
}

function bodyOf(index: number, vocabulary: string[], random: () => number): string {
  const said = Array.from({ length: words }, () => vocabulary[Math.floor(vocabulary.length ** random()) - 1] ?? 'dan')
  for (const [word, share] of Object.entries(sown)) if (random() * 1_000 < share) said.push(word)
  if (index % 10 === 0) said.push(hidden)
  if (index > texts * 0.8) said.push(old)
  return said.join(' ')
}

function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

const asked = [
  ...Object.keys(sown),
  hidden,
  old,
  'yang',
  'gizi imunisasi',
  '"gizi imunisasi"',
  'sanitasi anggaran',
  'bac',
  'tidakadakata',
  'gizi -imunisasi',
  'kader or layangan',
]

/** Each word as a visitor and as a member, the page as it is answered; the slowest word is told. */
export async function benchSearch(origin: string, cookie: string): Promise<void> {
  for (const [who, header] of [
    ['visitor', ''],
    ['member', cookie],
  ] as const) {
    const times: number[] = []
    let slowest = { word: '', ms: 0 }
    for (const word of asked) {
      const own: number[] = []
      for (let round = 0; round < 12; round += 1) {
        const query = new URLSearchParams({ q: word, ...(round % 4 === 3 ? { kind: 'document' } : {}) })
        const ms = await timeOf(`${origin}/search?${query}`, header)
        if (round >= 2) own.push(ms)
      }
      times.push(...own)
      if (process.env.BENCH_WORDS)
        console.log(`  ${who} ${word}: p50 ${quantile(own, 0.5).toFixed(1)} p95 ${quantile(own, 0.95).toFixed(1)}`)
      if (quantile(own, 0.5) > slowest.ms) slowest = { word, ms: quantile(own, 0.5) }
    }
    show({
      name: `search in 200,000 texts, ${who}, p95`,
      value: quantile(times, 0.95),
      unit: 'ms',
      goal: 50,
      better: 'less',
    })
    show({
      name: `search in 200,000 texts, ${who}, p50 of the slowest word (${slowest.word})`,
      value: slowest.ms,
      unit: 'ms',
    })
  }
}

function timeOf(url: string, cookie: string): Promise<number> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    get(url, { headers: { cookie } }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`the search answered ${response.statusCode}`))
      response.resume()
      response.on('end', () => resolve(performance.now() - began))
    }).on('error', reject)
  })
}
