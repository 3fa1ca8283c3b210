import type { Class } from '#kernel/access.ts'
import type { Words } from '#ui/language.ts'
import type { FoundKind } from './links.ts'

const id = {
  title: 'Cari',
  titleOf: (q: string) => `Cari: ${q}`,
  lead: 'Semua catatan yang boleh Anda baca: program, tugas, keputusan, notula, berkas, dan lainnya.',
  field: 'Cari di semua catatan',
  kind: 'Jenis',
  programme: 'Program',
  kinds: {
    programme: 'Program',
    charter: 'Piagam',
    objective: 'Tujuan',
    commitment: 'Janji',
    task: 'Tugas',
    decision: 'Keputusan',
    escalation: 'Perkara yang dinaikkan',
    meeting: 'Rapat',
    'agenda-item': 'Mata acara',
    minutes: 'Notula',
    comment: 'Diskusi',
    'budget-line': 'Pos anggaran',
    contract: 'Kontrak',
    resource: 'Sumber daya',
    document: 'Berkas',
    obstacle: 'Hambatan',
    mitigation: 'Mitigasi',
    redaction: 'Versi yang dihitamkan',
    'information-request': 'Permintaan informasi',
    organisation: 'Instansi',
  } satisfies Record<FoundKind, string>,
  classes: { public: 'Umum', members: 'Untuk anggota', restricted: 'Terbatas', secret: 'Rahasia' } satisfies Record<
    Class,
    string
  >,
  found: (q: string) => `Catatan dengan “${q}”`,
  more: (count: string) =>
    `Ada lebih banyak. Yang ditampilkan adalah ${count} catatan terbaru dengan kata itu; tambahkan kata untuk mempersempit.`,
  about: (title: string) => `Tentang: ${title}`,
  aComment: 'Komentar',
  none: (q: string) => `Tidak ada catatan dengan “${q}” yang boleh Anda baca.`,
  noneNarrowed: 'Mungkin ada di jenis atau program lain.',
  everywhere: 'Cari di semua jenis dan program',
  noneRule: 'Periksa ejaannya, atau pakai kata lain yang lebih umum. Informasi yang tidak ada di sini dapat diminta.',
  ask: 'Minta informasi',
  nothingAsked: 'Tulis satu kata atau lebih.',
  hints:
    'Kata dasar juga menemukan bentuk berimbuhannya, dan awal kata terakhir sudah cukup. Pakai tanda kutip untuk kata yang harus berurutan, “or” di antara dua pilihan, dan tanda minus di depan kata yang tidak boleh ada.',
}

const en: Words<typeof id> = {
  title: 'Search',
  titleOf: (q: string) => `Search: ${q}`,
  lead: 'Everything that you may read: programmes, tasks, decisions, minutes, files and more.',
  field: 'Search all records',
  kind: 'Kind',
  programme: 'Programme',
  kinds: {
    programme: 'Programme',
    charter: 'Charter',
    objective: 'Objective',
    commitment: 'Commitment',
    task: 'Task',
    decision: 'Decision',
    escalation: 'Escalation',
    meeting: 'Meeting',
    'agenda-item': 'Agenda item',
    minutes: 'Minutes',
    comment: 'Discussion',
    'budget-line': 'Budget line',
    contract: 'Contract',
    resource: 'Resource',
    document: 'File',
    obstacle: 'Obstacle',
    mitigation: 'Mitigation',
    redaction: 'Redacted version',
    'information-request': 'Information request',
    organisation: 'Organisation',
  },
  classes: { public: 'Public', members: 'For members', restricted: 'Restricted', secret: 'Secret' },
  found: (q: string) => `Records with “${q}”`,
  more: (count: string) =>
    `There are more. Shown are the ${count} newest records with these words; add a word to narrow the search.`,
  about: (title: string) => `About: ${title}`,
  aComment: 'Comment',
  none: (q: string) => `No record with “${q}” that you may read.`,
  noneNarrowed: 'It may be in another kind or programme.',
  everywhere: 'Search all kinds and programmes',
  noneRule: 'Check the spelling, or use a more general word. Information that is not here can be asked for.',
  ask: 'Ask for information',
  nothingAsked: 'Write one word or more.',
  hints:
    'A word also finds its other forms, and the beginning of the last word is enough. Use quotation marks for words that must stand together, “or” between two choices, and a minus sign before a word that must not be there.',
}

export const words = { id, en }
