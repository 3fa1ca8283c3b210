import type { Words } from '#ui/language.ts'

/** What the indicators and detectors say of tasks. Parts in square brackets become links to the rows. */
export const signalWordsId = {
  tasks: 'tugas',
  cells: 'sel cakupan',
  noMilestones: 'Program ini belum punya tonggak dengan tanggal awal.',
  noCompletions:
    'Sumber program ini tidak mencatat kapan tonggak selesai, jadi ketepatan waktunya tidak dapat dihitung. Pergeseran tanggalnya tetap tercatat.',
  noActivities: 'Program ini belum punya kegiatan.',
  byBudget: 'Ditimbang menurut anggaran.',
  byEffort: 'Anggaran belum lengkap, jadi ditimbang menurut beban kerja.',
  byWeight: 'Anggaran dan beban kerja belum lengkap, jadi ditimbang menurut bobot yang diberikan.',
  byCount: 'Anggaran dan beban kerja belum dicatat, jadi setiap kegiatan berbobot sama.',
  milestonesInstead: 'Program ini hanya mencatat tonggak, jadi tonggak yang dihitung.',
  noMeasured: 'Belum ada sasaran yang punya ukuran dengan nilai awal, target, dan pemilik.',
  noCells: 'Piagam yang berlaku belum menyebut layanan dan wilayah yang harus dicakup.',
  gaps: 'sel kosong',
  doubles: 'sel ganda',
  noHistory: 'Sumber program ini tidak mencatat perubahan keadaan tugas.',
  noneOpen: 'Tidak ada tugas terbuka dalam jangka hitung.',
  waiting: (all: string, waited: string, days: string, open: string) =>
    `Dari [${all} tugas] terbuka, [${waited} menunggu instansi lain]: [${days} dari ${open} hari kerja].`,
  waitedMost: (agency: string, days: string) => `Paling lama menunggu ${agency}, [${days} hari kerja].`,
  handovers: (all: string, moved: string, p75: string, most: string) =>
    `Dari [${all} tugas] terbuka, [${moved} berpindah instansi]; persentil ke-75 [${p75} kali], paling banyak [${most} kali].`,
  fewParties: 'Pihak program kurang dari tiga, jadi hubungannya tidak dapat dinilai.',
  ties: (joint: string, tied: string, possible: string) =>
    `[${joint} tugas] menghubungkan [${tied} dari ${possible} pasangan instansi].`,
  between: (agency: string, share: string) => `${agency} berada di antara [${share} pasangan instansi lain].`,
  noCapacity: 'Belum ada instansi yang mencatat kapasitasnya untuk dua bulan berturut-turut.',
  noEffort: 'Beban kerja tugas belum dicatat.',
  strain: (agency: string, ratio: string, from: string, to: string, tasks: string) =>
    `[${tasks} tugas] membebani ${agency} sedikitnya [${ratio} dari kapasitasnya] pada ${from} dan ${to}.`,
  strained: (count: string) => `${count} instansi memikul lebih dari 120% kapasitasnya selama dua bulan.`,
  blocked: (all: string, blocked: string, share: string) =>
    `Dari [${all} tugas] terbuka, [${blocked} terhalang sumber daya]: [${share} dari bobotnya].`,
  fewToCompare: (process: string, other: string) =>
    `Baru ada ${process} tonggak perubahan cara kerja dan ${other} tonggak lain bertanggal; perlu sedikitnya 5 dari tiap jenis.`,
  slips: (all: string, slipped: string, process: string, processOf: string, other: string, otherOf: string) =>
    `Dari [${all} tonggak], [${slipped} mundur]: [${process} dari ${processOf} perubahan cara kerja], [${other} dari ${otherOf} tonggak lain].`,
  noRequester: 'Sumber program ini tidak mencatat siapa yang meminta perpanjangan.',
  extensions: (all: string, agency: string, times: string) =>
    `[${all} tugas] diperpanjang atas permintaan instansi; ${agency} meminta [${times} kali].`,
  noExtensions: (all: string) => `Tidak ada perpanjangan di antara [${all} tugas] dalam jangka hitung.`,
  note: {
    'own-evidence': 'buktinya diverifikasi instansi pemberinya',
    met: 'tepat waktu',
    late: 'selesai terlambat',
    'not-done': 'belum selesai',
    'no-evidence': 'selesai tanpa bukti',
    cancelled: 'dibatalkan',
    'no-completion': 'tanggal selesai tidak dicatat',
    linked: 'mendukung sasaran yang terukur',
    unlinked: 'belum mendukung sasaran yang terukur',
    waited: 'menunggu instansi lain',
    'handed-over': 'berpindah instansi',
    joint: 'dikerjakan bersama',
    load: 'membebani bulan-bulan itu',
    blocked: 'terhalang sumber daya',
    moved: 'mundur',
    'moved-process': 'perubahan cara kerja yang mundur',
    extended: 'diperpanjang',
    gap: 'belum ada penanggung jawab',
    double: 'lebih dari satu penanggung jawab',
    covered: 'tepat satu penanggung jawab',
  },
}

