import { both } from '#kernel/reason.ts'
import { indicatorsOf } from './entry.ts'
import { internal } from './sources.ts'

export const effectiveness = indicatorsOf('effectiveness', 'F1', [
  {
    id: 'F1',
    name: both('Komitmen yang selesai', 'High completion'),
    question: both(
      'Komitmen jatuh tempo yang selesai seluruhnya atau sebagian besar',
      'Commitments due that are complete or substantially complete',
    ),
    formula: both(
      'Komitmen yang tanggal awalnya jatuh dalam jangka hitung dan hasilnya “selesai” atau “sebagian besar” pada skala IRM, dibagi semua komitmen yang jatuh tempo.',
      'Commitments whose first due date lies in the window and whose outcome is “complete” or “substantial” on the IRM scale, divided by all commitments due.',
    ),
    cases: both('komitmen yang jatuh tempo', 'commitments due'),
    counting: 'count',
    unit: 'share',
    good: { op: '>=', value: 0.7 },
    poor: { op: '<', value: 0.5 },
    source: 'IRM',
    sourceText: both(
      'Skala penyelesaian IRM; sebagai pembanding, 57% dari 403 komitmen OGP yang dinilai mencapai tingkat ini',
      'IRM completion scale; for comparison, 57% of 403 assessed OGP commitments reach this level',
    ),
  },
  {
    id: 'F2',
    name: both('Tonggak tepat waktu', 'On-time milestones'),
    question: both(
      'Tonggak yang selesai pada atau sebelum tanggal awalnya',
      'Milestones met on or before the date first agreed',
    ),
    formula: both(
      'Tonggak yang selesai dengan bukti pada atau sebelum tanggal awal, dibagi tonggak yang tanggal awalnya jatuh dalam jangka hitung. Tanggal yang digeser tidak mengubah hitungan.',
      'Milestones met, with evidence, on or before the baseline date, divided by milestones whose baseline date lies in the window. Moving a date does not change the count.',
    ),
    cases: both('tonggak', 'milestones'),
    counting: 'count',
    unit: 'share',
    good: { op: '>=', value: 0.8 },
    poor: { op: '<', value: 0.6 },
    source: 'RULE',
    sourceText: internal,
  },
  {
    id: 'F3',
    name: both('Keselarasan sasaran', 'Goal alignment'),
    question: both(
      'Bobot kegiatan yang terhubung ke sasaran yang terukur dan ada pemiliknya',
      'Weight of activities linked to an objective that is measured and has an owner',
    ),
    formula: both(
      'Bobot (anggaran atau beban kerja) kegiatan yang terhubung ke sedikitnya satu ukuran hasil yang punya nilai awal, target, dan pemilik; dibagi bobot semua kegiatan.',
      'Weight (budget or effort) of activities linked to at least one outcome measure that has a baseline, a target and an owner, divided by the weight of all activities.',
    ),
    cases: both('kegiatan', 'activities'),
    counting: 'weighted',
    unit: 'share',
    good: { op: '>=', value: 0.9 },
    poor: { op: '<', value: 0.7 },
    source: 'LKE',
    sourceText: both(
      'LKE SAKIP 1.2.8–1.2.9: penjenjangan dan keterkaitan lintas instansi',
      'SAKIP evaluation sheet 1.2.8–1.2.9: cascading and crosscutting',
    ),
  },
  {
    id: 'F4',
    name: both('Cakupan tanpa celah', 'Coverage without gaps'),
    question: both(
      'Layanan di tiap wilayah yang punya tepat satu instansi penanggung jawab',
      'Services in each territory that have exactly one accountable agency',
    ),
    formula: both(
      'Sel (layanan × wilayah) dengan tepat satu instansi penanggung jawab, dibagi sel yang diminta piagam. Sel kosong dan sel ganda dilaporkan terpisah.',
      'Cells (service × territory) with exactly one accountable agency, divided by the cells required by the charter. Gaps and doubles are reported apart.',
    ),
    cases: both('sel yang diminta piagam', 'cells required by the charter'),
    counting: 'count',
    unit: 'share',
    // All required cells are looked at, so few of them are no sample; below five a share says little.
    nMin: 5,
    good: { op: '>=', value: 1 },
    poor: { op: '<', value: 0.95 },
    source: 'GAO',
    sourceText: both('GAO: peran dan tanggung jawab yang jelas', 'GAO: clear roles and responsibilities'),
  },
  {
    id: 'F5',
    name: both('Capaian hasil', 'Outcome attainment'),
    question: both(
      'Jarak dari nilai awal ke target yang sudah ditempuh, rata-rata tertimbang',
      'Distance from baseline to target already covered, weighted mean',
    ),
    formula: both(
      'Rata-rata dari (capaian − nilai awal) ÷ (target − nilai awal), dibatasi 0 sampai 1, untuk setiap ukuran hasil, dengan bobot sasaran.',
      'Mean of (actual − baseline) ÷ (target − baseline), clipped to 0–1, over the outcome measures, weighted by the goals’ weights.',
    ),
    cases: both('ukuran hasil yang sudah diamati', 'outcome measures observed'),
    counting: 'weighted',
    unit: 'share',
    // A programme has few outcome measures and all of them are looked at.
    nMin: 3,
    good: { op: '>=', value: 0.85 },
    poor: { op: '<', value: 0.5 },
    source: 'LKE',
    sourceText: both('LKE SAKIP 1.3.3: capaian kinerja hasil', 'SAKIP evaluation sheet 1.3.3: outcome performance'),
  },
])
