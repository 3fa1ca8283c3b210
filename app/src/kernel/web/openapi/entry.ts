import type { z } from 'zod'
import type { Text } from '../../reason.ts'

export type Schema = { [keyword: string]: unknown }

/** What one read or operation answers, as `npm run answers` found it in the types of its declaration. */
export type Answer = {
  kind: 'read' | 'operation'
  /** Of the value under `data`. */
  schema: Schema
  /** There may be no such record. */
  missing: boolean
  /** Its record has a version, with which If-Match is compared. */
  versioned: boolean
}
export type Answers = { schemas: Record<string, Schema>; answers: Record<string, Answer> }

export type Entry = {
  method: 'get' | 'post'
  path: string
  operationId: string
  summary: Text
  tag: string
  input?: z.ZodObject
  /** The field that holds a file; the body is then a multipart form instead of JSON. */
  file?: string
  /** Fields of the input that the address gives, with the name they have there where it is a plain one. */
  fromPath?: Record<string, string | undefined>
  /** Needs a person's fresh proof, which a token cannot give. */
  stepUp?: true
  query?: z.ZodObject
  /** A file of this media type, at the address itself instead of below /api/v1. */
  served?: string
  /** Whoever reads or acts must be a person; other reads tell visitors what is public. */
  personal: boolean
}

/** A group of reads and operations, by its code. */
export type Tag = { name: Text; about: Text }

/** Collects every mounted read and operation; the document is made from the same declarations that answer. */
export type OpenApi = {
  entries: Entry[]
  tags: Record<string, Tag>
  answers: Answers
  /** Below these addresses, a record that was merged away leads to the one that stays. */
  moved: string[]
  add(entry: Entry): void
  /** Is told what each page would answer as JSON; only tests listen. */
  witness?(operationId: string, answer: unknown): void
}

export function createOpenApi(answers: Answers, tags: Record<string, Tag>): OpenApi {
  const entries: Entry[] = []
  return { entries, tags, answers, moved: [], add: (entry) => void entries.push(entry) }
}

/** Which fields of an input the address gives: what `params` makes of it. */
export function fieldsFromPath(
  path: string,
  params: ((params: Record<string, string>) => object) | undefined,
): Record<string, string | undefined> {
  const names = namesIn(path)
  const given = params?.(Object.fromEntries(names.map((name) => [name, `:${name}`]))) ?? {}
  return Object.fromEntries(
    Object.entries(given).map(([field, value]) => [field, names.find((name) => value === `:${name}`)]),
  )
}

export function namesIn(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map((match) => match[1]!)
}
