import type { Words } from '#ui/language.ts'

/** Mails to the agency that others wait for. `from`: the agency that waits or offers. */
export const mailWordsId = {
  waited: (from: string, title: string) => `${from} menunggu instansi Anda: ${title}`,
  reminded: (from: string, title: string) => `Pengingat: ${from} masih menunggu instansi Anda: ${title}`,
  offered: (from: string, title: string) => `${from} menawarkan tugas kepada instansi Anda: ${title}`,
  body: (programme: string, url: string) =>
    `Program: ${programme}\n\nBuka tugasnya, lihat alasannya, dan jawab di sini:\n${url}\n\nPesan ini dikirim karena Anda memegang kursi instansi Anda dalam program tersebut.`,
}

export const mailWordsEn: Words<typeof mailWordsId> = {
  waited: (from, title) => `${from} is waiting for your agency: ${title}`,
  reminded: (from, title) => `Reminder: ${from} is still waiting for your agency: ${title}`,
  offered: (from, title) => `${from} offers a task to your agency: ${title}`,
  body: (programme, url) =>
    `Programme: ${programme}\n\nOpen the task, see the reason and answer here:\n${url}\n\nYou receive this because you hold a seat of your agency in that programme.`,
}
