import type {
  CallExpression,
  Node,
  ObjectLiteralExpression,
  ShorthandPropertyAssignment,
} from 'typescript/unstable/ast'
import {
  isCallExpression,
  isIdentifier,
  isObjectLiteralExpression,
  isPropertyAssignment,
} from 'typescript/unstable/ast/is'
import { type Checker, type Type, TypeFlags } from 'typescript/unstable/sync'

/** What one read or operation answers, as its declaration's type says. */
export type Declared = {
  name: string
  kind: 'read' | 'operation' | 'section'
  type: Type | undefined
  /** May answer that there is no such record. */
  missing: boolean
  /** Judges a record that has a version: If-Match is compared with it. */
  versioned: boolean
}

/** Every mountPage(…), operation(…) and programmeSection(…) below a node. */
export function declaredIn(checker: Checker, node: Node): Declared[] {
  const found: Declared[] = []
  const visit = (one: Node): void => {
    if (isCallExpression(one) && isIdentifier(one.expression)) {
      if (one.expression.text === 'mountPage') found.push(...readIn(checker, one))
      if (one.expression.text === 'operation') found.push(...operationIn(checker, one))
      if (one.expression.text === 'programmeSection') found.push(...sectionIn(checker, one))
    }
    one.forEachChild(visit)
  }
  visit(node)
  return found
}

function readIn(checker: Checker, call: CallExpression): Declared[] {
  const options = call.arguments[1]
  if (!options || !isObjectLiteralExpression(options)) return []
  const type = checker.getTypeAtLocation(options)!
  const json = propertyType(checker, type, 'json')
  if (json && json.flags & TypeFlags.BooleanLiteral) return []
  const loaded = loadedBy(checker, type)
  const answer = json ? returned(checker, json) : loaded && checker.getNonNullableType(loaded)
  return namesOf(checker, options, 'name').map((name) => ({
    name,
    kind: 'read' as const,
    type: answer,
    missing: mayBeMissing(loaded),
    versioned: false,
  }))
}

function operationIn(checker: Checker, call: CallExpression): Declared[] {
  const declared = call.arguments[0]
  if (!declared || !isObjectLiteralExpression(declared)) return []
  const signature = checker.getResolvedSignature(call)!
  const [, subject, result] = checker.getReturnTypeOfSignature(signature)!.getAliasTypeArguments()
  const type = checker.getTypeAtLocation(declared)!
  return namesOf(checker, declared, 'name').map((name) => ({
    name,
    kind: 'operation' as const,
    type: result,
    missing: mayBeMissing(loadedBy(checker, type)),
    versioned: Boolean(subject && hasVersion(checker, subject)),
  }))
}

/** A part of the programme page: its data are in `sections` of that page's answer. */
function sectionIn(checker: Checker, call: CallExpression): Declared[] {
  const section = call.arguments[0]
  if (!section || !isObjectLiteralExpression(section)) return []
  const type = checker.getTypeAtLocation(section)!
  const json = propertyType(checker, type, 'json')
  const loaded = loadedBy(checker, type)
  const answer = json ? returned(checker, json) : loaded && checker.getNonNullableType(loaded)
  return namesOf(checker, section, 'id').map((name) => {
    return { name, kind: 'section' as const, type: answer, missing: false, versioned: false }
  })
}

/** The literal after `name:` or `id:`, or each that a loop's variable stands for. */
function namesOf(checker: Checker, options: ObjectLiteralExpression, key: string): string[] {
  const property = options.properties.find(
    (one) => 'name' in one && one.name && isIdentifier(one.name) && one.name.text === key,
  )
  const value =
    property && (isPropertyAssignment(property) ? property.initializer : (property as ShorthandPropertyAssignment).name)
  const type = value && checker.getTypeAtLocation(value)
  return (type?.isUnionType() ? type.getTypes() : type ? [type] : [])
    .filter((one) => one.isStringLiteralType())
    .map((one) => one.value)
}

function loadedBy(checker: Checker, options: Type): Type | undefined {
  const load = propertyType(checker, options, 'load')
  const promise = load && returned(checker, load)
  return promise?.isTypeReference() ? checker.getTypeArguments(promise)[0] : undefined
}

function mayBeMissing(type: Type | undefined): boolean {
  return !type || (type.isUnionType() && type.getTypes().some((one) => one.flags & TypeFlags.Undefined))
}

function hasVersion(checker: Checker, subject: Type): boolean {
  if (subject.isUnionType()) return subject.getTypes().some((one) => hasVersion(checker, one))
  return ['id', 'version'].every((name) => checker.getPropertyOfType(subject, name))
}

function propertyType(checker: Checker, type: Type, name: string): Type | undefined {
  const property = checker.getPropertyOfType(type, name)
  return property && checker.getTypeOfSymbol(property)
}

function returned(checker: Checker, type: Type): Type | undefined {
  const [signature] = checker.getSignaturesOfType(type, 0)
  return signature && checker.getReturnTypeOfSignature(signature)
}
