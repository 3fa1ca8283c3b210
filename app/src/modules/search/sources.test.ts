import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readCatalogue } from '#kernel/testing/catalogue.ts'
import { type Row, Samples } from '#kernel/testing/sample-rows.ts'
import { classifyRecord } from '#modules/classification/operations/classify-record.ts'
import { openInPart } from '#modules/classification/operations/open-in-part.ts'
import { redactionPaths } from '#modules/classification/paths.ts'
import { test as consequences } from '#modules/classification/testing/stage.ts'
import { escalationPaths } from '#modules/escalations/paths.ts'
import { monitoringPaths } from '#modules/monitoring/paths.ts'
import { programmePaths } from '#modules/programmes/paths.ts'
import { taskPaths } from '#modules/tasks/paths.ts'
import { stage } from './testing/stage.ts'

const set = await stage()
const { slug, db } = set
const { pool } = db.admin
const samples = new Samples(set, pool, await readCatalogue(pool))
const insert = async (table: string, given: object, recordClass: 'public' | 'restricted' = 'public'): Promise<Row> => {
  const row = { ...(await samples.build(table, recordClass)), ...given }
  await samples.insert(pool, table, row)
  return row
}
const href = async (q: string) => (await set.ask(q)).found.map((one) => one.href)

describe('more kinds of records', () => {
  test('a charter is found from the day it is in force, with what it says of roles and laws, and stays found', async () => {
    const legal_basis = JSON.stringify([{ title: 'Perda Rembulan 4/2031', lang: 'id', url: 'https://tautan.example' }])
    const given = {
      number: 71,
      purpose: 'Menjaga rembulan',
      purpose_en: 'Keeping the moonlight',
      legal_basis,
      lang: 'id',
    }
    const { id } = await insert('charter_versions', { ...given, status: 'draft', roles: '[]' })
    const become = (status: string) => pool.query('update charter_versions set status = $2 where id = $1', [id, status])
    for (const status of ['draft', 'proposed', 'replaced']) {
      await become(status)
      for (const q of ['rembulan', 'moonlight'])
        for (const who of [set.actors.visitor, set.actors.coordinator])
          assert.deepEqual(await set.find(q, who), [], status)
    }
    for (const status of ['in-force', 'superseded']) {
      await become(status)
      for (const q of ['perda rembulan', 'moonlight']) assert.deepEqual(await set.find(q), [id], q)
    }
    assert.deepEqual(await set.find('tautan'), [], 'an address is no word')
    assert.deepEqual(await href('rembulan'), [programmePaths.charterVersion(slug, 71)])
    await pool.query(`update programmes set name = 'Program Kunangan' where id = $1`, [set.programmeId])
    assert.deepEqual(new Set(await set.find('kunangan')), new Set([set.programmeId, id]))
  })

  test('an escalation with what was tried and answered, a mitigation by the catalogue’s words or its own', async () => {
    const escalation = await insert('escalations', { question: 'Siapa membayar dermaga?', tried: 'Sudah musyawarah.' })
    await insert('escalation_answers', { escalation_id: escalation.id, reason: 'Dinas Bahari menanggung.' })
    for (const q of ['dermaga', 'musyawarah', 'bahari']) assert.deepEqual(await set.find(q), [escalation.id], q)
    assert.deepEqual(await href('dermaga'), [escalationPaths.one(String(escalation.id))])
    const obstacle = await insert('obstacles', { detector: 'D12' })
    const named = await insert('mitigations', { obstacle_id: obstacle.id, key: 'substitute', text: null })
    const own = await insert('mitigations', { obstacle_id: obstacle.id, key: null, text: 'Undang penyuluh' })
    for (const q of ['pengganti pengambil keputusan', 'substitute decision-maker'])
      assert.deepEqual(await set.find(q, undefined, { kind: 'mitigation' }), [named.id], q)
    await insert('mitigation_moves', { mitigation_id: own.id, kind: 'dropped', note: 'Penyuluh pensiun.' })
    for (const q of ['penyuluh', 'pensiun']) assert.deepEqual(await set.find(q), [own.id], q)
    assert.deepEqual(await href('pensiun'), [monitoringPaths.obstacle(slug, String(obstacle.id))])
    await pool.query(`update mitigations set class = 'restricted' where id = $1`, [own.id])
    assert.deepEqual(await set.find('pensiun'), [])
    assert.match(await set.page('pengganti pengambil'), /Tunjuk/)
  })

  test('a task by its evidence', async () => {
    const task = await set.plan('Bangun jembatan')
    await insert('task_evidence', { task_id: task, what: 'Berita acara peresmian', body: 'Dihadiri camat Wringin.' })
    for (const q of ['peresmian', 'wringin']) assert.deepEqual(await set.find(q), [task], q)
    assert.deepEqual(await href('wringin'), [taskPaths.task(slug, task)])
    await pool.query(`update tasks set class = 'restricted' where id = $1`, [task])
    assert.deepEqual([await set.find('wringin'), await set.find('wringin', set.actors.head)], [[], [task]])
  })

  test('a version that is open in part by its open words and the public reasons, never by what is withheld', async () => {
    const task = await set.plan('Rujuk pasien')
    const given = { ...consequences, slug, record: task }
    const { id } = await set.done<{ id: string }>(classifyRecord, given, set.actors.head)
    const text = 'Pasien [[h: Sumiati Rahayu]] dirujuk ke klinik Kamboja.'
    const made = await set.done<{ id: string }>(openInPart, { slug, id, title: 'Rujukan', text }, set.actors.head)
    for (const q of ['kamboja', 'dirujuk kamboja', 'keluarga berisiko'])
      assert.deepEqual(await set.find(q), [made.id], q)
    assert.deepEqual(await set.find('sumiati'), [])
    assert.deepEqual(await href('kamboja'), [redactionPaths.one(slug, made.id)])
    const table = 'Desa;Laki-laki;Perempuan\nCempaka;12;13\nTirtasari;1.250;18'
    const rows = await set.done<{ id: string }>(openInPart, { slug, id, title: 'Kasus', table }, set.actors.head)
    assert.deepEqual(await set.find('cempaka'), [rows.id])
    const hidden = await insert('classifications', {
      ...(await samples.build('classifications', 'public')),
      hides_existence: true,
      part: 'field',
      place: 'Nama',
    })
    const passages = '[{"text": "Wisma anggrek"}]'
    await insert('redactions', { classification_id: hidden.id, title: 'Rahasia', passages })
    assert.deepEqual(await set.find('anggrek', set.actors.coordinator), [])
  })
})
