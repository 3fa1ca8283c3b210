import type { Lang, Text } from '#kernel/reason.ts'
import type { TableProblem } from '#kernel/tabular/read-table.ts'
import type { TargetName } from '#kernel/tabular/targets.ts'
import type { Words } from '#ui/language.ts'
import type { RemarkCode } from './report.ts'

type Missing = { column: string; where: string }[]

const id = {
  targets: { tasks: 'tugas', commitments: 'komitmen', organisations: 'organisasi' } satisfies Record<
    TargetName,
    string
  >,
  head: (file: string, target: string, programme: string) => `${file} dimuat sebagai ${target} ke program ${programme}`,
  headDirectory: (file: string, target: string) => `${file} dimuat sebagai ${target} ke direktori`,
  programmeCreated: 'Program ini baru dibuat.',
  dryRun: 'Percobaan: tidak ada yang disimpan.',
  proposed: 'Peta kolom diusulkan dari judul kolom; periksa, lalu simpan dengan “mufakat import map”:',
  unsure: (fields: string) => `Belum pasti: ${fields}`,
  constant: 'tetap',
  mapMissing: 'Isian wajib tanpa kolom',
  mapUnsure: 'Belum pasti, periksa',
  mapUnused: 'Kolom yang tidak dipakai',
  organisations: (created: number, known: number, joined: number) =>
    `Organisasi: ${created} baru di direktori, ${known} sudah dikenal, ${joined} menjadi pihak program`,
  moved: (count: number) => `Tanggal digeser: ${count}`,
  assessed: (count: number) => `Penilaian dari sumber: ${count}`,
  completion: (high: string, assessed: string, share: string, low: string, top: string) =>
    `Tercapai sebagian besar atau seluruhnya: ${high} dari ${assessed} komitmen yang dinilai (${share}; selang kepercayaan 95%: ${low}–${top})`,
  toCheck: 'Perlu diperiksa:',
  line: 'baris',
  more: (count: number) => `… dan ${count} lagi`,
  remarks: {
    'organisation-doubtful': 'mungkin bukan nama organisasi; disimpan sebagai teks',
    'organisation-ambiguous': 'cocok dengan beberapa organisasi; disimpan sebagai teks',
    'organisation-by-party': 'dianggap pihak program ini, tanpa nama daerahnya',
    'country-unsaid': 'organisasi baru tanpa negara: tabel dan program tidak menyebutnya (--country)',
    'nobody-named': 'tidak menyebut organisasi yang dikenal; dicatat pada penanggung jawab program',
    'owner-assumed': 'penanggung jawab program tidak disebutkan (--owner); dianggap',
    'coordinator-seated': 'menjadi koordinator program ini',
    'nobody-seated': 'program ini belum punya koordinator; tunjuk dengan --coordinator',
    'owner-stays': 'berkas menyebut penanggung jawab lain; komitmen tetap pada pihak yang berjanji',
    'party-left': 'sudah keluar dari program; tidak dimasukkan kembali',
    'observer-only': 'menjadi pengamat: piagam program sudah berlaku, dan pihak ini tidak menandatanganinya',
    'title-shortened': 'judul terlalu panjang; lengkapnya ada di baris aslinya',
    'code-too-long': 'kode lebih dari 40 huruf; tidak dipakai sebagai kode',
    'start-after-due': 'mulai sesudah tenggat; hanya tanggal awal yang dicatat',
    'done-day-assumed': 'selesai tanpa tanggal; dianggap selesai pada tanggal tabel',
    'completed-later': 'tanggal selesai sesudah tanggal tabel; belum dianggap terjadi',
    'completed-not-done': 'ada tanggal selesai, tetapi keadaannya belum selesai',
    'kind-stays': 'jenisnya berubah di berkas; di sini tetap',
    'type-of-activity': 'jenis tonggak pada kegiatan; tidak dicatat',
    'effort-without-unit': 'beban kerja tanpa satuan; tidak dicatat',
    'money-without-currency':
      'uang tanpa mata uang di sel maupun judul kolom; tidak dicatat (tambahkan “currency” di peta)',
    'record-closed': 'catatannya tidak terbuka bagi impor; tidak diubah',
    'other-source': 'baris ini dahulu dimuat dari sumber lain',
  } satisfies Record<RemarkCode, string>,
  refusal: {
    slug: (slug: string) => `“${slug}” tidak dapat menjadi alamat program: pakai huruf kecil, angka, dan tanda hubung`,
    slugTaken: (slug: string) => `alamat program “${slug}” sudah dipakai`,
    noProgramme: (slug: string) => `tidak ada program “${slug}”; buat dengan --create "Nama program"`,
    needsProgramme: 'sebutkan program dengan --programme',
    noOwner: 'tidak ada organisasi yang dapat menjadi penanggung jawab program; sebutkan dengan --owner',
    name: 'nama program (--create) berisi 1 sampai 200 huruf',
    nothing: 'tidak ada baris yang dapat dibaca; tidak ada yang disimpan',
    charterInForce:
      'piagam program ini sudah berlaku: pihak baru diundang di halaman program dan menandatanganinya; daftar ini dapat dimuat ke direktori tanpa --programme',
    noAccount: (email: string) => `--coordinator ${email}: tidak ada akun aktif dengan alamat itu`,
    noMembership: (email: string) =>
      `--coordinator ${email}: belum tercatat bekerja pada satu instansi; catat jabatannya dahulu`,
    notOfParty: (email: string) =>
      `--coordinator ${email}: bekerja di luar para pihak yang piagamnya sudah berlaku; catat jabatannya pada salah satu pihak dahulu`,
    coordinated: 'program ini sudah punya koordinator; kursi lain diberikan di halaman program',
    evaluation: (word: string) => `${word}: --evaluate-at butuh tanggal yang sudah lewat, --window-days 1 sampai 36500`,
    busy: 'impor lain sedang berjalan; ulangi sesudahnya',
    target: (word: string) => `--as ${word}: pilih tasks, commitments, atau organisations`,
    day: (word: string) => `--as-of ${word}: tulis sebagai TTTT-BB-HH`,
    country: (word: string) => `--country ${word}: tulis kode dua huruf, misalnya ID`,
    map: (issues: string[]) => `peta kolom salah: ${issues.join('; ')}`,
    mapNotJson: (detail: string) => `peta kolom bukan JSON: ${detail}`,
    otherTarget: (target: string, as: string) => `peta kolom ini untuk ${target}, bukan ${as}`,
    columns: (missing: Missing, header: string[]) =>
      `kolom tidak ditemukan: ${missing.map(({ column, where }) => `“${column}” (${where})`).join(', ')}; kolom tabel: ${header.join(', ')}`,
    noProposal: (fields: string[], header: string[]) =>
      `tidak ada kolom untuk ${fields.join(', ')}; beri peta dengan --map. Kolom tabel: ${header.join(', ')}`,
    table: (problem: TableProblem) => tableId(problem),
  },
}

