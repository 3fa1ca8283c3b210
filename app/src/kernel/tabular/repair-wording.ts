import type { RefusalReason, RepairReason, RepairReport } from './repair-report.ts'

export type ReportLanguage = 'id' | 'en'
type Wording = { id: string; en: string }

export const REPAIR_WORDING: Readonly<Record<RepairReason, Wording>> = {
  'date-order-assumed': {
    id: 'urutan hari dan bulan mengikuti isi kolom',
    en: 'order of day and month taken from the column',
  },
  'date-order-from-row': {
    id: 'urutan hari dan bulan mengikuti tanggal lain di baris ini',
    en: 'order of day and month taken from another date of the row',
  },
  'date-order-contradicted': {
    id: 'tanggal hanya terbaca dengan urutan lain dari yang ditetapkan',
    en: 'date reads only in another order than the map says',
  },
  'two-digit-year': {
    id: 'tahun dua angka dilengkapi (00–68 menjadi 20xx, 69–99 menjadi 19xx)',
    en: 'two-digit year completed (00–68 as 20xx, 69–99 as 19xx)',
  },
  'year-as-spreadsheet-date': {
    id: 'tahun yang diubah aplikasi lembar sebar menjadi tanggal tahun 1905',
    en: 'a year that a spreadsheet had turned into a date of 1905',
  },
  'spreadsheet-serial': {
    id: 'nomor seri lembar sebar dibaca sebagai tanggal',
    en: 'spreadsheet serial number read as a date',
  },
  'time-dropped': { id: 'jam tidak disimpan', en: 'time of day not kept' },
  'season-assumed': { id: 'musim dibaca sebagai tiga bulan', en: 'season read as three months' },
  'fiscal-year-assumed': {
    id: 'tahun anggaran dibaca sebagai tahun kalender',
    en: 'fiscal year read as calendar year',
  },
  'qualifier-dropped': {
    id: 'keterangan seperti “paling lambat” atau “awal” tidak disimpan',
    en: 'a qualifier such as “by” or “early” not kept',
  },
  'number-style-assumed': { id: 'titik atau koma desimal diperkirakan', en: 'decimal comma or point assumed' },
  'magnitude-word': { id: 'kata seperti “juta” dihitung', en: 'a word such as “million” multiplied out' },
  'institutions-split': { id: 'sel berisi beberapa lembaga, dipisahkan', en: 'cell names several bodies, parted' },
  'institutions-split-at-commas': { id: 'lembaga dipisahkan pada koma', en: 'bodies parted at commas' },
  'institution-commas-kept': { id: 'koma dianggap bagian dari nama lembaga', en: 'commas kept as part of a name' },
  'group-label-dropped': { id: 'judul kelompok di dalam sel tidak disimpan', en: 'heading inside the cell not kept' },
  'line-break-joined': { id: 'nama yang terpotong baris disambung', en: 'name broken over lines joined' },
  'institution-doubtful': {
    id: 'perlu diperiksa: mungkin bukan nama lembaga',
    en: 'to be checked: perhaps not the name of a body',
  },
  'encoding-assumed': { id: 'pengodean huruf diperkirakan', en: 'character encoding assumed' },
  'nul-removed': { id: 'karakter kosong (NUL) dibuang', en: 'NUL characters removed' },
  'quotes-ignored': {
    id: 'tanda kutip tidak pernah ditutup, dibaca sebagai huruf biasa',
    en: 'a quotation never closes: marks read as ordinary characters',
  },
  'quote-unclosed': {
    id: 'tanda kutip pembuka tanpa penutup dibuang',
    en: 'a mark that opens a quotation nobody closes left out',
  },
  'lines-before-header': { id: 'baris di atas judul kolom dilewati', en: 'lines above the column names skipped' },
  'header-merged': { id: 'dua baris judul kolom digabung', en: 'two rows of column names joined' },
  'header-empty': { id: 'kolom tanpa nama diberi nomor', en: 'column without a name numbered' },
  'header-repeated': { id: 'nama kolom yang berulang diberi nomor', en: 'repeated column name numbered' },
  'numbering-row-skipped': { id: 'baris nomor kolom dilewati', en: 'row that numbers the columns skipped' },
  'row-short': {
    id: 'baris kurang sel, sisanya dianggap kosong',
    en: 'row with too few cells, the rest read as empty',
  },
  'row-long': { id: 'baris kelebihan sel', en: 'row with too many cells' },
  'formula-guard-removed': {
    id: 'tanda petik pengaman rumus dibuang',
    en: 'apostrophe that guards from formulas removed',
  },
  'filled-from-above': {
    id: 'sel gabungan: isi diambil dari baris di atasnya',
    en: 'merged cell: filled from the row above',
  },
  'typed-null': {
    id: 'ditulis sebagai “tidak ada isi” dengan cara lain dari kode sumber',
    en: 'says nothing, but not by a code of the source',
  },
  unreadable: { id: 'tidak terbaca; isi asli disimpan', en: 'not readable; the cell is kept as it is' },
  'scale-value-unknown': {
    id: 'nilai tidak ada pada skala; isi asli disimpan',
    en: 'value not on the scale; the cell is kept as it is',
  },
}

