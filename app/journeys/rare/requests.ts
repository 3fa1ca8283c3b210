import type { Area, Stage } from './stage.ts'

const follow = '/information-requests/follow'

export const requestsArea: Area = {
  pages: {
    [`${follow}/:token/reply`]: 'a requester who is asked',
    [`${follow}/:token/dispute`]: 'an objection that the superior decided',
    '/information-requests/:id/reconsideration': 'an objection that waits for the superior',
    '/information-requests/:id/dispute-outcome': 'a dispute that has begun',
  },
  async play(stage) {
    const requester = await stage.visitor()
    const link = await file(stage)
    const { id } = await stage.known('select id from information_requests order by created_at desc limit 1')
    const request = `/information-requests/${id}`
    const officer = await stage.person('ppid')
    await officer.act(`${request}/registration`, {
      subject: 'Hasil penimbangan balita per posyandu',
      purpose: 'Musyawarah dusun',
    })
    await officer.act(`${request}/clarification`, { question: 'Bulan Oktober saja, atau seluruh triwulan ketiga?' })
    await requester.look(`${link}/reply`)
    await requester.act(`${link}/reply`, { reply: 'Seluruh triwulan ketiga.' })
    await officer.refused(`${request}/answer`, { outcome: 'refused', withheld: refusal.withheld, harm: refusal.harm })
    await officer.act(`${request}/answer`, refusal)
    await requester.act(`${link}/objection`, { ground: '35a', reason: 'Kami meminta jumlah, bukan nama anak.' })
    const superior = await stage.person('kepalaBappeda')
    await superior.look(`${request}/reconsideration`)
    await superior.act(`${request}/reconsideration`, { decision: 'upheld', reason: 'Angkanya menunjuk anak tertentu.' })
    await requester.look(`${link}/dispute`)
    await requester.act(`${link}/dispute`, {})
    await officer.look(`${request}/dispute-outcome`)
    await officer.act(`${request}/dispute-outcome`, {
      outcome: 'settled',
      note: 'Mediasi: angka dibuka per kecamatan.',
    })
  },
}

const refusal = {
  outcome: 'refused',
  ground: '17h',
  withheld: 'Berat badan menurut nama anak.',
  harm: 'Riwayat kesehatan anak dapat dikenali tetangganya.',
  weighing: 'Jumlah per kecamatan cukup untuk musyawarah.',
  partial: 'Di posyandu kecil setiap angka menunjuk satu anak.',
}

/** Answers the requester's secret link. */
async function file(stage: Stage): Promise<string> {
  const requester = await stage.visitor()
  await requester.open('/information-requests/new?programme=stunting')
  // A form that comes back at once was filled in by a machine.
  stage.later(1)
  return requester.send({
    asked: 'Hasil penimbangan balita menurut posyandu, triwulan ketiga tahun ini.',
    purpose: 'Musyawarah dusun.',
    name: 'Ratmi Contohsari',
    identityKind: 'nik',
    identityNumber: '3273015708850001',
    email: 'ratmi@contoh.example',
    address: 'Dusun Contoh 7, Mekarsari',
  })
}
