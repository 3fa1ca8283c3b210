import { formatNumber, type Lang } from './language.ts'
import { words } from './words.ts'

/** What a form shows again after it was refused: what was typed, and what to mend. */
export type FormState = {
  values: Record<string, string | string[]>
  /** By field name; the key '' speaks of the whole form. */
  errors: Record<string, string>
  /** Set when words look like personal data: the form asks to take them out or to say why they are none. */
  personal?: { reason: string }
}

export const emptyForm: FormState = { values: {}, errors: {} }

/** "Ada 3 isian yang perlu diperbaiki", "Belum bisa dikirim" when no field is to blame, undefined when all is well. */
export function refusal(lang: Lang, state: FormState): string | undefined {
  const names = Object.keys(state.errors)
  const fields = names.filter((name) => name !== '').length
  if (fields > 0) return words[lang].form.errorCount(formatNumber(lang, fields))
  return names.length > 0 ? words[lang].form.refused : undefined
}

/** Props of a field that holds one value: `<TextField {...field(state, 'title')} label="Judul" />`. */
export function field(state: FormState, name: string): { name: string; value?: string; error?: string } {
  const value = state.values[name]
  return { name, value: Array.isArray(value) ? value[0] : value, error: state.errors[name] }
}

/** Props of a field that holds several values, such as checkboxes. */
export function choices(state: FormState, name: string): { name: string; values: string[]; error?: string } {
  const value = state.values[name]
  const values = Array.isArray(value) ? value : value ? [value] : []
  return { name, values, error: state.errors[name] }
}