export const signalWordsEn: Words<typeof signalWordsId> = {
  tasks: 'tasks',
  cells: 'coverage cells',
  noMilestones: 'This programme has no milestones with a first date yet.',
  noCompletions:
    'The source of this programme does not record when milestones were completed, so punctuality cannot be computed. The moves of their dates are recorded.',
  noActivities: 'This programme has no activities yet.',
  byBudget: 'Weighted by budget.',
  byEffort: 'Budgets are incomplete, so weighted by effort.',
  byWeight: 'Budgets and efforts are incomplete, so weighted by the weights given.',
  byCount: 'Neither budget nor effort is recorded, so every activity weighs the same.',
  milestonesInstead: 'This programme records milestones only, so milestones are counted.',
  noMeasured: 'No objective has a measure with a baseline, a target and an owner yet.',
  noCells: 'The charter in force does not name services and territories to be covered yet.',
  gaps: 'gap cells',
  doubles: 'double cells',
  noHistory: 'The source of this programme does not record changes of state of tasks.',
  noneOpen: 'No task was open in the window.',
  waiting: (all, waited, days, open) =>
    `Of [${all} tasks] open, [${waited} waited for another agency]: [${days} of ${open} working days].`,
  waitedMost: (agency, days) => `Longest for ${agency}: [${days} working days].`,
  handovers: (all, moved, p75, most) =>
    `Of [${all} tasks] open, [${moved} changed agency]; 75th percentile [${p75} times], at most [${most} times].`,
  fewParties: 'The programme has fewer than three parties, so their ties cannot be judged.',
  ties: (joint, tied, possible) => `[${joint} tasks] tie [${tied} of ${possible} pairs of agencies].`,
  between: (agency, share) => `${agency} stands between [${share} of the pairs of other agencies].`,
  noCapacity: 'No agency has declared its capacity for two months in a row yet.',
  noEffort: 'The effort of tasks is not recorded yet.',
  strain: (agency, ratio, from, to, tasks) =>
    `[${tasks} tasks] load ${agency} with at least [${ratio} of its capacity] in ${from} and ${to}.`,
  strained: (count) => `${count} agencies carry more than 120% of their capacity for two months.`,
  blocked: (all, blocked, share) =>
    `Of [${all} tasks] open, [${blocked} are blocked for lack of resources]: [${share} of their weight].`,
  fewToCompare: (process, other) =>
    `There are ${process} dated process-change milestones and ${other} others; at least 5 of each are needed.`,
  slips: (all, slipped, process, processOf, other, otherOf) =>
    `Of [${all} milestones], [${slipped} slipped]: [${process} of ${processOf} process changes], [${other} of ${otherOf} others].`,
  noRequester: 'The source of this programme does not record who asked for extensions.',
  extensions: (all, agency, times) =>
    `[${all} tasks] were extended at the request of agencies; ${agency} asked [${times} times].`,
  noExtensions: (all) => `No extension among [${all} tasks] in the window.`,
  note: {
    'own-evidence': 'its evidence was verified by the party that gave it',
    met: 'on time',
    late: 'done late',
    'not-done': 'not done',
    'no-evidence': 'done without evidence',
    cancelled: 'cancelled',
    'no-completion': 'date of completion not recorded',
    linked: 'supports a measured objective',
    unlinked: 'supports no measured objective yet',
    waited: 'waited for another agency',
    'handed-over': 'changed agency',
    joint: 'done jointly',
    load: 'load in these months',
    blocked: 'blocked for lack of resources',
    moved: 'slipped',
    'moved-process': 'process change that slipped',
    extended: 'extended',
    gap: 'nobody accountable',
    double: 'more than one accountable',
    covered: 'exactly one accountable',
  },
}
