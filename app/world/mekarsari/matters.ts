import type { OrganisationKey } from './cast.ts'

/** A matter of the monthly meetings: on whose behalf, at which meeting first, how often put off, and what came of it. */
export type Matter = {
  title: string
  by: OrganisationKey
  kind: 'decision' | 'discussion' | 'information'
  first: number
  carried?: number
  /** Left out: it still stands open. */
  settled?: string
  /** The decision or the task that came of it, by its question or title. */
  decision?: string
  task?: string
}

export const matters: Matter[] = [
  {
    title: 'Siapa mengelola daftar keluarga berisiko?',
    by: 'dinkes',
    kind: 'decision',
    first: 0,
    carried: 1,
    settled: 'Dinas Kesehatan mengelola daftar; Diskominfo menyediakan tempat penyimpanannya.',
    decision: 'Daftar keluarga berisiko mana yang dipakai bersama?',
  },
  {
    title: 'Irama dan tempat rapat koordinasi',
    by: 'bappeda',
    kind: 'decision',
    first: 0,
    settled: 'Rapat setiap bulan di aula Bappeda; notula disahkan paling lambat tiga hari sesudahnya.',
  },
  {
    title: 'Laporan awal posyandu',
    by: 'dinkes',
    kind: 'information',
    first: 1,
    settled: 'Laporan diterima; 18 desa belum punya alat ukur tinggi badan yang layak.',
  },
  {
    title: 'Pembagian alat ukur ke desa',
    by: 'dppkb',
    kind: 'decision',
    first: 1,
    settled: 'Alat dibagikan menurut banyaknya balita; DPPKB menyusun jadwal antar.',
    task: 'Alat ukur baku tersedia di 112 posyandu',
  },
  {
    title: 'Jadwal sambungan air minum',
    by: 'pupr',
    kind: 'discussion',
    first: 2,
    settled: 'Urutan desa disepakati; anggaran perubahan menyusul.',
  },
  {
    title: 'Format data bersama untuk bantuan pangan',
    by: 'dinsos',
    kind: 'decision',
    first: 3,
    carried: 2,
    settled: 'Format memakai nomor keluarga dari daftar bersama.',
  },
  {
    title: 'Peran penyuluh agama pada kelas ibu hamil',
    by: 'kemenag',
    kind: 'discussion',
    first: 4,
    settled: 'Penyuluh mengisi satu sesi pada setiap kelas.',
  },
  {
    title: 'Tinjauan tengah tahun',
    by: 'bappeda',
    kind: 'information',
    first: 5,
    settled: 'Tinjauan diterima; tiga tonggak mundur karena menunggu data.',
  },
  {
    title: 'Dana kader untuk triwulan berikut',
    by: 'dppkb',
    kind: 'decision',
    first: 6,
    settled: 'Dana kader dibayar dari pos yang ada sampai anggaran perubahan sah.',
  },
  {
    title: 'Menu tambahan dari bahan setempat',
    by: 'yayasan',
    kind: 'discussion',
    first: 7,
    settled: 'Yayasan mencobanya di empat desa.',
  },
  {
    title: 'Akses daftar bersama bagi kader',
    by: 'kominfo',
    kind: 'decision',
    first: 8,
    carried: 2,
    settled: 'Kader membaca desanya sendiri; setiap pembacaan tercatat.',
  },
  {
    title: 'Giliran pemeriksaan ibu hamil di desa jauh',
    by: 'dinkes',
    kind: 'decision',
    first: 8,
    settled: 'Tim berkeliling dua minggu sekali.',
  },
  {
    title: 'Serah terima data kelas PAUD',
    by: 'dikbud',
    kind: 'decision',
    first: 9,
    settled: 'Data diserahkan setiap awal semester.',
  },
  { title: 'Alih kelola sumur dalam', by: 'pupr', kind: 'decision', first: 9, carried: 2 },
  {
    title: 'Penelitian pertumbuhan bersama universitas',
    by: 'universitas',
    kind: 'decision',
    first: 9,
    settled: 'Data tanpa nama dipakai setelah perjanjian berbagi data ditandatangani.',
  },
  {
    title: 'Jadwal pemantauan akhir tahun',
    by: 'bappeda',
    kind: 'decision',
    first: 10,
    settled: 'Pemantauan pada pekan kedua Desember, semua desa.',
  },
  { title: 'Anggaran pendamping desa tahun depan', by: 'dinsos', kind: 'decision', first: 10, carried: 1 },
]
