import type { ScaleName } from './scales.ts'

export const FIELD_KINDS = [
  'text',
  'id',
  'date',
  'date-interval',
  'number',
  'money',
  'institutions',
  'scale',
  'yesno',
  'list',
] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

/**
 * One field of a target: how its cells are read when the map does not say otherwise, and the column names by which it
 * usually goes, as `words` writes them, parted by |, the likeliest first. `lines` keeps paragraphs; `separators` parts a list.
 */
export type TargetField = {
  kind: FieldKind
  names: string
  required?: boolean
  lines?: boolean
  scale?: ScaleName
  separators?: RegExp
}

export const TARGET_NAMES = ['tasks', 'commitments', 'organisations'] as const
export type TargetName = (typeof TARGET_NAMES)[number]

const id: TargetField = {
  kind: 'id',
  names:
    'id|identifier|unique identifier|code|kode|nomor|number|no|commitment unique identifier|' +
    'milestone|id kegiatan|kode kegiatan',
}
const title = (names: string): TargetField => ({
  kind: 'text',
  required: true,
  names: `${names}|title|name|judul|nama|titulo|titre`,
})
const url: TargetField = { kind: 'text', names: 'url|link|tautan|website|web page|enlace' }
const start: TargetField = {
  kind: 'date',
  names:
    'start date|start|begin date|from|tanggal mulai|mulai|awal|fecha de inicio|inicio|' +
    'date de debut|jadwal mulai|planned start|data de inicio',
}
const due: TargetField = {
  kind: 'date',
  names:
    'due date|due|end date|end|deadline|target date|tenggat|batas waktu|tanggal selesai|' +
    'selesai|target selesai|jatuh tempo|fecha de termino|fecha limite|date de fin|until|' +
    'jadwal selesai|planned end|data de termino|original due date',
}
const bodies = (names: string): TargetField => ({ kind: 'institutions', names })

