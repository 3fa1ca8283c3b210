import type { Schema } from '#kernel/web/openapi/entry.ts'

/** One line of a table of fields: `rows[].title`. */
export type Field = { name: string; schema: Schema; required: boolean }
export type NamedFields = { name: string; description?: string; fields: Field[]; schema: Schema }

const refStart = '#/components/schemas/'

/** The fields of a schema and of the unnamed objects inside it; named ones are told in a table of their own. */
export function fieldsOf(schema: Schema, within = ''): Field[] {
  const { properties = {}, required = [] } = schema as { properties?: Record<string, Schema>; required?: string[] }
  return Object.entries(properties).flatMap(([own, of]) => {
    const name = within ? `${within}.${own}` : own
    return [{ name, schema: of, required: required.includes(own) }, ...fieldsWithin(of, name)]
  })
}

/** The same of an answer that may be a list or one of several things. */
export function fieldsWithin(schema: Schema, name = ''): Field[] {
  if (Array.isArray(schema.anyOf)) return (schema.anyOf as Schema[]).flatMap((one) => fieldsWithin(one, name))
  if (schema.items) return fieldsWithin(schema.items as Schema, `${name}[]`)
  return fieldsOf(schema, name)
}

/** Every named schema that these lead to, each once, in the order they are met. */
export function namedIn(schema: Schema, named: Record<string, Schema>): NamedFields[] {
  const found = new Map<string, NamedFields>()
  const look = (one: unknown) => {
    for (const [, name] of JSON.stringify(one).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)) {
      const of = named[name!]
      if (!of || found.has(name!)) continue
      found.set(name!, { name: name!, description: of.description as string, fields: fieldsOf(of), schema: of })
      look(of)
    }
  }
  look(schema)
  return [...found.values()]
}

export function refName({ $ref }: Schema): string | undefined {
  return typeof $ref === 'string' && $ref.startsWith(refStart) ? $ref.slice(refStart.length) : undefined
}
