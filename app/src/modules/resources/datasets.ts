import { sql } from 'kysely'
import { type Dataset, instant } from '#kernel/dataset.ts'
import { ofProgramme, organisation, ownId, writtenIn } from '#kernel/dataset-columns.ts'
import { both } from '#kernel/reason.ts'
import { methods } from './contract.ts'
import { documentationPrefix } from './ocds.ts'

const rupiah = both('Dalam rupiah bulat.', 'In whole rupiah.')

const budgetLines: Dataset = {
  key: 'budget-lines',
  title: both('Pos anggaran', 'Budget lines'),
  description: both(
    'Pos anggaran program menurut sumber dana, instansi, wilayah, dan tahun: rencana awal, setelah perubahan, dan realisasi.',
    'Budget lines of programmes by source of funds, agency, territory and year: first plan, after revisions, and spent.',
  ),
  keywords: both('anggaran dana belanja realisasi APBD', 'budget funds spending realisation'),
  frequency: 'continual',
  kinds: ['budget-line'],
  primaryKey: ['id'],
  columns: [
    ownId,
    ofProgramme,
    { name: 'code', type: 'string', title: both('Kode rekening', 'Account code'), required: true },
    { name: 'title', type: 'string', title: both('Uraian', 'Description'), required: true },
    { name: 'title_en', type: 'string', title: both('Uraian (Inggris)', 'Description (English)') },
    { ...writtenIn },
    organisation('source_id', both('Sumber dana', 'Source of funds'), { required: true }),
    organisation('owner_id', both('Dibelanjakan oleh', 'Spent by'), { required: true }),
    { name: 'territory_code', type: 'string', title: both('Wilayah', 'Territory') },
    { name: 'fiscal_year', type: 'integer', title: both('Tahun anggaran', 'Fiscal year'), required: true },
    {
      name: 'planned',
      type: 'integer',
      title: both('Rencana awal', 'First plan'),
      description: rupiah,
      required: true,
    },
    {
      name: 'revised',
      type: 'integer',
      title: both('Setelah perubahan', 'After revisions'),
      description: rupiah,
      required: true,
    },
    { name: 'realised', type: 'integer', title: both('Realisasi', 'Realised'), description: rupiah, required: true },
  ],
  query: sql`select l.id, p.slug as programme, l.code, l.title, l.title_en, l.lang, l.source_id, l.owner_id,
      l.territory_code, l.fiscal_year, l.planned, l.revised, l.realised
    from budget_lines l join programmes p on p.id = l.programme_id where l.class = 'public' and p.class = 'public'`,
}

const contracts: Dataset = {
  key: 'contracts',
  title: both('Kontrak', 'Contracts'),
  description: both(
    'Kontrak yang dibayar dari pos anggaran, dengan nama isian Open Contracting Data Standard 1.1 (OCDS) dalam bentuk tabel.',
    'Contracts paid from budget lines, under the field names of the Open Contracting Data Standard 1.1 (OCDS) as a table.',
  ),
  keywords: both('pengadaan tender penyedia OCDS', 'procurement tender supplier OCDS'),
  frequency: 'continual',
  kinds: ['contract'],
  primaryKey: ['id'],
  columns: [
    { ...ownId, description: both('OCDS: id rilis dan contracts/id.', 'OCDS: id of the release and contracts/id.') },
    ofProgramme,
    {
      name: 'ocid',
      type: 'string',
      title: both('Pengenal proses (ocid)', 'Process identifier (ocid)'),
      description: both(
        'Kosong bila awalan penerbit belum terdaftar. Data contoh memakai awalan dokumentasi.',
        'Empty where the publisher’s prefix is not registered. Examples use the prefix for documentation.',
      ),
    },
    { name: 'date', type: 'datetime', title: both('Dicatat (date)', 'Recorded (date)'), required: true },
    { name: 'tag', type: 'string', title: both('Jenis rilis (tag)', 'Kind of release (tag)'), required: true },
    {
      name: 'initiation_type',
      type: 'string',
      title: both('Jenis proses (initiationType)', 'Kind of process (initiationType)'),
      required: true,
      values: ['tender'],
    },
    { name: 'award_id', type: 'string', title: both('Pengenal penetapan (awardID)', 'awardID'), required: true },
    { name: 'number', type: 'string', title: both('Nomor kontrak', 'Contract number'), required: true },
    { name: 'title', type: 'string', title: both('Pekerjaan', 'Work'), required: true },
    { name: 'title_en', type: 'string', title: both('Pekerjaan (Inggris)', 'Work (English)') },
    { ...writtenIn },
    organisation('buyer_id', both('Pembayar (buyer)', 'Who pays (buyer)'), { required: true }),
    organisation('procuring_entity_id', both('Pemesan (procuringEntity)', 'Requester (procuringEntity)'), {
      required: true,
    }),
    organisation('supplier_id', both('Penyedia (suppliers)', 'Supplier (suppliers)'), { required: true }),
    {
      name: 'procurement_method',
      type: 'string',
      title: both('Cara pengadaan (procurementMethod)', 'procurementMethod'),
      required: true,
      values: methods,
    },
    {
      name: 'number_of_tenderers',
      type: 'integer',
      title: both('Banyaknya penawar (numberOfTenderers)', 'numberOfTenderers'),
      required: true,
    },
    { name: 'date_signed', type: 'date', title: both('Ditandatangani (dateSigned)', 'dateSigned'), required: true },
    {
      name: 'value_amount',
      type: 'integer',
      title: both('Nilai sekarang (value/amount)', 'Present value (value/amount)'),
      description: rupiah,
      required: true,
    },
    { name: 'value_currency', type: 'string', title: both('Mata uang', 'Currency'), required: true, values: ['IDR'] },
    {
      name: 'first_value_amount',
      type: 'integer',
      title: both('Nilai saat ditandatangani', 'Value when signed'),
      description: rupiah,
      required: true,
    },
    {
      name: 'status',
      type: 'string',
      title: both('Keadaan (status)', 'status'),
      required: true,
      values: ['active', 'cancelled'],
    },
    {
      name: 'budget_line_id',
      type: 'string',
      title: both('Pos anggaran', 'Budget line'),
      names: 'budget-lines',
    },
  ],
  query: sql`select c.id, p.slug as programme, case when p.example is not null then ${documentationPrefix} || '-' || c.id end as ocid,
      ${instant('c.created_at')} as date, case when c.annulled_on is null then 'contract' else 'contractTermination' end as tag,
      'tender' as initiation_type, c.id as award_id, c.number, c.title, c.title_en, c.lang, c.owner_id as buyer_id,
      c.requester_id as procuring_entity_id, c.supplier_id, c.method as procurement_method, c.bids as number_of_tenderers,
      c.signed_on as date_signed, c.present_value as value_amount, 'IDR' as value_currency, c.value as first_value_amount,
      case when c.annulled_on is null then 'active' else 'cancelled' end as status,
      (select l.id from budget_lines l where l.id = c.line_id and l.class = 'public') as budget_line_id
    from contracts c join programmes p on p.id = c.programme_id where c.class = 'public' and p.class = 'public'`,
}

export const resourceDatasets: Dataset[] = [budgetLines, contracts]
