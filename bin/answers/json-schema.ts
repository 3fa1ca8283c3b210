import { type Checker, SymbolFlags, type Symbol as TsSymbol, type Type, TypeFlags } from 'typescript/unstable/sync'

export type Schema = { [keyword: string]: unknown }

/** What JSON tells nothing of, or wrongly, with what to tell instead. */
const untold: Record<string, string> = {
  Map: 'a Map becomes {} in JSON: tell a list or an object of it in the page’s `json`',
  ReadonlyMap: 'a Map becomes {} in JSON: tell a list or an object of it in the page’s `json`',
  Set: 'a Set becomes {} in JSON: tell a list of it in the page’s `json`',
  Buffer: 'bytes are not told in JSON: leave them out in the page’s `json`',
  Uint8Array: 'bytes are not told in JSON: leave them out in the page’s `json`',
  Promise: 'a Promise becomes {} in JSON: await it',
}

/**
 * JSON Schema of what JSON.stringify makes of values of a type; named types are written once and referred to.
 * `given`: schemas of types that only say `unknown`, by their names.
 */
export class Writer {
  readonly schemas = new Map<string, Schema>()
  readonly problems: string[] = []
  private readonly names = new Map<string, string>()
  private readonly checker: Checker
  private readonly given: Record<string, () => Schema>

  constructor(checker: Checker, given: Record<string, () => Schema>) {
    this.checker = checker
    this.given = given
  }

  schemaOf(type: Type, where: string): Schema {
    const named = namedBy(type)
    if (!named) return this.write(type, where)
    const name = this.names.get(named.place) ?? freeName(named, this.schemas)
    this.names.set(named.place, name)
    if (!this.schemas.has(name)) {
      // Kept before it is written, so that a type may hold itself.
      this.schemas.set(name, {})
      const description = this.checker.getDocumentationCommentOfSymbol(named.symbol)
      const written = this.given[named.symbol.name]?.() ?? this.write(type, name)
      this.schemas.set(name, { ...(description && { description }), ...written })
    }
    return { $ref: `#/components/schemas/${name}` }
  }

  private write(type: Type, where: string): Schema {
    if (type.isUnionType()) return this.unionOf(type.getTypes(), where)
    const plain = plainSchema(type)
    if (plain) return plain
    if (type.flags & TypeFlags.TemplateLiteral) return { type: 'string' }
    if (type.isIntersectionType()) {
      const primitive = type.getTypes().map(plainSchema).find(Boolean)
      if (primitive) return primitive
    }
    const name = type.getSymbol()?.name ?? ''
    // Readers without a seat are told the day of an act alone (toldTo in kernel/acts.ts).
    if (name === 'Date') return { type: 'string', anyOf: [{ format: 'date-time' }, { format: 'date' }] }
    if (Object.hasOwn(untold, name)) return this.problem(where, untold[name]!)
    if (type.isTupleType()) return this.tupleOf(this.checker.getTypeArguments(type), where)
    if (this.checker.isArrayType(type) && type.isTypeReference())
      return { type: 'array', items: this.schemaOf(this.checker.getTypeArguments(type)[0]!, `${where}[]`) }
    if (type.flags & (TypeFlags.Object | TypeFlags.Intersection)) return this.objectOf(type, where)
    return this.problem(where, `JSON cannot tell what is ${this.checker.typeToString(type)}: give it a type of its own`)
  }

  private objectOf(type: Type, where: string): Schema {
    const properties: Record<string, Schema> = {}
    const required: string[] = []
    for (const symbol of this.checker.getPropertiesOfType(type)) {
      const of = this.checker.getTypeOfSymbol(symbol)
      if (!of || this.isSilent(of) || symbol.name.startsWith('__')) continue
      const description = this.checker.getDocumentationCommentOfSymbol(symbol)
      const schema = this.schemaOf(of, `${where}.${symbol.name}`)
      properties[symbol.name] = description ? { description, ...schema } : schema
      // Who made a row is left out for the same readers.
      const always = !(symbol.flags & SymbolFlags.Optional) && !mayBeUndefined(of) && symbol.name !== 'created_by'
      if (always) required.push(symbol.name)
    }
    const [index] = this.checker.getIndexInfosOfType(type)
    return {
      type: 'object',
      ...(Object.keys(properties).length > 0 && { properties }),
      ...(required.length > 0 && { required }),
      ...(index && { additionalProperties: this.schemaOf(index.valueType, `${where}.*`) }),
    }
  }

