import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import type { Keys } from '#kernel/keys/keys.ts'
import { openWho, openWords } from '../sealed.ts'
import { type Listed, withWording } from './list.ts'
import { requestColumns } from './read.ts'

/** Requests by id, with the register's words, as this reader may see them. */
export async function describedRequests(tx: ReadTx, ids: string[]): Promise<Listed[]> {
  if (ids.length === 0) return []
  const rows = await selected(tx).where('r.id', 'in', ids).execute()
  return rows as Listed[]
}

function selected(tx: ReadTx) {
  return withWording(tx)
    .select(requestColumns.map((column) => `r.${column}` as const))
    .select(['w.subject', 'p.name as programme', 'p.slug', 'p.example'])
}

const most = 5

/** What waits for the information officer, due first; overdue ones before all. */
export async function waitingRequests(tx: ReadTx): Promise<Listed[]> {
  const rows = await selected(tx)
    .where('r.state', 'in', ['open', 'reopened'])
    .orderBy('r.due_on')
    .orderBy('r.id')
    .limit(most)
    .execute()
  return rows as Listed[]
}

/** What was handed to an organisation that this person sits for, and objections that they decide. */
export async function requestsFor(
  tx: ReadTx,
  part: 'held' | 'objections' | 'own',
  personId: string,
): Promise<Listed[]> {
  let query = selected(tx)
  if (part === 'own')
    query = query.where('r.id', 'in', (eb) =>
      eb.selectFrom('information_requesters').select('request_id').where('person_id', '=', personId),
    )
  if (part === 'held') query = query.where('r.id', 'in', idsOf('held_requests'))
  if (part === 'objections')
    query = query.where('r.reconsidered_on', 'is', null).where('r.id', 'in', idsOf('reconsidered_requests'))
  const rows = await query.orderBy('r.received_on', 'desc').orderBy('r.id').limit(most).execute()
  return rows as Listed[]
}

function idsOf(set: 'held_requests' | 'reconsidered_requests') {
  return sql<string>`(select ${sql.id('mufakat', set)}())`
}

export async function keepsRequest(tx: ReadTx, requestId: string, personId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('information_requesters')
    .select('request_id')
    .where('request_id', '=', requestId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}

export async function tallyOf(tx: ReadTx, programmeId: string) {
  return tx
    .selectFrom('information_requests')
    .select([
      sql<number>`count(*)`.as('all'),
      sql<number>`count(*) filter (where state in ('open', 'paused', 'reopened'))`.as('waiting'),
    ])
    .where('programme_id', '=', programmeId)
    .executeTakeFirstOrThrow()
}

/** One's own requests with what was given for them. */
export async function ownRequestsOf(tx: ReadTx, personId: string, keys: Keys) {
  const rows = await tx
    .selectFrom('information_requesters as q')
    .innerJoin('information_requests as r', 'r.id', 'q.request_id')
    .leftJoin('information_request_texts as t', (join) =>
      join.onRef('t.request_id', '=', 'r.id').on('t.kind', '=', 'asked'),
    )
    .select(['r.id', 'r.year', 'r.sequence', 'r.received_on', 'q.sealed', 'q.email_sealed'])
    .select(['t.id as textId', 't.sealed as words'])
    .where('q.person_id', '=', personId)
    .orderBy('r.received_on')
    .orderBy('r.sequence')
    .execute()
  const opened = await keys.known(rows.map(({ id }) => id))
  return rows.map(({ id, year, sequence, received_on, sealed, email_sealed, textId, words }) => {
    const key = opened.get(id)
    const who = openWho(key, { sealed, email_sealed })
    const asked = textId ? openWords(key, textId, words)?.body : undefined
    const { name, identity_number, email, phone, address } = who ?? nobody
    return { year, sequence, received_on, name, identity_number, email, phone, address, asked: asked ?? null }
  })
}

const nobody = { name: null, identity_number: null, email: null, phone: null, address: null }