export const REFUSAL_WORDING: Readonly<Record<RefusalReason, Wording>> = {
  'required-missing': { id: 'isian wajib kosong', en: 'required value missing' },
  'required-unreadable': { id: 'isian wajib tidak terbaca', en: 'required value not readable' },
  'key-repeated': { id: 'kunci sama dengan baris lain', en: 'same key as another line' },
  'total-row': { id: 'baris jumlah, bukan isian', en: 'a row of totals, not a record' },
  rejected: { id: 'ditolak', en: 'rejected' },
}

const LABELS = {
  id: {
    rows: ({ read, created, updated, unchanged, refused, blank }: RepairReport['rows']) =>
      `${read} baris dibaca: ${created} dibuat, ${updated} diperbarui, ${unchanged} tidak berubah, ${refused} ditolak (${blank} baris kosong dilewati)`,
    repaired: 'Diperbaiki',
    refused: 'Ditolak',
    unused: 'Kolom yang tidak dipakai',
    line: 'baris',
    table: '(tabel)',
    example: 'contoh',
  },
  en: {
    rows: ({ read, created, updated, unchanged, refused, blank }: RepairReport['rows']) =>
      `${read} rows read: ${created} created, ${updated} updated, ${unchanged} unchanged, ${refused} refused (${blank} blank rows skipped)`,
    repaired: 'Repaired',
    refused: 'Refused',
    unused: 'Columns not used',
    line: 'line',
    table: '(table)',
    example: 'example',
  },
} as const

/** The report for people, one line a repair or refusal; its machine form is the report itself as JSON. */
export function renderReport(report: RepairReport, language: ReportLanguage): string {
  const label = LABELS[language]
  const lines = [label.rows(report.rows)]
  if (report.repaired.length > 0) lines.push('', `${label.repaired}:`)
  for (const { column, reason, count, example } of report.repaired) {
    const shown = [quoted(example.raw), quoted(example.read)].filter((part) => part !== '').join(' → ')
    const place = example.line === null ? '' : `${label.line} ${example.line}`
    const detail = [place, shown].filter((part) => part !== '').join(': ')
    const sample = detail === '' ? '' : ` (${label.example}, ${detail})`
    lines.push(`  ${column ?? label.table} · ${count} × ${REPAIR_WORDING[reason][language]}${sample}`)
  }
  if (report.refused.length > 0) lines.push('', `${label.refused}:`)
  for (const { line, reason, detail } of report.refused)
    lines.push(`  ${label.line} ${line} · ${REFUSAL_WORDING[reason][language]}: ${detail}`)
  if (report.unusedColumns.length > 0) lines.push('', `${label.unused}: ${report.unusedColumns.join(', ')}`)
  return `${lines.join('\n')}\n`
}

function quoted(text: string): string {
  const short = text.replace(/\s+/g, ' ').trim()
  return short === '' ? '' : `“${short.length > 80 ? `${short.slice(0, 79)}…` : short}”`
}
