import { both } from '#kernel/reason.ts'
import { detector } from './entry.ts'

export const access = detector({
  id: 'D9',
  name: both('Kesenjangan akses informasi', 'Information access gap'),
  hurts: ['participation'],
  sourceText: both(
    'Ambang internal; PerKI 1/2021: pengumuman disertai audio, visual, atau braille',
    'Internal thresholds; Information Commission Regulation 1/2021: announcements with audio, visual or braille',
  ),
  conditions: {
    a: {
      text: both(
        'Ada {t} wilayah atau lebih (sedikitnya 5% penduduk) dengan porsi peserta kurang dari separuh porsi penduduknya.',
        '{t} or more territories (at least 5% of the population) have less than half their share among participants.',
      ),
      headline: both('Ada wilayah yang suaranya hampir tak terdengar', 'Some territories are hardly heard'),
      threshold: 1,
      unit: 'count',
    },
    b: {
      text: both(
        'Masukan lewat pendamping atau kertas paling banyak {t}, padahal jangkauan internet di bawah 70%.',
        'Assisted and offline entries are at most {t} although internet reach is below 70%.',
      ),
      headline: both('Warga tanpa internet belum terlayani', 'People without internet are not reached'),
      threshold: 0.1,
      bad: 'low',
      unit: 'share',
      nMin: 10,
    },
    c: {
      text: both(
        'Ada {t} bahan atau lebih yang terlalu sulit dibaca, tanpa ringkasan, tanpa bahasa setempat, atau tanpa berkas yang mudah diakses.',
        '{t} or more materials are too hard to read, or lack a summary, a language or an accessible file.',
      ),
      headline: both('Bahan konsultasi sulit dipahami', 'Consultation material is hard to understand'),
      threshold: 1,
      unit: 'count',
    },
    d: {
      text: both('Undangan dikirim paling banyak {t} sebelum acara.', 'Notice was given at most {t} before the event.'),
      headline: both('Undangan terlalu mendadak', 'Notice is given too late'),
      threshold: 7,
      bad: 'low',
      unit: 'days',
    },
    e: {
      text: both('Ada {t} halaman atau lebih tanpa pengganti teks.', '{t} or more pages have no text alternative.'),
      headline: both('Halaman tidak terbaca pembaca layar', 'Pages cannot be read by a screen reader'),
      threshold: 1,
      unit: 'count',
    },
  },
  mitigations: {
    'assisted-channel': both(
      'Buka jalur pendampingan: meja kecamatan atau desa, SMS, formulir kertas yang dipindai',
      'Open an assisted channel: district or village desk, SMS, scanned paper form',
    ),
    'plain-summary': both(
      'Buat ringkasan satu halaman dengan bahasa sederhana dan rekaman suara',
      'Make a plain-language one-pager with audio',
    ),
    facilitator: both('Tugaskan fasilitator setempat', 'Appoint a local facilitator'),
    sortition: both('Undang warga lewat undian yang adil', 'Invite citizens by fair lot'),
  },
})

export const participantCapacity = detector({
  id: 'D10',
  name: both('Keterbatasan waktu, biaya, dan keterampilan peserta', 'Limited capacity of participants'),
  hurts: ['participation'],
  sourceText: both('Ambang internal', 'Internal thresholds'),
  conditions: {
    a: {
      text: both(
        'Isian yang dimulai dan sampai terkirim paling banyak {t}.',
        'Forms started that were submitted are at most {t}.',
      ),
      headline: both('Banyak isian ditinggalkan di tengah jalan', 'Many forms are abandoned half-way'),
      threshold: 0.5,
      bad: 'low',
      unit: 'share',
      nMin: 10,
    },
    b: {
      text: both('Waktu mengisi (nilai tengah) sedikitnya {t}.', 'The median time to finish reaches {t}.'),
      headline: both('Mengisi formulir makan waktu terlalu lama', 'Filling in takes too long'),
      threshold: 15,
      unit: 'minutes',
      nMin: 10,
    },
    c: {
      text: both(
        'Undangan panel yang ditolak karena waktu, biaya, atau mengurus keluarga mencapai {t}.',
        'Panel invitations declined for time, cost or care reach {t}.',
      ),
      headline: both('Warga menolak undangan karena waktu atau biaya', 'Invited people decline for time or cost'),
      threshold: 0.3,
      unit: 'share',
      nMin: 10,
    },
    d: {
      text: both(
        'Kehadiran anggota dari organisasi masyarakat paling banyak {t}.',
        'Attendance of members from civil society is at most {t}.',
      ),
      headline: both('Anggota dari masyarakat jarang hadir', 'Members from civil society rarely attend'),
      threshold: 0.6,
      bad: 'low',
      unit: 'share',
      nMin: 5,
    },
    e: {
      text: both(
        'Acara partisipasi per warga aktif sedikitnya {t} dalam satu triwulan.',
        'Participation events per active citizen reach {t} in a quarter.',
      ),
      headline: both('Warga yang sama terlalu sering diminta', 'The same citizens are asked too often'),
      threshold: 6,
      unit: 'times',
    },
  },
  mitigations: {
    support: both(
      'Anggarkan uang lelah, transportasi, dan penitipan anak',
      'Budget for honorarium, transport and child care',
    ),
    'shorter-form': both('Pendekkan formulir dan simpan isian otomatis', 'Shorten the form and let it save'),
    training: both('Adakan pembekalan sebelum panel', 'Hold a training session before the panel'),
    merge: both('Gabungkan konsultasi yang berdekatan', 'Merge consultations'),
  },
})
