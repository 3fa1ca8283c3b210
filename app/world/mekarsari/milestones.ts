import type { OrganisationKey } from './cast.ts'

type MilestoneType = 'delivery' | 'process-change' | 'product' | 'report'
/** `done`: the day it was closed; `moves`: [day of the move, new due day, who asked]; `waits`: [from, until or null, for whom]. */
export type PlannedMilestone = {
  title: string
  en: string
  type: MilestoneType
  by: OrganisationKey
  due: number
  objective: string
  consults?: OrganisationKey[]
  done?: number
  moves?: [day: number, due: number, asked: OrganisationKey][]
  waits?: [from: number, until: number | null, on: OrganisationKey][]
  /** Evidence is given, but the task is still open. */
  evidenced?: number
  /** Closed, and nobody has looked at it yet. */
  unverified?: boolean
  /** Offered to another agency, which has not answered. */
  offered?: [day: number, to: OrganisationKey]
}

const m = (
  by: OrganisationKey,
  type: MilestoneType,
  objective: string,
  due: number,
  title: string,
  en: string,
  more: Partial<PlannedMilestone> = {},
): PlannedMilestone => ({ by, type, objective, due, title, en, ...more })

export const milestones: PlannedMilestone[] = [
  m(
    'bappeda',
    'product',
    'stunting',
    40,
    'Piagam program ditandatangani semua pihak',
    'Charter signed by all parties',
    { done: 38, consults: ['dinkes'] },
  ),
  m('bappeda', 'report', 'stunting', 59, 'Hasil analisis situasi diumumkan', 'Situation analysis published', {
    done: 57,
    consults: ['dinkes'],
  }),
  m(
    'kominfo',
    'process-change',
    'data',
    210,
    'Data keluarga berisiko disatukan',
    'Data of families at risk brought together',
    {
      done: 286,
      consults: ['bappeda'],
      moves: [
        [180, 250, 'kominfo'],
        [240, 286, 'kominfo'],
      ],
      waits: [
        [60, 118, 'dinsos'],
        [150, 196, 'dppkb'],
      ],
    },
  ),
  m(
    'kominfo',
    'process-change',
    'data',
    300,
    'Semua puskesmas memakai daftar bersama',
    'All health centres use the shared list',
    {
      moves: [
        [280, 340, 'kominfo'],
        [330, 390, 'kominfo'],
      ],
      waits: [[290, null, 'dinkes']],
      consults: ['bappeda'],
    },
  ),
  m(
    'dinsos',
    'process-change',
    'data',
    290,
    'Bantuan pangan disalurkan menurut daftar bersama',
    'Food assistance follows the shared list',
    { moves: [[275, 350, 'dinsos']], waits: [[300, null, 'kominfo']], consults: ['bappeda'] },
  ),
  m(
    'dinkes',
    'delivery',
    'gizi',
    305,
    'Alat ukur baku tersedia di 112 posyandu',
    'Standard scales in 112 health posts',
    { moves: [[296, 395, 'dinkes']], waits: [[285, null, 'bappeda']], consults: ['bappeda'] },
  ),
  m('dinkes', 'delivery', 'gizi', 285, 'Kader 112 posyandu selesai dilatih', 'Volunteers of 112 health posts trained', {
    done: 283,
    consults: ['universitas', 'dppkb'],
  }),
  m(
    'dinkes',
    'report',
    'stunting',
    281,
    'Hasil pengukuran Agustus diumumkan',
    'Results of the August measurement published',
    { done: 280, consults: ['bappeda'] },
  ),
  m(
    'dppkb',
    'delivery',
    'gizi',
    300,
    'Tim pendamping keluarga lengkap di semua desa',
    'Family support teams complete in all villages',
    { done: 299, consults: ['bappeda'] },
  ),
  m('pupr', 'delivery', 'air', 310, 'Air minum aman di enam desa pertama', 'Safe water in the first six villages', {
    done: 345,
    moves: [[300, 345, 'pupr']],
    waits: [[250, 288, 'bappeda']],
    consults: ['bappeda'],
  }),
  m(
    'pupr',
    'delivery',
    'air',
    350,
    'Daftar 18 desa prioritas air minum diserahkan',
    'List of 18 priority villages handed over',
    { waits: [[298, null, 'dinsos']], consults: ['bappeda'] },
  ),
  m('pupr', 'product', 'air', 430, 'Rencana teknis jamban sehat selesai', 'Technical plan for sanitation finished', {
    moves: [[320, 470, 'pupr']],
  }),
  m('pupr', 'delivery', 'air', 580, 'Air minum aman di 18 desa prioritas', 'Safe water in 18 priority villages', {
    moves: [[335, 670, 'pupr']],
  }),
  m(
    'dikbud',
    'delivery',
    'asuh',
    320,
    'Modul pengasuhan dipakai di 40 PAUD',
    'Parenting module in use in 40 early-childhood centres',
    { done: 318, consults: ['bappeda'] },
  ),
  m(
    'kemenag',
    'delivery',
    'asuh',
    330,
    'Bimbingan calon pengantin memuat gizi',
    'Marriage preparation includes nutrition',
    { done: 329, consults: ['bappeda'] },
  ),
  m(
    'yayasan',
    'delivery',
    'asuh',
    335,
    'Kelas pengasuhan berjalan di 47 desa',
    'Parenting classes run in 47 villages',
    { done: 333, consults: ['bappeda'] },
  ),
  m(
    'universitas',
    'report',
    'stunting',
    340,
    'Laporan evaluasi tahun pertama selesai',
    'First-year evaluation report finished',
    { done: 352, moves: [[338, 352, 'universitas']], consults: ['bappeda'] },
  ),
  m('bappeda', 'report', 'stunting', 357, 'Laporan triwulan ketiga diumumkan', 'Third-quarter report published', {
    done: 356,
    consults: ['dinkes'],
  }),
  m(
    'dinsos',
    'delivery',
    'gizi',
    345,
    'Bantuan pangan tahap dua tersalurkan',
    'Second round of food assistance delivered',
    { done: 344, consults: ['bappeda'] },
  ),
  m(
    'dppkb',
    'product',
    'gizi',
    355,
    'Buku pantau keluarga dicetak dan dibagikan',
    'Family record books printed and handed out',
    { done: 354 },
  ),
  m('dinkes', 'product', 'gizi', 360, 'Spesifikasi alat ukur posyandu disahkan', 'Specification of scales approved', {
    waits: [[332, null, 'bappeda']],
    consults: ['bappeda'],
  }),
  m(
    'kominfo',
    'product',
    'data',
    380,
    'Perjanjian berbagi data tiga isian ditandatangani',
    'Data-sharing agreement for three fields signed',
    { waits: [[355, null, 'dinsos']], consults: ['bappeda'] },
  ),
  m('bappeda', 'product', 'stunting', 420, 'Anggaran 2027 disepakati bersama', 'Budget for 2027 agreed', {
    consults: ['dinkes'],
  }),
  m('bappeda', 'report', 'stunting', 450, 'Evaluasi tengah bersama warga', 'Mid-term evaluation with citizens', {
    consults: ['dinkes'],
  }),
  m('dinkes', 'report', 'gizi', 372, 'Laporan gizi bulan Oktober disusun', 'Nutrition report of October drawn up', {
    evidenced: 359,
  }),
  m('dppkb', 'product', 'gizi', 352, 'Lembar pantau keluarga baru diterbitkan', 'New family record sheet issued', {
    done: 351,
    unverified: true,
    consults: ['dinkes'],
  }),
  m('dinsos', 'delivery', 'gizi', 390, 'Daftar penerima bantuan dicocokkan', 'List of people assisted compared', {
    offered: [361, 'dinkes'],
  }),
]
