import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import type { Lang } from '#kernel/reason.ts'

type Span = { from: string; to: string }

/** A decision that ended in these days, as it was known on the day of evaluation. */
export type DecidedFacts = {
  id: string
  decided_on: string
  published_on: string | null
  options: number
  documents: number
  participants: number
  asked: boolean
  objected: boolean
}

export async function decidedIn(
  tx: ReadTx,
  programmeId: string,
  { from, to }: Span,
  at: string,
): Promise<DecidedFacts[]> {
  const { rows } = await sql<DecidedFacts>`
    select d.id, o.decided_on, p.published_on,
      (select count(*) from decision_options x where x.decision_id = d.id) as options,
      (select count(*) from decision_links x where x.decision_id = d.id and x.kind = 'document'
        and (x.created_at at time zone 'Asia/Jakarta')::date <= ${at}) as documents,
      (select count(*) from ballots b where b.round_id = o.round_id) as participants,
      not exists (select from ballots b where b.round_id = o.round_id and not exists (
        select from interest_answers i where i.decision_id = d.id and i.person_id = b.person_id)) as asked,
      exists (select from ballots b where b.decision_id = d.id and b.answer = 'no')
        or exists (select from dissents x where x.decision_id = d.id) as objected
    from decisions d join decision_outcomes o on o.decision_id = d.id and o.result in ('adopted', 'rejected')
      left join decision_publications p on p.decision_id = d.id and p.published_on <= ${at}
    where d.programme_id = ${programmeId} and o.decided_on between ${from} and ${to}
    order by o.decided_on, d.id`.execute(tx)
  return rows
}

export async function publishedIn(tx: ReadTx, programmeId: string, { from, to }: Span) {
  const { rows } = await sql<{ id: string; decided_on: string; published_on: string }>`
    select d.id, o.decided_on, p.published_on
    from decisions d join decision_publications p on p.decision_id = d.id
      join decision_outcomes o on o.decision_id = d.id and o.result in ('adopted', 'rejected')
    where d.programme_id = ${programmeId} and p.published_on between ${from} and ${to}
    order by p.published_on, d.id`.execute(tx)
  return rows
}

export type VoterFacts = { decision_id: string; person_id: string; cast_on: string; asked: boolean }

/** Everyone whose ballot counted in the votes that ended these decisions. */
export async function votersIn(tx: ReadTx, decisionIds: string[]): Promise<VoterFacts[]> {
  if (decisionIds.length === 0) return []
  const { rows } = await sql<VoterFacts>`
    select b.decision_id, b.person_id, (b.created_at at time zone 'Asia/Jakarta')::date as cast_on,
      exists (select from interest_answers i where i.decision_id = b.decision_id and i.person_id = b.person_id) as asked
    from ballots b join decision_outcomes o on o.round_id = b.round_id and o.result in ('adopted', 'rejected')
    where b.decision_id = any (${decisionIds}::uuid[]) order by b.decision_id, b.person_id`.execute(tx)
  return rows
}

export type Side = { round_id: string; decision_id: string; organisation_id: string; answer: 'yes' | 'no' }

/** Open ballots for and against in the votes of published decisions. */
export async function sidesIn(tx: ReadTx, programmeId: string, { from, to }: Span): Promise<Side[]> {
  const { rows } = await sql<Side>`
    select b.round_id, b.decision_id, b.organisation_id, b.answer
    from ballots b join decision_outcomes o on o.round_id = b.round_id join decisions d on d.id = b.decision_id
      join decision_publications p on p.decision_id = d.id and p.published_on <= ${to}
    where d.programme_id = ${programmeId} and o.decided_on between ${from} and ${to} and b.answer in ('yes', 'no')
    order by o.decided_on, b.round_id, b.organisation_id`.execute(tx)
  return rows
}

export type AmendmentFacts = {
  id: string
  decision_id: string
  clause: string
  organisation_id: string
  revises_id: string | null
}

export async function amendmentsIn(tx: ReadTx, programmeId: string, { from, to }: Span): Promise<AmendmentFacts[]> {
  const { rows } = await sql<AmendmentFacts>`
    select a.id, a.decision_id, a.clause, a.organisation_id, a.revises_id
    from amendments a join decisions d on d.id = a.decision_id
    where d.programme_id = ${programmeId} and (a.created_at at time zone 'Asia/Jakarta')::date between ${from} and ${to}
    order by a.created_at, a.id`.execute(tx)
  return rows
}

export type CastFacts = { decision_id: string; organisation_id: string; bound: boolean }

/** Ballots of these days, and whether their person is bound to a concerned organisation, whenever that showed. */
export async function ballotsIn(tx: ReadTx, programmeId: string, { from, to }: Span): Promise<CastFacts[]> {
  const { rows } = await sql<CastFacts>`
    select b.decision_id, b.organisation_id, mufakat.is_recused(b.decision_id, b.person_id) as bound
    from ballots b join decisions d on d.id = b.decision_id
    where d.programme_id = ${programmeId} and (b.created_at at time zone 'Asia/Jakarta')::date between ${from} and ${to}
    order by b.created_at, b.id`.execute(tx)
  return rows
}

export type AppealFacts = { id: string; owner_id: string; own: boolean }

/** Decisions with an appeal answered between two days, and whether who answered had closed the vote that decided. */
export async function appealsAnswered(tx: ReadTx, programmeId: string, { from, to }: Span): Promise<AppealFacts[]> {
  const { rows } = await sql<AppealFacts>`
    select d.id, d.owner_id, bool_or(exists (select from decision_outcomes o where o.decision_id = d.id
      and o.result in ('adopted', 'rejected') and o.created_by = x.created_by)) as own
    from appeal_answers x join decisions d on d.id = x.decision_id
    where d.programme_id = ${programmeId} and (x.created_at at time zone 'Asia/Jakarta')::date between ${from} and ${to}
    group by d.id order by d.id`.execute(tx)
  return rows
}

export type NamedFacts = {
  id: string
  class: string
  programme_id: string
  owner_id: string
  number: number
  raised_on: string
  question: string
  lang: Lang
  decided_on: string | null
  published_on: string | null
}

export async function decisionFacts(tx: ReadTx, ids: string[]): Promise<NamedFacts[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<NamedFacts>`
    select d.id, d.class, d.programme_id, d.owner_id, d.number, d.raised_on, d.question, d.lang, o.decided_on, p.published_on
    from decisions d left join decision_outcomes o on o.decision_id = d.id and o.result in ('adopted', 'rejected')
      left join decision_publications p on p.decision_id = d.id
    where d.id = any (${ids}::uuid[])`.execute(tx)
  return rows
}
