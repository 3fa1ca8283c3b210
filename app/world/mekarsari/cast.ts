/** The people and bodies of Kabupaten Mekarsari. All of them are invented; so is the regency. */

export type OrganisationKey =
  | 'bappeda'
  | 'dinkes'
  | 'dinsos'
  | 'pupr'
  | 'kominfo'
  | 'dppkb'
  | 'dikbud'
  | 'kemenag'
  | 'yayasan'
  | 'universitas'
  | 'forum'
  | 'inspektorat'

type Organisation = {
  name: string
  acronym?: string
  kind: 'agency' | 'non-profit' | 'university' | 'community'
  party: 'lead' | 'member' | 'observer' | 'oversight'
}

export const organisations: Record<OrganisationKey, Organisation> = {
  bappeda: {
    name: 'Badan Perencanaan Pembangunan Daerah Mekarsari',
    acronym: 'Bappeda',
    kind: 'agency',
    party: 'lead',
  },
  dinkes: { name: 'Dinas Kesehatan Mekarsari', acronym: 'Dinkes', kind: 'agency', party: 'member' },
  dinsos: { name: 'Dinas Sosial Mekarsari', acronym: 'Dinsos', kind: 'agency', party: 'member' },
  pupr: {
    name: 'Dinas Pekerjaan Umum dan Penataan Ruang Mekarsari',
    acronym: 'Dinas PUPR',
    kind: 'agency',
    party: 'member',
  },
  kominfo: {
    name: 'Dinas Komunikasi dan Informatika Mekarsari',
    acronym: 'Diskominfo',
    kind: 'agency',
    party: 'member',
  },
  dppkb: {
    name: 'Dinas Pengendalian Penduduk dan Keluarga Berencana Mekarsari',
    acronym: 'DPPKB',
    kind: 'agency',
    party: 'member',
  },
  dikbud: { name: 'Dinas Pendidikan dan Kebudayaan Mekarsari', acronym: 'Disdikbud', kind: 'agency', party: 'member' },
  kemenag: { name: 'Kantor Kementerian Agama Mekarsari', acronym: 'Kemenag', kind: 'agency', party: 'member' },
  yayasan: { name: 'Yayasan Sehat Bersama Mekarsari', kind: 'non-profit', party: 'member' },
  universitas: { name: 'Universitas Mekarsari', acronym: 'Unmek', kind: 'university', party: 'member' },
  forum: { name: 'Forum Warga Mekarsari', kind: 'community', party: 'observer' },
  inspektorat: { name: 'Inspektorat Kabupaten Mekarsari', kind: 'agency', party: 'oversight' },
}

export type PersonKey =
  | 'rina'
  | 'bayu'
  | 'kepalaBappeda'
  | 'kepalaDinkes'
  | 'kepalaDinsos'
  | 'kepalaPupr'
  | 'kepalaKominfo'
  | 'kepalaDppkb'
  | 'kepalaDikbud'
  | 'kepalaKemenag'
  | 'ketuaYayasan'
  | 'rektor'
  | 'ketuaForum'
  | 'laras'
  | 'hendra'
  | 'tono'
  | 'sita'
  | 'dimas'
  | 'maya'
  | 'anwar'
  | 'nisa'
  | 'galih'
  | 'ppid'
  | 'operator'
  | 'auditor'
  | 'fasilitator'
  | 'yoga'
  | 'lina'

type SeatRole = 'officer' | 'head' | 'coordinator' | 'deputy' | 'observer' | 'auditor'
export type Person = {
  name: string
  at: OrganisationKey
  post: string
  seat?: SeatRole
  role?: 'information-officer' | 'facilitator' | 'operator'
  /** Shown on the sign-in page of the example installation. */
  demo?: { id: string; en: string }
}

