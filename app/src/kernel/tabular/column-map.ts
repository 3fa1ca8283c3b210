import { z } from 'zod'
import { words } from './plain-text.ts'
import { SENTINEL_CODES } from './sentinels.ts'
import { FIELD_KINDS, TARGET_NAMES, TARGETS } from './targets.ts'

const sentinels = z.record(z.string(), z.enum(SENTINEL_CODES).nullable())

/**
 * How one target field is read. Exactly one source: a `column` by its header (case and punctuation do not matter; `#3`
 * is the third), several `columns` (with `combine`: the first that says something, the highest on a scale, all of them),
 * or a `constant`. The rest overrides what the field and the column itself tell.
 */
const fieldMap = z
  .strictObject({
    column: z.string().min(1).optional(),
    columns: z.array(z.string().min(1)).min(1).optional(),
    constant: z.string().optional(),
    combine: z.enum(['first', 'highest', 'all']).optional(),
    kind: z.enum(FIELD_KINDS).optional(),
    required: z.boolean().optional(),
    order: z.enum(['dmy', 'mdy', 'ymd']).optional(),
    serials: z.boolean().optional(),
    south: z.boolean().optional(),
    decimal: z.enum([',', '.']).optional(),
    currency: z.string().length(3).optional(),
    separator: z.string().min(1).optional(),
    values: z.record(z.string(), z.string()).optional(),
    sentinels: sentinels.optional(),
    fillDown: z.boolean().optional(),
  })
  .refine(
    (field) => [field.column, field.columns, field.constant].filter((source) => source !== undefined).length === 1,
    {
      message: 'exactly one of column, columns, constant',
    },
  )

/**
 * The JSON of `--map FILE`. `key` names the columns that identify a row from one import to the next (default: the field
 * `id`, else the whole row). `sentinels` are the source's own codes for "nothing". `language` is that of the texts.
 */
export const columnMapSchema = z
  .strictObject({
    target: z.enum(TARGET_NAMES),
    source: z.string().optional(),
    language: z.string().min(2).optional(),
    encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']).optional(),
    delimiter: z.enum([',', ';', '\t', '|']).optional(),
    key: z.array(z.string().min(1)).min(1).optional(),
    sentinels: sentinels.optional(),
    fields: z.record(z.string(), fieldMap),
  })
  .superRefine((map, context) => {
    for (const name of Object.keys(map.fields))
      if (!(name in TARGETS[map.target]))
        context.addIssue({ code: 'custom', path: ['fields', name], message: `not a field of ${map.target}` })
  })

export type FieldMap = z.infer<typeof fieldMap>
export type ColumnMap = z.infer<typeof columnMapSchema>

/** The index of a column named by a map, `null` when the table has none or the name fits two columns. */
export function columnIndex(header: readonly string[], name: string): number | null {
  const exact = header.indexOf(name)
  if (exact >= 0) return exact
  const place = /^#(\d+)$/.exec(name)
  if (place) return Number(place[1]) >= 1 && Number(place[1]) <= header.length ? Number(place[1]) - 1 : null
  const same = header.flatMap((title, index) => (words(title) === words(name) ? [index] : []))
  return same.length === 1 ? same[0]! : null
}

/** The columns a field reads, by the names of its map. */
export function columnsOf(field: FieldMap): readonly string[] {
  return field.columns ?? (field.column === undefined ? [] : [field.column])
}

/** Where the columns of a field stand; the map has been checked against the header before. */
export function indexesOf(field: FieldMap, header: readonly string[]): number[] {
  return columnsOf(field).map((column) => columnIndex(header, column)!)
}

/** Columns that a map names and the table lacks, each with where the map names it. */
export function missingColumns(map: ColumnMap, header: readonly string[]): { column: string; where: string }[] {
  const named = [
    ...(map.key ?? []).map((column) => ({ column, where: 'key' })),
    ...Object.entries(map.fields).flatMap(([name, field]) =>
      columnsOf(field).map((column) => ({ column, where: name })),
    ),
  ]
  return named.filter(({ column }) => columnIndex(header, column) === null)
}
