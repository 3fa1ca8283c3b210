import type { Words } from '#ui/language.ts'

export const signalsId = {
  signals: {
    request: 'permintaan informasi',
    noneDue: 'Belum ada permintaan informasi yang jatuh tempo.',
    noObjections: 'Belum ada keberatan atas penolakan yang diputus.',
    overturned: (decided: string, overturned: string) =>
      `Dari [${decided} keberatan atas penolakan yang diputus], [${overturned} tidak bertahan, seluruhnya atau sebagian]`,
    noneClosed: 'Belum ada permintaan informasi yang selesai, jadi belum ada masa simpan yang dapat lewat.',
    keptTooLong: (closed: string, kept: string) =>
      `Dari [${closed} permintaan informasi yang selesai], data pemohon [${kept} disimpan melewati masanya]. Daftar dasar hukum pemrosesan belum ada, jadi itu belum diperiksa.`,
    inTime: 'Dijawab dalam tenggat',
    late: 'Tidak dijawab dalam tenggat',
    dueOn: (date: string) => `Tenggat ${date}`,
    answeredOn: (date: string) => `Dijawab ${date}`,
  },
}

export const signalsEn: Words<typeof signalsId> = {
  signals: {
    request: 'information requests',
    noneDue: 'No information request has come due yet.',
    noObjections: 'No objection to a refusal has been decided yet.',
    overturned: (decided, overturned) =>
      `Of [${decided} objections to refusals that were decided], [${overturned} did not stand, in whole or in part]`,
    noneClosed: 'No information request has been closed yet, so no time of keeping can be over.',
    keptTooLong: (closed, kept) =>
      `Of [${closed} information requests that were closed], the requester’s data of [${kept} are kept beyond their time]. There is no register of legal bases yet, so that was not looked at.`,
    inTime: 'Answered in time',
    late: 'Not answered in time',
    dueOn: (date) => `Deadline ${date}`,
    answeredOn: (date) => `Answered ${date}`,
  },
}
