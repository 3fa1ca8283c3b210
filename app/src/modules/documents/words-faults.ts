import type { Fault } from './file-kind.ts'

const allowed = 'PDF, gambar PNG/JPEG/WebP, Word, Excel, PowerPoint (docx, xlsx, pptx), ODT, ODS, CSV, atau teks'
const allowedEn = 'PDF, a PNG/JPEG/WebP picture, Word, Excel, PowerPoint (docx, xlsx, pptx), ODT, ODS, CSV, or text'

const id: Record<Fault, string> = {
  empty: 'Pilih berkas yang ada isinya',
  'too-large': 'Berkas ini lebih besar dari 20 MB. Perkecil gambarnya, atau bagi menjadi beberapa berkas',
  unknown: `Jenis berkas ini tidak diterima. Kirim sebagai ${allowed}`,
  markup: 'Berkas ini berisi halaman web atau SVG. Cetak menjadi PDF, lalu kirim PDF-nya',
  program: 'Berkas ini berisi program atau skrip. Kirim hanya dokumen',
  archive: `Berkas ini arsip atau dokumen yang tidak diterima. Keluarkan isinya, lalu kirim sebagai ${allowed}`,
  'old-office':
    'Berkas ini berformat Office lama atau berkata sandi. Buka, simpan sebagai docx, xlsx, atau pptx tanpa kata sandi',
  encrypted: 'Berkas ini berkata sandi. Simpan tanpa kata sandi; siapa yang boleh membaca diatur di sini',
  macros: 'Berkas ini berisi makro. Simpan sebagai docx, xlsx, atau pptx biasa',
  nested:
    'Di dalam berkas ini ada berkas lain, misalnya tabel di balik diagram. Simpan seluruhnya sebagai PDF, atau keluarkan berkas itu dan kirim masing-masing',
  bomb: 'Isi berkas ini terlalu besar jika dibuka. Bagi menjadi beberapa berkas',
  broken: 'Berkas ini rusak atau tidak lengkap. Buka di komputer Anda, simpan lagi, lalu kirim',
  active: 'Berkas ini berisi skrip, berkas lain, atau mengambil isi dari luar. Cetak menjadi PDF baru, lalu kirim',
  'too-many-pixels': 'Gambar ini terlalu besar. Perkecil menjadi paling banyak 64 megapiksel',
  moving: 'Gambar bergerak tidak diterima. Kirim satu gambar diam',
  'not-utf8': 'Teks ini tidak memakai UTF-8. Simpan lagi dengan pengodean UTF-8 (CSV UTF-8 di Excel)',
  infected:
    'Pemindai virus menemukan program jahat di dalam berkas ini, jadi berkas tidak disimpan. Periksa komputer Anda dengan antivirus, lalu kirim berkas yang bersih',
}
const en: Record<Fault, string> = {
  empty: 'Choose a file that holds something',
  'too-large': 'This file is larger than 20 MB. Make its pictures smaller, or split it into several files',
  unknown: `This kind of file is not taken. Send it as ${allowedEn}`,
  markup: 'This file holds a web page or SVG. Print it to PDF and send the PDF',
  program: 'This file holds a program or script. Send documents only',
  archive: `This file is an archive or a document that is not taken. Take out what it holds and send it as ${allowedEn}`,
  'old-office':
    'This file has an old Office format or a password. Open it and save it as docx, xlsx or pptx without a password',
  encrypted: 'This file has a password. Save it without one; who may read it is decided here',
  macros: 'This file holds macros. Save it as a plain docx, xlsx or pptx',
  nested:
    'There are other files inside this one, such as the table behind a chart. Save all of it as PDF, or take those files out and send each by itself',
  bomb: 'What this file holds is too large when opened. Split it into several files',
  broken: 'This file is damaged or incomplete. Open it on your computer, save it again, and send that',
  active:
    'This file holds scripts or other files, or fetches content from outside. Print it to a new PDF and send that',
  'too-many-pixels': 'This picture is too large. Make it at most 64 megapixels',
  moving: 'Moving pictures are not taken. Send one still picture',
  'not-utf8': 'This text is not UTF-8. Save it again with the encoding UTF-8 (CSV UTF-8 in Excel)',
  infected:
    'The virus scanner has found malware in this file, so it was not kept. Check your computer with an antivirus program, then send a clean file',
}
export const faultWords = { id, en }
