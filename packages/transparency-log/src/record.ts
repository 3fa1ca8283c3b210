import { encodeBase64 } from './base64.ts'
import { MAX_ENTRY_BYTES } from './bundle.ts'
import { canonicalJson, type Json, parseCanonicalJson } from './canonical-json.ts'
import { type Disclosure, fieldDigest, SALT_BYTES } from './field.ts'

/** `basis`: the law that closes the non-public fields; `fields` everybody may read; `hidden` become commitments. */
export type RecordDraft = {
  recordId: string
  classification: string
  basis: string
  fields: { readonly [name: string]: Json }
  hidden: readonly { name: string; value: string }[]
}

/** `entry`: what goes into the log. `disclosures`: what is kept outside it, encrypted; without it a field is gone. */
export type SealedRecord = { entry: Uint8Array; disclosures: Disclosure[] }

/** Randomness passed in: that many fresh random bytes. */
export type RandomBytes = (count: number) => Uint8Array

// The number of commitments shows only that a record has none, up to 4, up to 8 or up to 16 hidden fields.
const CLASSES = [0, 4, 8, 16]

/** Makes the public entry of a record, decoys among its commitments. Throws above 16 hidden fields and on a name given twice. */
export function sealRecord(draft: RecordDraft, random: RandomBytes): SealedRecord {
  const { recordId, classification, basis, fields, hidden } = draft
  const room = CLASSES.find((count) => count >= hidden.length)
  if (room === undefined) throw new Error(`A record hides at most 16 fields, this one ${hidden.length}.`)
  if (new Set(hidden.map(({ name }) => name)).size < hidden.length) throw new Error('A hidden field is named twice.')
  const disclosures = hidden.map(({ name, value }) => ({ recordId, name, salt: random(SALT_BYTES), value }))
  const decoys = Array.from({ length: room - hidden.length }, () => random(SALT_BYTES))
  const c = [...disclosures.map(fieldDigest), ...decoys].map(encodeBase64).sort()
  return { entry: logEntry({ classification, basis, fields, c }), disclosures }
}

/** Is this what the entry committed to? False, too, when the entry is no record. */
export function isDisclosureOf(entry: Uint8Array, disclosure: Disclosure): boolean {
  const digest = encodeBase64(fieldDigest(disclosure))
  try {
    const { c } = parseCanonicalJson(entry) as { c?: Json }
    return Array.isArray(c) && c.includes(digest)
  } catch {
    return false
  }
}

/** A decision that withdraws the disclosure of hidden fields of entry `entry`; itself public (UU 14/2008, art. 20). */
export type Redaction = {
  entry: number
  commitments: readonly Uint8Array[]
  basis: string
  decider: string
  expires: string
  appeal: string
}

/** The log entry of a redaction. `expires`: YYYY-MM-DD; `decider`: a pseudonym or an office; `appeal`: a URL. */
export function redactionEntry({ commitments, ...decision }: Redaction): Uint8Array {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(decision.expires)) throw new Error('A redaction expires on a day, YYYY-MM-DD.')
  return logEntry({ type: 'redaction', ...decision, c: commitments.map(encodeBase64).sort() })
}

/** The log entry of an erasure: how many fields are gone, and nothing that leads to whose they were. */
export function erasureEntry(count: number): Uint8Array {
  if (!Number.isSafeInteger(count) || count < 1) throw new Error('An erasure counts the fields that it erased.')
  return logEntry({ type: 'erasure', count })
}

function logEntry(value: Json): Uint8Array {
  const entry = canonicalJson(value)
  if (entry.length > MAX_ENTRY_BYTES)
    throw new Error(`The entry has ${entry.length} bytes, at most ${MAX_ENTRY_BYTES}.`)
  return entry
}
