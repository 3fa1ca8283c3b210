import { both } from '#kernel/reason.ts'
import { detector } from './entry.ts'

export const politicalWill = detector({
  id: 'D11',
  name: both('Kurangnya kemauan politik', 'Lack of political will'),
  hurts: ['accountability'],
  sourceText: both('Ambang internal', 'Internal thresholds'),
  conditions: {
    a: {
      text: both(
        'Pengarah yang berwenang memutus (bukan wakil) hadir paling banyak {t} pada 4 rapat terakhir.',
        'Steering members at decision level (not delegates) attended at most {t} of the last 4 meetings.',
      ),
      headline: both('Pengambil keputusan jarang hadir sendiri', 'Decision makers rarely attend in person'),
      threshold: 0.5,
      bad: 'low',
      unit: 'share',
      nMin: 4,
    },
    b: {
      text: both(
        'Perkara yang dinaikkan tidak dijawab sedikitnya {t}.',
        'An escalation has been unanswered for at least {t}.',
      ),
      headline: both('Perkara yang dinaikkan tidak dijawab', 'Escalations stay unanswered'),
      threshold: 15,
      unit: 'working-days',
    },
    c: {
      text: both('Laporan tidak terbit {t} kali berturut-turut.', 'A report was not published {t} times in a row.'),
      headline: both('Laporan berturut-turut tidak terbit', 'Reports fail to appear again and again'),
      threshold: 2,
      unit: 'times',
    },
    d: {
      text: both(
        'Rekomendasi “diterima” tanpa tugas dalam 30 hari mencapai {t}.',
        'Recommendations “accepted” but without a task in 30 days reach {t}.',
      ),
      headline: both('Rekomendasi diterima tetapi tidak dikerjakan', 'Recommendations are accepted but not acted on'),
      threshold: 0.3,
      unit: 'share',
      nMin: 5,
    },
    e: {
      text: both(
        'Anggaran yang cair di tengah tahun paling banyak {t} dari yang dijanjikan.',
        'The budget released by mid-year is at most {t} of what was promised.',
      ),
      headline: both('Anggaran yang dijanjikan belum cair', 'The promised budget is not released'),
      threshold: 0.7,
      bad: 'low',
      unit: 'share',
    },
    f: {
      text: both(
        'Piagam belum ditandatangani kepala instansi setelah {t}.',
        'The charter is not signed by the head of an agency after {t}.',
      ),
      headline: both('Kepala instansi belum menandatangani piagam', 'A head of agency has not signed the charter'),
      threshold: 60,
      unit: 'days',
    },
  },
  mitigations: {
    'public-commitments': both(
      'Tampilkan komitmen di halaman publik beserta nama kepala instansinya',
      'Show the commitments on a public page with the head’s name',
    ),
    oversight: both(
      'Sampaikan catatannya kepada DPRD atau Inspektorat',
      'Escalate to the legislature or inspectorate with the record',
    ),
    'citizen-seat': both('Beri warga kursi pengawas', 'Give citizens an oversight seat'),
    performance: both('Kaitkan dengan perjanjian kinerja', 'Tie it to the performance agreement'),
  },
})

export const conflictOfInterest = detector({
  id: 'D12',
  name: both('Konflik kepentingan', 'Conflict of interest'),
  hurts: ['accountability'],
  sourceText: both(
    'Permen PANRB 17/2024; batas 7 hari kerja mengikuti contoh Permenko Infrastruktur 1/2026 Pasal 24',
    'Ministerial Regulation PANRB 17/2024; 7 working days follow the example of Permenko Infrastruktur 1/2026 article 24',
  ),
  conditions: {
    a: {
      text: both(
        'Ada {t} suara atau lebih dari orang yang berkepentingan, atau yang datanya cocok dengan penerima manfaat tanpa menyatakannya.',
        '{t} or more votes were cast by a person with a declared interest, or with an undeclared match to the beneficiary.',
      ),
      headline: both('Orang yang berkepentingan ikut memutus', 'Someone with an interest took part in the decision'),
      threshold: 1,
      unit: 'count',
      source: 'COI',
    },
    b: {
      text: both(
        'Ada {t} pernyataan kepentingan atau lebih yang belum diisi.',
        '{t} or more declarations of interests are missing.',
      ),
      headline: both('Pernyataan kepentingan belum lengkap', 'Declarations of interests are missing'),
      threshold: 1,
      unit: 'count',
      source: 'COI',
    },
    c: {
      text: both(
        'Ada {t} perkara atau lebih dengan pemeriksa yang sama dengan pelaksana, atau penelaah yang sama dengan penulis.',
        'In {t} or more cases the auditor is the implementer, or the reviewer is the author.',
      ),
      headline: both('Pemeriksa memeriksa pekerjaannya sendiri', 'Someone checks their own work'),
      threshold: 1,
      unit: 'count',
    },
    d: {
      text: both(
        'Satu penyedia memegang sedikitnya {t} kontrak dari pemesan yang sama, atau tender berpenawar tunggal mencapai {singleBid}.',
        'One supplier holds at least {t} of the contracts of one requester, or single-bid tenders reach {singleBid}.',
      ),
      headline: both('Kontrak terpusat pada satu penyedia', 'Contracts go to a single supplier'),
      threshold: 0.5,
      unit: 'share',
      nMin: 4,
      // contracts follow the budget year
      windowDays: 365,
      alternatives: { singleBid: { threshold: 0.3, bad: 'high', unit: 'share' } },
    },
    e: {
      text: both(
        'Konflik kepentingan yang dinyatakan belum diputuskan pengendaliannya setelah {t}.',
        'A declared conflict has had no control decision for {t}.',
      ),
      headline: both('Konflik yang dinyatakan belum dikendalikan', 'A declared conflict has not been controlled'),
      threshold: 7,
      unit: 'working-days',
      source: 'COI',
    },
  },
  mitigations: {
    recusal: both(
      'Kecualikan otomatis dari pemutusan dan hitung ulang kuorum',
      'Recuse automatically and recompute the quorum',
    ),
    substitute: both('Tunjuk pengganti pengambil keputusan', 'Appoint a substitute decision-maker'),
    revote: both('Putuskan ulang secara independen', 'Vote again independently'),
    register: both('Umumkan daftar kepentingan', 'Publish the register of interests'),
  },
})
