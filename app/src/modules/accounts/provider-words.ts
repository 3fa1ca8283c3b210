import type { Words } from '#ui/language.ts'

/** Signing in by another sign-in service. */
const id = {
  provider: {
    signIn: (name: string) => `Masuk dengan ${name}`,
    accept: (name: string) => `Terima dengan akun ${name}`,
    acceptLead: (name: string) => `Atau tanpa kata sandi baru: terima undangan ini dengan akun ${name} Anda.`,
    prove: (name: string) => `Buktikan lewat ${name}`,
    title: 'Layanan masuk lain',
    intro: (name: string) => `Akun ${name} yang dapat membuka akun ini.`,
    linked: 'Terhubung sejak',
    unlink: 'Lepas hubungan',
    onlyWay: 'Ini satu-satunya cara masuk Anda. Buat kata sandi atau kunci sandi dahulu.',
    refusedTitle: 'Tidak dapat masuk',
    refused: 'Jawaban layanan masuk tidak dapat dipercaya atau sudah terlalu lama. Mulai lagi dari awal.',
    unknown: (name: string) =>
      `Akun ${name} Anda belum terhubung dengan akun di sini. Minta undangan kepada koordinator program atau pengelola, lalu terima dengan akun ${name}.`,
    away: (name: string) => `${name} sedang tidak dapat dihubungi. Coba lagi nanti, atau masuk dengan kata sandi.`,
    back: 'Kembali ke halaman masuk',
    outTitle: 'Anda sudah keluar',
    out: (name: string) => `Anda sudah keluar dari Mufakat. Di ${name} Anda mungkin masih masuk.`,
    outThere: (name: string) => `Keluar juga dari ${name}`,
    outHome: 'Ke beranda',
  },
}

const en: Words<typeof id> = {
  provider: {
    signIn: (name) => `Sign in with ${name}`,
    accept: (name) => `Accept with your ${name} account`,
    acceptLead: (name) => `Or without a new password: accept this invitation with your ${name} account.`,
    prove: (name) => `Prove it by ${name}`,
    title: 'Another sign-in service',
    intro: (name) => `The ${name} account that can open this account.`,
    linked: 'Linked since',
    unlink: 'Unlink',
    onlyWay: 'This is your only way to sign in. Make a password or a passkey first.',
    refusedTitle: 'Signing in did not work',
    refused: 'The answer of the sign-in service cannot be trusted or took too long. Start again.',
    unknown: (name) =>
      `Your ${name} account is not linked to an account here yet. Ask the coordinator of your programme or the operator for an invitation, then accept it with your ${name} account.`,
    away: (name) => `${name} cannot be reached at the moment. Try again later, or sign in with your password.`,
    back: 'Back to signing in',
    outTitle: 'You are signed out',
    out: (name) => `You are signed out of Mufakat. You may still be signed in at ${name}.`,
    outThere: (name) => `Sign out of ${name} too`,
    outHome: 'To the home page',
  },
}

export const providerWords = { id, en }
