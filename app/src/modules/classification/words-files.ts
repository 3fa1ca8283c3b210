import type { Lang } from '#kernel/reason.ts'
import type { Words } from '#ui/language.ts'

const id = {
  title: 'Buka berkas sebagian',
  choose: 'Berkas catatan ini',
  chooseRule: 'Hitamkan hanya bagian yang dikecualikan, lalu buka selebihnya sebagai berkas baru.',
  none: 'Catatan ini belum mempunyai berkas yang dapat Anda baca.',
  noneRule: 'Lampirkan berkasnya di halaman catatan itu lebih dulu.',
  file: 'Berkas',
  action: 'Hitamkan',
  released: 'Berkas yang dibuka sebagian',
  textLead:
    'Ini semua huruf yang dapat dibaca di dalam berkas, termasuk yang tidak tampak (huruf putih, lapisan tersembunyi). Beri tanda pada bagian yang dikecualikan: [[h: bagian itu]]. Hurufnya adalah huruf Pasal 17. Kata bertanda yang terulang di tempat lain ikut dihitamkan, juga yang terpotong di ujung baris; ejaan lain tidak.',
  rebuilt:
    'Berkas lama tidak disunting. PDF baru disusun hanya dari huruf yang tetap terbuka, jadi gambar, tata letak, catatan tempel, lampiran, isian formulir, dan keterangan berkas tidak ikut.',
  pictureLead:
    'Gambar digambar ulang dengan kotak hitam, tanpa data tempat dan perangkat. Garis pada pratinjau berjarak 10 persen.',
  name: 'Judul berkas yang dibuka',
  nameHint: 'Terbuka untuk umum; jangan menyebut yang dikecualikan',
  text: 'Teks berkas dengan tanda',
  textHint: 'Di luar tanda, jangan mengubah apa pun.',
  bars: 'Kotak hitam',
  barsHint:
    'Satu kotak satu baris: huruf Pasal 17, lalu jarak dari kiri, jarak dari atas, lebar, dan tinggi dalam persen. Misalnya: h 10 20 45 8',
  preview: 'Pratinjau',
  previewPicture: 'Gambar dengan kotak hitam dan garis bantu setiap 10 persen',
  previewRule: 'Hanya ini yang akan terbuka. Sesudah dibuka, tidak dapat ditarik dari yang sudah membacanya.',
  seen: 'Saya sudah memeriksa pratinjau ini',
  look: 'Lihat pratinjau',
  submit: 'Buka berkas ini',
  cannot: 'Berkas ini belum dapat dihitamkan',
  made: 'Versi yang dibuka sebagian. Dokumen ini disusun ulang dari teks aslinya; gambar dan tata letak aslinya tidak ikut.',
  decision: (label: string, owner: string, on: string) =>
    `Dasar: keputusan pengecualian "${label}", ${owner}, ${on}; uji konsekuensi dan jalan keberatannya terbuka di halaman keputusan itu.`,
  groundLine: (letter: string, name: string) => `Huruf ${letter}: ${name} (Pasal 17 UU 14/2008).`,
  bar: (letter: string) => `dikecualikan: Pasal 17 huruf ${letter}`,
  from: (file: string) => `Dari: ${file}`,
  parts: (count: string, letters: string) => `${count} bagian dihitamkan (huruf ${letters})`,
  badMarks: 'Beri tanda sedikitnya satu bagian, seperti [[h: bagian itu]], dan tutup setiap tanda',
  badBars:
    'Tulis satu kotak satu baris, seperti "h 10 20 45 8": huruf a sampai j, lalu empat angka 0 sampai 100 yang tidak melewati tepi gambar',
  changed: (near: string) =>
    `Di luar tanda, teksnya harus tetap seperti aslinya. Yang berbeda ada di sekitar "${near}"; muat ulang halaman ini untuk mengambil teks aslinya`,
  titleTells: 'Judul ini menyebut kata yang Anda hitamkan. Pilih judul lain',
  left: 'Setelah disusun, masih ada kata bertanda yang terbaca. Tandai juga kata itu di tempat lain',
  lookFirst: 'Periksa pratinjaunya, lalu beri tanda bahwa Anda sudah memeriksanya',
}

const en: Words<typeof id> = {
  title: 'Open a file in part',
  choose: 'Files of this record',
  chooseRule: 'Blacken only what is withheld, and open the rest as a new file.',
  none: 'This record has no file that you can read yet.',
  noneRule: 'Attach the file on the page of the record first.',
  file: 'File',
  action: 'Blacken',
  released: 'Files open in part',
  textLead:
    'These are all the letters that can be read in the file, also those that are not seen (white letters, hidden layers). Mark what is withheld: [[h: that passage]]. The letter is that of article 17. Marked words that stand again elsewhere are blackened too, also where a line cuts them; other spellings are not.',
  rebuilt:
    'The old file is not edited. A new PDF is set from the open letters alone, so pictures, layout, sticky notes, attachments, form fields and file properties do not go along.',
  pictureLead:
    'The picture is drawn again with black boxes, without place and device. The lines of the preview are 10 per cent apart.',
  name: 'Title of the open file',
  nameHint: 'Open to everyone; do not name what is withheld',
  text: 'Text of the file with marks',
  textHint: 'Outside the marks, change nothing.',
  bars: 'Black boxes',
  barsHint:
    'One box a line: the letter of article 17, then distance from the left, distance from the top, width and height in per cent. Such as: h 10 20 45 8',
  preview: 'Preview',
  previewPicture: 'The picture with black boxes and guide lines every 10 per cent',
  previewRule: 'Only this will be open. Once opened, it cannot be taken back from who has read it.',
  seen: 'I have checked this preview',
  look: 'Show the preview',
  submit: 'Open this file',
  cannot: 'This file cannot be blackened yet',
  made: 'A version open in part. This document was set anew from the text of the original; its pictures and layout are left out.',
  decision: (label, owner, on) =>
    `Ground: the classification decision “${label}”, ${owner}, ${on}; its consequence test and the way to object are open on the page of that decision.`,
  groundLine: (letter, name) => `Letter ${letter}: ${name} (article 17 of UU 14/2008).`,
  bar: (letter) => `withheld: article 17 letter ${letter}`,
  from: (file) => `From: ${file}`,
  parts: (count, letters) => `${count} parts blackened (letter ${letters})`,
  badMarks: 'Mark at least one passage, such as [[h: that passage]], and close every mark',
  badBars:
    'Write one box a line, such as “h 10 20 45 8”: a letter from a to j, then four numbers from 0 to 100 that stay inside the picture',
  changed: (near) =>
    `Outside the marks the text must stay as it was. It differs near “${near}”; load this page again to take the original text`,
  titleTells: 'This title names words that you blacken. Choose another one',
  left: 'After setting it, marked words could still be read. Mark those words elsewhere too',
  lookFirst: 'Check the preview, then tick that you have checked it',
}

export const fileWords: Record<Lang, Words<typeof id>> = { id, en }
