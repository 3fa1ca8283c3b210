import type { Method } from '#modules/resources/contract.ts'
import type { ResourceKind } from '#modules/resources/resource.ts'
import type { OrganisationKey } from './cast.ts'

/** Whose money it is, and who is paid: bodies of the story that are no party. All of them are invented. */
export const bodies = {
  kas: { name: 'Kas Daerah Kabupaten Mekarsari', kind: 'agency' },
  bantuan: { name: 'Dana Bantuan Gizi (rekaan)', kind: 'agency' },
  timbang: { name: 'CV Timbang Sehat Mekarsari', kind: 'business' },
  pangan: { name: 'UD Sari Pangan Mekarsari', kind: 'business' },
  tirta: { name: 'CV Bumi Tirta Mekarsari', kind: 'business' },
} as const
export type BodyKey = keyof typeof bodies

const million = 1_000_000

export type PlannedLine = {
  key: string
  agency: OrganisationKey
  source: BodyKey | 'yayasan'
  title: string
  en: string
  /** In millions of rupiah. */
  planned: number
  /** A place of the programme, counted from 0; left out: all of it. */
  territory?: number
  /** Day, millions, and what the evidence is. */
  spent?: [day: number, millions: number, evidence: string][]
  revised?: { day: number; to: number; because: string }
}

/** The year before the programme, told for comparison: it is over, so spending can be held against the plan. */
export const lastYear: PlannedLine[] = [
  {
    key: 'pmt-lalu',
    agency: 'dinkes',
    source: 'kas',
    title: 'Makanan tambahan balita dan ibu hamil',
    en: 'Extra food for toddlers and pregnant women',
    planned: 1050,
    spent: [[31, 921, 'Laporan keuangan akhir tahun Dinas Kesehatan']],
  },
  {
    key: 'air-lalu',
    agency: 'pupr',
    source: 'kas',
    title: 'Sumur bor dan jaringan air minum desa',
    en: 'Wells and village water networks',
    planned: 1800,
    spent: [[31, 1512, 'Laporan keuangan akhir tahun Dinas PUPR']],
  },
  {
    key: 'data-lalu',
    agency: 'kominfo',
    source: 'kas',
    title: 'Penyatuan data keluarga',
    en: 'Joining family data',
    planned: 250,
    spent: [[31, 241, 'Laporan keuangan akhir tahun Diskominfo']],
  },
]

/** The running year. */
export const thisYear: PlannedLine[] = [
  {
    key: 'pmt',
    agency: 'dinkes',
    source: 'kas',
    title: 'Makanan tambahan balita dan ibu hamil',
    en: 'Extra food for toddlers and pregnant women',
    planned: 1200,
    revised: { day: 185, to: 1130, because: 'Sebagian dialihkan ke bantuan pangan keluarga.' },
    spent: [
      [120, 310, 'SP2D triwulan pertama'],
      [215, 335, 'SP2D triwulan kedua'],
      [310, 240, 'SP2D triwulan ketiga'],
    ],
  },
  {
    key: 'timbangan',
    agency: 'dinkes',
    source: 'kas',
    title: 'Alat ukur dan timbangan posyandu',
    en: 'Measuring boards and scales for health posts',
    planned: 640,
    spent: [
      [205, 180, 'Berita acara serah terima tahap pertama'],
      [295, 2050, 'Berita acara serah terima tahap kedua'],
    ],
  },
  {
    key: 'kader',
    agency: 'dinkes',
    source: 'bantuan',
    title: 'Pelatihan kader posyandu',
    en: 'Training of health post volunteers',
    planned: 420,
    spent: [[240, 265, 'Laporan pelatihan enam kecamatan']],
  },
  {
    key: 'air',
    agency: 'pupr',
    source: 'kas',
    title: 'Sumur bor dan jaringan air minum desa',
    en: 'Wells and village water networks',
    planned: 2350,
    territory: 0,
    revised: { day: 190, to: 2490, because: 'Sisa hibah pendampingan Rp 140 juta dialihkan ke dua sumur gali.' },
    spent: [
      [230, 610, 'Sertifikat pembayaran bulanan nomor 1'],
      [330, 720, 'Sertifikat pembayaran bulanan nomor 2'],
    ],
  },
  {
    key: 'jamban',
    agency: 'pupr',
    source: 'bantuan',
    title: 'Jamban keluarga',
    en: 'Family latrines',
    planned: 900,
    territory: 1,
    spent: [[270, 415, 'Daftar penerima yang sudah diperiksa']],
  },
  {
    key: 'pangan',
    agency: 'dinsos',
    source: 'kas',
    title: 'Bantuan pangan keluarga berisiko',
    en: 'Food aid for families at risk',
    planned: 1100,
    spent: [[255, 640, 'Berita acara penyaluran semester pertama']],
  },
  {
    key: 'data',
    agency: 'kominfo',
    source: 'kas',
    title: 'Penyatuan data keluarga',
    en: 'Joining family data',
    planned: 380,
    spent: [[300, 95, 'Kuitansi sewa peladen']],
  },
  {
    key: 'transpor',
    agency: 'dppkb',
    source: 'kas',
    title: 'Uang transpor kader',
    en: 'Travel money of volunteers',
    planned: 180,
    revised: { day: 95, to: 264, because: 'Keputusan bersama: Rp 30.000 untuk enam desa terjauh.' },
    spent: [[250, 132, 'Rekapitulasi kunjungan semester pertama']],
  },
  {
    key: 'pendampingan',
    agency: 'yayasan',
    source: 'yayasan',
    title: 'Pendampingan keluarga di tiga desa',
    en: 'Accompanying families in three villages',
    planned: 210,
    spent: [[260, 118, 'Laporan tengah tahun yayasan']],
  },
]

