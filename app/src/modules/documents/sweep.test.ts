import assert from 'node:assert/strict'
import { utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { newFileKey } from '#kernel/files.ts'
import { inspectFiles, sweepFiles } from './sweep.ts'
import { stage } from './testing/stage.ts'

const { db, site, actors, plan, add, stored } = await stage()
const { files } = site.deps
const hourMs = 3_600_000
/** Storage dates files by its own clock. */
const deps = (hours = 0) => ({ ...site.deps, clock: () => new Date(Date.now() + hours * hourMs) })
const restricted = await plan('restricted')
await add(actors.officer, restricted)
const [named] = await stored()

test('only files that no document names, and that are older than a day, are swept; of restricted documents none', async () => {
  const orphan = newFileKey()
  await files.put(orphan, Readable.from([Buffer.from('x')]))
  const [old, young] = [25, 0].map((hours) => ({ hours, path: newFileKey() }))
  for (const { hours, path } of [old!, young!]) {
    const at = new Date(Date.now() - hours * hourMs)
    const left = join(await files.waitingRoom(), path)
    writeFileSync(left, 'x')
    utimesSync(left, at, at)
  }
  assert.equal(await sweepFiles(deps(23)), 1)
  assert.deepEqual(await stored(), [named, orphan, young!.path].sort())
  assert.equal(await sweepFiles(deps(25)), 2)
  assert.deepEqual(await stored(), [named])
})

test('a file that cannot be said to be there is removed at once', async () => {
  const before = await stored()
  await db.admin.pool.query(`alter table events add constraint full_disk check (name <> 'document.added') not valid`)
  await assert.rejects(add(actors.officer, restricted), /^Error: 500/)
  await db.admin.pool.query('alter table events drop constraint full_disk')
  assert.deepEqual(await stored(), before)
})

test('the doctor tells of a file that is lost or is not what it was, and no reader gets it whole', async () => {
  assert.deepEqual(await inspectFiles(deps()), { rows: 1, lost: [], changed: [] })
  const key = named!
  await files.remove(key)
  await files.put(key, Readable.from([Buffer.from('something else')]))
  assert.deepEqual(await inspectFiles(deps()), { rows: 1, lost: [], changed: [key] })
  const { rows } = await db.admin.pool.query('select id from documents')
  const response = await site.get(`/documents/${rows[0].id}/file`, { as: actors.officer })
  await assert.rejects(response.arrayBuffer())
  await files.remove(key)
  assert.deepEqual(await inspectFiles(deps()), { rows: 1, lost: [key], changed: [] })
})
