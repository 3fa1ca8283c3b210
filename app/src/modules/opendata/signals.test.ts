import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { openDatasets } from '#app/open-data.ts'
import type { JobActor } from '#kernel/access.ts'
import { readAs } from '#kernel/database.ts'
import { cast } from '#kernel/testing/cast.ts'
import { readCatalogue } from '#kernel/testing/catalogue.ts'
import { testDatabase } from '#kernel/testing/database.ts'
import { happen } from '#kernel/testing/happenings.ts'
import { Samples } from '#kernel/testing/sample-rows.ts'
import type { Evaluation } from '#modules/monitoring/signal.ts'
import { datasetRowsOf, openDataSignals } from './signals.ts'

const db = await testDatabase()
const world = await cast(db)
const samples = new Samples(world, db.admin.pool, await readCatalogue(db.admin.pool))
const [t5] = openDataSignals(openDatasets).measures
const job: JobActor = { kind: 'job', job: 'evaluate', classes: ['public', 'members'] }
const rowsOf = datasetRowsOf(openDatasets)

async function measured(at: string) {
  const span = { from: at, to: at }
  const evaluation: Evaluation = {
    programmeId: world.programmeId,
    at,
    window: span,
    previous: span,
    calendar: { version: 1, holidays: new Set(), zone: 'Asia/Jakarta' },
  }
  return readAs(db.jobs, job, world.now, async (tx) => {
    const found = await t5!.measure(tx, evaluation)
    if (found.kind !== 'measured') throw new Error(found.kind)
    const shown = await rowsOf.describe(
      tx,
      found.rows.map((row) => row.id),
    )
    return { k: found.k, n: found.n, rows: found.rows.map((row) => ({ ...row, url: shown.get(row.id)!.url })) }
  })
}

describe('T5', () => {
  test('counts datasets that hold public rows and were told of by the day, and opens each', async () => {
    assert.deepEqual(await measured(world.today), { k: 0, n: 0, rows: [] })
    await samples.make('tasks', 'members')
    await happen(db.app, world)
    assert.equal((await measured(world.today)).n, 0)
    await samples.make('tasks')
    const { k, n, rows } = await measured(world.today)
    assert.deepEqual([k, n, rows.map((row) => row.url)], [1, 1, ['/data/tasks']])
    assert.equal((await measured('2026-11-01')).n, 0)
  })

  test('does not count one that is behind its promise, by the day it is asked about', async () => {
    const observation = await samples.make('observations')
    await happen(db.app, world, [{ name: 'measure.observed', subjectKind: 'objective' }])
    const observe = (day: string) =>
      db.admin.pool.query('update observations set observed_on = $1 where id = $2', [day, observation.id])
    const standing = async () => (await measured(world.today)).rows.find((row) => row.url === '/data/observations')!
    await observe('2026-08-24')
    assert.equal((await standing()).counted, true)
    await observe('2026-08-23')
    assert.deepEqual([(await standing()).counted, (await standing()).note], [false, 'late'])
    // what comes later does not mend it
    await observe('2026-12-01')
    assert.equal((await standing()).counted, false)
  })
})
