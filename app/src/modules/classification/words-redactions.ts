import type { Lang } from '#kernel/reason.ts'
import type { Words } from '#ui/language.ts'

const id = {
  title: 'Versi yang dihitamkan',
  open: 'Versi yang dibuka sebagian',
  none: 'Belum ada versi yang dibuka sebagian.',
  noneRule: 'Hitamkan hanya bagian yang dikecualikan, lalu buka selebihnya.',
  publish: 'Buka sebagian',
  publishLead:
    'Tempel teks aslinya dan beri tanda pada bagian yang dikecualikan: [[h: bagian itu]]. Hurufnya adalah huruf Pasal 17. Yang disimpan hanya versi yang sudah dihitamkan; bagian itu dan panjangnya tidak tersimpan di mana pun.',
  name: 'Judul versi yang dibuka',
  text: 'Teks dengan tanda',
  textHint: 'Misalnya: Pasien [[h: Nama dan alamat]] dirujuk pada hari yang sama.',
  table: 'Atau tabel',
  tableHint:
    'Tempel dari lembar kerja; baris dan kolom pertama berisi nama. Angka 1 sampai 4, dan yang dapat mengungkapnya, dikosongkan.',
  preview: 'Periksa sebelum dibuka: sesudahnya tidak dapat ditarik kembali dari yang sudah membacanya.',
  suppressed: 'disamarkan',
  suppressedNote: 'Angka 1 sampai 4 dan angka yang dapat mengungkapnya disamarkan.',
  oneOfTwo: 'Isi teks atau tabel, salah satu',
  badMarks: 'Beri tanda sedikitnya satu bagian, seperti [[h: bagian itu]], dan tutup setiap tanda',
  badTable: 'Tabel perlu nama di baris dan kolom pertama, dan angka bulat di sel lainnya',
}

const en: Words<typeof id> = {
  title: 'Redacted version',
  open: 'Versions open in part',
  none: 'No version is open in part yet.',
  noneRule: 'Blacken only what is withheld, and open the rest.',
  publish: 'Open in part',
  publishLead:
    'Paste the original text and mark what is withheld: [[h: that passage]]. The letter is that of article 17. Only the blackened version is kept; the passage and its length are stored nowhere.',
  name: 'Title of the open version',
  text: 'Text with marks',
  textHint: 'Such as: The patient [[h: Name and address]] was referred on the same day.',
  table: 'Or a table',
  tableHint:
    'Paste from a spreadsheet; first row and column hold names. Counts of 1 to 4, and what would give them away, are left out.',
  preview: 'Check before opening: afterwards it cannot be taken back from who has read it.',
  suppressed: 'suppressed',
  suppressedNote: 'Counts of 1 to 4, and counts that would give them away, are suppressed.',
  oneOfTwo: 'Give a text or a table, one of them',
  badMarks: 'Mark at least one passage, such as [[h: that passage]], and close every mark',
  badTable: 'A table needs names in its first row and column, and whole numbers in the other cells',
}

export const redactionWords: Record<Lang, Words<typeof id>> = { id, en }
