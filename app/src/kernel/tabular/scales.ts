import { fold } from './plain-text.ts'

/** A scale: codes from lowest to highest where `ordered`, else only a set; each with the words that stand for it. */
export type Scale = { ordered: boolean; codes: Readonly<Record<string, readonly string[]>> }

/**
 * `completion` is the scale of the Independent Reporting Mechanism of the Open Government Partnership; withdrawn and
 * unclear are answers too, though they rank below the rest. The other scales are the codes of our own modules.
 */
export const SCALES = {
  completion: {
    ordered: true,
    codes: {
      unclear: ['tidak jelas', 'no claro'],
      withdrawn: ['ditarik', 'dibatalkan', 'retirado', 'retire', 'cancelled'],
      'not-started': [
        'belum dimulai',
        'belum mulai',
        'no iniciado',
        'non commence',
        'nao iniciado',
        'no evidence of progress',
      ],
      limited: ['terbatas', 'limitado', 'limite', 'sebagian kecil'],
      substantial: ['substansial', 'sustancial', 'substantiel', 'sebagian besar', 'substancial'],
      complete: [
        'completed',
        'selesai',
        'tuntas',
        'lengkap',
        'completo',
        'completado',
        'acheve',
        'complet',
        'concluido',
        'fully implemented',
      ],
    },
  },
  'task-state': {
    ordered: false,
    codes: {
      open: [
        'planned',
        'not started',
        'belum dimulai',
        'belum mulai',
        'direncanakan',
        'to do',
        'todo',
        'rencana',
        'pendiente',
      ],
      'in-progress': [
        'ongoing',
        'on going',
        'in process',
        'started',
        'berjalan',
        'sedang berjalan',
        'sedang dikerjakan',
        'proses',
        'dalam proses',
        'on track',
        'en curso',
      ],
      waiting: ['on hold', 'menunggu', 'ditunda', 'pending'],
      blocked: ['terhambat', 'terkendala', 'stuck', 'macet'],
      done: ['complete', 'completed', 'finished', 'closed', 'selesai', 'tuntas', 'terlaksana', 'sudah', 'hecho'],
      cancelled: ['canceled', 'withdrawn', 'dropped', 'batal', 'dibatalkan'],
    },
  },
  'task-kind': {
    ordered: false,
    codes: {
      activity: ['kegiatan', 'aktivitas', 'task', 'action', 'tugas', 'sub kegiatan'],
      milestone: ['tonggak', 'tonggak capaian', 'capaian', 'hito', 'jalon'],
    },
  },
  'milestone-type': {
    ordered: false,
    codes: {
      delivery: ['penyerahan', 'layanan', 'deliverable'],
      'process-change': ['process change', 'perubahan proses', 'process'],
      product: ['produk', 'output', 'keluaran'],
      report: ['laporan', 'informe', 'rapport'],
    },
  },
  'organisation-kind': {
    ordered: false,
    codes: {
      agency: [
        'government',
        'public agency',
        'ministry',
        'department',
        'opd',
        'skpd',
        'dinas',
        'badan',
        'kementerian',
        'lembaga',
        'pemerintah',
        'instansi',
        'perangkat daerah',
        'executive',
        'executive agency',
        'public sector',
      ],
      legislature: ['parliament', 'parlemen', 'dprd', 'dpr', 'legislatif', 'legislative'],
      'non-profit': [
        'ngo',
        'cso',
        'nonprofit',
        'non profit',
        'civil society',
        'lsm',
        'ormas',
        'yayasan',
        'masyarakat sipil',
        'charity',
        'foundation',
        'nirlaba',
      ],
      business: [
        'company',
        'private',
        'private sector',
        'perusahaan',
        'swasta',
        'dunia usaha',
        'bumn',
        'bumd',
        'enterprise',
        'usaha',
      ],
      university: [
        'universitas',
        'perguruan tinggi',
        'academia',
        'academic',
        'akademisi',
        'universidad',
        'universite',
        'research',
      ],
      community: ['komunitas', 'masyarakat', 'kelompok masyarakat', 'community group', 'pkk', 'comunidad'],
    },
  },
} as const satisfies Record<string, Scale>

export type ScaleName = keyof typeof SCALES

/** The code of a cell: first the map's own values, then the code itself, then the usual words; `null` when none fits. */
export function readScale(raw: string, scale: Scale, values: Readonly<Record<string, string>> = {}): string | null {
  const cell = fold(raw).replace(/[.*]+$/, '')
  for (const [form, code] of Object.entries(values)) if (fold(form) === cell) return code
  const plain = cell.replace(/[-_ ]+/g, '-')
  for (const [code, forms] of Object.entries(scale.codes)) if (plain === code || forms.includes(cell)) return code
  return null
}

const YES = /^(yes|y|true|1|ya|benar|ada|sudah|x|v|✓|✔|☑|si|oui|sim|s)$/
const NO = /^(no|n|false|0|tidak|bukan|belum|salah|✗|✘|☐|non|nao)$/

/** Yes or no in five languages, ticks included; `null` for other words. */
export function readYesNo(raw: string): boolean | null {
  const cell = fold(raw).replace(/\.$/, '')
  return YES.test(cell) ? true : NO.test(cell) ? false : null
}
