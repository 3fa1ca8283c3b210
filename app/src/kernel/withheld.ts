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
  /** Where anyone asks for it all the same, and may then object: with this decision filled in. */
  appeal_href: string
}

/**
 * What a list keeps from this reader: how many records by class, each class told in its own words, and a stub for each
 * restricted or secret one whose withholding was decided. `stubs` are the newest few; `more` leads to all.
 */
export type Withheld = Partial<Record<Exclude<Class, 'public'>, number>> & {
  stubs?: Stub[]
  more?: { count: number; href: string }
}

type WithheldRow = { class: Exclude<Class, 'public'> | null; count: number; stubs: StubRow[] | null }

export async function withheldIn(tx: ReadTx, table: keyof DB, programmeId: string): Promise<Withheld> {
  const { rows } = await sql<WithheldRow>`
    select class, count, stubs from ${sql.id('mufakat', `withheld_${table}`)}(${programmeId})`.execute(tx)
  const withheld: Withheld = {}
  for (const row of rows) {
    if (row.class) withheld[row.class] = row.count
    else Object.assign(withheld, stubsOf(row))
  }
  return withheld
}

function stubsOf(row: WithheldRow): Pick<Withheld, 'stubs' | 'more'> {
  const stubs = row.stubs!.map(stubOf)
  const beyond = row.count - stubs.length
  return beyond > 0 ? { stubs, more: { count: beyond, href: stubs[0]!.href.replace(/\/[^/]*$/, '') } } : { stubs }
}

type StubRow = Omit<Stub, 'href' | 'basis' | 'appeal_href'> & { slug: string }

/** The stub that stands in place of one record which this reader may not see. */
export async function stubInPlaceOf(tx: ReadTx, recordId: string): Promise<Stub | undefined> {
  const { rows } = await sql<StubRow>`${stubRows} where s.part = 'record' and s.in_force and s.ended_by is null
    and s.record_id = ${recordId}`.execute(tx)
  return rows[0] && stubOf(rows[0])
}

/** What the public is told of a decision that stands, by its own id and whatever part it withholds. */
export async function stubOfDecision(tx: ReadTx, id: string): Promise<(Stub & { slug: string }) | undefined> {
  const { rows } = await sql<StubRow>`${stubRows} where s.ended_by is null and s.id = ${id}`.execute(tx)
  return rows[0] && { ...stubOf(rows[0]), slug: rows[0].slug }
}

/** A decision by its name, also once it has ended; `open`: anyone may know of it. */
export type NamedDecision = { id: string; href: string; label: string; lang: Lang; open: boolean }

export async function namedDecision(tx: ReadTx, id: string): Promise<NamedDecision | undefined> {
  const { rows } = await sql<Omit<NamedDecision, 'href'> & { slug: string }>`
    select c.id, c.label, c.lang, not c.hides_existence and p.class = 'public' as open, p.slug
    from classifications c join programmes p on p.id = c.programme_id where c.id = ${id}`.execute(tx)
  const [row] = rows
  if (!row) return undefined
  const { slug, ...named } = row
  return { ...named, href: decisionHref(slug, id) }
}

const stubRows = sql`select s.id, p.slug, s.label, s.lang, s.ground, s.other_law, s.harm,
    case s.by_office when 'head' then o.name else 'PPID, ' || o.name end as decided_by, s.decided_on,
    s.ends_on, s.ends_when, s.next_review_on, s.stays_open, s.appeal_to
  from classification_states s join programmes p on p.id = s.programme_id join organisations o on o.id = s.owner_id`

export function appealHref(slug: string, decision: string): string {
  return `/information-requests/new?programme=${slug}&classification=${decision}`
}

const decisionHref = (slug: string, id: string) => `/programmes/${slug}/classifications/${id}`

function stubOf({ slug, ...row }: StubRow): Stub {
  const href = decisionHref(slug, row.id)
  return { ...row, href, basis: groundNames[row.ground], appeal_href: appealHref(slug, row.id) }
}
