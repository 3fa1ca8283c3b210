import { both } from '#kernel/reason.ts'
import { indicatorsOf } from './entry.ts'
import { internal } from './sources.ts'

export const sustainability = indicatorsOf('sustainability', 'S1', [
  {
    id: 'S1',
    name: both('Kecukupan dana', 'Funding cover'),
    question: both(
      'Kebutuhan dana tiga tahun ke depan yang sudah pasti sumbernya',
      'Funds needed over the next three years that are already secured',
    ),
    formula: both(
      'Dana pasti untuk tiga tahun ke depan dibagi kebutuhan yang direncanakan. Pasti berarti sudah ditandatangani; dana yang baru direncanakan ditimbang menurut peluangnya dan ditampilkan terpisah.',
      'Money secured for the next three years divided by planned need. Secured means signed; money that is only planned is weighted by its probability and shown apart.',
    ),
    cases: both('tahun yang direncanakan', 'planned years'),
    counting: 'weighted',
    unit: 'share',
    nMin: 1,
    good: { op: '>=', value: 0.8 },
    poor: { op: '<', value: 0.5 },
    source: 'RULE',
    sourceText: internal,
  },
  {
    id: 'S2',
    name: both('Ketepatan anggaran', 'Budget reliability'),
    question: both(
      'Selisih realisasi terhadap rencana anggaran, tertimbang menurut rencana',
      'Difference between actual and planned budget, weighted by plan',
    ),
    formula: both(
      'Untuk setiap pos anggaran tahun terakhir yang sudah berakhir: |realisasi − rencana awal| ÷ rencana awal, ditimbang menurut rencana. Angkanya dalam juta rupiah.',
      'For each budget head of the last fiscal year that is over: |actual − first plan| ÷ first plan, weighted by plan. Figures are in millions of rupiah.',
    ),
    cases: both('pos anggaran', 'budget heads'),
    counting: 'weighted',
    unit: 'share',
    better: 'down',
    nMin: 1,
    // Compared with the fiscal year before, not with the quarter before.
    windowDays: 365,
    good: { op: '<', value: 0.05 },
    poor: { op: '>=', value: 0.15 },
    source: 'PEFA',
    sourceText: both('PEFA PI-2: di bawah 5% A, 10% B, 15% C', 'PEFA PI-2: below 5% A, 10% B, 15% C'),
  },
  {
    id: 'S3',
    name: both('Pemusatan sumber dana', 'Source concentration'),
    question: both(
      'Ketergantungan pada sedikit sumber dana; 1 berarti satu sumber saja',
      'Dependence on few sources of funds; 1 means a single source',
    ),
    formula: both(
      'Indeks Herfindahl–Hirschman atas porsi sumber dana.',
      'Herfindahl–Hirschman index over the shares of funding sources.',
    ),
    cases: both('sumber dana', 'sources of funds'),
    counting: 'amount',
    unit: 'index',
    better: 'down',
    nMin: 1,
    good: { op: '<=', value: 0.4 },
    poor: { op: '>', value: 0.7 },
    source: 'RULE',
    sourceText: internal,
  },
  {
    id: 'S4',
    name: both('Tahan guncangan', 'Stress survival'),
    question: both(
      'Skenario guncangan yang tetap membiayai semua hasil wajib',
      'Stress scenarios in which every “must” outcome stays funded',
    ),
    formula: both(
      'Porsi skenario uji (kehilangan sumber terbesar; −20% setahun; tertunda 6 bulan) yang tetap membiayai semua hasil wajib sedikitnya 100%.',
      'Share of the stress scenarios (lose the largest source; −20% for a year; six months’ delay) in which all “must” outcomes keep a cover of at least 100%.',
    ),
    cases: both('skenario', 'scenarios'),
    counting: 'count',
    unit: 'share',
    // The three scenarios are all there are.
    nMin: 3,
    good: { op: '>=', value: 1 },
    poor: { op: '<', value: 0.5 },
    source: 'RULE',
    sourceText: internal,
  },
  {
    id: 'S5',
    name: both('Tertanam dalam lembaga', 'Institutional anchoring'),
    question: both(
      'Kegiatan yang punya dasar hukum, penerus, dan anggaran dalam rencana resmi',
      'Activities with a legal instrument, a successor and a budget in a formal plan',
    ),
    formula: both(
      'Kegiatan dengan dasar hukum, penerus yang disebut namanya, dan anggaran operasional dalam rencana resmi (RPJMD, Renstra, RKPD); dibagi semua kegiatan.',
      'Activities with a legal instrument, a named successor and an operating budget in a formal plan (RPJMD, Renstra, RKPD), divided by all activities.',
    ),
    cases: both('kegiatan', 'activities'),
    counting: 'count',
    unit: 'share',
    good: { op: '>=', value: 0.8 },
    poor: { op: '<', value: 0.4 },
    source: 'LKE',
    sourceText: both('LKE SAKIP 1.1 dan 1.3.1: perencanaan kinerja', 'SAKIP evaluation sheet 1.1 and 1.3.1: planning'),
  },
])
