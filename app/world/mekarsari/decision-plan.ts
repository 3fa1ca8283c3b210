import type { OrganisationKey } from './cast.ts'

type Stance = 'support' | 'support-if' | 'object' | 'neutral'
type Named = { name: string; relation: 'beneficiary' | 'supplier' | 'applicant' }

/** One matter of the story: raised on its day, voted five days later unless told, published after so many days. */
export type PlannedDecision = {
  key: string
  day: number
  by: OrganisationKey
  question: string
  en: string
  background: string
  options: [title: string, body: string][]
  /** Which option is put to the vote, counted from 0. */
  proposal: number
  objective?: string
  concerned?: Named[]
  documents?: [title: string, url: string][]
  positions?: [OrganisationKey, Stance, string][]
  amendments?: [OrganisationKey, string, string][]
  asked?: [OrganisationKey, string, string]
  /** Reasons of those who vote against; the others vote for. */
  against?: [OrganisationKey, string][]
  abstain?: OrganisationKey[]
  absent?: OrganisationKey[]
  /** Says of itself that it has an interest. */
  says?: OrganisationKey
  secret?: true
  dissent?: [OrganisationKey, string]
  publish?: { after: number; answer: string; reason: string; review?: number }
  steps?: [title: string, by: OrganisationKey, days: number][]
  appeal?: { by: OrganisationKey; after: number; grounds: string; answer?: string }
  reverses?: string
  /** How far the story has come with it today. */
  until?: 'deliberating' | 'voting' | 'due' | 'withdrawn'
}

const archive = (name: string) => `https://mekarsari.example/arsip/${name}.pdf`

