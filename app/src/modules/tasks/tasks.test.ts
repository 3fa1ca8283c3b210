import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { newId } from '#kernel/ids.ts'
import { taskPaths } from './paths.ts'
import { stage, wordsOf } from './testing/stage.ts'

const set = await stage()

const newTask = (fields: Record<string, string | string[]> = {}) => ({
  _key: newId(set.site.time.now),
  lang: 'id',
  kind: 'milestone',
  title: 'Alat ukur baku tersedia di 112 posyandu',
  accountable: set.organisations.owner.id,
  due: '2027-01-29',
  class: 'public',
  ...fields,
})

const idOf = (response: Response) => response.headers.get('location')!.split('/').at(-1)!

describe('the life of a task, through its pages', () => {
  test('an agency plans a milestone and everyone reads it, also who has not signed in', async () => {
    const made = await set.site.post(taskPaths.plan(set.slug), newTask(), { as: set.actors.officer })
    assert.equal(made.status, 303)
    const page = await set.site.get(made.headers.get('location')!)
    assert.equal(page.status, 200)
    const words = await wordsOf(page)
    assert.match(words, /Alat ukur baku tersedia di 112 posyandu/)
    assert.match(words, /29 Januari 2027/)
    assert.match(words, /Dinas Kesehatan Kabupaten Contoh/)
    assert.doesNotMatch(words, /Yang dapat dilakukan/)
  })

  test('planned, started, waited, reminded, delivered, evidenced, closed and verified by another agency', async () => {
    const { officer, otherOfficer } = set.actors
    const made = await set.site.post(taskPaths.plan(set.slug), newTask({ title: 'Satukan data keluarga' }), {
      as: officer,
    })
    const id = idOf(made)
    const press = async (act: Parameters<typeof taskPaths.act>[2], form: Record<string, string>, as = officer) => {
      const response = await set.site.post(
        taskPaths.act(set.slug, id, act),
        { _key: newId(set.site.time.now), ...form },
        { as },
      )
      assert.equal(response.status, 303, `${act}: ${await response.text()}`)
    }
    await press('start', {})
    await press('wait', { agency: set.organisations.other.id, because: 'Menunggu data siswa dari Dinas Pendidikan' })
    await press('remind', {})
    await press('resume', { because: 'Data sudah dikirim' }, otherOfficer)
    await press('evidence', { what: 'Berita acara penyatuan data', url: 'https://contoh.go.id/berita-acara' })
    await press('close', {})
    await press('verify', { note: 'Sudah saya cocokkan' }, otherOfficer)
    const words = await wordsOf(await set.site.get(taskPaths.task(set.slug, id)))
    assert.match(words, /Sudah diperiksa oleh Dinas Pendidikan Kabupaten Contoh/)
    for (const told of [
      'Tugas direncanakan',
      'Keadaan menjadi berjalan',
      'Mulai menunggu Dinas Pendidikan Kabupaten Contoh',
      'Dinas Pendidikan Kabupaten Contoh diingatkan',
      'Dilanjutkan',
      'Bukti: Berita acara penyatuan data',
      'Keadaan menjadi selesai',
      'Penyelesaian diperiksa',
    ])
      assert.ok(words.includes(told), told)
    assert.equal(await count(id), 8)
  })

  test('each act leaves one event with the number of the version it made', async () => {
    const id = await set.plan()
    await set.finish(id)
    const events = await set.db.admin.kysely
      .selectFrom('events')
      .select(['name', 'subject_version'])
      .where('subject_id', '=', id)
      .orderBy('subject_version')
      .execute()
    assert.deepEqual(
      events.map((event) => `${event.subject_version} ${event.name}`),
      ['1 task.planned', '2 task.started', '3 task.evidenced', '4 task.closed'],
    )
  })

  test('a form sent twice makes one task', async () => {
    const form = newTask({ title: 'Dikirim dua kali' })
    const first = await set.site.post(taskPaths.plan(set.slug), form, { as: set.actors.officer })
    const second = await set.site.post(taskPaths.plan(set.slug), form, { as: set.actors.officer })
    assert.equal(first.headers.get('location'), second.headers.get('location'))
    const rows = await set.db.admin.kysely
      .selectFrom('tasks')
      .select('id')
      .where('title', '=', 'Dikirim dua kali')
      .execute()
    assert.equal(rows.length, 1)
  })

  test('who sends a form that was overtaken is told what others did and keeps what was typed', async () => {
    const id = await set.plan({ title: 'Diubah dua orang' })
    const path = taskPaths.act(set.slug, id, 'edit')
    const opened = await (await set.site.get(path, { as: set.actors.officer })).text()
    const version = opened.match(/name="_version" value="(\d+)"/)![1]!
    await set.site.post(taskPaths.act(set.slug, id, 'start'), {}, { as: set.actors.head })
    const form = { _key: newId(set.site.time.now), _version: version, title: 'Nama dari petugas', class: 'public' }
    const answer = await set.site.post(path, form, { as: set.actors.officer })
    assert.equal(answer.status, 409)
    const text = await answer.text()
    assert.match(text, /Tugas dimulai/)
    assert.match(text, /value="Nama dari petugas"/)
    assert.equal((await record(id)).title, 'Diubah dua orang')
  })

  test('a wrong form comes back with its words and a sentence for each field to mend', async () => {
    const form = newTask({
      title: '',
      due: '2027-02-30',
      accountable: set.organisations.owner.id,
      measure: 'Semua terpasang',
    })
    const answer = await set.site.post(taskPaths.plan(set.slug), form, { as: set.actors.officer })
    assert.equal(answer.status, 422)
    const text = await answer.text()
    assert.match(text, /Ada 2 isian yang perlu diperbaiki/)
    assert.match(text, /value="Semua terpasang"/)
  })

  test('an unknown task, a task of another programme and a broken address answer 404', async () => {
    const id = await set.plan()
    for (const path of [
      taskPaths.task(set.slug, newId(set.site.time.now)),
      taskPaths.task('program-lain', id),
      taskPaths.task(set.slug, 'bukan-id'),
      taskPaths.list('tidak-ada'),
    ])
      assert.equal((await set.site.get(path)).status, 404, path)
  })
})

async function count(id: string): Promise<number> {
  const rows = await set.db.admin.kysely.selectFrom('events').select('id').where('subject_id', '=', id).execute()
  return rows.length
}

function record(id: string) {
  return set.db.admin.kysely
    .selectFrom('tasks')
    .select(['title', 'version'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}