const en: Words<typeof id> = {
  targets: { tasks: 'tasks', commitments: 'commitments', organisations: 'organisations' },
  head: (file, target, programme) => `${file} read as ${target} into the programme ${programme}`,
  headDirectory: (file, target) => `${file} read as ${target} into the directory`,
  programmeCreated: 'The programme was made for it.',
  dryRun: 'Dry run: nothing was kept.',
  proposed: 'The map was proposed from the names of the columns; check it and save one with “mufakat import map”:',
  unsure: (fields) => `Unsure: ${fields}`,
  constant: 'constant',
  mapMissing: 'Required fields without a column',
  mapUnsure: 'Unsure, please check',
  mapUnused: 'Columns not used',
  organisations: (created, known, joined) =>
    `Organisations: ${created} new in the directory, ${known} known already, ${joined} joined the programme`,
  moved: (count) => `Dates moved: ${count}`,
  assessed: (count) => `Assessments by the source: ${count}`,
  completion: (high, assessed, share, low, top) =>
    `Substantially or fully complete: ${high} of ${assessed} assessed commitments (${share}; 95% interval ${low}–${top})`,
  toCheck: 'To be looked at:',
  line: 'line',
  more: (count) => `… and ${count} more`,
  remarks: {
    'organisation-doubtful': 'perhaps not the name of an organisation; kept as text',
    'organisation-ambiguous': 'fits several organisations; kept as text',
    'organisation-by-party': 'taken as the party of this programme, its place left out',
    'country-unsaid': 'new organisations without a country: neither table nor programme names one (--country)',
    'nobody-named': 'names no organisation that is known; kept under the one that answers for the programme',
    'owner-assumed': 'who answers for the programme was not said (--owner); taken',
    'coordinator-seated': 'coordinates the programme from now on',
    'nobody-seated': 'nobody coordinates this programme; name somebody with --coordinator',
    'owner-stays': 'the file names another lead; the commitment stays with the party that made it',
    'party-left': 'has left the programme; not taken back',
    'observer-only': 'became an observer: the charter is in force, and this body has not signed it',
    'title-shortened': 'title too long; the whole of it is in the row as it stood',
    'code-too-long': 'code of more than 40 characters; not used as a code',
    'start-after-due': 'starts after it is due; only kept as the first start',
    'done-day-assumed': 'done without a date; taken as done by the day of the table',
    'completed-later': 'completion date after the day of the table; not taken as done',
    'completed-not-done': 'has a completion date, but its state is not done',
    'kind-stays': 'is of another kind in the file; stays as it is here',
    'type-of-activity': 'type of milestone on an activity; not kept',
    'effort-without-unit': 'effort without a unit; not kept',
    'money-without-currency':
      'money without a currency in the cell or the name of its column; not kept (add “currency” to the map)',
    'record-closed': 'the record is not open to imports; not changed',
    'other-source': 'these rows were read from another source before',
  },
  refusal: {
    slug: (slug) => `“${slug}” cannot be the address of a programme: use small letters, digits and hyphens`,
    slugTaken: (slug) => `the address “${slug}” is taken`,
    noProgramme: (slug) => `no programme “${slug}”; make it with --create "Name of the programme"`,
    needsProgramme: 'name the programme with --programme',
    noOwner: 'no organisation could answer for the programme; name one with --owner',
    name: 'the name of the programme (--create) has 1 to 200 characters',
    nothing: 'no row could be read; nothing was kept',
    charterInForce:
      'the charter of this programme is in force: new parties are invited on its page and sign it; the list can go into the directory without --programme',
    noAccount: (email) => `--coordinator ${email}: no active account has this address`,
    noMembership: (email) => `--coordinator ${email}: is not recorded in any organisation; record a post first`,
    notOfParty: (email) =>
      `--coordinator ${email}: works for none of the parties of the charter in force; record a post with one of them first`,
    coordinated: 'somebody coordinates this programme already; further seats are given on its page',
    evaluation: (word) => `${word}: --evaluate-at needs a day that has come, --window-days 1 to 36500`,
    busy: 'another import is running; try again after it',
    target: (word) => `--as ${word}: choose tasks, commitments or organisations`,
    day: (word) => `--as-of ${word}: write it as YYYY-MM-DD`,
    country: (word) => `--country ${word}: write a code of two letters, such as ID`,
    map: (issues) => `the map is wrong: ${issues.join('; ')}`,
    mapNotJson: (detail) => `the map is not JSON: ${detail}`,
    otherTarget: (target, as) => `this map is for ${target}, not ${as}`,
    columns: (missing, header) =>
      `no such column: ${missing.map(({ column, where }) => `“${column}” (${where})`).join(', ')}; the table has: ${header.join(', ')}`,
    noProposal: (fields, header) =>
      `no column for ${fields.join(', ')}; give a map with --map. The table has: ${header.join(', ')}`,
    table: (problem) => tableEn(problem),
  },
}

