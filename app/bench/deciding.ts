import pg from 'pg'
import { quantile, show } from '../../bin/figures.ts'
import { load } from './server.ts'

const programme = '/programmes/stunting'
const comments = 10_000

/** The page of a decision that was voted on and published, as a visitor, made anew for each request. */
export async function benchDecision(origin: string): Promise<void> {
  const list = await (await fetch(`${origin}${programme}/decisions?state=decided`)).text()
  const page = list.match(/href="(\/decisions\/[0-9a-f-]{36})"/)![1]!
  await load(origin, page, { seconds: 2, connections: 16 })
  const made = await load(origin, page, { connections: 16 })
  show({ name: 'visitor, page of a decision, store off', value: made.perSecond, unit: 'requests/s', goal: 300 })
  show({ name: 'visitor, page of a decision, store off, p99', value: made.p99, unit: 'ms', goal: 150, better: 'less' })
}

/** Pages anywhere in the discussion of one task, as a visitor, from the request to the last byte. */
export async function benchComments(origin: string, adminUrl: string): Promise<void> {
  const { task, first } = await fillComments(adminUrl)
  const times: number[] = []
  for (let round = 0; round < 220; round += 1) {
    const before = `${first}${(60 + ((round * 45) % (comments - 100))).toString(16).padStart(12, '0')}`
    const began = performance.now()
    const answer = await fetch(`${origin}${programme}/discussions/records/${task}?before=${before}`)
    const text = await answer.text()
    if (answer.status !== 200 || !text.includes('Komentar ukur'))
      throw new Error(`the discussion answered ${answer.status}`)
    if (round >= 20) times.push(performance.now() - began)
  }
  const name = `a page of ${comments.toLocaleString('en')} comments`
  show({ name: `${name}, p95`, value: quantile(times, 0.95), unit: 'ms', goal: 50, better: 'less' })
  show({ name: `${name}, p50`, value: quantile(times, 0.5), unit: 'ms' })
}

async function fillComments(adminUrl: string): Promise<{ task: string; first: string }> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query('set session_replication_role = replica')
    const first = '01a10000-0000-7000-8000-'
    const { rows } = await client.query(aTask)
    const { task, programme, owner, author } = rows[0]
    await client.query(addComments, [comments, first, task, programme, owner, author])
    await client.query(addWords, [comments, first, author])
    await client.query('update discussion_subjects set comments = comments + $1 where id = $2', [comments, task])
    await client.query('analyze comments, comment_versions, discussion_subjects')
    return { task, first }
  } finally {
    await client.end()
  }
}

const aTask = `select t.id as task, t.programme_id as programme, t.owner_id as owner, s.person_id as author
  from tasks t join programmes p on p.id = t.programme_id and p.slug = 'stunting'
    join seats s on s.programme_id = t.programme_id and s.organisation_id = t.owner_id
  where t.class = 'public' order by t.id limit 1`
const idOf = "($2 || lpad(to_hex(n), 12, '0'))::uuid"
const atOf = "now() - interval '1 minute' * ($1::int - n)"
const addComments = `insert into comments (id, subject_id, programme_id, kind, lang, organisation_id, created_at, created_by)
  select ${idOf}, $3, $4, 'comment', 'id', $5, ${atOf}, $6 from generate_series(1, $1::int) n`
const addWords = `insert into comment_versions (id, comment_id, number, body, created_at, created_by)
  select gen_random_uuid(), ${idOf}, 1, 'Komentar ukur ' || n, ${atOf}, $3 from generate_series(1, $1::int) n`
