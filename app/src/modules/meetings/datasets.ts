import { sql } from 'kysely'
import { type Dataset, instant } from '#kernel/dataset.ts'
import { ofProgramme, organisation, ownId, writtenIn } from '#kernel/dataset-columns.ts'
import { both } from '#kernel/reason.ts'

const meetings: Dataset = {
  key: 'meetings',
  title: both('Rapat', 'Meetings'),
  description: both(
    'Rapat tiap program: waktu yang pertama direncanakan, waktu sekarang, tempat, dan keadaannya.',
    'Meetings of each programme: the time first planned, the present time, the place and the state.',
  ),
  keywords: both('agenda notula jadwal', 'agenda minutes schedule'),
  frequency: 'continual',
  kinds: ['meeting', 'meeting-series'],
  primaryKey: ['id'],
  columns: [
    ownId,
    ofProgramme,
    { name: 'title', type: 'string', title: both('Rapat', 'Meeting'), required: true },
    { name: 'title_en', type: 'string', title: both('Rapat (Inggris)', 'Meeting (English)') },
    { ...writtenIn },
    organisation('owner_id', both('Penyelenggara', 'Host'), { required: true }),
    {
      name: 'state',
      type: 'string',
      title: both('Keadaan', 'State'),
      required: true,
      values: ['planned', 'held', 'cancelled'],
    },
    { name: 'first_starts_at', type: 'datetime', title: both('Waktu awal', 'First time'), required: true },
    { name: 'starts_at', type: 'datetime', title: both('Waktu sekarang', 'Present time'), required: true },
    { name: 'length_minutes', type: 'integer', title: both('Lama (menit)', 'Length (minutes)'), required: true },
    { name: 'zone', type: 'string', title: both('Zona waktu', 'Time zone'), required: true },
    { name: 'place', type: 'string', title: both('Tempat', 'Place') },
  ],
  query: sql`select m.id, p.slug as programme, m.title, m.title_en, m.lang, m.owner_id, m.state,
      ${instant('m.first_starts_at')} as first_starts_at, ${instant('m.starts_at')} as starts_at, m.length_minutes,
      m.zone, m.place
    from meetings m join programmes p on p.id = m.programme_id where m.class = 'public' and p.class = 'public'`,
}

export const meetingDatasets: Dataset[] = [meetings]
