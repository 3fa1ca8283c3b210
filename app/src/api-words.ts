import { both, type Text } from '#kernel/reason.ts'

/** What each group of reads and operations of the API is about; its name is the `tag` of mountPage and mountForm. */
export const apiTags: Record<string, Text> = {
  about: both('Kalender hari kerja.', 'The working-day calendar.'),
  commitments: both(
    'Janji antarinstansi, dengan pergeseran dan penilaiannya.',
    'Commitments between agencies, their moves and assessments.',
  ),
  decisions: both('Keputusan, suara, keberatan, dan bandingnya.', 'Decisions, their votes, objections and appeals.'),
  directory: both(
    'Instansi, orang, jabatan, keahlian, dan wilayah.',
    'Organisations, people, posts, skills and territories.',
  ),
  discussions: both(
    'Diskusi pada catatan, moderasinya, dan pemberitahuan.',
    'Discussions of records, their moderation, and notifications.',
  ),
  interests: both('Pernyataan kepentingan.', 'Declarations of interests.'),
  meetings: both('Rapat, agenda, kehadiran, dan notula.', 'Meetings, agendas, attendance and minutes.'),
  monitoring: both(
    'Indikator, hambatan, dan tindakan atasnya, dihitung dari catatan.',
    'Indicators, obstacles and what is done about them, computed from records.',
  ),
  objectives: both('Sasaran, ukuran, dan keselarasannya.', 'Objectives, their measures and alignment.'),
  operator: both('Pekerjaan sistem, bagi pengelola.', 'The work of the system, for its operator.'),
  programmes: both(
    'Program bersama, piagam, pihak, dan kursinya.',
    'Joint programmes, their charters, parties and seats.',
  ),
  tasks: both('Tugas, pergeseran, bukti, dan meja kerja.', 'Tasks, their moves and evidence, and the desk.'),
}
