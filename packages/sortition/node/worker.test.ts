import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { quotasFor, volunteers } from '../bench/pool.ts'
import { InfeasibleQuotas, type Pool, parseFeatures, parsePeople } from '../src/index.ts'
import { readPool } from './read-pool.ts'
import { selectInWorker } from './worker.ts'

const pool: Pool = parsePeople(volunteers(300, 'worker'), 'p', parseFeatures(quotasFor(20), 'f'))

test('a time limit ends with a valid draw that is not proved and says its gap; progress is told', async () => {
  const told: number[] = []
  const started = performance.now()
  const selection = await selectInWorker(pool, {
    seats: 20,
    timeLimit: 1,
    progress: ({ seconds }) => told.push(seconds),
  })
  assert.ok(performance.now() - started < 30_000)
  assert.equal(selection.proved, false)
  assert.ok(selection.gap > 0 && selection.gap <= 1 && selection.minProbability <= selection.minBound)
  assert.ok(told.length > 0)
  const seats = [...selection.probabilities.values()].reduce((a, b) => a + b, 0)
  assert.ok(Math.abs(seats - 20) < 1e-6)
})

test('infeasible quotas and an abort reach the caller as errors', async () => {
  const quotas = pool.quotas.map((q) => ({ ...q, min: Math.max(q.min, 6), max: 20 }))
  await assert.rejects(selectInWorker({ ...pool, quotas }, { seats: 20 }), InfeasibleQuotas)
  await assert.rejects(selectInWorker(pool, { seats: 20, signal: AbortSignal.abort() }), { name: 'AbortError' })
  const soon = new AbortController()
  const selection = selectInWorker(pool, { seats: 20, progress: () => soon.abort(), signal: soon.signal })
  await assert.rejects(selection, { name: 'AbortError' })
})

const data = fileURLToPath(new URL('../../../../shared/data/sortition', import.meta.url))
const skip = existsSync(`${data}/expected.json`) ? false : `the public instances are not in ${data}`

test('the public instances of the study come out as published', { skip }, async () => {
  const { instances } = JSON.parse(readFileSync(`${data}/expected.json`, 'utf8'))
  const names = Object.keys(instances)
  assert.ok(names.length >= 2)
  for (const name of names) {
    const { panel_size, leximin } = instances[name]
    const people = readPool(`${data}/${name}/categories.csv`, `${data}/${name}/respondents.csv`)
    const selection = await selectInWorker(people, { seats: panel_size })
    assert.equal(selection.proved, true)
    assert.ok(Math.abs(selection.minProbability - leximin.min_probability) < 1e-6)
    assert.ok(Math.abs(selection.gini - leximin.gini) < 1e-6)
    assert.ok(Math.abs(selection.geometricMean - leximin.geometric_mean) < 1e-6)
  }
})
