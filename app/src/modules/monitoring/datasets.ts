import { sql } from 'kysely'
import type { Dataset } from '#kernel/dataset.ts'
import { ofProgramme, ownId } from '#kernel/dataset-columns.ts'
import { both } from '#kernel/reason.ts'

const indicators: Dataset = {
  key: 'indicators',
  title: both('Angka indikator', 'Indicator readings'),
  description: both(
    'Angka tiap indikator pada tiap penilaian mingguan: pembilang, penyebut, selang, dan ambangnya. Rumusnya ada di halaman indikator.',
    'Each indicator at each weekly evaluation: numerator, denominator, interval and thresholds. The formulas are on the indicators page.',
  ),
  keywords: both('pembilang penyebut ambang', 'numerator denominator threshold'),
  frequency: 'weekly',
  updated: 'at',
  kinds: ['evaluation'],
  primaryKey: ['id'],
  columns: [
    ownId,
    ofProgramme,
    { name: 'at', type: 'date', title: both('Hari penilaian', 'Day of the evaluation'), required: true },
    { name: 'indicator', type: 'string', title: both('Indikator', 'Indicator'), required: true },
    {
      name: 'status',
      type: 'string',
      title: both('Keadaan', 'State'),
      required: true,
      values: ['measured', 'not-enough', 'no-records', 'no-threshold'],
    },
    { name: 'level', type: 'string', title: both('Tingkat', 'Level'), values: ['good', 'watch', 'poor'] },
    { name: 'k', type: 'number', title: both('Pembilang (k)', 'Numerator (k)') },
    { name: 'n', type: 'number', title: both('Penyebut (n)', 'Denominator (n)') },
    { name: 'value', type: 'number', title: both('Nilai', 'Value') },
    { name: 'low', type: 'number', title: both('Batas bawah selang', 'Lower end of the interval') },
    { name: 'high', type: 'number', title: both('Batas atas selang', 'Upper end of the interval') },
    { name: 'n_min', type: 'integer', title: both('Jumlah sedikitnya', 'Minimum number'), required: true },
    { name: 'good', type: 'number', title: both('Ambang baik', 'Threshold for good') },
    { name: 'poor', type: 'number', title: both('Ambang buruk', 'Threshold for poor') },
  ],
  query: sql`select r.*, e.at, p.slug as programme from indicator_readings r
    join evaluations e on e.id = r.evaluation_id and e.kind = 'weekly' join programmes p on p.id = e.programme_id
    where e.class = 'public' and p.class = 'public'`,
}

const obstacles: Dataset = {
  key: 'obstacles',
  title: both('Hambatan', 'Obstacles'),
  description: both(
    'Hambatan bernama yang ditemukan dari catatan: jenisnya, beratnya, sejak kapan, dan kapan hilang.',
    'Named obstacles found from records: which, how severe, since when, and when it cleared.',
  ),
  keywords: both('masalah pendeteksi', 'problem detector'),
  frequency: 'continual',
  kinds: ['obstacle'],
  primaryKey: ['id'],
  columns: [
    ownId,
    ofProgramme,
    { name: 'detector', type: 'string', title: both('Pendeteksi', 'Detector'), required: true },
    { name: 'severity', type: 'integer', title: both('Berat (1–3)', 'Severity (1–3)'), required: true },
    { name: 'opened_on', type: 'date', title: both('Terlihat sejak', 'Seen since'), required: true },
    { name: 'cleared_on', type: 'date', title: both('Hilang pada', 'Cleared on') },
  ],
  query: sql`select o.*, p.slug as programme from obstacles o join programmes p on p.id = o.programme_id
    where o.class = 'public' and p.class = 'public'`,
}

export const monitoringDatasets: Dataset[] = [indicators, obstacles]
