import type { Words } from '#ui/language.ts'

/** What happened, as a person says it. Keys are names of events. */
const id = {
  'programme.created': 'Program didirikan',
  'programme.described': 'Keterangan program diubah',
  'programme.status-changed': 'Keadaan program diubah',
  'programme.imported': 'Program dimuat dari berkas',
  'party.joined': 'Pihak bergabung',
  'party.role-changed': 'Peran pihak diubah',
  'party.withdrawn': 'Pihak mengundurkan diri',
  'seat.given': 'Kursi diberikan',
  'seat.ended': 'Kursi diakhiri',
  'grant.given': 'Akses satu catatan diberikan',
  'charter.drafted': 'Rancangan piagam ditulis',
  'charter.proposed': 'Piagam diusulkan untuk ditandatangani',
  'charter.signed': 'Piagam ditandatangani satu pihak',
  'charter.entered-into-force': 'Piagam mulai berlaku',
  'commitment.made': 'Janji dibuat',
  'commitment.moved': 'Tanggal janji digeser',
  'commitment.reported': 'Pelaksanaan janji dilaporkan',
  'commitment.assessed': 'Janji dinilai pihak lain',
  'commitment.imported': 'Janji dimuat dari berkas',
}
const en: Words<typeof id> = {
  'programme.created': 'Programme founded',
  'programme.described': 'Description of the programme changed',
  'programme.status-changed': 'State of the programme changed',
  'programme.imported': 'Programme read from a file',
  'party.joined': 'A party joined',
  'party.role-changed': 'Role of a party changed',
  'party.withdrawn': 'A party withdrew',
  'seat.given': 'Seat given',
  'seat.ended': 'Seat ended',
  'grant.given': 'One record opened to a person',
  'charter.drafted': 'Draft charter written',
  'charter.proposed': 'Charter proposed for signature',
  'charter.signed': 'Charter signed by a party',
  'charter.entered-into-force': 'Charter came into force',
  'commitment.made': 'Commitment made',
  'commitment.moved': 'Date of a commitment moved',
  'commitment.reported': 'Progress on a commitment reported',
  'commitment.assessed': 'Commitment assessed by another party',
  'commitment.imported': 'Commitment read from a file',
}
export const eventWords = { id, en }
export type EventName = keyof typeof id