export const plannedDecisions: PlannedDecision[] = [
  {
    key: 'daftar',
    day: 40,
    by: 'dinkes',
    question: 'Daftar keluarga berisiko mana yang dipakai bersama?',
    en: 'Which list of families at risk is used by all?',
    background: 'Puskesmas, DPPKB, dan Dinas Sosial memakai tiga daftar; 40 persen nama hanya ada di satu daftar.',
    options: [
      [
        'Tetap memakai tiga daftar',
        'Tidak ada biaya, tetapi keluarga yang sama dikunjungi dua kali atau tidak sama sekali.',
      ],
      ['Daftar Puskesmas, dilengkapi dua daftar lain', 'Dapat dipakai dalam 60 hari.'],
    ],
    proposal: 1,
    objective: 'stunting',
    documents: [['Perbandingan tiga daftar keluarga', archive('perbandingan-daftar')]],
    positions: [
      ['dinkes', 'support', 'Daftar Puskesmas paling mutakhir.'],
      ['dppkb', 'support-if', 'Hasil pendataan keluarga harus ikut masuk.'],
    ],
    publish: {
      after: 2,
      answer: 'Daftar Puskesmas dipakai bersama, dilengkapi daftar DPPKB dan Dinas Sosial.',
      reason: 'Daftar Puskesmas diperbarui tiap bulan; dua daftar lain menambah keluarga yang belum terdaftar.',
    },
    steps: [['Tiga daftar dicocokkan', 'kominfo', 60]],
  },
  {
    key: 'kader',
    day: 80,
    by: 'dppkb',
    question: 'Berapa uang transpor kader untuk satu kunjungan keluarga?',
    en: 'How much travel money does a volunteer get for one family visit?',
    background: 'Kader berhenti karena ongkos ke desa jauh ditanggung sendiri.',
    options: [
      ['Rp 15.000 untuk semua desa', 'Sederhana, tetapi tidak cukup untuk desa pegunungan.'],
      [
        'Rp 15.000, dan Rp 30.000 untuk enam desa terjauh',
        'Tambahan Rp 84 juta setahun dari Dinas Kesehatan dan DPPKB.',
      ],
    ],
    proposal: 1,
    documents: [['Hitungan ongkos kunjungan per desa', archive('ongkos-kunjungan')]],
    against: [['pupr', 'Anggaran tambahan belum ada dalam rencana tahun ini.']],
    publish: {
      after: 6,
      answer: 'Rp 15.000, dan Rp 30.000 untuk enam desa terjauh.',
      reason: 'Tanpa ongkos yang cukup, kunjungan ke enam desa itu berhenti.',
    },
  },
  {
    key: 'tempat',
    day: 120,
    by: 'dikbud',
    question: 'Apakah kelas pengasuhan dipindahkan ke gedung sekolah?',
    en: 'Do parenting classes move to school buildings?',
    background: 'Balai desa sering dipakai acara lain pada hari kelas.',
    options: [
      ['Tetap di balai desa', 'Dekat dari rumah peserta.'],
      ['Pindah ke gedung sekolah sore hari', 'Selalu tersedia, tetapi lebih jauh bagi sebagian ibu.'],
    ],
    proposal: 1,
    until: 'withdrawn',
  },
  {
    key: 'hibah',
    day: 150,
    by: 'bappeda',
    question: 'Apakah Yayasan Sehat Bersama menerima hibah pendampingan keluarga?',
    en: 'Does the foundation receive a grant to accompany families?',
    background: 'Lima desa belum punya pendamping; yayasan sudah bekerja di tiga di antaranya.',
    options: [
      ['Tidak ada hibah', 'Pendampingan menunggu perekrutan kader baru.'],
      ['Hibah Rp 350 juta untuk lima desa', 'Dimulai dalam sebulan, laporan tiap tiga bulan.'],
    ],
    proposal: 1,
    concerned: [{ name: 'Yayasan Sehat Bersama Mekarsari', relation: 'applicant' }],
    documents: [['Usulan hibah pendampingan', archive('usulan-hibah')]],
    publish: {
      after: 3,
      answer: 'Ya, hibah Rp 350 juta untuk lima desa.',
      reason: 'Pendampingan dapat dimulai tanpa menunggu perekrutan kader.',
      review: 400,
    },
    appeal: {
      by: 'dinsos',
      after: 14,
      grounds: 'Dua dari lima desa sudah punya pendamping program keluarga dari Dinas Sosial.',
      answer: 'Benar: dua desa tercatat di program lain. Perkaranya diputus lagi.',
    },
  },
  {
    key: 'hibah-batal',
    day: 185,
    by: 'bappeda',
    question: 'Apakah hibah pendampingan diganti dengan hibah untuk tiga desa?',
    en: 'Is the grant replaced by one for three villages?',
    background: 'Tinjauan kembali menunjukkan dua desa sudah punya pendamping.',
    options: [
      ['Hibah lima desa tetap berlaku', 'Dua desa mendapat dua pendamping.'],
      ['Hibah Rp 210 juta untuk tiga desa', 'Sisa Rp 140 juta kembali ke program.'],
    ],
    proposal: 1,
    concerned: [{ name: 'Yayasan Sehat Bersama Mekarsari', relation: 'applicant' }],
    documents: [['Hasil tinjauan kembali hibah', archive('tinjauan-hibah')]],
    publish: {
      after: 2,
      answer: 'Ya, hibah menjadi Rp 210 juta untuk tiga desa; keputusan sebelumnya dibatalkan.',
      reason: 'Dua desa sudah didampingi, sehingga uangnya dapat dipakai untuk keluarga lain.',
    },
    reverses: 'hibah',
  },
  {
    key: 'panel',
    day: 250,
    by: 'universitas',
    question: 'Siapa mewakili program di panel provinsi: Universitas Mekarsari atau Dinas Kesehatan?',
    en: 'Who speaks for the programme on the provincial panel: the university or the health office?',
    background:
      'Provinsi meminta satu wakil untuk dua tahun. Perkara ini menyangkut orang, jadi suara dipungut secara rahasia.',
    options: [
      ['Dinas Kesehatan', 'Paling dekat dengan layanan.'],
      ['Universitas Mekarsari', 'Punya peneliti gizi masyarakat.'],
    ],
    proposal: 1,
    documents: [['Surat permintaan wakil dari provinsi', archive('surat-provinsi')]],
    against: [['dinkes', 'Wakil sebaiknya dari instansi yang memberi layanan.']],
    abstain: ['kemenag'],
    secret: true,
    publish: {
      after: 4,
      answer: 'Universitas Mekarsari mewakili program di panel provinsi.',
      reason: 'Suara terbanyak memilih wakil yang dapat menyampaikan hasil penelitian.',
    },
  },
  {
    key: 'timbangan',
    day: 280,
    by: 'dinkes',
    question: 'Apakah posyandu memakai timbangan digital mulai tahun depan?',
    en: 'Do health posts use digital scales from next year?',
    background: 'Tiga dari sepuluh timbangan gantung meleset lebih dari 200 gram.',
    options: [
      ['Timbangan lama diperbaiki', 'Rp 18 juta, bertahan setahun.'],
      ['Timbangan digital untuk 112 posyandu', 'Rp 134 juta, bertahan lima tahun.'],
    ],
    proposal: 1,
    objective: 'gizi',
    documents: [['Hasil uji timbangan', archive('uji-timbangan')]],
    publish: {
      after: 3,
      answer: 'Ya, timbangan digital dipakai di 112 posyandu mulai Januari.',
      reason: 'Ukuran yang meleset membuat anak berisiko tidak terlihat.',
    },
    steps: [['Timbangan dikirim ke 112 posyandu', 'dinkes', 120]],
  },
  {
    key: 'penyedia',
    day: 295,
    by: 'bappeda',
    question: 'Apakah PT Simpul Data Mekarsari mengerjakan penyatuan data keluarga?',
    en: 'Does PT Simpul Data Mekarsari do the merging of family data?',
    background: 'Tiga penyedia menawarkan; dua di antaranya tidak memenuhi syarat keamanan data.',
    options: [
      ['Dikerjakan sendiri oleh Diskominfo', 'Lebih murah, selesai dalam sembilan bulan.'],
      ['PT Simpul Data Mekarsari', 'Rp 190 juta, selesai dalam empat bulan.'],
    ],
    proposal: 1,
    concerned: [{ name: 'PT Simpul Data Mekarsari', relation: 'supplier' }],
    documents: [['Penilaian tiga penawaran', archive('penilaian-penawaran')]],
    says: 'universitas',
    publish: {
      after: 2,
      answer: 'Ya, dengan pemeriksaan keamanan sebelum data dipindahkan.',
      reason: 'Daftar bersama diperlukan sebelum kunjungan tahap kedua.',
      review: 380,
    },
  },
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
