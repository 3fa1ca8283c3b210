import type { Words } from '#ui/language.ts'

export const signalsId = {
  signal: {
    rows: 'keputusan',
    ownAppeal: 'tinjauan dijawab orang yang menutup pemungutan suaranya',
    none: 'Belum ada keputusan dalam jangka hitung.',
    dissents: (all: string, counted: string) => `Dari [${all} keputusan], [${counted} memuat keberatan dari anggota].`,
    opposed: (times: string, contested: string, a: string, b: string) =>
      `${a} dan ${b} berseberangan dalam [${times} dari ${contested} pemungutan suara yang diperebutkan].`,
    fewContested: (count: string) => `Perlu sedikitnya 5 pemungutan suara yang diperebutkan; baru ada ${count}.`,
    exchange: (revisions: string) => `Satu klausul diubah bolak-balik [${revisions} kali] antara pihak yang sama.`,
    noAmendments: 'Belum ada usulan perubahan.',
    bound: (all: string, counted: string) => `Dari [${all} suara], [${counted} diberikan orang yang berkepentingan].`,
    noBallots: 'Belum ada suara yang diberikan.',
    decidedOn: (day: string) => `Diputus ${day}`,
    raisedOn: (day: string) => `Diajukan ${day}`,
    publishedOn: (day: string) => `Diumumkan ${day}`,
    unpublished: 'Belum diumumkan',
  },
}
export const signalsEn: Words<typeof signalsId> = {
  signal: {
    rows: 'decisions',
    ownAppeal: 'appeal answered by who closed the vote',
    none: 'No decision in the window.',
    dissents: (all, counted) => `Of [${all} decisions], [${counted} hold an objection of a member].`,
    opposed: (times, contested, a, b) =>
      `${a} and ${b} were on opposite sides in [${times} of ${contested} contested votes].`,
    fewContested: (count) => `At least 5 contested votes are needed; there are ${count}.`,
    exchange: (revisions) => `One clause was revised to and fro [${revisions} times] between the same parties.`,
    noAmendments: 'No amendment has been proposed.',
    bound: (all, counted) => `Of [${all} ballots], [${counted} were cast by someone with an interest].`,
    noBallots: 'No ballot has been cast.',
    decidedOn: (day) => `Decided ${day}`,
    raisedOn: (day) => `Raised ${day}`,
    publishedOn: (day) => `Published ${day}`,
    unpublished: 'Not published yet',
  },
}
