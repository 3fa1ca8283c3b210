import { both } from '#kernel/reason.ts'
import { detector } from './entry.ts'

export const culture = detector({
  id: 'D7',
  name: both('Budaya kaku', 'Rigid culture'),
  hurts: ['innovation'],
  sourceText: both('Ambang internal', 'Internal thresholds'),
  conditions: {
    a: {
      text: both(
        'Penolakan yang hanya beralasan formal (“bukan tugas kami”, “tidak ada aturannya”) mencapai {t} dari semua penolakan.',
        'Rejections with only a formal reason (“not our task”, “no rule”) reach {t} of rejections.',
      ),
      headline: both('Gagasan ditolak dengan alasan formal saja', 'Ideas are rejected on form alone'),
      threshold: 0.4,
      unit: 'share',
      nMin: 10,
    },
    b: {
      text: both(
        'Tahap persetujuan per gagasan (nilai tengah) sedikitnya {t}, atau waktu menunggu sedikitnya {wait} waktu keseluruhan.',
        'Approval steps per idea (median) reach {t}, or waiting reaches {wait} of the whole time.',
      ),
      headline: both('Persetujuan gagasan berlapis dan lama', 'Approval of ideas takes many steps and long waits'),
      threshold: 4,
      unit: 'times',
      nMin: 10,
      alternatives: { wait: { threshold: 0.7, bad: 'high', unit: 'share' } },
    },
    c: {
      text: both(
        'Tidak satu pun dari {t} uji coba atau lebih pernah dihentikan.',
        'Not one of {t} or more pilots was ever stopped.',
      ),
      headline: both('Tidak ada uji coba yang berani dihentikan', 'No pilot is ever stopped'),
      threshold: 5,
      unit: 'count',
    },
    d: {
      text: both(
        'Usulan dari pegawai di bawah tingkat kepala paling banyak {t}.',
        'Proposals from staff below head level are at most {t}.',
      ),
      headline: both('Usulan hanya datang dari pimpinan', 'Only heads make proposals'),
      threshold: 0.2,
      bad: 'low',
      unit: 'share',
      nMin: 10,
    },
  },
  mitigations: {
    'answer-duty': both(
      'Wajibkan jawaban 30 hari dengan pemilik yang disebut namanya',
      'A duty to answer within 30 days, with a named owner',
    ),
    sandbox: both(
      'Masukkan ruang uji ke dalam piagam: batas, waktu, cara berhenti',
      'Put a sandbox clause in the charter: limit, time, exit',
    ),
    'honest-failures': both(
      'Umumkan uji coba yang dihentikan beserta pelajarannya',
      'Publish stopped pilots with their lesson',
    ),
    exchange: both(
      'Adakan bimbingan terbalik dan hari bertukar tempat kerja',
      'Hold reverse mentoring and exchange days',
    ),
  },
})

export const incentives = detector({
  id: 'D8',
  name: both('Kurangnya insentif', 'Lack of incentives'),
  hurts: ['innovation'],
  sourceText: both(
    'Ambang internal; LKE SAKIP 2.3: pengukuran dikaitkan dengan penghargaan',
    'Internal thresholds; SAKIP evaluation sheet 2.3: measurement tied to reward',
  ),
  conditions: {
    a: {
      text: both(
        'Penyumbang gagasan pada jangka sebelumnya yang datang lagi paling banyak {t}.',
        'Contributors of the previous window who came back are at most {t}.',
      ),
      headline: both('Penyumbang gagasan tidak kembali', 'Contributors do not come back'),
      threshold: 0.25,
      bad: 'low',
      unit: 'share',
      nMin: 10,
    },
    b: {
      text: both(
        'Gagasan terpakai tanpa penghargaan tercatat mencapai {t}.',
        'Adopted ideas without recorded recognition reach {t}.',
      ),
      headline: both('Gagasan yang dipakai tidak dihargai', 'Adopted ideas get no recognition'),
      threshold: 0.5,
      unit: 'share',
      nMin: 10,
    },
    c: {
      text: both(
        'Waktu atau anggaran inovasi dalam rencana nol, atau terpakai paling banyak {t}.',
        'Time or budget for innovation is nil, or at most {t} of it is used.',
      ),
      headline: both(
        'Waktu dan dana inovasi tidak ada atau tidak terpakai',
        'Time and money for innovation are missing or unused',
      ),
      threshold: 0.3,
      bad: 'low',
      unit: 'share',
    },
    d: {
      text: both(
        'Ada {t} penggagas atau lebih yang tugasnya bertambah setelah gagasannya dipakai tanpa tambahan kapasitas.',
        '{t} or more innovators got more tasks after adoption without more capacity.',
      ),
      headline: both('Penggagas justru kebagian kerja tambahan', 'Innovators are rewarded with extra work'),
      threshold: 1,
      unit: 'count',
    },
  },
  mitigations: {
    credit: both(
      'Sebut penggagas di halaman publik dan dalam SKP atau perjanjian kinerja',
      'Give credit on the public page and in performance agreements',
    ),
    'seed-fund': both('Sediakan dana awal lewat pemungutan suara bersama', 'Provide a seed fund by participatory vote'),
    'protected-hours': both('Sediakan jam kerja khusus untuk gagasan', 'Protect working hours for ideas'),
    savings: both(
      'Biarkan instansi yang berhemat menyimpan sebagian penghematannya',
      'Let the agency that saved keep its savings',
    ),
  },
})
