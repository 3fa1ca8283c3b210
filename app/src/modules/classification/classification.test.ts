import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { editTask } from '#modules/tasks/operations/edit-task.ts'
import { taskPaths } from '#modules/tasks/paths.ts'
import { classifyRecord } from './operations/classify-record.ts'
import { confirmClassification } from './operations/confirm-classification.ts'
import { declassifyRecord } from './operations/declassify-record.ts'
import { overturnClassification } from './operations/overturn-classification.ts'
import { classificationPaths as paths } from './paths.ts'
import { saying, stage, test as wholeTest } from './testing/stage.ts'

const set = await stage()
const { slug } = set

describe('withholding a record', () => {
  test('a decision closes the record; its full stub stands in lists and in place of its page, and nothing leaks', async () => {
    const task = await set.plan('Kunjungi rumah Siti Aminah')
    assert.match(await set.page(taskPaths.task(slug, task)), /Kunjungi rumah Siti Aminah/)
    const id = await set.withhold(task)
    assert.equal(await set.classOf(task), 'restricted')
    const list = await set.page(taskPaths.list(slug))
    for (const row of [
      'Daftar keluarga berisiko',
      'Pasal 17 huruf h',
      'Riwayat kesehatan dapat dikenali',
      'persetujuan tertulis',
    ])
      assert.match(list, new RegExp(row))
    assert.match(list, /17 November 2027.*Jumlah keluarga per desa\..*atasan PPID/s)
    assert.doesNotMatch(list, /Siti Aminah|1 catatan terbatas/)
    assert.ok(!list.includes(task))
    const inPlace = await set.site.get(taskPaths.task(slug, task))
    assert.equal(inPlace.status, 403)
    const stub = await inPlace.text()
    assert.match(stub, /Catatan ini dikecualikan.*Pasal 17 huruf h/s)
    assert.doesNotMatch(stub, /Siti Aminah/)
    const api = await set.site.get(`/api/v1${taskPaths.task(slug, task)}`)
    assert.equal(api.status, 404)
    const body = (await api.json()) as { error: { code: string; withheld: { id: string } } }
    assert.equal(body.error.code, 'withheld')
    assert.equal(body.error.withheld.id, id)
    const register = await set.site.get(`/api/v1${paths.list(slug)}`)
    const text = await register.text()
    assert.match(text, /Daftar keluarga berisiko/)
    assert.ok(!text.includes(task))
    assert.match(await set.page(taskPaths.task(slug, task), 'head'), /Siti Aminah/)
  })

  test('a restricted task without a ground is counted, on the desk of who decides, and given one later', async () => {
    const task = await set.plan('Negosiasi harga', { class: 'restricted' })
    assert.match(await set.page(taskPaths.list(slug)), /1 catatan terbatas/)
    assert.match(await set.page(taskPaths.task(slug, task), 'officer'), /belum ada dasar hukumnya/)
    for (const who of ['head', 'informationOfficer'] as const)
      assert.match(await set.page(paths.new(slug, task), who), /Negosiasi harga \(terbatas, belum ada dasar\)/)
    await set.withhold(task, { label: 'Perkiraan harga', ground: '17b', endsWhen: undefined, expiresOn: '2027-02-01' })
    const list = await set.page(taskPaths.list(slug))
    assert.doesNotMatch(list, /catatan terbatas/)
    assert.match(list, /Perkiraan harga.*1 Februari 2027/s)
  })

  test('only the owner’s head and the information officer decide, and the form says so', async () => {
    const task = await set.plan('Jadwal audit')
    for (const who of ['visitor', 'officer', 'otherHead', 'coordinator', 'auditor', 'operator', 'resident'] as const) {
      const outcome = await set.act(classifyRecord, { slug, record: task, ...wholeTest }, set.actors[who])
      assert.ok(outcome.kind === 'denied' || outcome.kind === 'missing', `${who}: ${outcome.kind}`)
      assert.equal(await set.classOf(task), 'public')
    }
    const refusal = await set.site.get(paths.new(slug), { as: set.actors.coordinator })
    assert.equal(refusal.status, 403)
    assert.match(await refusal.text(), /hanya diputuskan pimpinan instansi pemilik/)
    await set.withhold(task, {}, set.actors.informationOfficer)
    assert.equal(await set.classOf(task), 'restricted')
  })

  test('grounds a to f need a last day; j needs its law; what was typed stays', async () => {
    const task = await set.plan('Sengketa kontrak')
    const said = async (fields: object) =>
      saying(await set.act(classifyRecord, { slug, record: task, ...wholeTest, ...fields }))
    assert.match(await said({ ground: '17a' }), /expiresOn: Isi tanggal berakhir/)
    assert.match(await said({ ground: '17j' }), /otherLaw: Sebutkan undang-undangnya/)
    assert.match(await said({ reviewOn: '2026-11-24' }), /reviewOn: Pilih tanggal sesudah hari ini/)
    assert.match(await said({ part: 'passage' }), /place: Sebutkan/)
    const form = { ...wholeTest, record: task, ground: '17c', part: 'record', thenClass: 'public', _key: set.key() }
    const again = await set.site.post(paths.new(slug), form, { as: set.actors.head })
    assert.equal(again.status, 422)
    assert.match(await again.text(), /Isi tanggal berakhir.*Angka per desa sudah cukup/s)
  })

  test('secret takes a second person, whoever decided', async () => {
    const task = await set.plan('Nama pelapor')
    const id = await set.withhold(task, { class: 'secret', ground: '17a', expiresOn: '2028-01-01' })
    assert.equal(await set.classOf(task), 'public')
    const confirm = (who: 'head' | 'informationOfficer') =>
      set.act(confirmClassification, { slug, id }, set.actors[who])
    assert.match(saying(await confirm('head')), /orang lain daripada yang memutuskan/)
    assert.equal((await confirm('informationOfficer')).kind, 'done')
    assert.equal(await set.classOf(task), 'secret')
    assert.equal((await set.site.get(taskPaths.task(slug, task), { as: set.actors.coordinator })).status, 403)
    const twice = await set.act(declassifyRecord, { slug, id, reason: 'Perkara selesai', class: 'members' })
    assert.equal(twice.kind, 'done')
    assert.equal(await set.classOf(task), 'members')
  })

  test('the information officer leaves a read where a title was shown, and none of a secret record that was not', async () => {
    const [open, secret] = [await set.plan('Rujukan', { class: 'restricted' }), await set.plan('Sandi jaringan')]
    await set.db.admin.pool.query(`update tasks set class = 'secret' where id = $1`, [secret])
    const form = await set.page(paths.new(slug), 'informationOfficer')
    assert.match(form, /Rujukan/)
    assert.doesNotMatch(form, /Sandi jaringan/)
    const id = await set.withhold(open)
    await set.page(paths.one(slug, id), 'informationOfficer')
    const reads = `select count(*)::int as n from events where name = 'record.read' and subject_id = $1`
    const count = async (record: string) => (await set.db.admin.pool.query(reads, [record])).rows[0].n
    assert.deepEqual([await count(open), await count(secret)], [2, 0])
    await set.db.admin.pool.query(`update tasks set class = 'public' where id = $1`, [secret])
  })

  test('where existence is protected nothing is told but a total of the year', async () => {
    const before = await set.page(taskPaths.list(slug))
    const task = await set.plan('Operasi penyamaran')
    const id = await set.withhold(task, {
      class: 'secret',
      ground: '17a',
      expiresOn: '2028-01-01',
      hidesExistence: true,
      label: 'Operasi tertutup',
    })
    await set.done(confirmClassification, { slug, id }, set.actors.informationOfficer)
    const after = await set.page(taskPaths.list(slug))
    assert.doesNotMatch(after, /Operasi tertutup|catatan rahasia/)
    assert.equal((after.match(/mf-held__bar/g) ?? []).length, (before.match(/mf-held__bar/g) ?? []).length)
    assert.equal((await set.site.get(taskPaths.task(slug, task))).status, 404)
    assert.equal((await set.site.get(paths.one(slug, id))).status, 404)
    const register = await set.page(paths.list(slug))
    assert.match(register, /1 keputusan tahun 2026 yang keberadaan catatannya dilindungi/)
    assert.doesNotMatch(register, /Operasi tertutup/)
    assert.match(await set.page(taskPaths.task(slug, task), 'observer'), /Operasi tertutup/)
  })

  test('after an objection someone else overturns it; a decision that ended stays as it was', async () => {
    const task = await set.plan('Laporan dana')
    const id = await set.withhold(task)
    const overturn = { slug, id, reason: 'Komisi Informasi membatalkan', class: 'public' }
    assert.match(saying(await set.act(overturnClassification, overturn)), /orang lain/)
    await set.done(overturnClassification, overturn, set.actors.informationOfficer)
    assert.equal(await set.classOf(task), 'public')
    assert.match(await set.page(paths.one(slug, id)), /Dibatalkan setelah keberatan.*Komisi Informasi membatalkan/s)
    assert.match(saying(await set.act(declassifyRecord, { ...overturn })), /sudah berakhir/)
  })

  test('the class of a task is not edited past a decision', async () => {
    const task = await set.plan('Daftar nama')
    const edit = (fields: object) =>
      set.act(editTask, { task, title: 'Daftar nama', ...fields }, set.actors.coordinator)
    assert.match(saying(await edit({ class: 'restricted' })), /class: Menutup tugas/)
    await set.withhold(task)
    assert.match(saying(await edit({ class: 'public' })), /class: Menutup tugas/)
    assert.equal((await edit({ class: 'restricted' })).kind, 'done')
  })
})
