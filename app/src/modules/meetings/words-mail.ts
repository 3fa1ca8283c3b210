import type { Words } from '#ui/language.ts'

export const mailWordsId = {
  invited: (meeting: string, when: string) => `Undangan: ${meeting}, ${when}`,
  moved: (meeting: string, when: string) => `Dipindahkan: ${meeting}, sekarang ${when}`,
  cancelled: (meeting: string) => `Dibatalkan: ${meeting}`,
  body: (programme: string, when: string, place: string, url: string) =>
    `Program: ${programme}\nWaktu: ${when}\nTempat: ${place}\n\nAgenda, kabar kehadiran, dan notula: ${url}\n`,
  reason: (reason: string) => `\nAlasan: ${reason}\n`,
  online: 'daring',
}

export const mailWordsEn: Words<typeof mailWordsId> = {
  invited: (meeting, when) => `Invitation: ${meeting}, ${when}`,
  moved: (meeting, when) => `Moved: ${meeting}, now ${when}`,
  cancelled: (meeting) => `Cancelled: ${meeting}`,
  body: (programme, when, place, url) =>
    `Programme: ${programme}\nTime: ${when}\nPlace: ${place}\n\nAgenda, answers and minutes: ${url}\n`,
  reason: (reason) => `\nReason: ${reason}\n`,
  online: 'online',
}
