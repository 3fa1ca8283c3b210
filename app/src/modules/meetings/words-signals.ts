import type { Words } from '#ui/language.ts'

/** What the detectors say of meetings. Parts in square brackets become links to the rows. */
export const signalWordsId = {
  items: 'mata acara',
  attendances: 'kehadiran',
  minutes: 'notula',
  noMeetings: 'Belum ada rapat dengan kehadiran yang dicatat.',
  noDecisions: 'Tidak ada mata acara keputusan pada rapat dalam jangka hitung.',
  noHeads: 'Belum ada rapat yang meminta pimpinan hadir sendiri.',
  carried: (all: string, carried: string) =>
    `Dari [${all} mata acara keputusan], [${carried} sudah ditunda dua kali atau lebih].`,
  absent: (meetings: string, agency: string, times: string) =>
    `Dari ${meetings} rapat terakhir, ${agency} tidak hadir [${times} kali].`,
  noneAbsent: (meetings: string) => `Pada ${meetings} rapat terakhir tidak ada pihak wajib yang absen.`,
  heads: (meetings: string, all: string, present: string) =>
    `Pada ${meetings} rapat terakhir, dari [${all} kursi pengambil keputusan] [${present} diisi pimpinannya sendiri].`,
  carriedTimes: (times: string) => `ditunda ${times} kali`,
  note: {
    carried: 'ditunda dua kali atau lebih',
    absent: 'tidak hadir',
    head: 'pimpinan hadir',
    delegated: 'diwakili',
    'own-minutes': 'disahkan penulisnya',
  },
}

export const signalWordsEn: Words<typeof signalWordsId> = {
  items: 'agenda items',
  attendances: 'attendances',
  minutes: 'minutes',
  noMeetings: 'No meeting has recorded attendance yet.',
  noDecisions: 'No meeting in the window had a decision on its agenda.',
  noHeads: 'No meeting has asked heads to come themselves yet.',
  carried: (all, carried) => `Of [${all} decisions on the agenda], [${carried} were carried over twice or more].`,
  absent: (meetings, agency, times) => `Of the last ${meetings} meetings, ${agency} was absent at [${times}].`,
  noneAbsent: (meetings) => `No party that must attend missed any of the last ${meetings} meetings.`,
  heads: (meetings, all, present) =>
    `At the last ${meetings} meetings, of [${all} seats of decision makers] [${present} were taken by the heads themselves].`,
  carriedTimes: (times) => `carried over ${times} times`,
  note: {
    carried: 'carried over twice or more',
    absent: 'absent',
    head: 'head present',
    delegated: 'delegated',
    'own-minutes': 'confirmed by who wrote them',
  },
}
