import { both } from '#kernel/reason.ts'
import { detector } from './entry.ts'

export const coordination = detector({
  id: 'D1',
  name: both('Kendala koordinasi', 'Coordination constraints'),
  hurts: ['efficiency', 'effectiveness'],
  needs: 2,
  sourceText: both(
    'Ambang internal; GAO: kepemimpinan, peran dan tanggung jawab dalam kolaborasi',
    'Internal thresholds; GAO: leadership, roles and responsibilities in collaboration',
  ),
  conditions: {
    a: {
      text: both(
        'Hari kerja tugas dalam keadaan “menunggu instansi lain” mencapai {t} dari hari kerja tugas terbuka.',
        'Working days of tasks spent “waiting on another agency” reach {t} of the working days they were open.',
      ),
      headline: both('Tugas terlalu lama menunggu instansi lain', 'Tasks wait too long on other agencies'),
      threshold: 0.25,
      unit: 'share',
      nMin: 10,
    },
    b: {
      text: both(
        'Mata acara keputusan yang ditunda dua kali atau lebih mencapai {t} dari yang diagendakan.',
        'Decisions carried over twice or more reach {t} of the decisions on the agenda.',
      ),
      headline: both('Keputusan rapat ditunda berulang kali', 'Meeting decisions are put off again and again'),
      threshold: 0.3,
      unit: 'share',
      nMin: 5,
    },
    c: {
      text: both(
        'Serah terima antarinstansi per tugas atau permintaan warga (persentil ke-75) mencapai {t}.',
        'Hand-overs between agencies per task or citizen request (75th percentile) reach {t}.',
      ),
      headline: both('Tugas berpindah tangan terlalu sering', 'Tasks change hands too often'),
      threshold: 2,
      unit: 'times',
      nMin: 10,
    },
    d: {
      text: both(
        'Pasangan instansi yang punya catatan bersama paling banyak {t} dari semua pasangan, atau satu instansi menjadi perantara sedikitnya {betweenness} jalur terpendek.',
        'Pairs of agencies with a joint record are at most {t} of all pairs, or one agency lies on at least {betweenness} of the shortest paths.',
      ),
      headline: both(
        'Instansi bekerja terpisah atau bergantung pada satu perantara',
        'Agencies work apart or all depend on one go-between',
      ),
      threshold: 0.3,
      bad: 'low',
      unit: 'share',
      nMin: 3,
      alternatives: { betweenness: { threshold: 0.6, bad: 'high', unit: 'share' } },
    },
    e: {
      text: both(
        'Instansi yang wajib hadir tidak hadir {t} kali atau lebih dari 5 rapat terakhir.',
        'An agency that must attend was absent from {t} or more of the last 5 meetings.',
      ),
      headline: both(
        'Instansi yang wajib hadir berulang kali absen',
        'An agency that must attend keeps missing meetings',
      ),
      threshold: 3,
      unit: 'times',
      nMin: 5,
    },
  },
  mitigations: {
    'one-coordinator': both(
      'Tunjuk satu koordinator penanggung jawab dan wakilnya untuk setiap tugas lintas instansi',
      'Name one accountable coordinator and a deputy for every cross-agency task',
    ),
    'default-answer': both(
      'Sepakati aturan jawaban otomatis: tanpa jawaban dalam batas hari kerja, perkara naik ke pengarah',
      'Agree a default-answer rule: no answer within the agreed working days sends the item to the steering group',
    ),
    'fixed-cadence': both(
      'Tetapkan jadwal rapat dan tenggat keputusan dalam piagam',
      'Fix the meeting cadence and a decision deadline in the charter',
    ),
    'single-queue': both(
      'Pakai satu kalender bersama dan satu antrean permintaan',
      'Use one shared calendar and a single queue of requests',
    ),
  },
})

export const interests = detector({
  id: 'D2',
  name: both('Perbedaan kepentingan', 'Differing interests'),
  hurts: ['efficiency'],
  sourceText: both(
    'Ambang internal; Ansell & Gash: insentif, ketimpangan kuasa, kepemimpinan yang memfasilitasi; GAO: menjembatani budaya kerja',
    'Internal thresholds; Ansell & Gash: incentives, power imbalance, facilitative leadership; GAO: bridging cultures',
  ),
  conditions: {
    a: {
      text: both(
        'Keputusan dengan sedikitnya satu keberatan tercatat mencapai {t} dari semua keputusan.',
        'Decisions with at least one registered objection from a member agency reach {t} of decisions.',
      ),
      headline: both('Banyak keputusan diambil dengan keberatan', 'Many decisions are taken over objections'),
      threshold: 0.3,
      unit: 'share',
      nMin: 5,
    },
    b: {
      text: both(
        'Dua instansi yang sama berseberangan pada {t} atau lebih pemungutan suara yang diperdebatkan.',
        'The same two agencies stand on opposite sides in {t} or more of contested votes.',
      ),
      headline: both('Dua instansi terus berseberangan', 'Two agencies keep opposing each other'),
      threshold: 0.6,
      unit: 'share',
      nMin: 5,
    },
    c: {
      text: both(
        'Ada {t} sasaran bersama atau lebih yang dinyatakan terganggu oleh sasaran suatu instansi.',
        'A goal of an agency is declared to work against {t} or more shared goals.',
      ),
      headline: both(
        'Sasaran instansi bertentangan dengan sasaran bersama',
        'An agency’s goal works against a shared goal',
      ),
      threshold: 1,
      unit: 'count',
    },
    d: {
      text: both(
        'Klausul yang sama direvisi {t} kali atau lebih di antara pihak yang sama.',
        'The same clause was revised {t} or more times between the same parties.',
      ),
      headline: both('Usulan dan usulan tandingan berputar-putar', 'Proposals and counterproposals go in circles'),
      threshold: 3,
      unit: 'times',
    },
    e: {
      text: both(
        'Peta pendapat terbelah: dua kelompok masing-masing {t} atau lebih peserta, tanpa pernyataan yang disetujui 60% di setiap kelompok.',
        'The opinion map is split: two groups of {t} or more of the participants each, with no statement that 60% of every group agree with.',
      ),
      headline: both('Pendapat warga terbelah tanpa titik temu', 'Opinions are split with no common ground'),
      threshold: 0.25,
      unit: 'share',
      nMin: 10,
    },
  },
  mitigations: {
    'interest-sheet': both(
      'Isi lembar kepentingan (apa yang dibutuhkan, bukan posisi) sebelum memutus',
      'Fill in an interest sheet (needs, not positions) before the vote',
    ),
    facilitator: both('Minta fasilitator yang netral', 'Ask for a neutral facilitator'),
    'package-deal': both(
      'Susun kesepakatan paket dengan imbalan yang dicatat bagi pihak yang mengalah',
      'Make a package deal with a recorded compensating benefit',
    ),
    escalate: both(
      'Naikkan ke pengarah dengan alasan kedua pihak diumumkan',
      'Escalate to the steering group with both sides’ reasons published',
    ),
  },
})