  private tupleOf(types: readonly Type[], where: string): Schema {
    const prefixItems = types.map((one, index) => this.schemaOf(one, `${where}[${index}]`))
    return { type: 'array', prefixItems, minItems: types.length, maxItems: types.length }
  }

  private unionOf(types: readonly Type[], where: string): Schema {
    const told = types.filter((one) => !this.isSilent(one))
    const values = told.filter((one) => one.isStringLiteralType() || one.isNumberLiteralType()).map(literalOf)
    const truths = told.filter((one) => one.flags & TypeFlags.BooleanLiteral)
    const rest = told.filter((one) => !isValue(one) && !(one.flags & TypeFlags.Null))
    const variants: Schema[] = [
      ...(values.length > 0 ? [enumOf(values)] : []),
      ...(truths.length === 2 ? [{ type: 'boolean' }] : truths.map((one) => plainSchema(one)!)),
      ...rest.map((one) => this.schemaOf(one, where)),
    ]
    const distinct = [...new Map(variants.map((one) => [JSON.stringify(one), one])).values()]
    if (told.some((one) => one.flags & TypeFlags.Null)) return orNull(distinct)
    return distinct.length === 1 ? distinct[0]! : { anyOf: distinct }
  }

  private isSilent(type: Type): boolean {
    if (type.flags & (TypeFlags.Undefined | TypeFlags.Void | TypeFlags.Never | TypeFlags.ESSymbol)) return true
    if (type.isUnionType()) return type.getTypes().every((one) => this.isSilent(one))
    return Boolean(type.flags & TypeFlags.Object) && this.checker.getSignaturesOfType(type, 0).length > 0
  }

  private problem(where: string, what: string): Schema {
    this.problems.push(`${where}: ${what}`)
    return {}
  }
}

function mayBeUndefined(type: Type): boolean {
  return Boolean(
    type.flags & (TypeFlags.Undefined | TypeFlags.Void) || (type.isUnionType() && type.getTypes().some(mayBeUndefined)),
  )
}

function plainSchema(type: Type): Schema | undefined {
  if (type.isStringLiteralType() || type.isNumberLiteralType() || type.isBooleanLiteralType())
    return { const: literalOf(type) }
  if (type.flags & TypeFlags.String) return { type: 'string' }
  if (type.flags & TypeFlags.Number) return { type: 'number' }
  if (type.flags & TypeFlags.Boolean) return { type: 'boolean' }
  if (type.flags & TypeFlags.Null) return { type: 'null' }
  return undefined
}

function isValue(type: Type): boolean {
  return type.isStringLiteralType() || type.isNumberLiteralType() || Boolean(type.flags & TypeFlags.BooleanLiteral)
}

function literalOf(type: Type): unknown {
  return (type as Type & { value: unknown }).value
}

/** In an order of their own: the compiler's depends on what it met first. */
function enumOf(values: unknown[]): Schema {
  return values.length === 1 ? { const: values[0] } : { enum: values.sort() }
}

function orNull(variants: Schema[]): Schema {
  const [only] = variants
  if (variants.length === 1 && typeof only!.type === 'string') return { ...only, type: [only!.type, 'null'] }
  return { anyOf: [...variants, { type: 'null' }] }
}

type Named = { symbol: TsSymbol; place: string; names: string[] }

/** A type that our own code gives a name to and that is more than a text or number. */
function namedBy(type: Type): Named | undefined {
  const alias = type.getAliasSymbol()
  const symbol = alias ?? (type.isClassOrInterface() ? type.getSymbol() : undefined)
  if (!symbol || type.getAliasTypeArguments().length > 0) return undefined
  if (type.isUnionType() ? type.getTypes().every(isScalar) : isScalar(type)) return undefined
  const [declaration] = symbol.declarations
  const room = declaration?.path.match(/\/app\/src\/(?:modules\/)?([\w-]+)(?:\/|\.)|\/packages\/([\w-]+)\//)
  if (!declaration || !room) return undefined
  const file = declaration.path.match(/([\w-]+)\.tsx?$/)?.[1] ?? ''
  const module = room[1] ?? room[2]
  const names = [`${module}.${symbol.name}`, `${module}.${file}.${symbol.name}`]
  return { symbol, place: `${declaration.path}#${declaration.index}`, names }
}

function isScalar(type: Type): boolean {
  return !(type.flags & (TypeFlags.Object | TypeFlags.Intersection | TypeFlags.Union))
}

function freeName({ names }: Named, taken: Map<string, Schema>): string {
  return names.find((name) => !taken.has(name)) ?? `${names[1]}.${taken.size}`
}
