import type { Words } from '#ui/language.ts'

/** Mails of a matter brought to the heads. `from`: the party that brings it, or that answered. */
export const mailWordsId = {
  raised: (from: string, question: string) => `${from} menaikkan perkara kepada Anda: ${question}`,
  answered: (from: string, question: string) => `${from} menjawab perkara yang Anda naikkan: ${question}`,
  raisedBody: (programme: string, day: string, url: string) =>
    `Program: ${programme}\nJawaban diperlukan paling lambat ${day}.\n\nBaca yang sudah dicoba dan jawab di sini:\n${url}\n\nPesan ini dikirim karena Anda mengepalai instansi yang ditanya dalam program tersebut.`,
  answeredBody: (programme: string, url: string) =>
    `Program: ${programme}\n\nBaca jawabannya dengan alasannya di sini:\n${url}\n\nPesan ini dikirim karena Anda yang menaikkan perkara ini.`,
}

export const mailWordsEn: Words<typeof mailWordsId> = {
  raised: (from, question) => `${from} brings a matter to you: ${question}`,
  answered: (from, question) => `${from} answered the matter you brought: ${question}`,
  raisedBody: (programme, day, url) =>
    `Programme: ${programme}\nAn answer is needed by ${day}.\n\nRead what was tried and answer here:\n${url}\n\nYou receive this because you head a party that is asked in that programme.`,
  answeredBody: (programme, url) =>
    `Programme: ${programme}\n\nRead the answer and its reason here:\n${url}\n\nYou receive this because you brought this matter.`,
}
