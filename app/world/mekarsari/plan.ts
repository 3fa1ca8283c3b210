import type { OrganisationKey } from './cast.ts'

/** Days are counted from the first day of the story; it is told over 365 days and the plan reaches beyond. */

type PlannedMeasure = {
  name: string
  en: string
  unit: string
  baseline: number
  target: number
  owner: OrganisationKey
  observed: [day: number, value: number][]
}
type PlannedObjective = {
  title: string
  en: string
  owner?: OrganisationKey
  weight: number
  measures: PlannedMeasure[]
  link?: ['supports' | 'conflicts' | 'duplicates', string]
}

export const objectives: Record<string, PlannedObjective> = {
  stunting: {
    title: 'Stunting anak di bawah dua tahun turun',
    en: 'Stunting of children under two falls',
    weight: 4,
    measures: [
      {
        name: 'Anak di bawah dua tahun yang stunting',
        en: 'Children under two who are stunted',
        unit: 'persen',
        baseline: 24.1,
        target: 14,
        owner: 'dinkes',
        observed: [
          [30, 24.1],
          [120, 23.2],
          [210, 22],
          [285, 21.3],
        ],
      },
    ],
  },
  gizi: {
    title: 'Ibu hamil dan balita mendapat layanan gizi lengkap',
    en: 'Mothers and young children get full nutrition services',
    weight: 3,
    measures: [
      {
        name: 'Ibu hamil yang mendapat enam layanan',
        en: 'Pregnant women who get all six services',
        unit: 'persen',
        baseline: 48,
        target: 90,
        owner: 'dinkes',
        observed: [
          [60, 51],
          [180, 66],
          [300, 79],
        ],
      },
      {
        name: 'Balita yang ditimbang tiap bulan',
        en: 'Young children weighed every month',
        unit: 'persen',
        baseline: 62,
        target: 95,
        owner: 'dppkb',
        observed: [
          [60, 64],
          [180, 75],
          [300, 86],
        ],
      },
    ],
  },
  air: {
    title: 'Keluarga berisiko punya air minum aman dan jamban sehat',
    en: 'Families at risk have safe water and sanitation',
    weight: 2,
    measures: [
      {
        name: 'Desa prioritas dengan air minum aman',
        en: 'Priority villages with safe water',
        unit: 'desa',
        baseline: 2,
        target: 18,
        owner: 'pupr',
        observed: [
          [90, 3],
          [200, 4],
          [320, 6],
        ],
      },
    ],
  },
  data: {
    title: 'Satu daftar keluarga berisiko dipakai semua instansi',
    en: 'One list of families at risk is used by all agencies',
    weight: 2,
    measures: [
      {
        name: 'Instansi yang memakai daftar bersama',
        en: 'Agencies that use the shared list',
        unit: 'instansi',
        baseline: 1,
        target: 8,
        owner: 'kominfo',
        observed: [
          [100, 2],
          [220, 4],
          [330, 6],
        ],
      },
    ],
  },
  asuh: {
    title: 'Keluarga memahami pengasuhan dan makanan bergizi',
    en: 'Families know parenting and nutritious food',
    weight: 1,
    measures: [
      {
        name: 'Desa dengan kelas pengasuhan aktif',
        en: 'Villages with an active parenting class',
        unit: 'desa',
        baseline: 12,
        target: 60,
        owner: 'yayasan',
        observed: [
          [110, 20],
          [230, 33],
          [310, 47],
        ],
      },
    ],
  },
  rtlh: {
    title: 'Rumah tidak layak huni diperbaiki',
    en: 'Unfit houses are repaired',
    owner: 'pupr',
    weight: 1,
    measures: [],
    link: ['supports', 'air'],
  },
  jalan: {
    title: 'Anggaran 2026 diutamakan untuk jalan kabupaten',
    en: 'The 2026 budget puts regency roads first',
    owner: 'pupr',
    weight: 1,
    measures: [],
    link: ['conflicts', 'air'],
  },
  pkh: {
    title: 'Bantuan pangan sampai pada keluarga termiskin',
    en: 'Food assistance reaches the poorest families',
    owner: 'dinsos',
    weight: 1,
    measures: [],
    link: ['supports', 'gizi'],
  },
  kampungkb: {
    title: 'Kampung keluarga berkualitas di tiap desa',
    en: 'A quality-family village everywhere',
    owner: 'dppkb',
    weight: 1,
    measures: [],
    link: ['duplicates', 'asuh'],
  },
  posyandu: {
    title: 'Posyandu aktif tiap bulan',
    en: 'Health posts are active every month',
    owner: 'dinkes',
    weight: 1,
    measures: [],
    link: ['supports', 'gizi'],
  },
}

export const districts = ['Sukamaju', 'Banyuasri', 'Karanganyar', 'Tirtomoyo', 'Gunungsari'] as const
export type ServiceKey =
  | 'ibu-hamil'
  | 'pemantauan-balita'
  | 'imunisasi'
  | 'air-sanitasi'
  | 'pengasuhan'
  | 'bantuan-pangan'

/** Who serves a district with what; a gap is left out, a double is named twice. */
export const serving: Record<ServiceKey, OrganisationKey[][]> = {
  'ibu-hamil': [['dinkes'], ['dinkes'], ['dinkes'], ['dinkes'], ['dinkes']],
  'pemantauan-balita': [['dppkb'], ['dppkb'], ['dppkb', 'dinkes'], ['dppkb'], ['dppkb']],
  imunisasi: [['dinkes'], ['dinkes'], ['dinkes'], ['dinkes'], ['dinkes']],
  'air-sanitasi': [['pupr'], ['pupr'], ['pupr'], [], []],
  pengasuhan: [['dikbud'], ['yayasan'], ['kemenag', 'yayasan'], ['yayasan'], ['dikbud']],
  'bantuan-pangan': [['dinsos'], ['dinsos'], ['dinsos'], ['dinsos'], ['dinsos']],
}

export const serviceTitle: Record<ServiceKey, { id: string; en: string; objective: string; budget: number }> = {
  'ibu-hamil': {
    id: 'Kelas dan pemeriksaan ibu hamil',
    en: 'Antenatal classes and checks',
    objective: 'gizi',
    budget: 240,
  },
  'pemantauan-balita': {
    id: 'Penimbangan balita dengan alat ukur baku',
    en: 'Weighing of young children with standard scales',
    objective: 'gizi',
    budget: 180,
  },
  imunisasi: { id: 'Imunisasi dasar lengkap', en: 'Full basic immunisation', objective: 'gizi', budget: 150 },
  'air-sanitasi': {
    id: 'Sambungan air minum dan jamban',
    en: 'Water connections and latrines',
    objective: 'air',
    budget: 1_400,
  },
  pengasuhan: { id: 'Kelas pengasuhan keluarga', en: 'Parenting classes', objective: 'asuh', budget: 90 },
  'bantuan-pangan': {
    id: 'Bantuan pangan bergizi',
    en: 'Nutritious food assistance',
    objective: 'stunting',
    budget: 620,
  },
}

/** Hours a month that each agency says it can give. */
export const capacities: Partial<Record<OrganisationKey, number>> = {
  bappeda: 320,
  dinkes: 900,
  dinsos: 420,
  pupr: 260,
  kominfo: 140,
  dppkb: 480,
  dikbud: 240,
  kemenag: 160,
  yayasan: 360,
  universitas: 200,
}

/** From that day on an agency has fewer hours: its data officer has left and is not replaced. */
export const capacityCut = { by: 'kominfo', day: 262, hours: 50 } as const
