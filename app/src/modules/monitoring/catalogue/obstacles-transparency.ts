import { both } from '#kernel/reason.ts'
import { detector } from './entry.ts'

export const security = detector({
  id: 'D5',
  name: both('Alasan keamanan dan penutupan berlebihan', 'Security concern and over-classification'),
  hurts: ['transparency'],
  sourceText: both(
    'Ambang internal; PerKI 1/2021 Pasal 49 tentang uji konsekuensi',
    'Internal thresholds; Information Commission Regulation 1/2021 article 49 on the consequence test',
  ),
  conditions: {
    a: {
      text: both(
        'Ada {t} catatan tertutup atau lebih tanpa kode pengecualian atau tanpa tanggal tinjau.',
        '{t} or more closed records have no exception code or no review date.',
      ),
      headline: both('Catatan ditutup tanpa dasar atau batas waktu', 'Records are closed without ground or time limit'),
      threshold: 1,
      unit: 'count',
    },
    b: {
      text: both(
        'Porsi catatan tertutup naik sedikitnya {t} dibanding jangka sebelumnya.',
        'The share of closed records rose by at least {t} against the previous window.',
      ),
      headline: both('Makin banyak catatan ditutup', 'More and more records are closed'),
      threshold: 0.1,
      unit: 'points',
      nMin: 10,
    },
    c: {
      text: both(
        'Penolakan yang dibatalkan setelah keberatan mencapai {t} dari keberatan yang diputus.',
        'Refusals overturned on objection reach {t} of objections decided.',
      ),
      headline: both('Penolakan sering dibatalkan setelah keberatan', 'Refusals are often overturned on objection'),
      threshold: 0.3,
      unit: 'share',
      nMin: 5,
    },
    d: {
      text: both(
        'Satu penetap menutup sedikitnya {t} tingkat tengah untuk jenis catatan yang sama.',
        'One classifier closes at least {t} the median rate for the same type of record.',
      ),
      headline: both('Satu penetap menutup jauh lebih banyak', 'One classifier closes far more than others'),
      threshold: 2,
      unit: 'times',
      nMin: 10,
    },
    e: {
      text: both(
        'Catatan rahasia dibuka {t} kali atau lebih di luar daftar yang berhak, atau diekspor tanpa dasar.',
        'A secret record was viewed {t} or more times outside its need-to-know list, or exported without basis.',
      ),
      headline: both('Catatan rahasia dibuka tanpa hak', 'A secret record was opened without need to know'),
      threshold: 1,
      unit: 'times',
    },
  },
  mitigations: {
    'consequence-test': both(
      'Simpan lembar uji konsekuensi bersama keputusannya: dokumen, bagian persisnya, dasar hukumnya',
      'Keep the consequence test with the decision: the document, the exact part, the legal basis',
    ),
    'partial-release': both(
      'Buka sebagian dengan menghitamkan bagian yang dikecualikan, bukan menolak seluruhnya',
      'Release in part by redaction instead of refusing',
    ),
    expiry: both('Beri masa berlaku dan tinjauan otomatis', 'Set an expiry date and an automatic review'),
    'second-person': both(
      'Wajibkan persetujuan orang kedua untuk golongan rahasia',
      'Require a second person’s approval for secret records',
    ),
  },
})

export const privacy = detector({
  id: 'D6',
  name: both('Kekhawatiran privasi pasien dan warga', 'Privacy concern of patients and citizens'),
  hurts: ['transparency'],
  sourceText: both(
    'UU 27/2022 tentang Pelindungan Data Pribadi Pasal 46 (3 × 24 jam); selebihnya ambang internal',
    'Law 27/2022 on personal data protection article 46 (3 × 24 hours); otherwise internal thresholds',
  ),
  conditions: {
    a: {
      text: both(
        'Ada {t} catatan publik atau lebih yang memuat pola data pribadi (NIK, telepon, surel, kode medis).',
        '{t} or more public records contain a personal-data pattern (NIK, phone, e-mail, medical code).',
      ),
      headline: both('Data pribadi terbaca di catatan publik', 'Personal data can be read in public records'),
      threshold: 1,
      unit: 'count',
    },
    b: {
      text: both(
        'Ada {t} tabel terbit atau lebih dengan sel berisi 1–4 orang, atau anonimitas di bawah 5.',
        '{t} or more published tables have a cell of 1–4 people, or an anonymity below 5.',
      ),
      headline: both('Tabel terbit dapat menunjuk orang tertentu', 'Published tables may point at a person'),
      threshold: 1,
      unit: 'count',
    },
    c: {
      text: both(
        'Kebocoran data terbuka sedikitnya {t} tanpa pemberitahuan.',
        'A data breach has been open for at least {t} without notice.',
      ),
      headline: both('Kebocoran data belum diberitahukan', 'A data breach has not been notified'),
      threshold: 72,
      unit: 'hours',
      source: 'PDP',
    },
    d: {
      text: both(
        'Ada {t} pemrosesan atau lebih tanpa dasar hukum tercatat, atau lewat masa simpan.',
        '{t} or more processing activities have no recorded legal basis or are past their retention date.',
      ),
      headline: both(
        'Data diproses tanpa dasar atau lewat masa simpan',
        'Data is processed without basis or kept too long',
      ),
      threshold: 1,
      unit: 'count',
      source: 'PDP',
    },
    e: {
      text: both(
        'Ada {t} berkas yang dihitamkan atau lebih yang lapisan teksnya masih menyimpan isinya.',
        '{t} or more redacted files still hold the removed text in their text layer.',
      ),
      headline: both('Berkas yang dihitamkan masih terbaca', 'Redacted files can still be read'),
      threshold: 1,
      unit: 'count',
    },
  },
  mitigations: {
    republish: both(
      'Tutup sel kecil atau gabungkan, lalu terbitkan versi baru',
      'Suppress or aggregate, then publish a new version',
    ),
    agreement: both(
      'Buat perjanjian berbagi data yang terikat tujuan',
      'Make a data-sharing agreement bound to its purpose',
    ),
    retention: both(
      'Jalankan pemusnahan berkala dengan berita acara di log',
      'Run retention with a certificate in the log',
    ),
    dpia: both(
      'Lakukan penilaian dampak pelindungan data sebelum aliran data baru',
      'Assess the data-protection impact before a new data flow',
    ),
  },
})
