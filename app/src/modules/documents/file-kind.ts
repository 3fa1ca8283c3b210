/** What a file may be; decided by what it holds, never by its name or what the sender says of it. */
export const fileKinds = ['pdf', 'png', 'jpeg', 'webp', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'csv', 'text'] as const
export type FileKind = (typeof fileKinds)[number]

/** Why a file is not taken; each has its advice in words/faults.ts. */
export const faults = [
  'empty',
  'too-large',
  'unknown',
  'markup',
  'program',
  'archive',
  'old-office',
  'encrypted',
  'macros',
  'nested',
  'bomb',
  'broken',
  'active',
  'too-many-pixels',
  'moving',
  'not-utf8',
  'infected',
] as const
export type Fault = (typeof faults)[number]

/** A file that is not taken. Thrown by checks, told to the sender with what to do instead. */
export class FileFault extends Error {
  readonly fault: Fault

  constructor(fault: Fault) {
    super(fault)
    this.fault = fault
  }
}

/** Twenty megabytes hold a scanned report of a hundred pages; more is a recording or a data set, which has other homes. */
export const fileLimit = 20 * 1024 * 1024

const office = 'application/vnd.openxmlformats-officedocument.'
const openDocument = 'application/vnd.oasis.opendocument.'

/** How each kind travels: its media type, and the ending of its name on the reader's machine. */
export const travels: Record<FileKind, { type: string; ending: string }> = {
  pdf: { type: 'application/pdf', ending: 'pdf' },
  png: { type: 'image/png', ending: 'png' },
  jpeg: { type: 'image/jpeg', ending: 'jpg' },
  webp: { type: 'image/webp', ending: 'webp' },
  docx: { type: `${office}wordprocessingml.document`, ending: 'docx' },
  xlsx: { type: `${office}spreadsheetml.sheet`, ending: 'xlsx' },
  pptx: { type: `${office}presentationml.presentation`, ending: 'pptx' },
  odt: { type: `${openDocument}text`, ending: 'odt' },
  ods: { type: `${openDocument}spreadsheet`, ending: 'ods' },
  csv: { type: 'text/csv; charset=utf-8', ending: 'csv' },
  text: { type: 'text/plain; charset=utf-8', ending: 'txt' },
}
