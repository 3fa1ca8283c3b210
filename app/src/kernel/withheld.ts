import { sql } from 'kysely'
import type { Class } from './access.ts'
import type { ReadTx } from './database.ts'
import { type Ground, groundNames } from './grounds.ts'
import type { Lang, Text } from './reason.ts'
import type { DB } from './schema.ts'

/** A record that this reader may not see, as the public is told of it: what, why, who said so, until when. */
export type Stub = {
  /** Of the decision, never of the record. */
  id: string
  href: string
  label: string
  lang: Lang
  ground: Ground
  basis: Text
  other_law: string | null
  harm: string
  decided_by: string
  decided_on: string
  ends_on: string | null
  ends_when: 'consent' | 'office' | 'ruling' | 'law' | null
  next_review_on: string
  stays_open: string
  appeal_to: string
}

/**
 * What a list keeps from this reader: how many records by class, each class told in its own words, and a stub for each
 * restricted or secret one whose withholding was decided. `stubs` are the newest few; `more` leads to all.
 */
export type Withheld = Partial<Record<Exclude<Class, 'public'>, number>> & {
  stubs?: Stub[]
  more?: { count: number; href: string }
}

const mostStubs = 3

export async function withheldIn(tx: ReadTx, table: keyof DB, programmeId: string): Promise<Withheld> {
  const [counts, stubs] = await Promise.all([
    sql<{ class: Exclude<Class, 'public'>; count: number }>`
      select class, count from ${sql.id('mufakat', `withheld_${table}`)}(${programmeId})`.execute(tx),
    stubsOf(tx, table, programmeId),
  ])
  const counted: Withheld = Object.fromEntries(counts.rows.map((row) => [row.class, row.count]))
  if (stubs.length === 0) return counted
  const beyond = stubs.length - mostStubs
  const more = beyond > 0 ? { count: beyond, href: stubs[0]!.href.replace(/\/[^/]*$/, '') } : undefined
  return { ...counted, stubs: stubs.slice(0, mostStubs), ...(more ? { more } : {}) }
}

type StubRow = Omit<Stub, 'href' | 'basis'> & { slug: string }
const stubColumns = sql`s.id, p.slug, s.label, s.lang, s.ground, s.other_law, s.harm,
  case s.by_office when 'head' then o.name else 'PPID, ' || o.name end as decided_by, s.decided_on,
  s.ends_on, s.ends_when, s.next_review_on, s.stays_open, s.appeal_to`
const standing = sql`from classification_states s join programmes p on p.id = s.programme_id
  join organisations o on o.id = s.owner_id where s.part = 'record' and s.in_force and s.ended_by is null`

/** The reader's own rights decide twice: which decisions are open to them, and which records are not. */
async function stubsOf(tx: ReadTx, table: keyof DB, programmeId: string): Promise<Stub[]> {
  const { rows } = await sql<StubRow>`select ${stubColumns} ${standing} and s.programme_id = ${programmeId}
    and s.record_table = ${table} and not exists (select from ${sql.id(table)} r where r.id = s.record_id)
    order by s.decided_on desc, s.id desc`.execute(tx)
  return rows.map(stubOf)
}

/** The stub that stands in place of one record which this reader may not see. */
export async function stubInPlaceOf(tx: ReadTx, recordId: string): Promise<Stub | undefined> {
  const { rows } = await sql<StubRow>`select ${stubColumns} ${standing} and s.record_id = ${recordId}`.execute(tx)
  return rows[0] && stubOf(rows[0])
}

function stubOf({ slug, ...row }: StubRow): Stub {
  return { ...row, href: `/programmes/${slug}/classifications/${row.id}`, basis: groundNames[row.ground] }
}
