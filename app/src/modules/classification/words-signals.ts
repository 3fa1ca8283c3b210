import type { Lang } from '#kernel/reason.ts'
import type { Words } from '#ui/language.ts'

const id = {
  noCharter: 'Piagam yang berlaku belum menyebut jenis catatan yang boleh diumumkan.',
  noRecords: 'Belum ada catatan.',
  lawful: 'Tertutup dengan dasar dan batas',
  noneClosed: (all: string) => `Tidak ada yang tertutup di antara ${all} catatan.`,
  groundless: (closed: string, lacking: string) =>
    `Dari [${closed} catatan tertutup], [${lacking} belum ada dasar hukum atau tanggal tinjaunya].`,
  rise: (all: string, now: string, before: string) =>
    `Dari [${all} catatan], [${now} tertutup]; pada akhir jangka sebelumnya ${before}.`,
  fewBefore: 'Pada akhir jangka sebelumnya catatannya belum cukup untuk dibandingkan.',
  fewDeciders: 'Perlu sedikitnya tiga instansi yang menutup jenis catatan yang sama.',
  far: (all: string, closed: string, times: string) =>
    `Dari [${all} catatan sejenis milik satu instansi], [${closed} tertutup]: ${times} kali tingkat tengah instansi lain.`,
  reads: (records: string, times: string) => `[${records} catatan rahasia] dibuka ${times} kali tanpa izin perlu-tahu.`,
  noSecret: 'Tidak ada catatan rahasia.',
  notRead: (secret: string) => `Tidak satu pun dari [${secret} catatan rahasia] dibuka di luar daftar yang berhak.`,
  personal: (looked: string, found: string) =>
    `Dari [${looked} judul dan teks yang diperiksa], [${found} memuat pola data pribadi atau dinyatakan bukan data pribadi].`,
  noTables: 'Belum ada tabel yang dibuka sebagian.',
  tables: (all: string, small: string) => `Dari [${all} tabel yang dibuka], [${small} memuat sel berisi 1–4].`,
  noReleased: 'Belum ada teks atau berkas yang dibuka sebagian.',
  released: (all: string, found: string) =>
    `Dari [${all} versi yang dibuka sebagian], [${found} masih memuat pola data pribadi]. Kata yang dihitamkan tidak disimpan; bahwa kata itu tidak ada di berkas diperiksa saat berkas dibuat.`,
  noBreaches: 'Belum ada kebocoran yang dicatat.',
  breaches: (all: string, open: string, hours: string) =>
    `Dari [${all} kebocoran], [${open} belum diberitahukan]; yang terlama ${hours} jam.`,
  rows: {
    confirmation: 'teks yang dinyatakan bukan data pribadi',
    breach: 'kebocoran data',
    redaction: 'teks dan tabel yang dibuka sebagian',
    file: 'berkas yang dibuka sebagian',
  },
  confirmed: 'Dinyatakan bukan data pribadi',
}

const en: Words<typeof id> = {
  noCharter: 'The charter in force does not say yet which kinds of records may be published.',
  noRecords: 'There are no records yet.',
  lawful: 'Closed with ground and limit',
  noneClosed: (all: string) => `None of ${all} records is closed.`,
  groundless: (closed: string, lacking: string) =>
    `Of [${closed} closed records], [${lacking} have no legal ground or day of review].`,
  rise: (all: string, now: string, before: string) =>
    `Of [${all} records], [${now} are closed]; at the end of the window before it was ${before}.`,
  fewBefore: 'At the end of the window before there were too few records to compare.',
  fewDeciders: 'Needs at least three agencies that close the same kind of record.',
  far: (all: string, closed: string, times: string) =>
    `Of [${all} records of one kind and agency], [${closed} are closed]: ${times} times the median of other agencies.`,
  reads: (records: string, times: string) => `[${records} secret records] were opened ${times} times without a grant.`,
  noSecret: 'There is no secret record.',
  notRead: (secret: string) => `None of [${secret} secret records] was opened outside its need-to-know list.`,
  personal: (looked: string, found: string) =>
    `Of [${looked} titles and texts looked at], [${found} hold a pattern of personal data or were said to be none].`,
  noTables: 'No table is open in part yet.',
  tables: (all: string, small: string) => `Of [${all} published tables], [${small} have a cell of 1–4].`,
  noReleased: 'No text or file is open in part yet.',
  released: (all: string, found: string) =>
    `Of [${all} versions open in part], [${found} still hold a pattern of personal data]. What was blackened is kept nowhere; that it is not in the file was checked when it was made.`,
  noBreaches: 'No breach was registered yet.',
  breaches: (all: string, open: string, hours: string) =>
    `Of [${all} breaches], [${open} were not told of]; the oldest is ${hours} hours old.`,
  rows: {
    confirmation: 'texts said to be no personal data',
    breach: 'data breaches',
    redaction: 'texts and tables open in part',
    file: 'files open in part',
  },
  confirmed: 'Said to be no personal data',
}

export const signalWords: Record<Lang, Words<typeof id>> = { id, en }
