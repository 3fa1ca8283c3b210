import type { Lang } from './reason.ts'

/** The kernel's own sentences: what goes wrong before any module is asked. */
const id = {
  overtaken: 'Catatan ini sudah diubah orang lain sejak Anda membukanya. Periksa perubahannya, lalu kirim lagi.',
  keyUsed:
    'Formulir ini sudah pernah dikirim dengan isi lain, dan isi itu sudah disimpan. Periksa dahulu, lalu kirim lagi jika isi yang baru ini memang dimaksud.',
  required: 'Isian ini belum diisi',
  tooLong: (most: number) => `Paling banyak ${most} huruf`,
  tooShort: (least: number) => `Paling sedikit ${least} huruf`,
  tooFew: (least: number) => `Pilih sedikitnya ${least}`,
  tooMany: (most: number) => `Pilih paling banyak ${most}`,
  tooSmall: (least: number | string) => `Tidak boleh kurang dari ${least}`,
  tooBig: (most: number | string) => `Tidak boleh lebih dari ${most}`,
  notADate: 'Tanggal harus lengkap: hari, bulan, dan tahun, misalnya 17-8-2026',
  notANumber: 'Isi dengan angka, misalnya 12 atau 12,5',
  notAnId: 'Pilih dari daftar',
  notAnEmail: 'Alamat surel harus seperti nama@contoh.go.id',
  notAUrl: 'Alamat web harus diawali https://',
  notAChoice: 'Pilih salah satu',
  notUnderstood: 'Isian ini tidak dapat dibaca',
  unknownField: (names: string) => `Isian tidak dikenal: ${names}`,
  signInFirst: 'Masuk dahulu untuk melakukan ini',
  tokenUnknown: 'Token ini tidak dikenal atau sudah tidak berlaku',
  tooLarge: 'Kiriman terlalu besar',
  crossSite: 'Kiriman ini tidak berasal dari halaman Mufakat',
  unreadableBody: 'Isi kiriman tidak dapat dibaca',
  proofNeeded: (minutes: string) =>
    `Tindakan ini penting: buktikan lagi di halaman bahwa ini Anda (berlaku ${minutes} menit). Token tidak dapat melakukannya.`,
}
type Words = { [K in keyof typeof id]: (typeof id)[K] extends string ? string : (typeof id)[K] }
const en: Words = {
  overtaken: 'Someone else has changed this record since you opened it. Check what changed, then send again.',
  keyUsed:
    'This form was sent before with other content, and that has been saved. Check it first, then send again if you do mean the new content.',
  required: 'This field is empty',
  tooLong: (most) => `At most ${most} characters`,
  tooShort: (least) => `At least ${least} characters`,
  tooFew: (least) => `Choose at least ${least}`,
  tooMany: (most) => `Choose at most ${most}`,
  tooSmall: (least) => `Must not be less than ${least}`,
  tooBig: (most) => `Must not be more than ${most}`,
  notADate: 'The date must be complete: day, month and year, for example 17-8-2026',
  notANumber: 'Enter a number, for example 12 or 12.5',
  notAnId: 'Choose from the list',
  notAnEmail: 'The e-mail address must look like name@example.org',
  notAUrl: 'The web address must begin with https://',
  notAChoice: 'Choose one',
  notUnderstood: 'This field cannot be read',
  unknownField: (names) => `Unknown field: ${names}`,
  signInFirst: 'Sign in first to do this',
  tokenUnknown: 'This token is unknown or no longer valid',
  tooLarge: 'What was sent is too large',
  crossSite: 'This submission does not come from a Mufakat page',
  unreadableBody: 'What was sent cannot be read',
  proofNeeded: (minutes) =>
    `This is a sensitive act: prove on a page that it is you (good for ${minutes} minutes). A token cannot do it.`,
}
export const kernelWords: Record<Lang, Words> = { id, en }