export const people: Record<PersonKey, Person> = {
  rina: {
    name: 'Rina Wulandari',
    at: 'bappeda',
    post: 'Kepala Bidang Pembangunan Manusia',
    seat: 'coordinator',
    demo: { id: 'Koordinator, Bappeda', en: 'Coordinator, planning agency' },
  },
  bayu: { name: 'Bayu Pratama', at: 'dinkes', post: 'Sekretaris Dinas', seat: 'deputy' },
  kepalaBappeda: { name: 'Sulastri Handayani', at: 'bappeda', post: 'Kepala Badan', seat: 'head' },
  kepalaDinkes: {
    name: 'Wahyu Nugroho',
    at: 'dinkes',
    post: 'Kepala Dinas',
    seat: 'head',
    demo: { id: 'Kepala Dinas Kesehatan', en: 'Head of the health office' },
  },
  kepalaDinsos: { name: 'Endah Purnamasari', at: 'dinsos', post: 'Kepala Dinas', seat: 'head' },
  kepalaPupr: { name: 'Teguh Prasetyo', at: 'pupr', post: 'Kepala Dinas', seat: 'head' },
  kepalaKominfo: { name: 'Ratna Sari Dewi', at: 'kominfo', post: 'Kepala Dinas', seat: 'head' },
  kepalaDppkb: { name: 'Arif Budiman', at: 'dppkb', post: 'Kepala Dinas', seat: 'head' },
  kepalaDikbud: { name: 'Kartika Putri', at: 'dikbud', post: 'Kepala Dinas', seat: 'head' },
  kepalaKemenag: { name: 'Ahmad Fauzan', at: 'kemenag', post: 'Kepala Kantor', seat: 'head' },
  ketuaYayasan: {
    name: 'Maria Kristanti',
    at: 'yayasan',
    post: 'Ketua',
    seat: 'head',
    demo: { id: 'Ketua Yayasan Sehat Bersama', en: 'Chair of a partner foundation' },
  },
  rektor: { name: 'Bambang Sutejo', at: 'universitas', post: 'Rektor', seat: 'head' },
  ketuaForum: { name: 'Siti Rohmah', at: 'forum', post: 'Ketua', seat: 'observer' },
  laras: {
    name: 'Laras Anggraini',
    at: 'dinkes',
    post: 'Pengelola Program Gizi',
    seat: 'officer',
    demo: { id: 'Petugas, Dinas Kesehatan', en: 'Officer, health office' },
  },
  hendra: { name: 'Hendra Gunawan', at: 'dinsos', post: 'Pengelola Bantuan Sosial', seat: 'officer' },
  tono: {
    name: 'Tono Suhartono',
    at: 'pupr',
    post: 'Kepala Seksi Air Minum',
    seat: 'officer',
    demo: { id: 'Petugas, Dinas PUPR', en: 'Officer, public works' },
  },
  sita: { name: 'Sita Maharani', at: 'kominfo', post: 'Pranata Komputer', seat: 'officer' },
  dimas: { name: 'Dimas Saputra', at: 'dppkb', post: 'Penyuluh Keluarga Berencana', seat: 'officer' },
  maya: { name: 'Maya Lestari', at: 'dikbud', post: 'Pengelola PAUD', seat: 'officer' },
  anwar: { name: 'Anwar Hidayat', at: 'kemenag', post: 'Penyuluh Agama', seat: 'officer' },
  nisa: { name: 'Nisa Fadilah', at: 'yayasan', post: 'Koordinator Lapangan', seat: 'officer' },
  galih: { name: 'Galih Permana', at: 'universitas', post: 'Dosen Gizi Masyarakat', seat: 'officer' },
  ppid: {
    name: 'Yuni Astuti',
    at: 'kominfo',
    post: 'Pejabat Pengelola Informasi dan Dokumentasi',
    role: 'information-officer',
    demo: { id: 'Pejabat informasi (PPID)', en: 'Information officer' },
  },
  yoga: { name: 'Yoga Prabowo', at: 'kominfo', post: 'Analis Data' },
  lina: { name: 'Lina Marlina', at: 'dppkb', post: 'Pendamping Kader' },
  operator: {
    name: 'Doni Kurniawan',
    at: 'kominfo',
    post: 'Administrator Sistem',
    role: 'operator',
    demo: { id: 'Pengelola instalasi', en: 'Operator' },
  },
  auditor: {
    name: 'Retno Wijayanti',
    at: 'inspektorat',
    post: 'Auditor Madya',
    seat: 'auditor',
    demo: { id: 'Auditor, Inspektorat', en: 'Auditor' },
  },
  fasilitator: { name: 'Wati Ningsih', at: 'forum', post: 'Fasilitator Desa', role: 'facilitator' },
}

/** Every example account has this password; it is printed at the first start and works in no other installation. */
export const examplePassword = 'jambu-beringin-senja-42'

export function emailOf(key: PersonKey): string {
  return `${key.toLowerCase()}@mekarsari.example`
}
