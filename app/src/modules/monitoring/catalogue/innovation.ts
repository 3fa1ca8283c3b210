import { both } from '#kernel/reason.ts'
import { indicatorsOf } from './entry.ts'
import { internal } from './sources.ts'

export const innovation = indicatorsOf('innovation', 'I1', [
  {
    id: 'I1',
    name: both('Gagasan yang dijawab', 'Idea response'),
    question: both(
      'Gagasan yang mendapat jawaban beralasan dalam 30 hari',
      'Ideas that got a reasoned answer within 30 days',
    ),
    formula: both(
      'Gagasan dengan jawaban beralasan paling lambat 30 hari, dibagi gagasan yang diterima.',
      'Ideas with a reasoned answer within 30 days, divided by ideas received.',
    ),
    cases: both('gagasan', 'ideas'),
    counting: 'count',
    unit: 'share',
    good: { op: '>=', value: 0.9 },
    poor: { op: '<', value: 0.6 },
    source: 'RULE',
    sourceText: internal,
  },
  {
    id: 'I2',
    name: both('Gagasan menjadi uji coba', 'Idea to pilot'),
    question: both(
      'Gagasan yang sampai diuji coba, dengan dugaan, ukuran, dan tanggal akhir',
      'Ideas that reached a pilot with a hypothesis, a measure and an end date',
    ),
    formula: both(
      'Gagasan yang mencapai uji coba dengan dugaan, ukuran, dan tanggal akhir; dibagi gagasan yang dinilai.',
      'Ideas that reached a pilot with a hypothesis, a measure and an end date, divided by ideas assessed.',
    ),
    cases: both('gagasan yang dinilai', 'ideas assessed'),
    counting: 'count',
    unit: 'share',
    good: { op: '>=', value: 0.1 },
    poor: { op: '<', value: 0.03 },
    source: 'RULE',
    sourceText: internal,
  },
  {
    id: 'I3',
    name: both('Uji coba berujung keputusan', 'Pilot to decision'),
    question: both(
      'Uji coba selesai yang diputuskan: dipakai, disesuaikan, atau dihentikan, dalam 60 hari',
      'Ended pilots with a decision to adopt, adapt or stop within 60 days',
    ),
    formula: both(
      'Uji coba yang berakhir dalam jangka hitung dan diputuskan (dipakai, disesuaikan, atau dihentikan) paling lambat 60 hari sesudahnya, dibagi uji coba yang berakhir. Dihentikan juga dihitung berhasil.',
      'Pilots ended in the window with a decision to adopt, adapt or stop within 60 days, divided by pilots ended. A decision to stop counts as success.',
    ),
    cases: both('uji coba yang berakhir', 'pilots ended'),
    counting: 'count',
    unit: 'share',
    nMin: 5,
    good: { op: '>=', value: 0.8 },
    poor: { op: '<', value: 0.5 },
    source: 'RULE',
    sourceText: internal,
  },
  {
    id: 'I4',
    name: both('Penyerbukan silang', 'Cross-pollination'),
    question: both(
      'Gagasan atau praktik yang dipakai instansi di luar asalnya',
      'Ideas or practices adopted by an agency other than their origin',
    ),
    formula: both(
      'Gagasan atau praktik yang dipakai instansi selain asalnya, dibagi praktik yang dipakai.',
      'Ideas or practices adopted by an agency other than the origin, divided by practices adopted.',
    ),
    cases: both('praktik yang dipakai', 'practices adopted'),
    counting: 'count',
    unit: 'share',
    good: { op: '>=', value: 0.3 },
    poor: { op: '<', value: 0.1 },
    source: 'RULE',
    sourceText: internal,
  },
  {
    id: 'I5',
    name: both('Keragaman sumber', 'Source diversity'),
    question: both(
      'Seberapa beragam asal gagasan yang maju: instansi, mitra, warga',
      'How diverse the origins of ideas that advanced are: agencies, partners, citizens',
    ),
    formula: both(
      '1 − indeks Herfindahl–Hirschman atas asal (instansi, mitra, warga) gagasan yang maju; 0 berarti satu sumber saja.',
      '1 − Herfindahl–Hirschman index over the origins (agencies, partners, citizens) of ideas that advanced; 0 means a single source.',
    ),
    cases: both('gagasan yang maju', 'ideas that advanced'),
    counting: 'amount',
    unit: 'index',
    good: { op: '>=', value: 0.6 },
    poor: { op: '<', value: 0.3 },
    source: 'RULE',
    sourceText: internal,
  },
])
