import { both } from '#kernel/reason.ts'
import type { Tag } from '#kernel/web/openapi/entry.ts'

/** What each group of reads and operations of the API is about; its name is the `tag` of mountPage and mountForm. */
export const apiTags: Record<string, Tag> = {
  about: { name: both('Kalender', 'Calendar'), about: both('Kalender hari kerja.', 'The working-day calendar.') },
  classification: {
    name: both('Pengecualian', 'Classification'),
    about: both(
      'Keputusan pengecualian, versi yang dihitamkan, dan kebocoran data.',
      'Classification decisions, redacted versions and data breaches.',
    ),
  },
  erasures: {
    name: both('Penghapusan data', 'Erasure'),
    about: both(
      'Permintaan agar data pribadi dihapus, dan putusannya.',
      'Requests that personal data be erased, and the decisions on them.',
    ),
  },
  commitments: {
    name: both('Janji', 'Commitments'),
    about: both(
      'Janji antarinstansi, dengan pergeseran dan penilaiannya.',
      'Commitments between agencies, their moves and assessments.',
    ),
  },
  data: {
    name: both('Data terbuka', 'Open data'),
    about: both('Himpunan data yang dapat diunduh siapa saja.', 'Datasets that anyone may download.'),
  },
  decisions: {
    name: both('Keputusan', 'Decisions'),
    about: both('Keputusan, suara, keberatan, dan bandingnya.', 'Decisions, their votes, objections and appeals.'),
  },
  directory: {
    name: both('Direktori', 'Directory'),
    about: both(
      'Instansi, orang, jabatan, keahlian, dan wilayah.',
      'Organisations, people, posts, skills and territories.',
    ),
  },
  discussions: {
    name: both('Diskusi', 'Discussions'),
    about: both(
      'Diskusi pada catatan, moderasinya, dan pemberitahuan.',
      'Discussions of records, their moderation, and notifications.',
    ),
  },
  escalations: {
    name: both('Perkara yang dinaikkan', 'Escalations'),
    about: both(
      'Yang tidak dapat diselesaikan petugas, dibawa kepada kepala instansi, dan jawabannya.',
      'What officers could not settle, brought to the heads of parties, and the answers.',
    ),
  },
  documents: {
    name: both('Berkas', 'Files'),
    about: both('Berkas pada catatan dan penarikannya.', 'Files on records, and their withdrawal.'),
  },
  resources: {
    name: both('Anggaran dan sumber daya', 'Budget and resources'),
    about: both(
      'Pos anggaran dengan perubahan dan realisasinya, kontrak, dan sumber daya yang ditawarkan.',
      'Budget lines with their revisions and realisations, contracts, and resources offered.',
    ),
  },
  interests: {
    name: both('Kepentingan', 'Interests'),
    about: both('Pernyataan kepentingan.', 'Declarations of interests.'),
  },
  'information-requests': {
    name: both('Permintaan informasi', 'Information requests'),
    about: both(
      'Register permintaan informasi publik, jawabannya, keberatan, dan sengketa; siapa pun dapat mengajukan tanpa akun.',
      'The register of information requests, their answers, objections and disputes; anyone may ask without an account.',
    ),
  },
  log: {
    name: both('Log publik', 'Public log'),
    about: both(
      'Log publik yang dapat diperiksa siapa pun: titik periksa, ubin, entri, dan bukti (C2SP tlog-tiles).',
      'The public log that anybody can verify: checkpoint, tiles, entries and proofs (C2SP tlog-tiles).',
    ),
  },
  meetings: {
    name: both('Rapat', 'Meetings'),
    about: both('Rapat, agenda, kehadiran, dan notula.', 'Meetings, agendas, attendance and minutes.'),
  },
  monitoring: {
    name: both('Pemantauan', 'Monitoring'),
    about: both(
      'Indikator, hambatan, dan tindakan atasnya, dihitung dari catatan.',
      'Indicators, obstacles and what is done about them, computed from records.',
    ),
  },
  objectives: {
    name: both('Sasaran', 'Objectives'),
    about: both('Sasaran, ukuran, dan keselarasannya.', 'Objectives, their measures and alignment.'),
  },
  operator: {
    name: both('Pengelola', 'Operator'),
    about: both('Pekerjaan sistem, bagi pengelola.', 'The work of the system, for its operator.'),
  },
  programmes: {
    name: both('Program', 'Programmes'),
    about: both(
      'Program bersama, piagam, pihak, dan kursinya.',
      'Joint programmes, their charters, parties and seats.',
    ),
  },
  search: {
    name: both('Pencarian', 'Search'),
    about: both('Satu pencarian di seluruh catatan yang boleh dibaca.', 'One search over everything that may be read.'),
  },
  tasks: {
    name: both('Tugas', 'Tasks'),
    about: both('Tugas, pergeseran, bukti, dan meja kerja.', 'Tasks, their moves and evidence, and the desk.'),
  },
}