/** One noughts too many in the second payment for scales, noticed a week later. */
export const correction = {
  line: 'timbangan',
  day: 302,
  millions: 205,
  because: 'Kelebihan satu nol; seharusnya 205 juta.',
}

export type PlannedContract = {
  day: number
  line: string
  supplier: BodyKey
  number: string
  title: string
  en: string
  method: Method
  bids: number
  millions: number
}

/** Three of the five that the health office asked for went to one supplier: obstacle D12. */
export const plannedContracts: PlannedContract[] = [
  {
    day: 140,
    line: 'pmt',
    supplier: 'pangan',
    number: '027/041/Dinkes',
    title: 'Makanan tambahan semester pertama',
    en: 'Extra food, first half',
    method: 'open',
    bids: 4,
    millions: 520,
  },
  {
    day: 175,
    line: 'timbangan',
    supplier: 'timbang',
    number: '027/066/Dinkes',
    title: 'Timbangan bayi digital tahap pertama',
    en: 'Digital baby scales, first lot',
    method: 'open',
    bids: 3,
    millions: 190,
  },
  {
    day: 220,
    line: 'timbangan',
    supplier: 'timbang',
    number: '027/088/Dinkes',
    title: 'Alat ukur panjang badan',
    en: 'Length measuring boards',
    method: 'limited',
    bids: 1,
    millions: 145,
  },
  {
    day: 235,
    line: 'air',
    supplier: 'tirta',
    number: '600/117/PUPR',
    title: 'Pengeboran empat sumur',
    en: 'Drilling of four wells',
    method: 'open',
    bids: 5,
    millions: 1310,
  },
  {
    day: 265,
    line: 'timbangan',
    supplier: 'timbang',
    number: '027/109/Dinkes',
    title: 'Timbangan bayi digital tahap kedua',
    en: 'Digital baby scales, second lot',
    method: 'direct',
    bids: 1,
    millions: 205,
  },
  {
    day: 285,
    line: 'pmt',
    supplier: 'pangan',
    number: '027/121/Dinkes',
    title: 'Makanan tambahan semester kedua',
    en: 'Extra food, second half',
    method: 'open',
    bids: 3,
    millions: 545,
  },
]

export type PlannedOffer = {
  day: number
  by: OrganisationKey
  kind: ResourceKind
  title: string
  en: string
  description: string
  quantity: number
  unit: string
}

export const plannedOffers: PlannedOffer[] = [
  {
    day: 60,
    by: 'kominfo',
    kind: 'system',
    title: 'Peladen data daerah',
    en: 'Regency data server',
    description: 'Ruang simpan dan cadangan harian untuk data program; minta lewat Diskominfo tiga hari sebelumnya.',
    quantity: 2,
    unit: 'terabita',
  },
  {
    day: 66,
    by: 'dikbud',
    kind: 'place',
    title: 'Ruang kelas sekolah dasar pada sore hari',
    en: 'Primary school rooms in the afternoon',
    description: 'Pukul 14.00 sampai 17.00, Senin sampai Kamis.',
    quantity: 24,
    unit: 'ruang',
  },
  {
    day: 72,
    by: 'dinsos',
    kind: 'equipment',
    title: 'Mobil layanan keliling',
    en: 'Mobile service van',
    description: 'Selasa dan Kamis, dengan pengemudi.',
    quantity: 1,
    unit: 'mobil',
  },
  {
    day: 110,
    by: 'universitas',
    kind: 'staff-time',
    title: 'Pendampingan analisis gizi oleh dosen',
    en: 'Nutrition analysis by lecturers',
    description: 'Untuk satu pertanyaan tiap bulan.',
    quantity: 40,
    unit: 'jam sebulan',
  },
]

export const rupiah = (millions: number) => millions * million
