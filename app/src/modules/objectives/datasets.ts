import { sql } from 'kysely'
import type { Dataset } from '#kernel/dataset.ts'
import { ofProgramme, organisation, ownId, writtenIn } from '#kernel/dataset-columns.ts'
import { both } from '#kernel/reason.ts'

const objectives: Dataset = {
  key: 'objectives',
  title: both('Sasaran', 'Objectives'),
  description: both(
    'Apa yang ingin dicapai bersama, dan apa yang ingin dicapai tiap instansi.',
    'What programmes want to reach together, and what each agency wants to reach.',
  ),
  keywords: both('tujuan target', 'goal target'),
  frequency: 'continual',
  kinds: ['objective'],
  primaryKey: ['id'],
  columns: [
    ownId,
    ofProgramme,
    { name: 'code', type: 'string', title: both('Nomor', 'Number') },
    { name: 'title', type: 'string', title: both('Sasaran', 'Objective'), required: true },
    { name: 'title_en', type: 'string', title: both('Sasaran (Inggris)', 'Objective (English)') },
    { ...writtenIn },
    { name: 'scope', type: 'string', title: both('Milik', 'Whose'), required: true, values: ['shared', 'agency'] },
    organisation('owner_id', both('Penanggung jawab', 'Owner'), { required: true }),
    { name: 'parent_id', type: 'string', title: both('Bagian dari', 'Part of'), names: 'objectives' },
    { name: 'weight', type: 'number', title: both('Bobot', 'Weight'), required: true },
    { name: 'dropped', type: 'boolean', title: both('Dihentikan', 'Dropped'), required: true },
  ],
  query: sql`select o.id, p.slug as programme, o.code, o.title, o.title_en, o.lang, o.scope, o.owner_id,
      (select q.id from objectives q where q.id = o.parent_id and q.class = 'public') as parent_id, o.weight, o.dropped_at is not null as dropped
    from objectives o join programmes p on p.id = o.programme_id
    where o.class = 'public' and p.class = 'public'`,
}

const measures: Dataset = {
  key: 'measures',
  title: both('Ukuran sasaran', 'Measures of objectives'),
  description: both(
    'Ukuran tiap sasaran dengan nilai awal, target awal, target sekarang, dan satuannya.',
    'Measures of each objective with baseline, first target, present target and unit.',
  ),
  keywords: both('target nilai awal capaian', 'target baseline attainment'),
  frequency: 'continual',
  kinds: ['objective'],
  primaryKey: ['id'],
  columns: [
    ownId,
    ofProgramme,
    { name: 'objective_id', type: 'string', title: both('Sasaran', 'Objective'), required: true, names: 'objectives' },
    { name: 'name', type: 'string', title: both('Ukuran', 'Measure'), required: true },
    { name: 'name_en', type: 'string', title: both('Ukuran (Inggris)', 'Measure (English)') },
    { ...writtenIn },
    organisation('owner_id', both('Penanggung jawab', 'Owner'), { required: true }),
    { name: 'unit', type: 'string', title: both('Satuan', 'Unit') },
    { name: 'baseline', type: 'number', title: both('Nilai awal', 'Baseline') },
    { name: 'baseline_on', type: 'date', title: both('Tanggal nilai awal', 'Day of the baseline') },
    { name: 'first_target', type: 'number', title: both('Target awal', 'First target') },
    { name: 'target', type: 'number', title: both('Target sekarang', 'Present target') },
    { name: 'target_on', type: 'date', title: both('Tanggal target', 'Day of the target') },
    { name: 'weight', type: 'number', title: both('Bobot', 'Weight'), required: true },
  ],
  query: sql`select m.*, p.slug as programme from measures m
    join objectives o on o.id = m.objective_id join programmes p on p.id = m.programme_id
    where m.class = 'public' and o.class = 'public' and p.class = 'public'`,
}

const observations: Dataset = {
  key: 'observations',
  title: both('Pengamatan ukuran', 'Observations of measures'),
  description: both(
    'Nilai terukur pada satu hari. Koreksi adalah baris yang lebih baru.',
    'One measured value on one day. A correction is a newer row.',
  ),
  keywords: both('capaian nilai', 'attainment value'),
  frequency: 'quarterly',
  updated: 'observed_on',
  kinds: ['objective'],
  primaryKey: ['id'],
  columns: [
    ownId,
    ofProgramme,
    { name: 'measure_id', type: 'string', title: both('Ukuran', 'Measure'), required: true, names: 'measures' },
    { name: 'observed_on', type: 'date', title: both('Tanggal pengamatan', 'Observed on'), required: true },
    { name: 'value', type: 'number', title: both('Nilai', 'Value'), required: true },
    { name: 'source', type: 'string', title: both('Sumber', 'Source') },
  ],
  query: sql`select v.id, p.slug as programme, v.measure_id, v.observed_on, v.value, v.source from observations v
    join measures m on m.id = v.measure_id join objectives o on o.id = m.objective_id
    join programmes p on p.id = m.programme_id
    where m.class = 'public' and o.class = 'public' and p.class = 'public'`,
}

export const objectiveDatasets: Dataset[] = [objectives, measures, observations]
