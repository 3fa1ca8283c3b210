import { archive, type PlannedDecision } from './planned-decision.ts'

/** The last weeks, up to what is open today. */
export const lateDecisions: PlannedDecision[] = [
  {
    key: 'bantuan',
    day: 310,
    by: 'dinsos',
    question: 'Apakah bantuan pangan diberikan bulanan, bukan tiga bulanan?',
    en: 'Is food aid given every month instead of every three months?',
    background: 'Pada bulan ketiga setengah keluarga penerima kehabisan bahan pangan berprotein.',
    options: [
      ['Tetap tiga bulanan', 'Ongkos antar paling rendah.'],
      ['Bulanan lewat posyandu', 'Ongkos antar naik Rp 41 juta setahun.'],
    ],
    proposal: 1,
    documents: [['Catatan penerimaan bantuan pangan', archive('bantuan-pangan')]],
    absent: ['kemenag', 'dikbud'],
    publish: {
      after: 4,
      answer: 'Ya, bulanan lewat posyandu mulai triwulan depan.',
      reason: 'Keluarga yang datang tiap bulan juga ditimbang tiap bulan.',
    },
  },
  {
    key: 'air',
    day: 325,
    by: 'pupr',
    question: 'Desa mana yang lebih dulu mendapat sumur bor?',
    en: 'Which villages get a well first?',
    background: 'Uang cukup untuk empat dari tujuh desa yang meminta.',
    options: [
      ['Empat desa dengan kasus stunting terbanyak', 'Dua di antaranya sulit dijangkau alat berat.'],
      ['Empat desa yang paling mudah dibor', 'Selesai lebih cepat, tetapi dua desa dengan kasus terbanyak menunggu.'],
    ],
    proposal: 0,
    amendments: [
      ['pupr', 'Urutan desa', 'Empat desa dengan kasus terbanyak, kecuali yang tidak dapat dilalui truk bor.'],
      ['dinkes', 'Urutan desa', 'Empat desa dengan kasus terbanyak; yang tidak terjangkau truk mendapat sumur gali.'],
    ],
    against: [['pupr', 'Dua desa itu baru dapat dijangkau sesudah jalan diperbaiki.']],
    publish: {
      after: 5,
      answer: 'Empat desa dengan kasus stunting terbanyak didahulukan.',
      reason: 'Sumur diberikan menurut kebutuhan anak, bukan kemudahan kerja.',
    },
  },
  {
    key: 'jadwal',
    day: 340,
    by: 'kemenag',
    question: 'Apakah kelas calon pengantin memuat pemeriksaan hemoglobin?',
    en: 'Do classes for couples include a haemoglobin test?',
    background: 'Satu dari tiga calon pengantin perempuan kurang darah.',
    options: [
      ['Tidak, cukup penyuluhan', 'Tanpa biaya.'],
      ['Ya, diperiksa petugas Puskesmas', 'Rp 12.000 untuk satu orang.'],
    ],
    proposal: 1,
    documents: [['Kesediaan 23 Puskesmas', archive('kesediaan-puskesmas')]],
    publish: {
      after: 1,
      answer: 'Ya, petugas Puskesmas memeriksa dalam kelas kedua.',
      reason: 'Kurang darah dapat diobati sebelum kehamilan.',
    },
  },
  {
    key: 'data',
    day: 348,
    by: 'dinkes',
    question: 'Apakah data ibu hamil berisiko boleh dibagikan antara Puskesmas dan Dinas Sosial?',
    en: 'May data on mothers at risk be shared between health centres and the social office?',
    background:
      'Pada Agustus, 311 dari 964 keluarga berisiko belum pernah dikunjungi karena namanya hanya ada di satu instansi.',
    options: [
      [
        'Tetap terpisah, daftar dikirim lewat surat',
        'Paling aman bagi data pribadi. Rata-rata perlu 34 hari sampai keluarga dikunjungi.',
      ],
      [
        'Berbagi tiga isian saja, dengan hak menolak',
        'Kunjungan dapat dimulai dalam 7 hari. Perlu pencatatan setiap pembukaan data.',
      ],
      [
        'Berbagi seluruh catatan pemeriksaan',
        'Paling lengkap bagi petugas, tetapi membuka data kesehatan kepada pihak yang tidak memerlukannya.',
      ],
    ],
    proposal: 1,
    objective: 'stunting',
    concerned: [{ name: 'PT Simpul Data Mekarsari', relation: 'supplier' }],
    documents: [['Telaah hukum berbagi data', archive('telaah-berbagi-data')]],
    positions: [
      ['bappeda', 'support', 'Tanpa data bersama, satu dari tiga keluarga berisiko tidak terjangkau.'],
      ['dinkes', 'support-if', 'Hanya nama, alamat, dan tingkat risiko; bukan catatan medis.'],
      ['dinsos', 'support', 'Siap menerima daftar tiap bulan.'],
      ['yayasan', 'object', 'Hak menolak secara lisan belum cukup.'],
    ],
    asked: ['dikbud', 'Siapa yang dapat membuka daftarnya?', 'Hanya petugas kunjungan, dan setiap pembukaan dicatat.'],
    against: [['yayasan', 'Persetujuan seharusnya diminta lebih dulu.']],
    dissent: [
      'yayasan',
      'Hak menolak secara lisan belum cukup. Banyak ibu tidak akan menolak di depan petugas. Persetujuan seharusnya diminta lebih dulu, bukan dianggap ada.',
    ],
    publish: {
      after: 1,
      answer: 'Ya, mulai Januari, terbatas pada nama, alamat, dan tingkat risiko, dengan hak warga untuk menolak.',
      reason:
        'Tiga isian cukup untuk menjadwalkan kunjungan; selebihnya tetap di Puskesmas.\n\nWarga meminta dua hal yang diterima: penolakan cukup disampaikan lisan, dan setiap pembukaan data dicatat.',
      review: 580,
    },
    steps: [
      ['Perjanjian berbagi data ditandatangani', 'dinsos', 17],
      ['Mulai berlaku di 23 Puskesmas', 'dinkes', 47],
    ],
    appeal: { by: 'yayasan', after: 2, grounds: 'Cara meminta persetujuan belum dibahas bersama warga.' },
  },
  {
    key: 'aplikasi',
    day: 353,
    by: 'kominfo',
    question: 'Apakah kader mencatat kunjungan lewat telepon genggam?',
    en: 'Do volunteers record visits by phone?',
    background: 'Buku kunjungan diketik ulang dua minggu sesudah kunjungan.',
    options: [
      ['Tetap buku kunjungan', 'Tidak perlu pelatihan.'],
      ['Telepon genggam, buku sebagai cadangan', 'Perlu pelatihan dua hari untuk 224 kader.'],
    ],
    proposal: 1,
    absent: ['kemenag'],
    until: 'due',
  },
  {
    key: 'lomba',
    day: 358,
    by: 'dppkb',
    question: 'Apakah lomba posyandu diganti dengan kunjungan belajar antardesa?',
    en: 'Are contests between health posts replaced by learning visits?',
    background: 'Lomba dimenangkan desa yang sama tiga tahun berturut-turut.',
    options: [
      ['Lomba tetap diadakan', 'Sudah dikenal warga.'],
      ['Kunjungan belajar antardesa', 'Enam kunjungan dengan uang yang sama.'],
    ],
    proposal: 1,
    absent: ['dinkes', 'yayasan', 'dikbud', 'kemenag'],
    until: 'voting',
  },
  {
    key: 'anggaran',
    day: 361,
    by: 'bappeda',
    question: 'Bagaimana sisa anggaran Rp 140 juta dipakai?',
    en: 'How is the remaining budget of Rp 140 million used?',
    background: 'Sisa hibah pendampingan kembali ke program dan harus dipakai sebelum akhir tahun.',
    options: [
      ['Makanan tambahan untuk 300 balita', 'Tiga bulan, lewat posyandu.'],
      ['Pelatihan kader tahap kedua', 'Untuk 112 kader yang belum dilatih.'],
    ],
    proposal: 0,
    positions: [
      ['dinkes', 'support', 'Musim paceklik dimulai bulan depan.'],
      ['dppkb', 'support-if', 'Separuhnya untuk pelatihan kader.'],
    ],
    amendments: [
      ['dppkb', 'Pembagian', 'Rp 70 juta untuk makanan tambahan, Rp 70 juta untuk pelatihan.'],
      ['dinkes', 'Pembagian', 'Rp 100 juta untuk makanan tambahan, Rp 40 juta untuk pelatihan.'],
    ],
    asked: ['dikbud', 'Apakah PAUD ikut menerima makanan tambahan?', 'Ya, bila anaknya terdaftar di posyandu.'],
    until: 'deliberating',
  },
]
