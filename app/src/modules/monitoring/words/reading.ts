import type { Words } from '#ui/language.ts'

/** Previews and the public catalogue. */
const id = {
  preview: {
    title: 'Pratinjau evaluasi',
    lead: (date: string) =>
      `Begini keadaannya per ${date} menurut catatan saat ini. Pratinjau tidak dihitung: hambatan hanya terbuka atau tertutup lewat evaluasi mingguan.`,
    asked: (name: string | null, time: string) => (name ? `Diminta ${name}, ${time}` : `Diminta ${time}`),
    wouldBeTrue: 'Hambatan yang syaratnya terpenuhi',
    noneTrue: 'Tidak ada hambatan yang syaratnya terpenuhi.',
  },
  catalogue: {
    title: 'Cara menghitung indikator dan hambatan',
    lead: (indicators: string, detectors: string) =>
      `${indicators} indikator dan ${detectors} hambatan dihitung dari catatan, tidak pernah diisi tangan. Di sini rumus, ambang, dan sumbernya.`,
    rules: 'Aturan yang berlaku untuk semua',
    ruleList: [
      'Jangka hitung 90 hari ke belakang dari tanggal evaluasi, kecuali disebut lain; jangka sebelumnya ikut ditampilkan.',
      'Perbandingan ditulis “k dari n”, dengan rentang 95% (Wilson) bila yang dihitung adalah kasus.',
      'Bila n kurang dari batas paling sedikit, tertulis “data belum cukup”, tanpa warna dan tanpa persen.',
      'Tidak ada skor gabungan.',
      'Menggeser tenggat tidak mengubah tanggal awal; memecah pekerjaan tidak mengubah bobot; menutup tanpa bukti tidak dihitung.',
      'Syarat hambatan terpenuhi bila hasil pantauan dibagi ambangnya mencapai 1 (dibalik bila rendah berarti buruk). Kekuatan hambatan adalah perbandingan terbesarnya.',
      'Keparahan ringan: satu syarat; sedang: dua syarat, atau 1,5 kali ambang; berat: tiga syarat, atau tenggat hukum dilanggar.',
      'Hambatan terbuka setelah dua evaluasi mingguan berturut-turut terpenuhi (langsung bila berat) dan tertutup setelah dua yang tidak.',
      'Mitigasi berhasil bila kekuatan hambatan turun sedikitnya 20% pada tanggal tinjaunya.',
    ].join('\n'),
    search: 'Cari indikator atau hambatan',
    noneFound: 'Tidak ada indikator atau hambatan yang cocok.',
    indicators: 'Indikator',
    obstacles: 'Hambatan',
    lead1: 'Indikator utama',
    sources: 'Sumber ambang',
    internalRule: 'Ambang internal',
    hurts: 'Mengurangi',
  },
}

const en: Words<typeof id> = {
  preview: {
    title: 'Preview of an evaluation',
    lead: (date: string) =>
      `This is how things stand as of ${date} by the records there are now. A preview does not count: obstacles open and close only by weekly evaluations.`,
    asked: (name: string | null, time: string) => (name ? `Asked for by ${name}, ${time}` : `Asked for on ${time}`),
    wouldBeTrue: 'Obstacles whose conditions are met',
    noneTrue: 'No obstacle has its conditions met.',
  },
  catalogue: {
    title: 'How indicators and obstacles are computed',
    lead: (indicators: string, detectors: string) =>
      `${indicators} indicators and ${detectors} obstacles are computed from records, never typed in. Here are their formulas, thresholds and sources.`,
    rules: 'Rules that hold for all',
    ruleList: [
      'The window is the 90 days that end on the day of evaluation, unless stated; the previous window is shown too.',
      'Proportions read “k of n”, with a 95% interval (Wilson) where cases are counted.',
      'Where n is below the minimum it says “not enough data”, without colour or per cent.',
      'There is no combined score.',
      'Moving a deadline does not change the first date; splitting work does not change its weight; closing without evidence does not count.',
      'A condition is met when what is observed divided by its threshold reaches 1 (turned round where low is bad). The strength of an obstacle is its largest ratio.',
      'Minor: one condition; moderate: two, or 1.5 times the threshold; severe: three, or a broken legal deadline.',
      'An obstacle opens after two consecutive weekly evaluations that meet it (at once when severe) and closes after two that do not.',
      'A mitigation worked if the strength of the obstacle fell by at least 20% at its review date.',
    ].join('\n'),
    search: 'Search indicators or obstacles',
    noneFound: 'No indicator or obstacle fits.',
    indicators: 'Indicators',
    obstacles: 'Obstacles',
    lead1: 'Lead indicator',
    sources: 'Sources of thresholds',
    internalRule: 'Internal threshold',
    hurts: 'Reduces',
  },
}

export const readingWords = { id, en }
