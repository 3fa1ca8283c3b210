import type { Deps } from '#kernel/web/request.ts'
import { linkToken, newTicket } from '#modules/requests/link.ts'
import { answerRequest } from '#modules/requests/operations/answer-request.ts'
import { askRequester } from '#modules/requests/operations/ask-requester.ts'
import { extendDeadline } from '#modules/requests/operations/extend-deadline.ts'
import { fileRequest } from '#modules/requests/operations/file-request.ts'
import { handOverRequest } from '#modules/requests/operations/hand-over-request.ts'
import { objectToAnswer } from '#modules/requests/operations/object-to-answer.ts'
import { publishAnswer } from '#modules/requests/operations/publish-answer.ts'
import { reconsiderAnswer } from '#modules/requests/operations/reconsider-answer.ts'
import { registerRequest } from '#modules/requests/operations/register-request.ts'
import { replyToOfficer } from '#modules/requests/operations/reply-to-officer.ts'
import { returnMaterial } from '#modules/requests/operations/return-material.ts'
import type { PersonKey } from './cast.ts'
import { erasureSteps } from './erasures.ts'
import type { Step, World } from './world.ts'

type Key = 'tools' | 'budget' | 'visits' | 'water' | 'schedule'
type Asked = { by: PersonKey; name: string; asked: string; purpose: string; subject: string; use: string; desk?: true }

/** Invented people ask; none of the numbers belongs to anyone. */
const asked: Record<Key, Asked> = {
  tools: {
    by: 'maya',
    name: 'Wulan Contohwati',
    asked: 'Berapa alat ukur panjang badan yang dibeli untuk posyandu, dan ke posyandu mana dibagikan?',
    purpose: 'Untuk musyawarah desa kami.',
    subject: 'Jumlah dan pembagian alat ukur posyandu',
    use: 'Musyawarah desa',
  },
  budget: {
    by: 'fasilitator',
    name: 'Karta Contohraharja',
    asked: 'Anggaran makanan tambahan untuk balita di kecamatan kami tahun ini.',
    purpose: 'Ingin tahu apakah cukup sampai akhir tahun.',
    subject: 'Anggaran makanan tambahan per kecamatan',
    use: 'Pengawasan warga',
    desk: true,
  },
  visits: {
    by: 'ketuaForum',
    name: 'Forum Warga Contoh',
    asked: 'Jumlah keluarga berisiko yang sudah dikunjungi di setiap desa.',
    purpose: 'Bahan laporan pemantauan warga.',
    subject: 'Jumlah kunjungan keluarga berisiko per desa',
    use: 'Pemantauan warga',
  },
  water: {
    by: 'ketuaYayasan',
    name: 'Pers Contoh Mekarsari',
    asked: 'Hasil uji mutu air di sumur umum program ini.',
    purpose: 'Untuk liputan.',
    subject: 'Hasil uji mutu air sumur umum',
    use: 'Liputan',
  },
  schedule: {
    by: 'ketuaYayasan',
    name: 'Ayu Contohlestari',
    asked: 'Jadwal pelatihan kader triwulan depan dan siapa yang dapat ikut.',
    purpose: 'Mau mendaftar.',
    subject: 'Jadwal pelatihan kader triwulan depan',
    use: 'Mendaftar pelatihan',
  },
}

/** One answered in time and published, one late, one refused and overturned, one asked back and extended, one open. */
export function requestSteps(deps: Deps): Step[] {
  const tale: Tale = { deps, ids: {} }
  return [
    ...filing(tale, 200, 'tools'),
    ...inTime(tale),
    ...filing(tale, 230, 'budget'),
    step(258, 'ppid', (act) =>
      act(answerRequest, {
        request: tale.ids.budget,
        outcome: 'full',
        answer: 'Rincian per kecamatan ada dalam lampiran rencana kerja. Mohon maaf, jawaban ini melewati tenggat.',
        links: 'https://contoh.example/rincian-makanan-tambahan.csv',
      }),
    ),
    ...erasureSteps(
      deps,
      () => tale.ids.budget!,
      () => tale.ids.water!,
    ),
    ...filing(tale, 255, 'visits'),
    ...refusedAndOverturned(tale),
    ...filing(tale, 310, 'water'),
    ...askedAndExtended(tale),
    ...filing(tale, 359, 'schedule'),
    step(361, 'ppid', (act, { organisations }) =>
      act(handOverRequest, { request: tale.ids.schedule, party: organisations.dinkes }),
    ),
  ]
}

type Tale = { deps: Deps; ids: Partial<Record<Key, string>> }
type Act = (operation: Parameters<World['teller']['act']>[1], input: Record<string, unknown>) => Promise<unknown>

