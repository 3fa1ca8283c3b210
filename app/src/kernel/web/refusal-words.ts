import type { Lang } from '../reason.ts'

export type RefusalKind =
  | 'missing'
  | 'denied'
  | 'conflict'
  | 'invalid'
  | 'tooLarge'
  | 'tooMany'
  | 'unavailable'
  | 'keysUnavailable'
  | 'filesUnavailable'
  | 'scannerUnavailable'
  | 'broken'
type Entry = { title: string; text: string }
type Words = Record<RefusalKind, Entry> & {
  typed: string
  typedHint: string
  signIn: string
  signInHint: string
  home: string
  number: string
}

export const refusalWords: Record<Lang, Words> = {
  id: {
    missing: { title: 'Halaman tidak ditemukan', text: 'Alamat ini tidak ada, atau isinya tidak terbuka untuk Anda.' },
    denied: { title: 'Tidak dapat dilakukan', text: 'Anda tidak berwenang melakukan ini.' },
    conflict: { title: 'Catatan sudah berubah', text: 'Orang lain sudah mengubah catatan ini.' },
    invalid: { title: 'Isian perlu diperbaiki', text: 'Ada isian yang perlu diperbaiki.' },
    tooLarge: { title: 'Kiriman terlalu besar', text: 'Isi kiriman melebihi batas. Kurangi isinya, lalu kirim lagi.' },
    tooMany: { title: 'Terlalu sering', text: 'Tunggu beberapa menit, lalu coba lagi.' },
    unavailable: {
      title: 'Mufakat sedang tidak dapat membaca catatan',
      text: 'Basis data tidak menjawab. Halaman ini akan pulih sendiri; muat ulang sebentar lagi. Kiriman Anda belum disimpan.',
    },
    keysUnavailable: {
      title: 'Data pribadi sedang tidak dapat dibuka',
      text: 'Basis data kunci tidak menjawab. Halaman lain tetap berjalan; muat ulang sebentar lagi. Kiriman Anda belum disimpan.',
    },
    filesUnavailable: {
      title: 'Berkas sedang tidak dapat dibuka atau disimpan',
      text: 'Penyimpanan berkas tidak menjawab. Halaman lain tetap berjalan; coba lagi sebentar lagi. Kiriman Anda belum disimpan.',
    },
    scannerUnavailable: {
      title: 'Berkas sedang tidak dapat diterima',
      text: 'Pemindai virus tidak menjawab, dan berkas yang belum dipindai tidak disimpan. Coba lagi sebentar lagi. Kiriman Anda belum disimpan.',
    },
    broken: {
      title: 'Ada yang salah di pihak kami',
      text: 'Kesalahan ini sudah dicatat. Kiriman Anda belum disimpan; coba lagi sebentar lagi.',
    },
    typed: 'Yang Anda tulis',
    typedHint: 'Salin dahulu agar tidak hilang, lalu masuk dan kirim lagi.',
    signIn: 'Masuk',
    signInHint: 'Jika Anda anggota program, masuk dahulu untuk melihat lebih banyak.',
    home: 'Ke beranda',
    number: 'Sebutkan nomor ini kepada pengelola',
  },
  en: {
    missing: { title: 'Page not found', text: 'This address does not exist, or its content is not open to you.' },
    denied: { title: 'This cannot be done', text: 'You are not allowed to do this.' },
    conflict: { title: 'The record has changed', text: 'Someone else has already changed this record.' },
    invalid: { title: 'Something needs mending', text: 'Some fields need mending.' },
    tooLarge: { title: 'Too large', text: 'What was sent is over the limit. Shorten it and send again.' },
    tooMany: { title: 'Too often', text: 'Wait a few minutes, then try again.' },
    unavailable: {
      title: 'Mufakat cannot read its records at the moment',
      text: 'The database does not answer. This page recovers by itself; reload it shortly. What you sent has not been saved.',
    },
    keysUnavailable: {
      title: 'Personal data cannot be opened at the moment',
      text: 'The keys database does not answer. Other pages go on; reload this one shortly. What you sent has not been saved.',
    },
    filesUnavailable: {
      title: 'Files cannot be opened or saved at the moment',
      text: 'The file storage does not answer. Other pages go on; try again shortly. What you sent has not been saved.',
    },
    scannerUnavailable: {
      title: 'Files cannot be taken at the moment',
      text: 'The virus scanner does not answer, and no file is kept that it has not seen. Try again shortly. What you sent has not been saved.',
    },
    broken: {
      title: 'Something went wrong on our side',
      text: 'This error has been recorded. What you sent has not been saved; please try again shortly.',
    },
    typed: 'What you wrote',
    typedHint: 'Copy it first so that it is not lost, then sign in and send again.',
    signIn: 'Sign in',
    signInHint: 'If you are a member of a programme, sign in to see more.',
    home: 'To the home page',
    number: 'Tell the operator this number',
  },
}
