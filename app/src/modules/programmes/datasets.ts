import { sql } from 'kysely'
import type { Dataset } from '#kernel/dataset.ts'
import { ofProgramme, organisation, ownId, writtenIn } from '#kernel/dataset-columns.ts'
import { both } from '#kernel/reason.ts'
import { outcomes } from './commitment.ts'
import { partyRoles } from './party.ts'
import { programmeStatuses } from './programme.ts'

/** Ids of the organisations that take or took part in a programme, as far as the reader sees it. */
export function partyIdsOf(slug: string) {
  return sql<{ organisation_id: string }>`select pa.organisation_id from parties pa
    join programmes p on p.id = pa.programme_id where p.slug = ${slug} and p.class = 'public'`
}

const programmes: Dataset = {
  key: 'programmes',
  title: both('Program bersama', 'Joint programmes'),
  description: both(
    'Program bersama yang terbuka: nama, penanggung jawab, keadaan, dan masa berlakunya.',
    'Open joint programmes: name, lead, state and period.',
  ),
  keywords: both('piagam kolaborasi', 'charter collaboration'),
  frequency: 'continual',
  kinds: ['programme'],
  primaryKey: ['programme'],
  columns: [
    {
      name: 'programme',
      type: 'string',
      title: ofProgramme.title,
      description: ofProgramme.description,
      required: true,
    },
    ownId,
    { name: 'name', type: 'string', title: both('Nama', 'Name'), required: true },
    { name: 'name_en', type: 'string', title: both('Nama (Inggris)', 'Name (English)') },
    { ...writtenIn },
    { name: 'summary', type: 'string', title: both('Ringkasan', 'Summary') },
    { name: 'status', type: 'string', title: both('Keadaan', 'State'), required: true, values: programmeStatuses },
    organisation('owner_id', both('Penanggung jawab', 'Lead'), { required: true }),
    { name: 'place', type: 'string', title: both('Tempat', 'Place') },
    { name: 'starts_on', type: 'date', title: both('Mulai', 'Starts on') },
    { name: 'ends_on', type: 'date', title: both('Berakhir', 'Ends on') },
    {
      name: 'example',
      type: 'boolean',
      title: both('Data contoh', 'Example data'),
      description: both('Benar bila seluruh isinya rekaan.', 'True when all of it is invented.'),
      required: true,
    },
  ],
  query: sql`select p.id, p.slug as programme, p.name, p.name_en, p.lang, p.summary, p.status, p.owner_id, p.place,
    p.starts_on, p.ends_on, p.example is not null as example from programmes p where p.class = 'public'`,
}

const parties: Dataset = {
  key: 'parties',
  title: both('Pihak dalam program', 'Parties of programmes'),
  description: both(
    'Organisasi yang ikut serta dalam tiap program, perannya, dan sejak kapan.',
    'Organisations that take part in each programme, their role, and since when.',
  ),
  keywords: both('mitra anggota', 'partner member'),
  frequency: 'continual',
  kinds: ['party'],
  primaryKey: ['programme', 'organisation_id'],
  columns: [
    ofProgramme,
    organisation('organisation_id', both('Organisasi', 'Organisation'), { required: true }),
    {
      name: 'organisation',
      type: 'string',
      title: both('Nama organisasi', 'Name of the organisation'),
      required: true,
    },
    { name: 'role', type: 'string', title: both('Peran', 'Role'), required: true, values: partyRoles },
    { name: 'since', type: 'date', title: both('Sejak', 'Since'), required: true },
    { name: 'until', type: 'date', title: both('Sampai', 'Until') },
  ],
  query: sql`select p.slug as programme, pa.organisation_id, o.name as organisation, pa.role, pa.since, pa.until
    from parties pa join programmes p on p.id = pa.programme_id join organisations o on o.id = pa.organisation_id
    where p.class = 'public'`,
}

const commitments: Dataset = {
  key: 'commitments',
  title: both('Komitmen', 'Commitments'),
  description: both(
    'Apa yang dijanjikan tiap pihak, tanggal awalnya, tanggal sekarang, dan penilaian terakhir.',
    'What each party promised, the first date, the present date and the latest assessment.',
  ),
  keywords: both('janji', 'promise'),
  frequency: 'continual',
  kinds: ['commitment'],
  primaryKey: ['id'],
  columns: [
    ownId,
    ofProgramme,
    organisation('owner_id', both('Pihak yang berjanji', 'Party that promised'), { required: true }),
    { name: 'title', type: 'string', title: both('Janji', 'Commitment'), required: true },
    { name: 'title_en', type: 'string', title: both('Janji (Inggris)', 'Commitment (English)') },
    { ...writtenIn },
    { name: 'amount', type: 'number', title: both('Jumlah', 'Amount') },
    { name: 'unit', type: 'string', title: both('Satuan', 'Unit') },
    { name: 'money', type: 'number', title: both('Uang', 'Money') },
    { name: 'currency', type: 'string', title: both('Mata uang', 'Currency') },
    { name: 'first_due', type: 'date', title: both('Tanggal awal', 'First due date') },
    { name: 'current_due', type: 'date', title: both('Tanggal sekarang', 'Current due date') },
    { name: 'outcome', type: 'string', title: both('Penilaian terakhir', 'Latest assessment'), values: outcomes },
    { name: 'outcome_on', type: 'date', title: both('Dinilai pada', 'Assessed on') },
  ],
  query: sql`select c.*, p.slug as programme from commitments c join programmes p on p.id = c.programme_id
    where c.class = 'public' and p.class = 'public'`,
}

export const programmeDatasets: Dataset[] = [programmes, parties, commitments]
