import { newId } from '#kernel/ids.ts'

type Schema = {
  type?: string
  format?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  required?: string[]
  properties?: Record<string, Schema>
  items?: Schema
  minItems?: number
  minLength?: number
  minimum?: number
  exclusiveMinimum?: number
}

/** A value that fits a schema of the API's description: what it requires and nothing else; ids of nothing. */
export function sampleOf(schema: Schema, now: Date): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const choice = schema.anyOf?.[0] ?? schema.oneOf?.[0]
  if (choice) return sampleOf(choice, now)
  if (schema.type === 'object') {
    const required = (schema.required ?? []).map((name) => [name, sampleOf(schema.properties?.[name] ?? {}, now)])
    return Object.fromEntries(required)
  }
  if (schema.type === 'array')
    return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items ?? {}, now))
  if (schema.type === 'integer' || schema.type === 'number') return numberOf(schema)
  if (schema.type === 'boolean') return true
  return textOf(schema, now)
}

const numberOf = ({ minimum, exclusiveMinimum }: Schema) =>
  minimum !== undefined && minimum > -1e9 ? minimum : Math.max(1, (exclusiveMinimum ?? 0) + 1)

function textOf({ format, minLength = 1 }: Schema, now: Date): string {
  if (format === 'uuid') return newId(now)
  if (format === 'date') return '2026-12-01'
  if (format === 'date-time') return '2026-12-01T02:00:00Z'
  if (format === 'uri') return 'https://contoh.go.id/berkas'
  if (format === 'email') return 'warga@contoh.example'
  return 'a'.repeat(Math.max(1, minLength))
}
