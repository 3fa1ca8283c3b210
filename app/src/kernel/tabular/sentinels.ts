import { fold } from './plain-text.ts'

/** Why a cell says nothing. Each reason stays apart from the others: "not reviewed" is not "no data". */
export type SentinelCode = keyof typeof SENTINELS

type Sentinel = { meaning: { id: string; en: string }; forms: readonly string[] }

export const SENTINELS = {
  empty: { meaning: { id: 'sel kosong', en: 'empty cell' }, forms: [] },
  dash: { meaning: { id: 'hanya tanda hubung', en: 'only a dash' }, forms: [] },
  'not-applicable': {
    meaning: { id: 'tidak berlaku', en: 'not applicable' },
    forms: ['na', 'n/a', 'n.a.', 'not applicable', 'tidak berlaku', 'no aplica', 'sans objet', 'nao se aplica'],
  },
  'not-available': {
    meaning: { id: 'tidak tersedia', en: 'not available' },
    forms: ['not available', 'tidak tersedia', 'no disponible', 'non disponible'],
  },
  'no-data': {
    meaning: { id: 'tidak ada data', en: 'no data' },
    forms: ['nd', 'n.d.', 'no data', 'tidak ada data', 'belum ada data', 'sin datos', 'sem dados', 'pas de donnees'],
  },
  'not-reviewed': {
    meaning: { id: 'belum dinilai', en: 'not reviewed or rated' },
    forms: [
      'nr',
      'n.r.',
      'not reviewed',
      'not rated',
      'not assessed',
      'belum dinilai',
      'belum ditinjau',
      'no evaluado',
    ],
  },
  'not-stated': {
    meaning: { id: 'tidak disebutkan', en: 'not stated' },
    forms: ['not stated', 'not specified', 'unspecified', 'tidak disebutkan', 'no especificado', 'non precise'],
  },
  undetermined: {
    meaning: { id: 'akan ditentukan', en: 'to be determined' },
    forms: [
      'tbd',
      'tba',
      'tbc',
      'to be determined',
      'to be confirmed',
      'akan ditentukan',
      'belum ditentukan',
      'menyusul',
      'por definir',
      'a definir',
    ],
  },
  unknown: {
    meaning: { id: 'tidak diketahui', en: 'unknown' },
    forms: ['unknown', '?', '??', 'tidak diketahui', 'desconocido', 'inconnu', 'desconhecido'],
  },
  unclear: { meaning: { id: 'tidak jelas', en: 'unclear' }, forms: ['unclear', 'tidak jelas', 'no claro'] },
  none: {
    meaning: { id: 'tidak ada', en: 'none' },
    forms: ['none', 'nil', 'nihil', 'tidak ada', 'ninguno', 'ninguna', 'aucun', 'aucune', 'nenhum'],
  },
  software: {
    meaning: { id: 'sisa perangkat lunak', en: 'left by software' },
    forms: [
      'null',
      '(null)',
      '\\n',
      'nan',
      'undefined',
      '#n/a',
      '#ref!',
      '#value!',
      '#name?',
      '#div/0!',
      '#num!',
      '#null!',
    ],
  },
} as const satisfies Record<string, Sentinel>

export const SENTINEL_CODES = Object.keys(SENTINELS) as [SentinelCode, ...SentinelCode[]]

/** What a map says about its source's own codes: a form means this reason, or (`null`) is an ordinary value. */
export type SentinelOverrides = Readonly<Record<string, SentinelCode | null>>

/** `declared` when the map names the form as the source's own code, false when it is merely a usual way to say nothing. */
export type SentinelReading = { code: SentinelCode; declared: boolean }

const USUAL = new Map<string, SentinelCode>(
  SENTINEL_CODES.flatMap((code) => SENTINELS[code].forms.map((form) => [form, code] as const)),
)

const NO_OVERRIDES: SentinelOverrides = {}

/** The reason why a whole cell says nothing, or `null` when it holds a value. Case and spaces around do not matter. */
export function readSentinel(raw: string, overrides: SentinelOverrides = NO_OVERRIDES): SentinelReading | null {
  // Codes are short; a long cell is a value whatever it says.
  if (raw.length > 80) return raw.trim() === '' ? { code: 'empty', declared: false } : null
  const cell = fold(raw)
  const told = foldedOverrides(overrides).get(cell)
  if (told !== undefined) return told === null ? null : { code: told, declared: true }
  if (cell === '') return { code: 'empty', declared: false }
  if (/^[-–—−_.…·*]+$/.test(cell)) return { code: 'dash', declared: false }
  const code = USUAL.get(cell) ?? USUAL.get(cell.replace(/\.$/, ''))
  return code ? { code, declared: false } : null
}

const foldedOf = new WeakMap<SentinelOverrides, ReadonlyMap<string, SentinelCode | null>>()

function foldedOverrides(overrides: SentinelOverrides): ReadonlyMap<string, SentinelCode | null> {
  const known = foldedOf.get(overrides)
  if (known) return known
  const folded = new Map(Object.entries(overrides).map(([form, code]) => [fold(form), code]))
  foldedOf.set(overrides, folded)
  return folded
}
