import { both } from '#kernel/reason.ts'
import { detector } from './entry.ts'

export const politicalPriorities = detector({
  id: 'D13',
  name: both('Pergeseran prioritas politik', 'Shifting political priorities'),
  hurts: ['sustainability'],
  sourceText: both(
    'Ambang internal; batas 10% mengikuti peringkat B PEFA',
    'Internal thresholds; the limit of 10% follows PEFA grade B',
  ),
  conditions: {
    a: {
      text: both(
        'Peringkat suatu sasaran berubah sedikitnya {t} tingkat dalam 12 bulan, atau {dropped} sasaran atau lebih dihentikan sebelum waktunya.',
        'The rank of a goal changed by at least {t} places within 12 months, or {dropped} or more goals were dropped before term.',
      ),
      headline: both('Prioritas sasaran bergeser atau dihentikan', 'Goals were reranked or dropped'),
      threshold: 2,
      unit: 'count',
      windowDays: 365,
      alternatives: { dropped: { threshold: 1, bad: 'high', unit: 'count' } },
    },
    b: {
      text: both(
        'Ada {t} kegiatan atau lebih yang melewati akhir masa jabatan tanpa penerus yang tertanam.',
        '{t} or more activities outlast the term of office without an anchored successor.',
      ),
      headline: both('Kegiatan melewati masa jabatan tanpa penerus', 'Activities outlast the term without a successor'),
      threshold: 1,
      unit: 'count',
    },
    c: {
      text: both(
        'Pemimpin sasaran berganti {t} kali atau lebih dalam 12 bulan.',
        'The leader of a goal changed {t} or more times in 12 months.',
      ),
      headline: both('Pemimpin sasaran berganti-ganti', 'Goal leaders keep changing'),
      threshold: 2,
      unit: 'times',
      windowDays: 365,
    },
    d: {
      text: both(
        'Anggaran yang dialihkan di tengah tahun mencapai {t}.',
        'The budget reallocated away at mid-year reaches {t}.',
      ),
      headline: both('Anggaran dialihkan di tengah tahun', 'The budget was moved away at mid-year'),
      threshold: 0.1,
      unit: 'share',
      source: 'PEFA',
    },
    e: {
      text: both(
        'Piagam berakhir paling banyak {t} lagi tanpa rencana perpanjangan.',
        'The charter expires in at most {t} with no renewal on the agenda.',
      ),
      headline: both('Piagam segera berakhir tanpa perpanjangan', 'The charter is about to expire'),
      threshold: 90,
      bad: 'low',
      unit: 'days',
    },
  },
  mitigations: {
    'multi-party-charter': both(
      'Perluas penanda tangan piagam ke pihak di luar pemerintah',
      'Have the charter signed also by non-government parties',
    ),
    'formal-plans': both(
      'Masukkan keluaran ke RPJMD, Renstra, atau perda',
      'Put the outputs into medium-term plans or a regional law',
    ),
    dossier: both('Siapkan berkas serah terima jabatan', 'Prepare a hand-over dossier'),
    'early-wins': both('Dahulukan hasil sebelum masa jabatan berakhir', 'Deliver early results before the term ends'),
  },
})

export const funding = detector({
  id: 'D14',
  name: both('Keterbatasan dana', 'Limited funding'),
  hurts: ['sustainability'],
  sourceText: both('Ambang internal', 'Internal thresholds'),
  conditions: {
    a: {
      text: both(
        'Dana pasti hanya cukup untuk paling banyak {t} pengeluaran yang direncanakan.',
        'Secured cash covers at most {t} of planned spending.',
      ),
      headline: both('Dana pasti segera habis', 'Secured money is about to run out'),
      threshold: 6,
      bad: 'low',
      unit: 'months',
    },
    b: {
      text: both(
        'Dana pasti paling banyak {t} kebutuhan tiga tahun (S1).',
        'Secured money is at most {t} of three years’ need (S1).',
      ),
      headline: both('Kebutuhan tiga tahun belum didanai', 'The next three years are not funded'),
      threshold: 0.5,
      bad: 'low',
      unit: 'share',
    },
    c: {
      text: both(
        'Ada {t} investasi atau lebih tanpa rencana biaya operasi dan pemeliharaan.',
        '{t} or more investments have no planned running cost.',
      ),
      headline: both('Biaya pemeliharaan belum direncanakan', 'Running costs are not planned'),
      threshold: 1,
      unit: 'count',
    },
    d: {
      text: both('Satu sumber membiayai sedikitnya {t}.', 'A single source pays for at least {t}.'),
      headline: both('Bergantung pada satu sumber dana', 'Everything depends on one source of funds'),
      threshold: 0.7,
      unit: 'share',
    },
    e: {
      text: both(
        'Serapan di tengah tahun paling banyak {t}: dananya ada, tetapi tidak terbelanjakan.',
        'Absorption at mid-year is at most {t}: the money exists but cannot be spent.',
      ),
      headline: both('Dana ada tetapi tidak terserap', 'Money is there but cannot be spent'),
      threshold: 0.4,
      bad: 'low',
      unit: 'share',
    },
  },
  mitigations: {
    phase: both('Bagi tahap menurut wajib, sebaiknya, dan boleh', 'Phase by must, should and could'),
    'co-funding': both(
      'Susun matriks pendanaan bersama: instansi, CSR, masyarakat',
      'Draw up a co-funding matrix of agencies, business and community',
    ),
    reuse: both('Pakai ulang aset yang sudah ada (E2)', 'Reuse assets that already exist (E2)'),
    'unit-cost': both('Tinjau biaya satuan', 'Review unit costs'),
  },
})
