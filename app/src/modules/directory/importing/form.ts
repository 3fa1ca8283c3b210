import type { ColumnMap } from '#kernel/tabular/column-map.ts'
import { decodeBytes } from '#kernel/tabular/decode-bytes.ts'
import type { MapProposal } from '#kernel/tabular/propose-map.ts'
import { TARGETS } from '#kernel/tabular/targets.ts'

export const mapFields = Object.keys(TARGETS.organisations)

/** What the import's form carries: the table (as a file or pasted), what it is called, and which column is what. */
export type ImportForm = {
  key: string | undefined
  step: 'preview' | 'import'
  bytes: Uint8Array
  /** The table as text, for the next step. */
  table: string
  source: string
  country: string
  lang: 'id' | 'en'
  /** Column by field, once columns were offered; '' = none. */
  columns: Record<string, string> | undefined
}

/** Reads the multipart body; a file is preferred to pasted text. */
export async function importForm(body: Record<string, unknown>): Promise<ImportForm> {
  const text = (name: string) => (typeof body[name] === 'string' ? (body[name] as string) : '')
  const file = body.file instanceof File && body.file.size > 0 ? body.file : undefined
  const bytes = file ? new Uint8Array(await file.arrayBuffer()) : Buffer.from(text('table'))
  const columns = Object.fromEntries(mapFields.map((field) => [field, text(`map-${field}`)]))
  return {
    key: /^[0-9a-f-]{36}$/.test(text('_key')) ? text('_key') : undefined,
    step: text('step') === 'import' ? 'import' : 'preview',
    bytes,
    table: file ? decodeBytes(bytes).text : text('table'),
    source: text('source').trim().slice(0, 60),
    country: text('country').trim().toUpperCase(),
    lang: text('lang') === 'en' ? 'en' : 'id',
    columns: text('mapped') === 'yes' && !file ? columns : undefined,
  }
}

/** The proposal, with the columns that the person chose otherwise. */
export function chosenMap({ columns, source, lang }: ImportForm): (proposal: MapProposal) => ColumnMap {
  return ({ map }) => {
    const named = { ...map, ...(source ? { source } : {}), language: lang }
    if (!columns) return named
    const fields: ColumnMap['fields'] = {}
    for (const [field, column] of Object.entries(columns)) {
      const proposed = map.fields[field]
      if (column === '') continue
      fields[field] = proposed && columnShown(map, field) === column ? proposed : { column }
    }
    return { ...named, fields }
  }
}

/** The first column that feeds a field; '' when none does. */
export function columnShown(map: ColumnMap, field: string): string {
  const found = map.fields[field]
  return found?.column ?? found?.columns?.[0] ?? ''
}
