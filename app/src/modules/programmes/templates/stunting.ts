import type { ProgrammeTemplate } from './template.ts'
import { activity, milestone, role, service } from './work.ts'

/** The eight convergence actions, one year, counted from the first day of the programme. */
export const stunting: ProgrammeTemplate = {
  charter: {
    lang: 'id',
    purpose:
      'Menurunkan stunting pada anak di bawah dua tahun lewat satu daftar keluarga berisiko yang dilayani bersama.',
    purpose_en: 'Reduce stunting in children under two through one list of families at risk that all serve together.',
    mandate: 'Menyatukan rencana, layanan, dan data semua instansi dan mitra yang melayani keluarga berisiko stunting.',
    mandate_en: 'Bring together the plans, services and data of all who serve families at risk of stunting.',
    legal_basis: [
      { title: 'Peraturan Presiden Nomor 72 Tahun 2021 tentang Percepatan Penurunan Stunting', lang: 'id' },
    ],
    decision_rule: 'consensus-then-majority',
    quorum: 0.67,
    cadence_every: 2,
    cadence_unit: 'week',
    publishable: ['commitments', 'tasks', 'decisions', 'budgets', 'reports'],
    waiting_limit: 10,
    roles: [
      role('Koordinator', 'Coordinator'),
      role('Wakil koordinator', 'Deputy coordinator'),
      role('Penanggung jawab data', 'Data lead'),
      role('Penghubung kader dan desa', 'Liaison to health workers and villages'),
    ],
    services: [
      service('ibu-hamil', 'Pemeriksaan dan gizi ibu hamil', 'Antenatal care and nutrition'),
      service('pemantauan-balita', 'Pemantauan tumbuh kembang balita', 'Growth monitoring of young children'),
      service('imunisasi', 'Imunisasi dasar lengkap', 'Full basic immunisation'),
      service('air-sanitasi', 'Air minum dan sanitasi layak', 'Safe water and sanitation'),
      service('pengasuhan', 'Pengasuhan dan PAUD', 'Parenting and early childhood education'),
      service('bantuan-pangan', 'Bantuan sosial pangan', 'Food assistance'),
    ],
  },
  work: [
    activity('Aksi 1: Analisis situasi', 'Action 1: Situation analysis', { due: 59 }),
    activity('Aksi 2: Penyusunan rencana kegiatan', 'Action 2: Plan of activities', { from: 45, due: 90 }),
    activity('Aksi 3: Rembuk stunting', 'Action 3: Public deliberation on stunting', { from: 90, due: 120 }),
    activity(
      'Aksi 4: Peraturan kepala daerah tentang kewenangan desa',
      'Action 4: Regulation on the powers of villages',
      { from: 90, due: 181 },
    ),
    activity('Aksi 5: Pembinaan kader pembangunan manusia', 'Action 5: Support for human development workers', {
      from: 120,
      due: 304,
    }),
    activity('Aksi 6: Sistem manajemen data', 'Action 6: Data management', { from: 30, due: 334 }),
    activity('Aksi 7: Pengukuran dan publikasi stunting', 'Action 7: Measurement and publication', {
      from: 31,
      due: 273,
      service: 'pemantauan-balita',
    }),
    activity('Aksi 8: Reviu kinerja tahunan', 'Action 8: Annual performance review', { from: 334, due: 393 }),
    milestone('report', 'Hasil analisis situasi diumumkan', 'Situation analysis published', { due: 59 }),
    milestone('delivery', 'Komitmen rembuk ditandatangani', 'Commitments of the deliberation signed', { due: 120 }),
    milestone(
      'process-change',
      'Satu daftar keluarga berisiko dipakai semua instansi',
      'One list of families at risk in use by all',
      {
        due: 181,
      },
    ),
    milestone(
      'product',
      'Peraturan tentang kewenangan desa ditetapkan',
      'Regulation on the powers of villages issued',
      {
        due: 181,
      },
    ),
    milestone('report', 'Hasil pengukuran diumumkan', 'Results of the measurement published', {
      due: 273,
      service: 'pemantauan-balita',
    }),
    milestone('report', 'Reviu kinerja tahunan diumumkan', 'Annual review published', { due: 393 }),
  ],
}