function tableId(problem: TableProblem): string {
  if (problem.reason === 'no-rows') return 'berkas ini tidak berisi tabel dengan judul kolom dan baris'
  const { found, limit, line } = problem
  const what = {
    'too-large': `berkas terlalu besar: ${found} bita, paling banyak ${limit}`,
    'too-many-rows': `terlalu banyak baris: ${found}, paling banyak ${limit}`,
    'too-many-columns': `terlalu banyak kolom: ${found}, paling banyak ${limit}`,
    'cell-too-long': `sel terlalu panjang: ${found} huruf, paling banyak ${limit}`,
  }[problem.reason]
  return line === null ? what : `baris ${line}: ${what}`
}

function tableEn(problem: TableProblem): string {
  if (problem.reason === 'no-rows') return 'the file holds no table with column names and rows'
  const { found, limit, line } = problem
  const what = {
    'too-large': `the file is too large: ${found} bytes, at most ${limit}`,
    'too-many-rows': `too many rows: ${found}, at most ${limit}`,
    'too-many-columns': `too many columns: ${found}, at most ${limit}`,
    'cell-too-long': `a cell is too long: ${found} characters, at most ${limit}`,
  }[problem.reason]
  return line === null ? what : `line ${line}: ${what}`
}

export const words = { id, en }

export function says(pick: (words: typeof id) => string): Text {
  return (lang: Lang) => pick(words[lang])
}
