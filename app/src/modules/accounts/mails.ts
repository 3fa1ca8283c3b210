import type { Lang } from '#kernel/reason.ts'
import { accountPaths } from './paths.ts'

export type MailText = { subject: string; body: string }
/** Whose mail it is, and for whom. */
export type About = { place: string; baseUrl: string; name: string }

/** `{token}` is replaced only when the mail leaves, so that the database never holds a working link. */
export function invitationMail(lang: Lang, { place, baseUrl, name }: About): MailText {
  const link = `${baseUrl}${accountPaths.invitation('{token}')}?lang=${lang}`
  return lang === 'id'
    ? {
        subject: `Undangan ke Mufakat ${place}`,
        body: `${name},\n\nAnda diundang ke Mufakat ${place}. Buka tautan ini untuk membuat kata sandi:\n\n${link}\n\nTautan berlaku 24 jam dan hanya sekali pakai. Abaikan surel ini jika Anda tidak mengenalnya.\n`,
      }
    : {
        subject: `Invitation to Mufakat ${place}`,
        body: `${name},\n\nYou are invited to Mufakat ${place}. Open this link to make a password:\n\n${link}\n\nIt works once, for 24 hours. Ignore this e-mail if it means nothing to you.\n`,
      }
}

/** For someone who has an account already. */
export function addedMail(lang: Lang, { place, baseUrl, name }: About): MailText {
  const link = `${baseUrl}${accountPaths.work()}`
  return lang === 'id'
    ? {
        subject: `Anda ditambahkan di Mufakat ${place}`,
        body: `${name},\n\nAnda ditambahkan sebagai anggota sebuah organisasi di Mufakat ${place}. Masuk dengan akun Anda yang sudah ada:\n\n${link}\n`,
      }
    : {
        subject: `You were added at Mufakat ${place}`,
        body: `${name},\n\nYou were added as a member of an organisation at Mufakat ${place}. Sign in with the account you have:\n\n${link}\n`,
      }
}

export function resetMail(lang: Lang, { place, baseUrl, name }: About): MailText {
  const link = `${baseUrl}${accountPaths.reset('{token}')}?lang=${lang}`
  return lang === 'id'
    ? {
        subject: `Kata sandi baru untuk Mufakat ${place}`,
        body: `${name},\n\nSeseorang meminta kata sandi baru untuk akun Anda. Jika itu Anda, buka tautan ini:\n\n${link}\n\nTautan berlaku 24 jam dan hanya sekali pakai. Jika bukan Anda, abaikan; kata sandi Anda tidak berubah.\n`,
      }
    : {
        subject: `A new password for Mufakat ${place}`,
        body: `${name},\n\nSomeone asked for a new password for your account. If it was you, open this link:\n\n${link}\n\nIt works once, for 24 hours. If it was not you, ignore it; your password stays as it is.\n`,
      }
}

export function passwordChangedMail(lang: Lang, { place, baseUrl, name }: About): MailText {
  const link = `${baseUrl}${accountPaths.askReset()}`
  return lang === 'id'
    ? {
        subject: `Kata sandi Mufakat ${place} diganti`,
        body: `${name},\n\nKata sandi akun Anda baru saja diganti. Jika bukan Anda, segera buat yang baru dan hubungi pengelola:\n\n${link}\n`,
      }
    : {
        subject: `Your password at Mufakat ${place} was changed`,
        body: `${name},\n\nThe password of your account has just been changed. If it was not you, make a new one at once and tell the operator:\n\n${link}\n`,
      }
}
