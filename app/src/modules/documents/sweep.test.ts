import assert from 'node:assert/strict'
import { rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { newFileKey } from '#kernel/files.ts'
import { inspectFiles, sweepFiles } from './sweep.ts'
import { stage } from './testing/stage.ts'

const { db, site, actors, plan, add, stored, now } = await stage()
const deps = { ...site.deps, clock: () => now }
const { files } = site.deps
const folder = join(site.deps.config.dataDir, 'files')
const restricted = await plan('restricted')
await add(actors.officer, restricted)
const [named] = stored()
const age = (path: string, hours: number) => {
  const at = new Date(now.getTime() - hours * 3_600_000)
  utimesSync(path, at, at)
}

test('only files that no document names, and that are older than a day, are swept; of restricted documents none', async () => {
  const orphans = [newFileKey(), newFileKey()]
  for (const key of orphans) await files.put(key, Readable.from([Buffer.from('x')]))
  const paths = orphans.map((key) => join(folder, key.slice(0, 2), key))
  const left = join(await files.waitingRoom(), newFileKey())
  writeFileSync(left, 'x')
  age(paths[0]!, 25)
  age(paths[1]!, 23)
  age(left, 25)
  age(join(folder, named!), 1_000)
  assert.equal(await sweepFiles(deps), 2)
  assert.deepEqual(stored().sort(), [named!, `${orphans[1]!.slice(0, 2)}/${orphans[1]}`].sort())
})

test('a file that cannot be said to be there is removed at once', async () => {
  const before = stored()
  await db.admin.pool.query(`alter table events add constraint full_disk check (name <> 'document.added') not valid`)
  await assert.rejects(add(actors.officer, restricted), /^Error: 500/)
  await db.admin.pool.query('alter table events drop constraint full_disk')
  assert.deepEqual(stored(), before)
})

test('the doctor tells of a file that is lost or is not what it was', async () => {
  assert.deepEqual(await inspectFiles(deps), { rows: 1, lost: [], changed: [] })
  const key = named!.split('/')[1]!
  writeFileSync(join(folder, named!), 'something else')
  assert.deepEqual(await inspectFiles(deps), { rows: 1, lost: [], changed: [key] })
  rmSync(join(folder, named!))
  assert.deepEqual(await inspectFiles(deps), { rows: 1, lost: [key], changed: [] })
})
