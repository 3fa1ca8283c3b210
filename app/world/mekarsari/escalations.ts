import { escalationLinks } from '#app/escalation-links.ts'
import { answerEscalation } from '#modules/escalations/operations/answer-escalation.ts'
import { raiseEscalation } from '#modules/escalations/operations/raise-escalation.ts'
import type { OrganisationKey, PersonKey } from './cast.ts'
import { headOf, type Step, type World } from './world.ts'

type Escalated = {
  day: number
  by: PersonKey
  to: OrganisationKey[]
  question: string
  tried: string
  /** Days after it was raised, by whom, and what the head said; without it, it still waits. */
  answer?: { after: number; by: OrganisationKey; kind: 'settled' | 'declined'; reason: string }
}

const escalated: Escalated[] = [
  {
    day: 150,
    by: 'laras',
    to: ['dinsos'],
    question: 'Siapa yang menanggung angkutan alat ukur ke posyandu terpencil?',
    tried: 'Dibahas dalam dua rapat teknis; kedua dinas menunggu anggaran dinas yang lain.',
    answer: {
      after: 9,
      by: 'dinsos',
      kind: 'settled',
      reason: 'Mobil layanan Dinas Sosial mengantar alat pada hari Selasa dan Kamis.',
    },
  },
  {
    day: 245,
    by: 'hendra',
    to: ['pupr', 'dinkes'],
    question: 'Bolehkah jadwal perbaikan jalan didahulukan di dua desa tanpa air minum aman?',
    tried: 'Tiga surat antarbidang sejak dua bulan lalu; tidak ada yang berwenang mengubah jadwal.',
    answer: {
      after: 40,
      by: 'pupr',
      kind: 'settled',
      reason: 'Jadwal diubah: kedua desa dikerjakan lebih dulu, sebelum musim hujan.',
    },
  },
  {
    day: 358,
    by: 'maya',
    to: ['kominfo'],
    question: 'Kapan aplikasi daftar keluarga dapat dipakai bidan tanpa sinyal?',
    tried: 'Permintaan lewat meja bantuan ditutup dua kali tanpa jawaban.',
  },
]

/** What officers could not settle: one answered in time, one late, and one that still waits. */
export function escalationSteps(): Step[] {
  return escalated.flatMap((one) => {
    const known: { id?: string } = {}
    const raised: Step = { day: one.day, tell: (world) => raise(world, one, known) }
    if (!one.answer) return [raised]
    return [raised, { day: one.day + one.answer.after, tell: (world) => answer(world, one, known.id!) }]
  })
}

async function raise(world: World, { by, to, question, tried }: Escalated, known: { id?: string }): Promise<void> {
  const { teller, slug, people, organisations } = world
  const asked = { programme: slug, question, tried, to: to.map((key) => organisations[key]) }
  known.id = (await teller.act(people[by], raiseEscalation(escalationLinks), asked)).escalation
}

async function answer({ teller, people }: World, { answer: said }: Escalated, escalation: string): Promise<void> {
  const { by, kind, reason } = said!
  await teller.act(people[headOf(by)], answerEscalation(escalationLinks), { escalation, kind, reason })
}
