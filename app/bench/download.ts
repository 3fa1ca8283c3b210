import { get } from 'node:http'
import pg from 'pg'
import { show } from '../../bin/figures.ts'
import { memoryOf } from './memory.ts'

const rows = 1_000_000

/** A million moves of the tasks of a programme. */
export async function fillMoves(adminUrl: string, slug: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query('set session_replication_role = replica')
    const { rows: found } = await client.query(
      `select count(*)::int as n from tasks t join programmes p on p.id = t.programme_id where p.slug = $1`,
      [slug],
    )
    await client.query(addMoves, [slug, Math.ceil(rows / found[0].n)])
    await client.query('vacuum analyze task_moves')
  } finally {
    await client.end()
  }
}

const addMoves = `insert into task_moves (id, task_id, from_due, to_due, reason, code, requested_by, moved_on, created_at)
  select gen_random_uuid(), t.id, t.due_on, t.due_on + 5, 'Mundur karena menunggu instansi lain', 'other-agency', t.owner_id, current_date - 90, now() - interval '80 days'
  from tasks t join programmes p on p.id = t.programme_id, generate_series(1, $2::int) n where p.slug = $1`

/** The whole file as anyone downloads it, and what the server held at most meanwhile. */
export async function benchDownload(origin: string, pid: number): Promise<void> {
  const before = await memoryOf(pid)
  let most = before
  const watch = setInterval(async () => {
    most = Math.max(most, await memoryOf(pid))
  }, 200)
  const began = performance.now()
  const { lines, bytes } = await read(`${origin}/data/task-moves.csv`)
  const seconds = (performance.now() - began) / 1000
  clearInterval(watch)
  show({ name: 'dataset of a million rows, downloaded', value: lines, unit: 'rows', goal: rows })
  show({ name: 'dataset of a million rows, size', value: bytes / 1_000_000, unit: 'MB' })
  show({ name: 'dataset of a million rows, time', value: seconds, unit: 's' })
  show({ name: 'dataset of a million rows, speed', value: lines / seconds, unit: 'rows/s' })
  show({ name: 'dataset of a million rows, memory of the app at most', value: most, unit: 'MB' })
  show({
    name: 'dataset of a million rows, memory of the app, more than before',
    value: most - before,
    unit: 'MB',
    goal: 50,
    better: 'less',
  })
}

function read(url: string): Promise<{ lines: number; bytes: number }> {
  return new Promise((resolve, reject) => {
    get(url, (response) => {
      if (response.statusCode !== 200) reject(new Error(`the download answered ${response.statusCode}`))
      const told = { lines: -1, bytes: 0 }
      response.on('data', (piece: Buffer) => {
        told.bytes += piece.length
        for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) told.lines += 1
      })
      response.on('end', () => resolve(told))
      response.on('aborted', () => reject(new Error('the download broke off')))
    }).on('error', reject)
  })
}
