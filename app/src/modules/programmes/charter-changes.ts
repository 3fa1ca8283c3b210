import type { Lang } from '#kernel/reason.ts'
import type { CharterContent, CharterParty } from './charter.ts'
import { cellKey } from './charter-lines.ts'

/** One thing that differs between two versions: a text that became another, or rows added and removed. */
export type CharterChange =
  | { field: CharterField; kind: 'text'; before: string; after: string }
  | { field: CharterField; kind: 'list'; added: string[]; removed: string[] }

export type CharterField =
  | 'purpose'
  | 'mandate'
  | 'legalBasis'
  | 'decisionRule'
  | 'quorum'
  | 'cadence'
  | 'publishable'
  | 'office'
  | 'waitingLimit'
  | 'roles'
  | 'services'
  | 'territories'
  | 'cells'
  | 'parties'

/** A version as the comparison reads it; `say` puts one field into words. */
export type Compared = CharterContent & { parties: CharterParty[] }
export type FieldWords = {
  text(field: CharterField, charter: Compared): string
  list(field: CharterField, charter: Compared): string[]
}

const textFields = ['purpose', 'mandate', 'decisionRule', 'quorum', 'cadence', 'office', 'waitingLimit'] as const
const listFields = ['legalBasis', 'publishable', 'roles', 'services', 'territories', 'cells', 'parties'] as const

/** What the later version changes, in the order of the charter. */
export function charterChanges(before: Compared, after: Compared, say: FieldWords): CharterChange[] {
  const texts = textFields.flatMap((field): CharterChange[] => {
    const [was, is] = [say.text(field, before), say.text(field, after)]
    return was === is ? [] : [{ field, kind: 'text', before: was, after: is }]
  })
  const lists = listFields.flatMap((field): CharterChange[] => {
    const [had, has] = [say.list(field, before), say.list(field, after)]
    const [added, removed] = [has.filter((one) => !had.includes(one)), had.filter((one) => !has.includes(one))]
    return added.length + removed.length === 0 ? [] : [{ field, kind: 'list', added, removed }]
  })
  return [...texts, ...lists]
}

/** Cells in words: "Imunisasi di Lumbir". */
export function cellNames(lang: Lang, charter: CharterContent): string[] {
  const service = new Map(
    charter.services.map((one) => [one.key, lang === 'en' ? (one.name_en ?? one.name) : one.name]),
  )
  const place = new Map(
    charter.territories.map((one) => [one.code, lang === 'en' ? (one.name_en ?? one.name) : one.name]),
  )
  const joined = lang === 'en' ? 'in' : 'di'
  return charter.cells.map(
    (cell) => `${service.get(cell.service) ?? cellKey(cell)} ${joined} ${place.get(cell.territory) ?? ''}`,
  )
}
