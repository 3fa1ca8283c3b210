import { both } from '#kernel/reason.ts'
import { indicatorsOf } from './entry.ts'
import { internal } from './sources.ts'

export const efficiency = indicatorsOf('efficiency', 'E1', [
  {
    id: 'E1',
    name: both('Pemakaian bersama', 'Sharing rate'),
    question: both(
      'Jam sarana, alat, atau tenaga bersama yang dipakai instansi selain pemiliknya',
      'Hours of shared facilities, equipment or staff used by agencies other than the owner',
    ),
    formula: both(
      'Jam (atau jumlah) sumber daya bersama yang dipakai instansi selain pemiliknya, dibagi jam yang ditawarkan.',
      'Hours (or quantity) of shared resources used by agencies other than their owner, divided by the hours offered.',
    ),
    cases: both('penawaran sumber daya', 'offers of resources'),
    counting: 'weighted',
    unit: 'share',
    good: { op: '>=', value: 0.5 },
    poor: { op: '<', value: 0.2 },
    source: 'RULE',
    sourceText: internal,
  },
  {
    id: 'E2',
    name: both('Pembelian ganda yang terhindar', 'Avoided duplication'),
    question: both(
      'Bagian anggaran yang tidak jadi dibelanjakan karena barangnya dipakai bersama',
      'Share of the budget not spent because something could be shared instead',
    ),
    formula: both(
      'Jumlah biaya barang yang direncanakan tetapi tidak jadi dibeli karena ada peminjaman atau pemakaian ulang yang menggantikannya, dibagi anggaran program. Setiap penghematan harus menunjuk barang rencana yang digantikan.',
      'Cost of planned items that were not bought because a booking or reuse replaced them, divided by the programme budget. Every saving must name the planned item it replaces.',
    ),
    cases: both('pos anggaran', 'budget items'),
    counting: 'weighted',
    unit: 'share',
    nMin: 1,
    good: { op: '>=', value: 0.05 },
    poor: { op: '<=', value: 0 },
    source: 'RULE',
    sourceText: internal,
  },
  {
    id: 'E3',
    name: both('Beban tumpang tindih', 'Overlap load'),
    question: both(
      'Bobot tugas terbuka yang mirip dengan tugas instansi lain tanpa dinyatakan sebagai tugas bersama',
      'Weight of open tasks that resemble another agency’s task without being declared joint',
    ),
    formula: both(
      'Bobot pasangan tugas terbuka dari instansi berbeda dengan jenis keluaran, wilayah, dan kelompok sasaran yang sama serta waktu yang beririsan, tanpa tugas bersama yang dinyatakan; dibagi bobot semua tugas terbuka.',
      'Weight of pairs of open tasks of different agencies with the same output type, territory and target group and overlapping dates, and no declared joint task; divided by the weight of all open tasks.',
    ),
    cases: both('tugas terbuka', 'open tasks'),
    counting: 'weighted',
    unit: 'share',
    better: 'down',
    good: { op: '<=', value: 0.05 },
    poor: { op: '>', value: 0.15 },
    source: 'RULE',
    sourceText: both(
      'Ambang internal; istilah duplikasi, tumpang tindih, dan fragmentasi menurut GAO',
      'Internal threshold; vocabulary of duplication, overlap and fragmentation by GAO',
    ),
  },
  {
    id: 'E4',
    name: both('Waktu tunggu permintaan', 'Request lead time'),
    question: both(
      'Hari kerja dari permintaan antarinstansi sampai dipenuhi, nilai tengah',
      'Working days from a request between agencies until it is fulfilled, median',
    ),
    formula: both(
      'Nilai tengah hari kerja dari permintaan antarinstansi (data, izin, alat) sampai dipenuhi; di sampingnya persentil ke-90.',
      'Median working days from a request between agencies (data, permit, equipment) to its fulfilment; the 90th percentile stands beside it.',
    ),
    cases: both('permintaan yang dipenuhi', 'fulfilled requests'),
    counting: 'amount',
    unit: 'working-days',
    better: 'down',
    good: { op: '<=', value: 5 },
    poor: { op: '>', value: 10 },
    source: 'RULE',
    sourceText: both(
      'Ambang internal; batas 10 hari kerja mengikuti tenggat permintaan informasi',
      'Internal threshold; the limit of 10 working days follows the deadline for information requests',
    ),
  },
  {
    id: 'E5',
    name: both('Pemakaian ulang data', 'Data reuse'),
    question: both(
      'Instansi anggota yang memakai data bersama buatan instansi lain, rata-rata per himpunan data',
      'Member agencies that use data shared by another agency, mean over datasets',
    ),
    formula: both(
      'Untuk setiap himpunan data bersama: banyaknya instansi (selain pembuatnya) yang memakainya dalam jangka hitung, dibagi instansi anggota yang aktif; lalu dirata-ratakan.',
      'For each shared dataset: distinct agencies (other than its producer) that used it in the window, divided by active member agencies; then the mean.',
    ),
    cases: both('himpunan data bersama', 'shared datasets'),
    counting: 'weighted',
    unit: 'share',
    good: { op: '>=', value: 0.4 },
    poor: { op: '<', value: 0.1 },
    source: 'RULE',
    sourceText: both(
      'Ambang internal; asas mudah dibagipakaikan dari Satu Data Indonesia (Perpres 39/2019)',
      'Internal threshold; principle that data can be shared, from One Data Indonesia (Presidential Regulation 39/2019)',
    ),
  },
])
