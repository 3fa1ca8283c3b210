import { canonicalJson, type Json, parseCanonicalJson } from '#packages/transparency-log'

/** One numbered event as the database tells it to the log; without `fields` it is not public. `c`: base64, sorted. */
export type LogRow = { number: number; fields?: EventFields; c: string[] }
export type EventFields = {
  name: string
  programme: string | null
  owner: string | null
  /** No id where it would name a person. */
  subject: { kind: string; id: string | null; version: number | null }
  day: string
  payload: { readonly [name: string]: Json }
}

/** Of the form of an entry (docs/decisions/2026-11-27-public-log.md); a later form gets another name. */
const form = 'mufakat/event/v1'

/** The bytes that enter the log, RFC 8785: of an event that is not public the number and commitments, nothing else. */
export function entryOf({ number, fields, c }: LogRow): Uint8Array {
  const told: Json = fields ?? {}
  return canonicalJson({ c, classification: fields ? 'public' : 'closed', fields: told, form, number })
}

/** Reads an entry back; throws when it is none of ours. */
export function readEntry(bytes: Uint8Array): LogRow {
  const value = parseCanonicalJson(bytes) as {
    form?: Json
    number?: Json
    classification?: Json
    c?: Json
    fields?: Json
  }
  if (value.form !== form || typeof value.number !== 'number' || !Array.isArray(value.c))
    throw new Error(`the entry is not of the form ${form}`)
  const fields = value.classification === 'public' ? (value.fields as unknown as EventFields) : undefined
  return { number: value.number, fields, c: value.c as string[] }
}
