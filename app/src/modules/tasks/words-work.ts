import type { Words } from '#ui/language.ts'

/** "Tugas saya lintas instansi". */
export const workWordsId = {
  title: 'Tugas saya lintas instansi',
  lead: (count: string, plain: number) =>
    plain === 0
      ? 'Tidak ada tugas Anda yang menunggu instansi lain.'
      : `${count} tugas Anda menunggu instansi lain; hari menunggu dihitung dalam hari kerja.`,
  beyond: (count: string) => `${count} sudah melewati batas tunggu yang disepakati dalam piagam.`,
  tabs: 'Pilah tugas',
  tab: {
    others: 'Menunggu instansi lain',
    mine: 'Menunggu saya',
    handed: 'Diserahkan kepada saya',
    done: 'Selesai pekan ini',
  },
  none: {
    others: 'Tidak ada yang menunggu instansi lain.',
    mine: 'Tidak ada yang menunggu Anda.',
    handed: 'Tidak ada penyerahan yang menunggu jawaban.',
    done: 'Belum ada yang selesai pekan ini.',
  },
  noneRule: {
    others: 'Tugas yang dicatat menunggu instansi lain muncul di sini beserta lamanya.',
    mine: 'Yang ditunggu instansi lain dari instansi Anda, dan tugas instansi Anda sendiri, muncul di sini.',
    handed: 'Tugas yang ditawarkan instansi lain kepada instansi Anda muncul di sini.',
    done: 'Tugas yang ditutup sejak Senin muncul di sini.',
  },
  inHands: 'Di tangan',
  waitsForYou: 'Ditunggu',
  from: 'Dari',
  due: 'jatuh tempo',
  handed: 'Diserahkan kepada Anda',
  answerThem: 'Jawab penyerahan',
}

export const workWordsEn: Words<typeof workWordsId> = {
  title: 'My tasks across agencies',
  lead: (count, plain) =>
    plain === 0
      ? 'None of your tasks waits for another agency.'
      : `${count} of your tasks ${plain === 1 ? 'waits' : 'wait'} for another agency; waiting is counted in working days.`,
  beyond: (count) => `${count} beyond the waiting limit agreed in the charter.`,
  tabs: 'Parts of the task list',
  tab: { others: 'Waiting for others', mine: 'Waiting for me', handed: 'Handed to me', done: 'Done this week' },
  none: {
    others: 'Nothing waits for another agency.',
    mine: 'Nothing waits for you.',
    handed: 'No hand-over waits for an answer.',
    done: 'Nothing done this week yet.',
  },
  noneRule: {
    others: 'Tasks recorded as waiting for another agency appear here with how long they have waited.',
    mine: 'What others wait for from your agency, and the tasks of your own agency, appear here.',
    handed: 'Tasks that other agencies offer to yours appear here.',
    done: 'Tasks closed since Monday appear here.',
  },
  inHands: 'In the hands of',
  waitsForYou: 'Waited for by',
  from: 'From',
  due: 'due',
  handed: 'Handed to you',
  answerThem: 'Answer the hand-overs',
}
