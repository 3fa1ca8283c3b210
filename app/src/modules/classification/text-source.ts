import type { DB } from '#kernel/schema.ts'

/** Texts of one table. `record`: the one that they are about, where they are rows of their own. */
export type TextSource = { table: keyof DB; columns: readonly string[] } & (
  | { kind: string; record?: undefined }
  | { record: { kind: string; table: keyof DB; by: string }; kind?: undefined }
)

/** Of the record on whose page a text stands. */
export function kindOf(source: TextSource): string {
  return source.record?.kind ?? source.kind!
}

export type TextRow = {
  id: string
  record_id: string
  programme_id: string | null
  owner_id: string | null
  texts: Record<string, string | null>
  /** The record in whose name it was published, where that is another: who let something pass there has answered for it. */
  published_by?: string
}
