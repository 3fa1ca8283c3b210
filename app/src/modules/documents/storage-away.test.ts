import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { test } from 'node:test'
import { faultyLine } from '#kernel/testing/faulty-line.ts'
import { s3Server } from '#kernel/testing/s3-server.ts'
import { documentPaths } from './paths.ts'
import { stage } from './testing/stage.ts'

const { close, endpoint } = await faultyLine(await s3Server())
process.env.MUFAKAT_TEST_FILES = endpoint
const { db, site, slug, actors, plan, add, send } = await stage()
const task = await plan()
const id = await add(actors.officer, task)
const counted = async () =>
  (
    await db.admin.pool.query(
      'select (select count(*) from documents) as files, (select count(*) from events) as events',
    )
  ).rows[0]

test('without its storage a file is neither taken nor given: 503, what to do, and nothing is half saved', async () => {
  assert.equal(await (await site.get('/readyz')).text(), 'ok')
  const before = await counted()
  close()
  const refused = await send(actors.officer, task)
  assert.equal(refused.status, 503)
  assert.match(await refused.text(), /Berkas sedang tidak dapat dibuka atau disimpan[\s\S]*Kiriman Anda belum disimpan/)
  assert.equal((await site.get(documentPaths.file(id))).status, 503)
  const api = await site.get(`/api/v1/programmes/${slug}/documents`)
  assert.equal(api.status, 200, 'what is no file goes on')
  assert.deepEqual(await counted(), before)
  assert.deepEqual(readdirSync(await site.deps.files.waitingRoom()), [])
})
