import type { Lang } from '#kernel/reason.ts'
import { formatDateTime } from '#ui/language.ts'
import type { About, MailText } from './mails.ts'
import { accountPaths } from './paths.ts'

export type FactorKind = 'totp' | 'passkey'

const kinds = {
  id: { totp: 'Aplikasi autentikator', passkey: 'Kunci sandi (passkey)' },
  en: { totp: 'An authenticator app', passkey: 'A passkey' },
}

export function factorAddedMail(lang: Lang, about: About, kind: FactorKind): MailText {
  const what = kinds[lang][kind]
  return lang === 'id'
    ? letter(about, `Langkah kedua dipasang di Mufakat ${about.place}`, [
        `${what} baru saja dipasang pada akun Anda. Perangkat lain sudah dikeluarkan.`,
        'Jika bukan Anda, lepaskan segera di sini dan hubungi pengelola:',
      ])
    : letter(about, `A second factor was set up at Mufakat ${about.place}`, [
        `${what} has just been set up on your account. Other devices are signed out.`,
        'If it was not you, remove it here at once and tell the operator:',
      ])
}

export function factorRemovedMail(lang: Lang, about: About, kind: FactorKind): MailText {
  const what = kinds[lang][kind]
  return lang === 'id'
    ? letter(about, `Langkah kedua dilepas di Mufakat ${about.place}`, [
        `${what} baru saja dilepas dari akun Anda. Perangkat lain sudah dikeluarkan.`,
        'Jika bukan Anda, segera ganti kata sandi dan hubungi pengelola:',
      ])
    : letter(about, `A second factor was removed at Mufakat ${about.place}`, [
        `${what} has just been removed from your account. Other devices are signed out.`,
        'If it was not you, change your password at once and tell the operator:',
      ])
}

export function codeUsedMail(lang: Lang, about: About, left: number): MailText {
  return lang === 'id'
    ? letter(about, `Kode pemulihan dipakai di Mufakat ${about.place}`, [
        `Satu kode pemulihan akun Anda baru saja dipakai. Sisanya ${left}.`,
        'Jika bukan Anda, segera ganti kata sandi, buat kode baru, dan hubungi pengelola:',
      ])
    : letter(about, `A recovery code was used at Mufakat ${about.place}`, [
        `One of your recovery codes has just been used. ${left} are left.`,
        'If it was not you, change your password at once, make new codes and tell the operator:',
      ])
}

export function identityLinkedMail(lang: Lang, about: About, provider: string): MailText {
  return lang === 'id'
    ? letter(about, `Akun ${provider} dihubungkan di Mufakat ${about.place}`, [
        `Sebuah akun ${provider} sekarang dapat membuka akun Anda.`,
        'Jika bukan Anda, lepaskan hubungannya di sini dan hubungi pengelola:',
      ])
    : letter(about, `A ${provider} account was linked at Mufakat ${about.place}`, [
        `A ${provider} account can now open your account.`,
        'If it was not you, unlink it here and tell the operator:',
      ])
}

export function resetProposedMail(lang: Lang, about: About): MailText {
  return lang === 'id'
    ? letter(about, `Pengaturan ulang langkah kedua diusulkan di Mufakat ${about.place}`, [
        'Seseorang yang berwenang mengusulkan agar langkah kedua akun Anda diatur ulang. Orang kedua harus menyetujuinya; sesudah itu masih ada waktu tunggu 24 jam.',
        'Jika Anda tidak memintanya, masuk dan batalkan di sini, atau hubungi pengelola:',
      ])
    : letter(about, `A reset of your second factor was proposed at Mufakat ${about.place}`, [
        'Someone entitled to do so proposed to reset the second factor of your account. A second person has to approve it, and 24 hours pass after that.',
        'If you did not ask for it, sign in and cancel it here, or tell the operator:',
      ])
}

export function resetApprovedMail(lang: Lang, about: About, dueAt: Date): MailText {
  const when = formatDateTime(lang, dueAt)
  return lang === 'id'
    ? letter(about, `Langkah kedua Anda akan diatur ulang di Mufakat ${about.place}`, [
        `Dua orang menyetujui pengaturan ulang langkah kedua akun Anda. Mulai ${when}, masuk dengan kata sandi akan melepas langkah kedua yang lama.`,
        'Jika Anda tidak memintanya, masuk dan batalkan sebelum waktu itu, atau hubungi pengelola:',
      ])
    : letter(about, `Your second factor will be reset at Mufakat ${about.place}`, [
        `Two people approved the reset of your second factor. From ${when} on, signing in with your password takes the old one away.`,
        'If you did not ask for it, sign in and cancel it before then, or tell the operator:',
      ])
}

export function resetCancelledMail(lang: Lang, about: About): MailText {
  return lang === 'id'
    ? letter(about, `Pengaturan ulang dibatalkan di Mufakat ${about.place}`, [
        'Pengaturan ulang langkah kedua akun Anda dibatalkan. Tidak ada yang berubah.',
        'Cara masuk Anda:',
      ])
    : letter(about, `The reset was cancelled at Mufakat ${about.place}`, [
        'The reset of your second factor was cancelled. Nothing changes.',
        'Your ways to sign in:',
      ])
}

export function resetDoneMail(lang: Lang, about: About): MailText {
  return lang === 'id'
    ? letter(about, `Langkah kedua diatur ulang di Mufakat ${about.place}`, [
        'Langkah kedua akun Anda sudah dilepas setelah disetujui dua orang dan ditunggu 24 jam. Semua perangkat dikeluarkan. Pasang langkah kedua yang baru di sini.',
        'Jika bukan Anda yang masuk, segera hubungi pengelola:',
      ])
    : letter(about, `Your second factor was reset at Mufakat ${about.place}`, [
        'The second factor of your account was taken away after two people approved it and 24 hours passed. All devices are signed out. Set up a new one here.',
        'If it was not you who signed in, tell the operator at once:',
      ])
}

function letter({ name, baseUrl }: About, subject: string, paragraphs: string[]): MailText {
  return { subject, body: `${name},\n\n${paragraphs.join('\n\n')}\n\n${baseUrl}${accountPaths.factors()}\n` }
}
