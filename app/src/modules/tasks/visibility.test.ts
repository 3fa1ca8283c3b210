import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { startTask } from './operations/start-task.ts'
import { taskPaths } from './paths.ts'
import { stage, wordsOf } from './testing/stage.ts'

const set = await stage()
const { actors } = set
const path = taskPaths.list(set.slug)
const seen = async (as?: (typeof actors)['officer']) => wordsOf(await set.site.get(path, as ? { as } : {}))

describe('a task for members only', () => {
  test('is a number for visitors, a row for members, and no word of it leaks', async () => {
    await set.plan({ title: 'Terbuka untuk semua' })
    const hidden = await set.plan({ title: 'Negosiasi harga alat', class: 'members' })
    const visited = await seen()
    assert.match(visited, /Terbuka untuk semua/)
    assert.match(visited, /1 catatan untuk anggota/)
    assert.doesNotMatch(visited, /Negosiasi/)
    assert.match(visited, /0 dari 1 tugas selesai/)
    assert.match(await seen(actors.observer), /Negosiasi harga alat/)
    assert.match(await seen(actors.expiredSeat), /1 catatan untuk anggota/)
    assert.equal((await set.site.get(taskPaths.task(set.slug, hidden))).status, 404)
    assert.equal((await set.act(startTask, { task: hidden }, actors.resident)).kind, 'missing')
  })

  test('is not found by searching for its words', async () => {
    const found = await wordsOf(await set.site.get(taskPaths.list(set.slug, { q: 'negosiasi' })))
    assert.match(found, /Tidak ada tugas yang cocok/)
  })

  test('of the owner only is read by the owner and the coordination team, not by other agencies', async () => {
    await set.plan({ title: 'Evaluasi penyedia', class: 'restricted' })
    assert.match(await seen(actors.officer), /Evaluasi penyedia/)
    assert.match(await seen(actors.deputy), /Evaluasi penyedia/)
    assert.doesNotMatch(await seen(actors.otherOfficer), /Evaluasi penyedia/)
    const secret = await set.plan({ title: 'Nama pelapor', class: 'restricted' })
    await set.db.admin.pool.query(`update tasks set class = 'secret' where id = $1`, [secret])
    const other = await seen(actors.otherOfficer)
    assert.match(other, /1 catatan terbatas\. Isinya hanya dapat dibaca instansi pemiliknya/)
    assert.match(other, /1 catatan rahasia/)
    assert.doesNotMatch(other, /untuk anggota/)
  })

  test('leaves an event whenever an auditor or information officer reads it, on list, page and API, and only then', async () => {
    const closed = await set.plan({ title: 'Sengketa kontrak', class: 'restricted' })
    const traces = async () => {
      const found = await set.db.admin.pool.query(
        `select person_id, programme_id from events where name = 'record.read' and subject_id = $1 order by at, id`,
        [closed],
      )
      return found.rows as { person_id: string; programme_id: string }[]
    }
    const detail = taskPaths.task(set.slug, closed)
    for (const as of [actors.officer, actors.coordinator]) await set.site.get(detail, { as })
    assert.deepEqual(await traces(), [])
    await set.site.get(detail, { as: actors.auditor })
    await set.site.get(`/api/v1${detail}`, { as: actors.informationOfficer })
    await set.site.get(path, { as: actors.auditor })
    const read = await traces()
    // All at one moment of the test, so their order says nothing.
    const readers = [actors.auditor, actors.informationOfficer, actors.auditor].map((actor) => actor.personId)
    assert.deepEqual(read.map((event) => event.person_id).sort(), readers.sort())
    assert.ok(read.every((event) => event.programme_id === set.programmeId))
  })
})
