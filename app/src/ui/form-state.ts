/** What a form shows again after it was refused: what was typed, and what to mend. */
export type FormState = {
  values: Record<string, string | string[]>
  /** By field name; the key '' speaks of the whole form. */
  errors: Record<string, string>
}

export const emptyForm: FormState = { values: {}, errors: {} }

export function errorCount(state: FormState): number {
  return Object.keys(state.errors).length
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
