import type { ReadTx } from '#kernel/database.ts'
import type { Keys } from '#kernel/keys/keys.ts'
import type { PageRequest } from '#kernel/web/request.ts'
import { type Disclosure, formatDisclosure, isDisclosureOf } from '#packages/transparency-log'
import { disclosuresOf, type Opening, openingsAfter } from './disclosures.ts'
import { type EventFields, readEntry } from './entry.ts'
import { proofOf } from './files.ts'
import { pageSize } from './loads.ts'
import { publishedSize } from './store/days.ts'
import { readEntryBytes } from './store/objects.ts'

const numberPattern = /^[1-9][0-9]{0,14}$/

/** In the form that `parseDisclosure` of the package reads: the salt in base64. */
export type ToldDisclosure = { recordId: string; name: string; salt: string; value: string }
const told = (one: Disclosure) => JSON.parse(formatDisclosure(one)) as ToldDisclosure

/** One event: what its entry commits to as far as this reader may know it, the entry and its proof. */
export async function loadDisclosures(tx: ReadTx, { params }: PageRequest<object>, keys: Keys) {
  const { event = '' } = params
  if (!numberPattern.test(event)) return undefined
  const number = Number(event)
  const found = await disclosuresOf(tx, number, keys)
  if (!found) return undefined
  const [bytes, receipt, size] = await Promise.all([
    readEntryBytes(tx, number - 1),
    proofOf(tx, number),
    publishedSize(tx),
  ])
  const logged = bytes !== undefined && number <= size
  const said = found.disclosures.find(({ name }) => name === 'told')?.value
  const fields = said ? (JSON.parse(said) as EventFields) : bytes && readEntry(bytes).fields
  return {
    number,
    record: found.record,
    /** Its page of proofs; none where the id would name a person. */
    about: fields?.subject.id ?? null,
    disclosures: found.disclosures.map(told),
    /** Null while the log does not have it. */
    entry: logged ? Buffer.from(bytes).toString() : null,
    proof: receipt ? Buffer.from(receipt).toString() : null,
    holds: logged && found.disclosures.every((one) => isDisclosureOf(bytes, one)),
  }
}
export type DisclosuresData = NonNullable<Awaited<ReturnType<typeof loadDisclosures>>>

/** Closed entries that are open by now, in order, and where the list goes on. */
export async function loadOpened(tx: ReadTx, { query }: PageRequest<{ after: number }>, keys: Keys) {
  const { openings, next = null } = await openingsAfter(tx, query.after, pageSize, keys)
  return { after: query.after, entries: openings.map(shown), next }
}
export type OpenedData = Awaited<ReturnType<typeof loadOpened>>
export type OpenedEntry = ReturnType<typeof shown>

function shown({ number, disclosure }: Opening) {
  const { name, day, subject } = JSON.parse(disclosure.value) as EventFields
  return { number, name, day, record: subject.id, disclosure: told(disclosure) }
}
