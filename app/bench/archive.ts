import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { show } from '../../bin/figures.ts'
import { memoryOf } from './memory.ts'

const rows = 1_000_000
const archive = '01900000-0000-7000-8000-00000000a3c4'
const state = `select state, row_count::int as rows, size::int as bytes from data_archives where id = $1`

/** All datasets of the installation in one ZIP, from the row that asks for it to the file that is offered. */
export async function benchArchive(adminUrl: string, pid: number): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const before = await memoryOf(pid)
    let most = before
    const began = performance.now()
    await client.query('insert into data_archives (id, created_at) values ($1, now())', [archive])
    let made = { state: 'waiting', rows: 0, bytes: 0 }
    while (made.state === 'waiting') {
      await pause(200)
      most = Math.max(most, await memoryOf(pid))
      made = (await client.query(state, [archive])).rows[0]
    }
    const seconds = (performance.now() - began) / 1000
    if (made.state !== 'ready') throw new Error(`the archive is ${made.state}`)
    show({ name: 'archive of all datasets', value: made.rows, unit: 'rows', goal: rows })
    show({ name: 'archive of all datasets, size', value: made.bytes / 1_000_000, unit: 'MB' })
    show({ name: 'archive of all datasets, time', value: seconds, unit: 's' })
    show({
      name: 'archive of all datasets, memory of the app, more than before',
      value: most - before,
      unit: 'MB',
      goal: 50,
      better: 'less',
    })
  } finally {
    await client.end()
  }
}