function step(day: number, by: PersonKey, tell: (act: Act, world: World) => Promise<unknown>): Step {
  return {
    day,
    async tell(world) {
      await tell((operation, input) => world.teller.act(world.people[by], operation, input), world)
    },
  }
}

/** Filed, and entered in the register the day after. */
function filing({ deps, ids }: Tale, day: number, key: Key): Step[] {
  const { subject, use } = asked[key]
  return [
    {
      day,
      async tell(world) {
        ids[key] = await filed(deps, world, asked[key])
      },
    },
    step(day + 1, 'ppid', (act) => act(registerRequest, { request: ids[key], subject, purpose: use })),
  ]
}

function inTime({ ids }: Tale): Step[] {
  const text = 'Dibeli 240 alat ukur panjang badan. Sebanyak 224 dibagikan ke posyandu dan 16 menjadi cadangan.'
  const material = 'Dibeli 240 alat, dibagikan ke 224 posyandu; 16 disimpan sebagai cadangan.'
  return [
    step(202, 'ppid', (act, { organisations }) =>
      act(handOverRequest, {
        request: ids.tools,
        party: organisations.dinkes,
        instruction: 'Mohon daftarnya pekan ini.',
      }),
    ),
    step(206, 'kepalaDinkes', (act) => act(returnMaterial, { request: ids.tools, material })),
    step(208, 'ppid', async (act) => {
      await act(answerRequest, { request: ids.tools, outcome: 'full', answer: text })
      await act(publishAnswer, { request: ids.tools, title: asked.tools.subject, text })
    }),
  ]
}

function refusedAndOverturned({ deps, ids }: Tale): Step[] {
  return [
    step(262, 'ppid', (act) => act(answerRequest, { request: ids.visits, ...refused })),
    step(265, 'ketuaForum', (act) =>
      act(objectToAnswer, {
        token: linkToken(deps.secret, ids.visits!),
        ground: '35a',
        reason: 'Yang kami minta jumlah per desa, bukan nama keluarga.',
      }),
    ),
    step(280, 'kepalaBappeda', (act) =>
      act(reconsiderAnswer, {
        request: ids.visits,
        decision: 'overturned',
        reason: 'Jumlah per desa dapat dibuka; desa dengan kurang dari lima keluarga digabung dengan tetangganya.',
      }),
    ),
    step(283, 'ppid', (act) =>
      act(answerRequest, {
        request: ids.visits,
        outcome: 'full',
        answer: 'Jumlah kunjungan per desa terlampir; desa dengan angka kecil digabung.',
        links: 'https://contoh.example/kunjungan-per-desa.csv',
      }),
    ),
  ]
}

function askedAndExtended({ deps, ids }: Tale): Step[] {
  const reason = 'Laboratorium baru menyerahkan hasil dua sumur terakhir pekan depan.'
  return [
    step(313, 'ppid', (act) =>
      act(askRequester, { request: ids.water, question: 'Uji tahun ini saja, atau juga tahun lalu?' }),
    ),
    step(316, 'ketuaYayasan', (act) =>
      act(replyToOfficer, { token: linkToken(deps.secret, ids.water!), reply: 'Tahun ini saja.' }),
    ),
    step(321, 'ppid', (act) => act(extendDeadline, { request: ids.water, reason })),
    step(330, 'ppid', (act) =>
      act(answerRequest, { request: ids.water, outcome: 'full', answer: 'Semua sumur yang diuji memenuhi syarat.' }),
    ),
  ]
}

const refused = {
  outcome: 'refused',
  ground: '17h',
  withheld: 'Jumlah kunjungan keluarga berisiko per desa.',
  harm: 'Di desa kecil, angka dapat menunjuk keluarga tertentu.',
  weighing: 'Rahasia kesehatan keluarga didahulukan.',
  partial: 'Tidak ada bagian yang dibuka.',
} as const

async function filed(deps: Deps, { teller, people, slug }: World, request: Asked): Promise<string> {
  const { by, name, asked, purpose, desk } = request
  const opened = new Date(teller.now().getTime() - 60_000)
  const { id } = await teller.act(people[by], fileRequest(deps.secret), {
    ticket: newTicket(deps.secret, opened),
    programme: slug,
    asked,
    purpose,
    manner: 'mail',
    lang: 'id',
    kind: desk ? 'person' : 'group',
    name,
    identityKind: 'deed',
    identityNumber: 'CONTOH-0001',
    email: 'pemohon@contoh.example',
    address: 'Alamat contoh, Mekarsari',
    ...(desk ? { onBehalf: true } : {}),
  })
  return id
}
