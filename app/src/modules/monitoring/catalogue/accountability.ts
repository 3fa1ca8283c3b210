import { both } from '#kernel/reason.ts'
import { indicatorsOf } from './entry.ts'
import { internal } from './sources.ts'

export const accountability = indicatorsOf('accountability', 'A1', [
  {
    id: 'A1',
    name: both('Laporan tepat waktu', 'Reports on time'),
    question: both(
      'Laporan terjadwal yang terbit tepat waktu dan lengkap bagian wajibnya',
      'Scheduled reports published on time with every mandatory section',
    ),
    formula: both(
      'Laporan terjadwal yang terbit paling lambat pada tenggatnya dengan semua bagian wajib, dibagi laporan yang dijadwalkan.',
      'Scheduled reports published by their due date with all mandatory sections, divided by reports scheduled.',
    ),
    cases: both('laporan terjadwal', 'scheduled reports'),
    counting: 'count',
    unit: 'share',
    good: { op: '>=', value: 0.95 },
    poor: { op: '<', value: 0.8 },
    source: 'LKE',
    sourceText: both('LKE SAKIP 3.1.5–3.1.6: pelaporan', 'SAKIP evaluation sheet 3.1.5–3.1.6: reporting'),
  },
  {
    id: 'A2',
    name: both('Rekomendasi ditutup', 'Recommendation closure'),
    question: both(
      'Rekomendasi yang dinyatakan selesai oleh orang selain pemiliknya, dalam tanggal yang disepakati',
      'Recommendations verified closed by someone other than their owner, by the agreed date',
    ),
    formula: both(
      'Rekomendasi audit atau evaluasi yang diverifikasi selesai oleh orang selain pemiliknya dalam tanggal yang disepakati, dibagi rekomendasi yang jatuh tempo.',
      'Audit or evaluation recommendations verified closed by a person who is not the owner, within the agreed date, divided by recommendations due.',
    ),
    cases: both('rekomendasi yang jatuh tempo', 'recommendations due'),
    counting: 'count',
    unit: 'share',
    good: { op: '>=', value: 0.8 },
    poor: { op: '<', value: 0.6 },
    source: 'GAO',
    sourceText: both(
      'GAO: rata-rata 80% (tahun anggaran 2010–2015), 76–86% pada 1983–2008',
      'GAO: average of 80% (fiscal years 2010–2015), 76–86% over 1983–2008',
    ),
  },
  {
    id: 'A3',
    name: both('Temuan dijawab', 'Answer to findings'),
    question: both('Temuan yang dijawab dalam 60 hari', 'Findings answered within 60 days'),
    formula: both(
      'Temuan yang dijawab paling lambat 60 hari setelah laporan diterima, dibagi semua temuan.',
      'Findings answered within 60 days of receiving the report, divided by all findings.',
    ),
    cases: both('temuan', 'findings'),
    counting: 'count',
    unit: 'share',
    good: { op: '>=', value: 1 },
    poor: { op: '<', value: 0.9 },
    source: 'BPK',
    sourceText: both('UU 15/2004 Pasal 20 ayat (3)', 'Law 15/2004 article 20(3)'),
  },
  {
    id: 'A4',
    name: both('Pernyataan kepentingan lengkap', 'Interests declared'),
    question: both(
      'Keputusan yang semua pemberi suaranya punya pernyataan kepentingan yang berlaku',
      'Decisions where every voter had a valid declaration of interests',
    ),
    formula: both(
      'Keputusan yang semua pemberi suaranya punya pernyataan kepentingan (paling lama 12 bulan) dan menjawab pertanyaan untuk perkara itu, dibagi semua keputusan.',
      'Decisions where all voters had a valid declaration (12 months at most) and answered the question for that item, divided by all decisions.',
    ),
    cases: both('keputusan', 'decisions'),
    counting: 'count',
    unit: 'share',
    nMin: 5,
    good: { op: '>=', value: 1 },
    poor: { op: '<', value: 0.95 },
    source: 'COI',
    sourceText: both('Permen PANRB 17/2024', 'Ministerial Regulation PANRB 17/2024'),
  },
  {
    id: 'A5',
    name: both('Keutuhan catatan', 'Log integrity'),
    question: both(
      'Hari dengan titik periksa log yang terbit, disaksikan pihak luar, dan terbukti cocok',
      'Days with a published log checkpoint, witnessed from outside and proved consistent',
    ),
    formula: both(
      'Hari dalam jangka hitung dengan titik periksa yang terbit, disaksikan pihak luar, dan bukti konsistensinya sahih; dibagi semua hari.',
      'Days in the window with a published, externally witnessed checkpoint and a consistent proof, divided by all days.',
    ),
    cases: both('hari', 'days'),
    counting: 'count',
    unit: 'share',
    good: { op: '>=', value: 1 },
    poor: { op: '<', value: 0.99 },
    source: 'RULE',
    sourceText: internal,
  },
  {
    id: 'A6',
    name: both('Pengaduan tepat waktu', 'Complaints on time'),
    question: both(
      'Pengaduan yang ditanggapi dalam 3 hari kerja dan selesai dalam batas jenisnya',
      'Complaints first answered within 3 working days and closed within the limit of their kind',
    ),
    formula: both(
      'Pengaduan dengan tanggapan pertama paling lambat 3 hari kerja dan selesai dalam batas jenisnya, dibagi pengaduan yang jatuh tempo.',
      'Complaints with a first answer within 3 working days and closed within the limit of their class, divided by complaints due.',
    ),
    cases: both('pengaduan yang jatuh tempo', 'complaints due'),
    counting: 'count',
    unit: 'share',
    good: { op: '>=', value: 0.9 },
    poor: { op: '<', value: 0.7 },
    source: 'LAPOR',
    sourceText: both('Tenggat pengaduan SP4N-LAPOR!', 'Complaint deadlines of SP4N-LAPOR!'),
  },
])
