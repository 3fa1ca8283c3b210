import { publishedTexts } from '#app/published-texts.ts'
import { scanTexts } from '#modules/classification/scan-texts.ts'
import type { Area, Stage } from './stage.ts'

const programme = '/programmes/stunting'

export const secrecyArea: Area = {
  pages: {
    '/programmes/:slug/classifications/:id/confirmation': 'a secret decision that waits for its second person',
    '/text-findings/:id/answer': 'an open text that looks like personal data',
    '/programmes/:slug/breaches/:id': 'personal data that got out',
    '/programmes/:slug/breaches/:id/notices/new': 'personal data that got out',
  },
  async play(stage) {
    await decideSecret(stage)
    await findInText(stage)
    const officer = await stage.person('ppid')
    const breach = {
      owner: 'Dinas Kesehatan Mekarsari',
      kinds: ['identity', 'health', 'children'],
      people: '212',
      discoveredOn: '2026-11-23',
      how: 'Lembar kunjungan bidan terkirim ke grup percakapan warga; sudah dihapus satu jam kemudian.',
    }
    await officer.refused(`${programme}/breaches/new`, { ...breach, discoveredTime: '25.90' })
    const place = await officer.act(`${programme}/breaches/new`, { ...breach, discoveredTime: '14.20' })
    await officer.look(`${place}/notices/new`)
    await officer.act(`${place}/notices/new`, {
      act: 'tell-people',
      body: 'Bidan memberi tahu keluarga satu per satu.',
      toldOn: '2026-11-24',
      toldTime: '09.10',
    })
    await officer.look(place)
  },
}

async function decideSecret(stage: Stage) {
  const coordinator = await stage.person('rina')
  const task = await coordinator.act(`${programme}/tasks/new`, {
    kind: 'activity',
    title: 'Periksa sandi pengelola server data keluarga',
    accountable: 'Dinas Komunikasi dan Informatika',
    class: 'restricted',
  })
  const head = await stage.person('kepalaKominfo')
  const decision = await head.act(`${programme}/classifications/new?record=${task.split('/').at(-1)}`, {
    class: 'secret',
    ground: '17c',
    label: 'Pemeriksaan pengamanan server data keluarga',
    information: 'Cara masuk dan celah yang ditemukan.',
    harm: 'Celah yang belum ditutup dapat dipakai untuk mencuri data keluarga.',
    weighing: 'Sesudah celah ditutup, ringkasannya dibuka.',
    staysOpen: 'Jadwal dan biaya pemeriksaan.',
    expiresOn: '2027-11-20',
    reviewOn: '2027-05-20',
  })
  const second = await stage.person('ppid')
  await second.look(`${decision}/confirmation`)
  await second.act(`${decision}/confirmation`, {})
}

async function findInText(stage: Stage) {
  const { house } = stage
  // The forms ask before such words are sent, so only what is older than they are can hold any.
  await house.db.admin.pool.query(
    `update tasks set title = 'Jemput alat ukur di rumah Ibu Siti Aminah, 0812-3456-7890' where id = (select id from tasks
     where class = 'public' and kind = 'activity' order by created_at desc limit 1)`,
  )
  await scanTexts(house.deps, publishedTexts)
  const finding = await stage.known('select id from open_text_findings')
  const officer = await stage.person('ppid')
  await officer.look(`/text-findings/${finding.id}/answer`)
  await officer.refused(`/text-findings/${finding.id}/answer`, { reason: 'Nomor 0812-3456-7890 milik kantor.' })
  await officer.act(`/text-findings/${finding.id}/answer`, { reason: 'Nomor layanan kantor yang diumumkan.' })
}
