import { houseMonitoring } from '#app/modules.ts'
import type { Area, Stage } from './stage.ts'

const programme = '/programmes/stunting'

export const programmesArea: Area = {
  pages: {
    '/programmes/:slug/charter/draft/cells': 'a charter version that is being drafted',
    '/programmes/:slug/charter/versions/:number': 'a version that is not in force',
    '/programmes/:slug/grants/new': 'a record that is withheld, which it is opened from',
    '/programmes/:slug/interests/:person/controls/new': 'a conflict of interest that nobody has decided on',
    '/programmes/:slug/evaluation/:evaluation': 'a preview that was asked for',
    '/programmes/:slug/mitigations/:mitigation/review': 'a mitigation on its day of review',
  },
  async play(stage) {
    await draftCharter(stage)
    await stage.leave()
    await openOneRecord(stage)
    await declareConflict(stage)
    await previewAndReview(stage)
  },
}

async function draftCharter(stage: Stage) {
  const coordinator = await stage.person('rina')
  const typed = { quorum: '140', office: 'Bupati Mekarsari, masa jabatan 2025–2030' }
  await coordinator.refused(`${programme}/charter/draft`, typed)
  const version = await coordinator.act(`${programme}/charter/draft`, { ...typed, quorum: '60' })
  await coordinator.look(version)
  await coordinator.look(`${programme}/charter/draft/cells`)
  await coordinator.act(`${programme}/charter/draft/cells`, {})
}

async function openOneRecord(stage: Stage) {
  const officer = await stage.person('ppid')
  const record = await stage.known(
    `select record_id as id from classifications c join programmes p on p.id = c.programme_id where p.slug = 'stunting'
     and ground = '17h'`,
  )
  const form = `${programme}/grants/new?record=${record.id}`
  await officer.refused(form, { personId: 'Tono Suhartono', why: 'Memeriksa alamat sebelum pipa dipasang.' })
  await officer.act(form, {
    personId: 'Tono Suhartono',
    why: 'Memeriksa alamat sebelum pipa dipasang.',
    until: '2026-12-24',
  })
  await officer.look(form)
}

async function declareConflict(stage: Stage) {
  const officer = await stage.person('dimas')
  await officer.act('/work/interests/new', {
    kind: 'post',
    organisation: 'Yayasan Sehat Bersama Mekarsari',
    note: 'Bendahara sejak tahun lalu (rekaan).',
    complete: 'yes',
  })
  const dimas = await stage.known(`select id from people where name = 'Dimas Saputra'`)
  const coordinator = await stage.person('rina')
  const form = `${programme}/interests/${dimas.id}/controls/new`
  await coordinator.look(form)
  const decided = { organisation: 'Yayasan Sehat Bersama', measure: 'recusal' }
  await coordinator.refused(form, decided)
  await coordinator.act(form, { ...decided, reason: 'Tidak ikut menilai pekerjaan yayasan itu (rekaan).' })
}

async function previewAndReview(stage: Stage) {
  const coordinator = await stage.person('rina')
  await coordinator.refused(`${programme}/evaluation`, { at: '2027-06-01' })
  await coordinator.look(await coordinator.act(`${programme}/evaluation`, {}))
  await stage.leave()

  const mitigation = await stage.known<{ id: string; programme_id: string; review_on: string }>(
    `select id, programme_id, review_on from mitigations where state = 'adopted' order by review_on`,
  )
  stage.on(mitigation.review_on)
  // The evaluation that the week's job makes.
  await houseMonitoring.evaluateProgramme(stage.house.deps, mitigation.programme_id, mitigation.review_on, 'weekly', {
    now: stage.now(),
  })
  const later = await stage.person('rina')
  const form = `${programme}/mitigations/${mitigation.id}/review`
  await later.look(form)
  const finding = 'Dua petugas pinjaman sudah bekerja di dinas yang kekurangan orang.'
  await later.refused(form, { finding, again: mitigation.review_on })
  await later.act(form, { finding })
}
