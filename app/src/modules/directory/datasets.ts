import { type RawBuilder, sql } from 'kysely'
import type { Dataset } from '#kernel/dataset.ts'
import { organisation, ownId, writtenIn } from '#kernel/dataset-columns.ts'
import { both } from '#kernel/reason.ts'
import { organisationKinds } from './organisation.ts'

/** Ids of the organisations that take part in a programme. */
type PartiesOf = (slug: string) => RawBuilder<{ organisation_id: string }>

export function directoryDatasets(partiesOf: PartiesOf): Dataset[] {
  return [organisations(partiesOf), posts(partiesOf)]
}

const organisations = (partiesOf: PartiesOf): Dataset => ({
  key: 'organisations',
  title: both('Instansi dan mitra', 'Agencies and partners'),
  description: both(
    'Organisasi yang dikenal pemasangan ini: instansi, lembaga legislatif, nirlaba, usaha, perguruan tinggi, dan komunitas.',
    'Organisations known here: agencies, legislatures, non-profits, businesses, universities and communities.',
  ),
  keywords: both('organisasi dinas lembaga', 'organisation office institution'),
  frequency: 'continual',
  kinds: ['organisation'],
  primaryKey: ['id'],
  columns: [
    ownId,
    { name: 'name', type: 'string', title: both('Nama', 'Name'), required: true },
    { name: 'acronym', type: 'string', title: both('Singkatan', 'Acronym') },
    { ...writtenIn },
    { name: 'kind', type: 'string', title: both('Jenis', 'Kind'), required: true, values: organisationKinds },
    organisation('parent_id', both('Bagian dari', 'Part of')),
    {
      name: 'territory_code',
      type: 'string',
      title: both('Kode wilayah', 'Territory code'),
      description: both('Kode wilayah Kementerian Dalam Negeri.', 'Code of the Ministry of Home Affairs.'),
    },
    { name: 'country', type: 'string', title: both('Negara', 'Country'), required: true },
    { name: 'website', type: 'string', title: both('Situs web', 'Website') },
    { name: 'founded_on', type: 'date', title: both('Tanggal berdiri', 'Founded on') },
    { name: 'dissolved_on', type: 'date', title: both('Tanggal bubar', 'Dissolved on') },
    organisation('merged_into_id', both('Digabung ke dalam', 'Merged into')),
  ],
  query: sql`select * from organisations`,
  inProgramme: (slug) => sql`d.id in (${partiesOf(slug)})`,
})

/** Of people the public reads the posts in public bodies (docs/decisions/2026-11-27-acts-of-people.md); of no others. */
const posts = (partiesOf: PartiesOf): Dataset => ({
  key: 'posts',
  title: both('Jabatan di badan publik', 'Posts in public bodies'),
  description: both(
    'Siapa memegang jabatan apa di instansi dan lembaga legislatif, sejak dan sampai kapan. Orang dari organisasi lain tidak dimuat.',
    'Who holds which post in agencies and legislatures, from and until when. People of other organisations are left out.',
  ),
  keywords: both('orang pejabat kepala', 'people official head'),
  frequency: 'continual',
  kinds: ['organisation', 'person'],
  primaryKey: ['id'],
  columns: [
    ownId,
    { name: 'person_id', type: 'string', title: both('Pengenal orang', 'Person identifier'), required: true },
    { name: 'person', type: 'string', title: both('Nama', 'Name'), required: true },
    organisation('organisation_id', both('Instansi', 'Agency'), { required: true }),
    { name: 'post', type: 'string', title: both('Jabatan', 'Post'), required: true },
    { ...writtenIn },
    { name: 'head', type: 'boolean', title: both('Memimpin instansi', 'Heads the agency'), required: true },
    { name: 'starts_on', type: 'date', title: both('Sejak', 'Since'), required: true },
    { name: 'ends_on', type: 'date', title: both('Sampai', 'Until') },
  ],
  query: sql`select m.*, p.name as person from memberships m
    join people p on p.id = m.person_id
    join organisations o on o.id = m.organisation_id and o.kind in ('agency', 'legislature')`,
  inProgramme: (slug) => sql`d.organisation_id in (${partiesOf(slug)})`,
})
