import { both } from '#kernel/reason.ts'
import { detector } from './entry.ts'

export const resources = detector({
  id: 'D3',
  name: both('Keterbatasan sumber daya', 'Limited resources'),
  hurts: ['effectiveness'],
  sourceText: both('Ambang internal', 'Internal thresholds'),
  conditions: {
    a: {
      text: both(
        'Dana yang sudah dijanjikan paling banyak {t} kebutuhan empat triwulan ke depan.',
        'Committed money is at most {t} of what the next four quarters need.',
      ),
      headline: both('Dana empat triwulan ke depan belum cukup', 'The next four quarters are not funded'),
      threshold: 0.85,
      bad: 'low',
      unit: 'share',
    },
    b: {
      text: both(
        'Beban kerja suatu instansi mencapai {t} dari kapasitas yang dinyatakannya selama dua bulan.',
        'Assigned effort reaches {t} of an agency’s declared capacity for two months.',
      ),
      headline: both('Instansi memikul beban di atas kapasitasnya', 'An agency carries more than its capacity'),
      threshold: 1.2,
      unit: 'share',
    },
    c: {
      text: both(
        'Peran dalam piagam kosong sedikitnya {t}.',
        'A role of the charter has had no person for at least {t}.',
      ),
      headline: both('Peran dalam piagam dibiarkan kosong', 'Roles of the charter stay vacant'),
      threshold: 30,
      unit: 'working-days',
    },
    d: {
      text: both(
        'Tugas yang terhambat karena sumber daya mencapai {t} dari bobot tugas terbuka.',
        'Tasks blocked for lack of resources reach {t} of the weight of open tasks.',
      ),
      headline: both('Tugas terhambat karena kurang sumber daya', 'Tasks are blocked for lack of resources'),
      threshold: 0.1,
      unit: 'share',
      nMin: 10,
    },
  },
  mitigations: {
    'stop-list': both(
      'Susun ulang prioritas dengan daftar yang tidak lagi dikerjakan',
      'Reprioritise with a stop list of what will not be done',
    ),
    pool: both('Gabungkan peralatan lewat daftar berbagi', 'Pool equipment through the sharing register'),
    secondment: both(
      'Minta penugasan pegawai dari instansi lain, dengan tanggal akhir',
      'Ask for a secondment with an end date',
    ),
    phase: both('Kerjakan wilayah bertahap menurut kebutuhan', 'Phase the territory by need'),
  },
})

export const resistance = detector({
  id: 'D4',
  name: both('Penolakan terhadap perubahan', 'Resistance to change'),
  hurts: ['effectiveness'],
  sourceText: both(
    'Ambang internal; GAO-14-220 tentang target perubahan dalam kinerja perorangan',
    'Internal thresholds; GAO-14-220 on change targets in individual performance plans',
  ),
  conditions: {
    a: {
      text: both(
        'Instansi yang memakai prosedur atau alat yang disepakati paling banyak {t} dari yang menandatangani, 90 hari setelah disepakati.',
        'Agencies using the agreed procedure or tool are at most {t} of those that signed, 90 days after.',
      ),
      headline: both('Prosedur yang disepakati belum dipakai', 'The agreed procedure is not being used'),
      threshold: 0.6,
      bad: 'low',
      unit: 'share',
      nMin: 5,
    },
    b: {
      text: both(
        'Lebih dari {t} permintaan suatu instansi datang lewat jalur lain (dicatat “diwakili”).',
        'More than {t} of an agency’s requests arrive outside the platform (recorded as entered on behalf).',
      ),
      headline: both('Permintaan masih lewat jalur lama', 'Requests still take the old channel'),
      threshold: 0.3,
      unit: 'share',
      nMin: 10,
    },
    c: {
      text: both(
        'Tonggak jenis “perubahan proses” bergeser {t} atau lebih dibanding tonggak lain.',
        'Milestones of type “process change” slip {t} or more as often as other milestones.',
      ),
      headline: both('Perubahan proses paling sering tertunda', 'Process changes are put off most often'),
      threshold: 2,
      unit: 'times',
      nMin: 10,
    },
    d: {
      text: both(
        'Kursi pelatihan yang tidak terisi mencapai {t} dari yang ditawarkan.',
        'Training seats left unused reach {t} of those offered.',
      ),
      headline: both('Pelatihan tidak diikuti', 'Training seats stay empty'),
      threshold: 0.5,
      unit: 'share',
      nMin: 10,
    },
    e: {
      text: both(
        'Unit yang sama meminta perpanjangan {t} kali atau lebih.',
        'The same unit asked for an extension {t} or more times.',
      ),
      headline: both('Unit yang sama terus meminta perpanjangan', 'The same unit keeps asking for extensions'),
      threshold: 3,
      unit: 'times',
    },
  },
  mitigations: {
    champion: both(
      'Tunjuk penggerak setempat dengan nama dan waktu kerja yang disediakan',
      'Name a local champion with a time budget',
    ),
    'before-after': both(
      'Tunjukkan waktu kerja instansi itu sendiri sebelum dan sesudah perubahan',
      'Show the agency’s own times before and after the change',
    ),
    'small-pilot': both(
      'Mulai dari uji coba kecil yang boleh dihentikan',
      'Start with a small pilot that has an exit option',
    ),
    'performance-plan': both(
      'Masukkan perubahan itu ke dalam sasaran kinerja perorangan',
      'Include the change in individual performance plans',
    ),
  },
})
