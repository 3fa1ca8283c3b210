import type { ReadTx } from '#kernel/database.ts'

export type NamedProgramme = { id: string; slug: string; name: string; name_en: string | null }

/** The programmes that this reader may see, by name, for rooms that let one be chosen. */
export async function namedProgrammes(tx: ReadTx): Promise<NamedProgramme[]> {
  return tx.selectFrom('programmes').select(['id', 'slug', 'name', 'name_en']).orderBy('name').orderBy('id').execute()
}
