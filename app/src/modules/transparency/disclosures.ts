import { sql } from 'kysely'
import type { Class } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import type { Keys } from '#kernel/keys/keys.ts'
import { type Disclosure, isDisclosureOf } from '#packages/transparency-log'
import type { EventFields } from './entry.ts'
import { type Masked, seedsToVerify } from './masks.ts'

type Told = {
  name: string
  salt: Buffer
  value: string
  record: string
  class: Class
  programme_id: string | null
  owner_id: string | null
}
/** The record that a closed event is about: whoever reads of one as an auditor leaves an event. */
export type About = { id: string; class: Class; programme_id: string | null; owner_id: string | null }
export type Disclosed = { disclosures: Disclosure[]; record: About }

const recordId = (number: number) => `event/${number}`

/** What the entry of an event only commits to, with the salts that prove it: as far as this reader may know it. */
export async function disclosuresOf(tx: ReadTx, number: number, keys: Keys): Promise<Disclosed | undefined> {
  const masked = await sql<Omit<Masked, 'number'>>`select * from mufakat.log_masked_for(${number})`.execute(tx)
  const closed = masked.rows.map((row) => ({ number, ...row }))
  const [seed = null] = closed.length > 0 ? await seedsToVerify(keys, closed) : []
  const { rows } = await sql<Told>`select * from mufakat.log_disclosures(${number}, ${seed})`.execute(tx)
  const [first] = rows
  if (!first) return undefined
  const { record: id, class: recordClass, programme_id, owner_id } = first
  const disclosures = rows.map(({ name, salt, value }) => ({ recordId: recordId(number), name, salt, value }))
  return { disclosures, record: { id, class: recordClass, programme_id, owner_id } }
}

/** A closed entry that is open by now: what it says, and the proof. */
export type Opening = { number: number; disclosure: Disclosure }

type Opened = { number: number; masked: Buffer | null; subjects: string[] | null }

/** Of entries after a number, in order, and where the search goes on. What concerned somebody erased is left out. */
export async function openingsAfter(tx: ReadTx, after: number, most: number, keys: Keys) {
  const { rows } = await sql<Opened>`select * from mufakat.log_opened(${after}, ${most})`.execute(tx)
  const masked = rows.flatMap(({ number, masked, subjects }) =>
    masked && subjects ? [{ number, masked, subjects }] : [],
  )
  const seeds = new Map((await seedsToVerify(keys, masked)).map((seed, at) => [masked[at]!.number, seed]))
  const numbers = rows.map(({ number }) => number).filter((number) => seeds.get(number) !== null)
  const { rows: told } = await sql<{ number: number; salt: Buffer; value: string }>`select * from mufakat.log_openings(
    ${numbers}::bigint[], ${numbers.map((number) => seeds.get(number) ?? null)}::bytea[])`.execute(tx)
  const openings = told.map(({ number, salt, value }): Opening => {
    return { number, disclosure: { recordId: recordId(number), name: 'told', salt, value } }
  })
  return { openings, next: rows.length === most ? rows.at(-1)!.number : undefined }
}

/** What the entry would have said in public; undefined where it never committed to that. */
export function openedFields(entry: Uint8Array, { disclosure }: Opening): EventFields | undefined {
  return isDisclosureOf(entry, disclosure) ? (JSON.parse(disclosure.value) as EventFields) : undefined
}