export const TARGETS: Readonly<Record<TargetName, Readonly<Record<string, TargetField>>>> = {
  tasks: {
    id,
    title: title(
      'task|activity|milestone title|action|kegiatan|nama kegiatan|uraian kegiatan|tugas|' +
        'aktivitas|uraian|actividad|description of task',
    ),
    kind: { kind: 'scale', scale: 'task-kind', names: 'kind|type|jenis|tipe' },
    milestoneType: {
      kind: 'scale',
      scale: 'milestone-type',
      names: 'milestone type|jenis tonggak|output type|jenis keluaran',
    },
    responsible: bodies(
      'responsible|responsible body|responsible agency|lead agency|lead|owner|pelaksana|' +
        'penanggung jawab|opd|opd pelaksana|instansi|perangkat daerah|responsable|' +
        'implementing agency|pic|skpd',
    ),
    accountable: bodies('accountable|accountable body|pemilik|pengarah|penanggung gugat|sponsor|koordinator'),
    consulted: bodies(
      'consulted|supporting|supporting agency|partners|mitra|opd pendukung|dikonsultasikan|' +
        'pendukung|instansi terkait|supporting institution s',
    ),
    informed: bodies('informed|diinformasikan|tembusan|kept informed'),
    startDate: start,
    dueDate: due,
    currentDueDate: {
      kind: 'date',
      names:
        'current due date|revised date|revised due date|new date|tenggat baru|jadwal perubahan|' +
        'target perubahan|updated target date|forecast',
    },
    completedDate: {
      kind: 'date',
      names:
        'completed date|completion date|date completed|actual end|tanggal realisasi|' +
        'realisasi selesai|tanggal tuntas|actual date|closed on|finished',
    },
    state: {
      kind: 'scale',
      scale: 'task-state',
      names: 'state|status|keadaan|progress status|estado|statut',
    },
    effort: {
      kind: 'number',
      names: 'effort|person days|hours|hari orang|orang hari|oh|jam|beban kerja|work',
    },
    budget: {
      kind: 'money',
      names: 'budget|cost|amount|anggaran|pagu|pagu anggaran|biaya|dana|presupuesto|rp|alokasi',
    },
    service: {
      kind: 'text',
      names: 'service|layanan|intervention|intervensi|indikator layanan|servicio',
    },
    territory: {
      kind: 'text',
      names: 'territory|location|area|wilayah|lokasi|lokus|kecamatan|desa|district|kabupaten|kab kota',
    },
    objective: {
      kind: 'text',
      names: 'objective|goal|outcome|tujuan|sasaran|program|objetivo|strategy|aksi',
    },
  },
  commitments: {
    id,
    title: title(
      'commitment title|commitment|short title|komitmen|judul komitmen|nama komitmen|' + 'compromiso|engagement',
    ),
    summary: {
      kind: 'text',
      lines: true,
      names: 'summary|description|brief description|deskripsi|uraian|ringkasan|descripcion|full text',
    },
    leadInstitutions: bodies(
      'lead institution|lead institutions|lead agency|lead implementing agency|responsible|' +
        'penanggung jawab|instansi penanggung jawab|pelaksana|institucion responsable|' +
        'responsible institution|lead|institution responsable',
    ),
    supportingInstitutions: bodies(
      'supporting institution s|supporting institutions|supporting institution|partners|' +
        'other actors|other actors involved|mitra|instansi pendukung|pendukung|instansi terkait|' +
        'instituciones de apoyo|supporting',
    ),
    startDate: start,
    dueDate: due,
    completion: {
      kind: 'scale',
      scale: 'completion',
      names:
        'completion|completion end of term|completion progress report|level of completion|status|' +
        'capaian|tingkat penyelesaian|status penyelesaian|cumplimiento|implementation status',
    },
    country: {
      kind: 'text',
      names: 'country|country locality|locality|negara|daerah|pais|pays|member',
    },
    plan: {
      kind: 'text',
      names: 'plan|action plan|action plan number|rencana aksi|plan de accion|plan number',
    },
    theme: {
      kind: 'list',
      names: 'theme|themes|topic|policy area|tema|bidang|sector|sektor|issue area',
    },
    url,
  },
  organisations: {
    id,
    name: title(
      'organisation|organization|organisation name|organization name|nama organisasi|' +
        'nama lembaga|nama instansi|instansi|lembaga|agency|agency name|nama opd|nombre|nom|' +
        'institution',
    ),
    acronyms: {
      kind: 'list',
      separators: /[;|\n,/]/,
      names: 'acronym|acronyms|abbreviation|abbr|singkatan|akronim|sigla|sigle|short name|nama singkat',
    },
    formerNames: {
      kind: 'list',
      separators: /[;|\n]/,
      names:
        'former names|former name|previous name|previously known as|formerly|nama lama|nama sebelumnya|also known as|' +
        'aliases|other names|nombre anterior',
    },
    kind: {
      kind: 'scale',
      scale: 'organisation-kind',
      names:
        'kind|type|jenis|tipe|category|kategori|organisation type|organization type|' +
        'jenis lembaga|classification|sector',
    },
    parent: {
      kind: 'text',
      names:
        'parent|parent organisation|parent organization|parent agency|induk|instansi induk|' +
        'di bawah|department|ministry|parent id',
    },
    country: { kind: 'text', names: 'country|negara|pais|pays' },
    identifiers: {
      kind: 'list',
      separators: /[;|\n,]/,
      names: 'identifiers|identifier|registration number|nomor registrasi|npwp|kode satker|ror|org id|' + 'kode opd',
    },
    dissolvedOn: {
      kind: 'date',
      names:
        'dissolved on|dissolved|dissolution date|closed|closed on|end date|dibubarkan|' +
        'tanggal bubar|abolished|defunct date',
    },
    territory: {
      kind: 'text',
      names: 'territory|wilayah|area|region|provinsi|kabupaten|kab kota|district|lokasi|jurisdiction|' + 'city',
    },
    website: { ...url, names: 'website|url|homepage|situs|situs web|laman|web|link' },
  },
}
