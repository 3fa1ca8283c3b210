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
    assert.match(await seen(actors.otherOfficer), /1 catatan untuk anggota/)
  })
})
