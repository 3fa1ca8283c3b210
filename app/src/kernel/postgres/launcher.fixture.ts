// A stand-in for Mufakat's process in the launcher's tests: starts PostgreSQL, says so, and commits rows until killed.
import pg from 'pg'
import { startPostgres } from './launcher.ts'

const [dataDir = '', outsideDir = '', firstRow = ''] = process.argv.slice(2)

try {
  const { adminUrl, pid, port, adopted } = await startPostgres({ dataDir, outsideDir })
  say({ adminUrl, pid, port, adopted })
  if (firstRow) await Promise.all([0, 1, 2, 3].map((writer) => commitRows(adminUrl, Number(firstRow) + writer)))
  else setInterval(() => {}, 60_000)
} catch (error) {
  say({ refused: (error as Error).message })
}

async function commitRows(connectionString: string, first: number): Promise<void> {
  const client = new pg.Client({ connectionString })
  client.on('error', () => {})
  await client.connect()
  await client.query('create table if not exists written (row_number int primary key)').catch(() => {})
  for (let row = first; ; row += 4) {
    await client.query('insert into written values ($1)', [row])
    say({ committed: row })
  }
}

function say(message: object): void {
  process.stdout.write(`${JSON.stringify(message)}\n`)
}
