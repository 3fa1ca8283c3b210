import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { acceptHandOver } from './operations/accept-hand-over.ts'
import { handOverTask } from './operations/hand-over-task.ts'
import { waitOn } from './operations/wait-on.ts'
import { taskPaths } from './paths.ts'
import { stage, wordsOf } from './testing/stage.ts'
import { mondayOf } from './work.ts'

const set = await stage({ now: new Date('2026-11-02T03:00:00Z') })
const { actors, organisations } = set
const other = organisations.other.id
const desk = async (tab: string, as = actors.officer) => wordsOf(await set.site.get(taskPaths.work(tab), { as }))

describe('my tasks across agencies', () => {
  test('a visitor is sent to sign in', async () => {
    const answer = await set.site.get(taskPaths.work())
    assert.equal(answer.status, 303)
    assert.equal(answer.headers.get('location'), '/sign-in?next=%2Fwork')
  })

  test('what waits for another agency stands first with its working days against the limit', async () => {
    set.on('2026-11-02')
    const long = await set.plan({ title: 'Serahkan daftar desa prioritas' })
    await set.done(waitOn, { task: long, agency: other, because: 'Belum dikirim' }, actors.officer)
    set.on('2026-11-17')
    const short = await set.plan({ title: 'Cocokkan data keluarga' })
    await set.done(waitOn, { task: short, agency: other, because: 'Belum dijawab' }, actors.officer)
    set.on('2026-11-24')
    const words = await desk('others')
    assert.match(words, /2 tugas Anda menunggu instansi lain/)
    assert.match(words, /1 sudah melewati batas tunggu/)
    assert.match(words, /Serahkan daftar desa prioritas .*16 hari menunggu.* 2 hari melewati batas 14 hari/)
    assert.match(words, /Cocokkan data keluarga .*5 hari menunggu/)
    assert.ok(words.indexOf('Serahkan daftar') < words.indexOf('Cocokkan data'))
  })

  test('the other agency sees the same under "Menunggu saya", and frees it with one form', async () => {
    const words = await desk('mine', actors.otherOfficer)
    assert.match(words, /Serahkan daftar desa prioritas/)
    assert.match(words, /Ditunggu Dinas Kesehatan Kabupaten Contoh/)
    assert.match(words, /Sudah kami penuhi/)
    assert.doesNotMatch(await desk('others', actors.otherOfficer), /Serahkan daftar desa prioritas/)
    const opened = await (await set.site.get(taskPaths.work(), { as: actors.otherOfficer })).text()
    assert.match(opened, /aria-current="page"[^>]*>\s*Menunggu saya/, 'the desk opens where something waits')
  })

  test('a reminder is one press and comes back to the desk', async () => {
    const page = await (await set.site.get(taskPaths.work(), { as: actors.officer })).text()
    const action = page.match(/action="([^"]*reminder[^"]*)"/)![1]!
    const answer = await set.site.post(action, { _key: newId(set.site.time.now) }, { as: actors.officer })
    assert.equal(answer.headers.get('location'), '/work')
    assert.match(await desk('others'), /Sudah diingatkan/)
  })

  test('a hand-over waits on the desk of the agency it was offered to until it answers', async () => {
    const task = await set.plan({ title: 'Tinjau rancangan kunjungan malam' })
    await set.done(handOverTask, { task, agency: other, why: 'Lebih dekat dengan sekolah' }, actors.officer)
    assert.match(await desk('others', actors.otherOfficer), /Diserahkan kepada Anda Tinjau rancangan kunjungan malam/)
    assert.match(await desk('handed', actors.otherOfficer), /Tinjau rancangan kunjungan malam.*Terima.*Tolak/)
    await set.done(acceptHandOver, { task }, actors.otherOfficer)
    assert.match(await desk('handed', actors.otherOfficer), /Tidak ada penyerahan yang menunggu jawaban/)
    assert.match(await desk('mine', actors.otherOfficer), /Tinjau rancangan kunjungan malam/)
  })

  test('what was closed since Monday', async () => {
    const task = await set.plan({ title: 'Latih kader' })
    await set.finish(task, actors.officer)
    assert.match(await desk('done'), /Latih kader/)
    set.on('2026-11-30')
    assert.match(await desk('done'), /Belum ada yang selesai pekan ini/)
    assert.equal(mondayOf('2026-11-29'), '2026-11-23')
    assert.equal(mondayOf('2026-11-30'), '2026-11-30')
  })

  test('an observer and someone without a seat have an empty desk', async () => {
    for (const as of [actors.observer, actors.resident])
      assert.match(await desk('mine', as), /Tidak ada yang menunggu Anda/)
  })
})
