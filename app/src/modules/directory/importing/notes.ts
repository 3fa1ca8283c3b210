/** What an import assumed, made or left out beyond the cells themselves; words-import.ts says each in both languages. */
export type NoteReason =
  | 'parent-made'
  | 'parent-loop'
  | 'parent-ambiguous'
  | 'territory-unknown'
  | 'territory-ambiguous'
  | 'country-unknown'
  | 'kind-assumed'
  | 'identifier-taken'
  | 'website-dropped'
  | 'acronym-too-long'
  | 'formula-like'
  | 'not-kept'

export type ImportNote = { line: number; reason: NoteReason; text: string }

/** Notes of one reason: how many, and the first few. */
export function countNotes(notes: readonly ImportNote[]): { reason: NoteReason; count: number; first: ImportNote[] }[] {
  const byReason = Map.groupBy(notes, (note) => note.reason)
  return [...byReason].map(([reason, all]) => ({ reason, count: all.length, first: all.slice(0, 5) }))
}
