import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import pg from 'pg'
import { launchMufakat } from './launched.fixture.ts'
import { startPostgres } from './launcher.ts'

const rounds = 20

test('nothing committed is lost when Mufakat, and in half of the rounds PostgreSQL too, is killed without warning', async () => {
  const home = mkdtempSync(join(tmpdir(), 'mufakat-crash-'))
  chmodSync(home, 0o711)
  const dataDir = join(home, 'data')
  const outsideDir = join(home, 'outside')
  const acknowledged = new Set<number>()
  try {
    for (let round = 0; round < rounds; round += 1) {
      const mufakat = launchMufakat(dataDir, outsideDir, round * 1_000_000)
      const started = await mufakat.next()
      assert.equal(started?.refused, undefined)
      assert.equal(started?.adopted, round > 0 && postmasterSurvives(round - 1))
      const patience = 1 + Math.floor(Math.random() * 200)
      for (let seen = 0; seen < patience; seen += 1) acknowledged.add((await mufakat.next())?.committed ?? -1)
      if (!postmasterSurvives(round)) process.kill(started?.pid ?? 0, 'SIGKILL')
      // A writer that met the killed PostgreSQL says so too; only what was committed counts.
      for (const { committed } of await mufakat.kill()) if (committed !== undefined) acknowledged.add(committed)
    }
    const postgres = await startPostgres({ dataDir, outsideDir })
    const written = await rowsWritten(postgres.adminUrl)
    await postgres.stop()
    assert.ok(acknowledged.size >= rounds && !acknowledged.has(-1))
    assert.deepEqual(
      [...acknowledged].filter((row) => !written.has(row)),
      [],
    )
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
})

function postmasterSurvives(round: number): boolean {
  return round % 2 === 0
}

async function rowsWritten(connectionString: string): Promise<Set<number>> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  const { rows } = await client.query<{ row_number: number }>('select row_number from written')
  await client.end()
  return new Set(rows.map((row) => row.row_number))
}
