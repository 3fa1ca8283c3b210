import type { Text } from '#kernel/reason.ts'
import type { Words } from '#ui/language.ts'

/** What happened, in the past tense, by event name: for histories and for those whose form was overtaken. */
const id = {
  'task.planned': 'Tugas direncanakan',
  'task.edited': 'Uraian tugas diubah',
  'task.started': 'Tugas dimulai',
  'task.moved': 'Tenggat tugas digeser',
  'task.waited': 'Tugas mulai menunggu instansi lain',
  'task.blocked': 'Tugas terhalang',
  'task.resumed': 'Tugas dilanjutkan',
  'task.offered': 'Tugas ditawarkan kepada instansi lain',
  'task.handed-over': 'Tugas diterima instansi lain',
  'task.declined': 'Penyerahan tugas ditolak',
  'task.evidenced': 'Bukti penyelesaian ditambah',
  'task.closed': 'Tugas ditutup',
  'task.verified': 'Penyelesaian tugas diperiksa',
  'task.reopened': 'Tugas dibuka kembali',
  'task.cancelled': 'Tugas dibatalkan',
  'task.reminded': 'Instansi yang ditunggu diingatkan',
  'task.role-assigned': 'Peran dalam tugas dibagi',
  'task.role-ended': 'Peran dalam tugas diakhiri',
  'task.adoption-reported': 'Penerapan oleh instansi dilaporkan',
  'capacity.declared': 'Kapasitas instansi dicatat',
}

const en: Words<typeof id> = {
  'task.planned': 'Task planned',
  'task.edited': 'Description of the task edited',
  'task.started': 'Task started',
  'task.moved': 'Target of the task moved',
  'task.waited': 'Task began to wait for another agency',
  'task.blocked': 'Task blocked',
  'task.resumed': 'Task resumed',
  'task.offered': 'Task offered to another agency',
  'task.handed-over': 'Task accepted by another agency',
  'task.declined': 'Hand-over of the task declined',
  'task.evidenced': 'Evidence of completion added',
  'task.closed': 'Task closed',
  'task.verified': 'Completion of the task verified',
  'task.reopened': 'Task reopened',
  'task.cancelled': 'Task cancelled',
  'task.reminded': 'Agency that is waited for reminded',
  'task.role-assigned': 'Role in the task assigned',
  'task.role-ended': 'Role in the task ended',
  'task.adoption-reported': 'Adoption by an agency reported',
  'capacity.declared': 'Capacity of an agency recorded',
}

export const eventWords = { id, en }

/** For pages of other modules that show these events. */
export const taskEventNames: Record<string, Text> = Object.fromEntries(
  Object.keys(id).map((name) => [name, (lang) => eventWords[lang][name as keyof typeof id]]),
)
