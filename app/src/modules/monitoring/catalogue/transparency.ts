import { both } from '#kernel/reason.ts'
import { indicatorsOf } from './entry.ts'
import { internal } from './sources.ts'

export const transparency = indicatorsOf('transparency', 'T1', [
  {
    id: 'T1',
    name: both('Keputusan yang dijelaskan', 'Explained decisions'),
    question: both(
      'Keputusan yang diumumkan lengkap: pilihan, alasan, peserta, yang tidak ikut memutus, dokumen',
      'Decisions published in full: options, reasons, participants, recusals, documents',
    ),
    formula: both(
      'Keputusan yang diumumkan dengan pilihan yang dipertimbangkan, alasan, peserta, pihak yang tidak ikut memutus, dan dokumennya; dibagi semua keputusan dalam jangka hitung. Keputusan rahasia ikut sebagai pembagi, kecuali keberadaannya diumumkan.',
      'Decisions published with options considered, reasons, participants, recusals and documents, divided by all decisions in the window. Secret decisions count in the denominator unless their existence is published.',
    ),
    cases: both('keputusan', 'decisions'),
    counting: 'count',
    unit: 'share',
    nMin: 5,
    good: { op: '>=', value: 0.95 },
    poor: { op: '<', value: 0.8 },
    source: 'KIP',
    sourceText: both(
      'UU 14/2008 Pasal 3: tujuan keterbukaan informasi',
      'Law 14/2008 article 3: purpose of disclosure',
    ),
  },
  {
    id: 'T2',
    name: both('Jeda pengumuman', 'Publication lag'),
    question: both(
      'Hari kerja dari keputusan sampai diumumkan, nilai tengah',
      'Working days from a decision until it is published, median',
    ),
    formula: both(
      'Nilai tengah hari kerja dari keputusan (atau akhir rapat) sampai pengumumannya.',
      'Median working days from the decision (or the end of the meeting) to its publication.',
    ),
    cases: both('keputusan yang diumumkan', 'published decisions'),
    counting: 'amount',
    unit: 'working-days',
    better: 'down',
    nMin: 5,
    good: { op: '<=', value: 5 },
    poor: { op: '>', value: 10 },
    source: 'RULE',
    sourceText: internal,
  },
  {
    id: 'T3',
    name: both('Permintaan informasi tepat waktu', 'Information requests on time'),
    question: both(
      'Permintaan informasi yang dijawab dalam tenggat undang-undang',
      'Information requests answered within the legal deadline',
    ),
    formula: both(
      'Permintaan yang dijawab paling lambat 10 hari kerja, atau 17 hari kerja bila perpanjangan tertulis dikirim sebelum hari ke-10; dibagi permintaan yang jatuh tempo.',
      'Requests answered within 10 working days, or 17 where a written extension was sent before day 10, divided by requests due.',
    ),
    cases: both('permintaan yang jatuh tempo', 'requests due'),
    counting: 'count',
    unit: 'share',
    good: { op: '>=', value: 0.95 },
    poor: { op: '<', value: 0.8 },
    source: 'KIP',
    sourceText: both('UU 14/2008 Pasal 22 ayat (7) dan (8)', 'Law 14/2008 article 22(7)–(8)'),
  },
  {
    id: 'T4',
    name: both('Catatan terbuka', 'Open share'),
    question: both(
      'Catatan yang terbuka, di antara jenis yang menurut piagam boleh diumumkan',
      'Records that are public, among the kinds the charter says are publishable',
    ),
    formula: both(
      'Catatan golongan publik dibagi semua catatan dari golongan yang menurut piagam dapat diumumkan. Di sampingnya: catatan tertutup yang beralasan sah dan ada masa berlakunya.',
      'Records of class public divided by all records of the classes the charter says are publishable. Beside it: closed records with a valid reason and an expiry.',
    ),
    cases: both('catatan', 'records'),
    counting: 'count',
    unit: 'share',
    good: { op: '>=', value: 0.85 },
    poor: { op: '<', value: 0.6 },
    source: 'RULE',
    sourceText: internal,
  },
  {
    id: 'T5',
    name: both('Data siap olah', 'Machine-readable data'),
    question: both(
      'Himpunan data terbit yang berformat terbuka, berlisensi, berskema, dan diperbarui sesuai janji',
      'Published datasets with an open format, licence and schema, updated as promised',
    ),
    formula: both(
      'Himpunan data terbit dengan format terbuka, lisensi, skema, dan pembaruan dalam frekuensi yang dinyatakan; dibagi semua himpunan data yang terbit.',
      'Published datasets with an open format, a licence, a schema and an update within the declared frequency, divided by all published datasets.',
    ),
    cases: both('himpunan data terbit', 'published datasets'),
    counting: 'count',
    unit: 'share',
    good: { op: '>=', value: 0.8 },
    poor: { op: '<', value: 0.5 },
    source: 'SDI',
    sourceText: both(
      'Satu Data Indonesia: standar, metadata, interoperabilitas, kode referensi',
      'One Data Indonesia: standard, metadata, interoperability, reference codes',
    ),
  },
])
