import type { OrganisationKey } from './cast.ts'
import { earlierCommitments } from './earlier-commitments.ts'

/** Days are counted from the first day of the story. `assessed`: on which day, with which outcome on the IRM scale. */
export type PlannedCommitment = {
  by: OrganisationKey
  what: string
  en: string
  amount: number
  unit: string
  due: number
  assessed?: [day: number, outcome: 'complete' | 'substantial' | 'limited' | 'not-started']
  moved?: [day: number, due: number]
}
const c = (
  by: OrganisationKey,
  what: string,
  en: string,
  amount: number,
  unit: string,
  due: number,
  more: Partial<PlannedCommitment> = {},
): PlannedCommitment => ({ by, what, en, amount, unit, due, ...more })

export const commitments: PlannedCommitment[] = [
  ...earlierCommitments,
  c('dinkes', 'Melatih kader posyandu', 'Train health-post volunteers', 224, 'orang', 290, {
    assessed: [300, 'complete'],
  }),
  c('dinkes', 'Menyediakan alat ukur baku', 'Provide standard scales', 112, 'posyandu', 305, {
    assessed: [322, 'limited'],
    moved: [296, 395],
  }),
  c('dinkes', 'Membagikan tablet tambah darah', 'Distribute iron tablets', 5_400, 'ibu', 330, {
    assessed: [340, 'complete'],
  }),
  c('dppkb', 'Menugaskan pendamping keluarga', 'Assign family supporters', 310, 'orang', 300, {
    assessed: [308, 'complete'],
  }),
  c(
    'dinsos',
    'Menyalurkan bantuan pangan tahap dua',
    'Deliver the second round of food assistance',
    3_200,
    'keluarga',
    345,
    { assessed: [350, 'complete'] },
  ),
  c('dinsos', 'Memutakhirkan data keluarga miskin', 'Update the data of poor families', 9_800, 'keluarga', 320, {
    assessed: [335, 'substantial'],
  }),
  c('pupr', 'Menyambung air minum', 'Connect safe water', 6, 'desa', 310, {
    assessed: [352, 'substantial'],
    moved: [300, 345],
  }),
  c('pupr', 'Membangun jamban sehat', 'Build latrines', 400, 'unit', 340, { assessed: [355, 'not-started'] }),
  c('kominfo', 'Menyiapkan peladen daftar bersama', 'Prepare the server of the shared list', 1, 'layanan', 285, {
    assessed: [292, 'complete'],
  }),
  c('dikbud', 'Mencetak modul pengasuhan', 'Print parenting modules', 2_000, 'buku', 318, {
    assessed: [326, 'complete'],
  }),
  c(
    'kemenag',
    'Menambah materi gizi untuk calon pengantin',
    'Add nutrition to marriage preparation',
    9,
    'kantor',
    329,
    { assessed: [338, 'complete'] },
  ),
  c('yayasan', 'Mendampingi kelas pengasuhan', 'Support parenting classes', 47, 'desa', 335, {
    assessed: [343, 'substantial'],
  }),
  c('universitas', 'Menugaskan mahasiswa pengukur', 'Send students to measure', 120, 'mahasiswa', 352, {
    assessed: [358, 'limited'],
  }),
  c('pupr', 'Air minum aman di 18 desa', 'Safe water in 18 villages', 18, 'desa', 580),
  c(
    'kominfo',
    'Menghubungkan puskesmas dengan daftar bersama',
    'Connect health centres to the shared list',
    21,
    'puskesmas',
    400,
  ),
  c('bappeda', 'Menganggarkan program 2027', 'Budget the programme for 2027', 9_600_000_000, 'rupiah', 420),
]
