import { both } from '#kernel/reason.ts'
import { indicatorsOf } from './entry.ts'
import { internal } from './sources.ts'

export const participation = indicatorsOf('participation', 'P1', [
  {
    id: 'P1',
    name: both('Masukan dijawab tuntas', 'Closed loop'),
    question: both(
      'Konsultasi yang setiap temanya dijawab: dipakai, sebagian, atau tidak, beserta alasannya',
      'Consultations where every theme was answered: adopted, partly or not, and why',
    ),
    formula: both(
      'Konsultasi yang setiap temanya mendapat jawaban “dipakai, sebagian, atau tidak, karena …” sampai tanggal yang dijanjikan, dibagi konsultasi yang ditutup.',
      'Consultations where every theme got “adopted, partly or not, because …” by the promised date, divided by consultations closed.',
    ),
    cases: both('konsultasi yang ditutup', 'consultations closed'),
    counting: 'count',
    unit: 'share',
    nMin: 5,
    good: { op: '>=', value: 1 },
    poor: { op: '<', value: 0.8 },
    source: 'IAP2',
    sourceText: both('Janji IAP2 mulai dari tingkat “konsultasi”', 'IAP2 promise from level “consult” upwards'),
  },
  {
    id: 'P2',
    name: both('Pengaruh', 'Influence'),
    question: both(
      'Masukan warga yang terhubung ke pasal atau keputusan yang berubah',
      'Contributions linked to a clause or decision that changed',
    ),
    formula: both(
      'Masukan yang terhubung ke klausul atau keputusan yang berubah, dibagi masukan yang ditelaah; ditampilkan menurut tingkat pengaruh yang dijanjikan.',
      'Contributions linked to a changed clause or decision, divided by contributions assessed; shown by promised level of influence.',
    ),
    cases: both('masukan yang ditelaah', 'contributions assessed'),
    counting: 'count',
    unit: 'share',
    good: { op: '>=', value: 0.15 },
    poor: { op: '<', value: 0.05 },
    source: 'RULE',
    sourceText: internal,
  },
  {
    id: 'P3',
    name: both('Keterwakilan', 'Representativeness'),
    question: both(
      'Kemiripan peserta dengan penduduk menurut jenis kelamin, umur, dan kecamatan',
      'How closely participants match the population by sex, age band and district',
    ),
    formula: both(
      '1 − ½ × jumlah selisih mutlak antara porsi peserta dan porsi penduduk pada strata yang ditetapkan (indeks Duncan).',
      '1 − ½ × the sum of absolute differences between the shares of participants and of population over the configured strata (Duncan index).',
    ),
    cases: both('peserta', 'participants'),
    counting: 'amount',
    unit: 'index',
    good: { op: '>=', value: 0.8 },
    poor: { op: '<', value: 0.6 },
    source: 'RULE',
    sourceText: internal,
  },
  {
    id: 'P4',
    name: both('Jangkauan', 'Reach'),
    question: both('Peserta per 1.000 penduduk dewasa di wilayahnya', 'Participants per 1,000 adults of the area'),
    formula: both(
      'Peserta (orang berbeda, terverifikasi) per 1.000 penduduk dewasa; di sampingnya porsi yang baru pertama kali ikut.',
      'Participants (distinct, verified) per 1,000 adults; beside it the share of first-timers.',
    ),
    cases: both('peserta', 'participants'),
    counting: 'amount',
    unit: 'per-mille',
    good: null,
    poor: null,
    source: 'RULE',
    sourceText: both(
      'Dibandingkan dengan garis dasar setempat yang ditetapkan program',
      'Compared with a local baseline that the programme sets',
    ),
  },
  {
    id: 'P5',
    name: both('Pelibatan sejak awal', 'Early involvement'),
    question: both(
      'Konsultasi yang dibuka saat perencanaan, sedikitnya 14 hari, sebelum tanggal keputusan',
      'Consultations opened while planning, for at least 14 days, before the decision date',
    ),
    formula: both(
      'Konsultasi yang dibuka pada tahap perencanaan dan berlangsung sedikitnya 14 hari sebelum tanggal keputusan, dibagi semua konsultasi.',
      'Consultations opened in the planning phase and lasting at least 14 days before the decision date, divided by all consultations.',
    ),
    cases: both('konsultasi', 'consultations'),
    counting: 'count',
    unit: 'share',
    nMin: 5,
    good: { op: '>=', value: 0.8 },
    poor: { op: '<', value: 0.5 },
    source: 'OECD',
    sourceText: both(
      'OECD: keputusan tidak boleh diambil lebih dulu',
      'OECD: the decision must not have been taken before',
    ),
  },
])
