import { sql } from 'kysely'
import { type Actor, personOf } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import type { Keys } from '#kernel/keys/keys.ts'
import { type NamedDecision, namedDecision } from '#kernel/withheld.ts'
import type { Facts, InformationRequest } from '../request.ts'
import { openWho, openWords } from '../sealed.ts'

export const requestColumns = [
  'id',
  'year',
  'sequence',
  'programme_id',
  'owner_id',
  'class',
  'channel',
  'lang',
  'received_on',
  'first_due_on',
  'due_on',
  'rule_version',
  'calendar_version',
  'state',
  'registered_on',
  'extended_on',
  'paused_on',
  'holder_id',
  'outcome',
  'ground',
  'answered_on',
  'objected_on',
  'objection_ground',
  'objection_due_on',
  'reconsidered_on',
  'reconsideration',
  'disputed_on',
  'dispute_ended_on',
  'dispute_outcome',
  'version',
] as const

export async function readRequest(tx: ReadTx, id: string): Promise<InformationRequest | undefined> {
  const row = await tx.selectFrom('information_requests').select(requestColumns).where('id', '=', id).executeTakeFirst()
  return row as InformationRequest | undefined
}

/** A request, how the actor stands to it, and the last days that follow from the rules in force. */
export async function readFacts(tx: ReadTx, id: string, actor: Actor): Promise<Facts | undefined> {
  const request = await readRequest(tx, id)
  if (!request) return undefined
  const person = personOf(actor)
  const { rows } = await sql<Omit<Facts, keyof InformationRequest>>`
    select ${id}::uuid in (select mufakat.followed_requests()) as followed,
      ${id}::uuid in (select mufakat.held_requests()) as held,
      ${id}::uuid in (select mufakat.reconsidered_requests()) as superior,
      exists (select from information_request_steps s where s.request_id = ${id} and s.kind in ('answered', 'forwarded')
        and s.created_by = ${person}) as "answeredIt",
      (select case when r.state = 'answered' then mufakat.nth_working_day(r.answered_on, mufakat.information_rule('ID.KIP.objection.file'))
        when r.state = 'open' and r.due_on < mufakat.today() then mufakat.nth_working_day(r.due_on, mufakat.information_rule('ID.KIP.objection.file'))
        end from information_requests r where r.id = ${id}) as "objectBy",
      (select mufakat.nth_working_day(case when r.reconsidered_on is not null then r.reconsidered_on
        when r.objection_due_on < mufakat.today() then r.objection_due_on end,
        mufakat.information_rule('ID.KIP.dispute.file')) from information_requests r where r.id = ${id}) as "disputeBy"`.execute(
    tx,
  )
  return { ...request, ...rows[0]! }
}

export type Step = {
  id: string
  kind: string
  happened_on: string
  outcome: string | null
  ground: string | null
  due_on: string | null
  organisation: string | null
}

export async function stepsOf(tx: ReadTx, requestId: string): Promise<Step[]> {
  return tx
    .selectFrom('information_request_steps as s')
    .leftJoin('organisations as o', 'o.id', 's.organisation_id')
    .select(['s.id', 's.kind', 's.happened_on', 's.outcome', 's.ground', 's.due_on', 'o.name as organisation'])
    .where('s.request_id', '=', requestId)
    .orderBy('s.created_at')
    .orderBy('s.id')
    .execute()
}

export type Written = { kind: string; body: string; links: string[]; erased: boolean; on: string }

/** Those written in one act, as one reads them. */
const textOrder = ['asked', 'purpose', 'manner', 'answer', 'withheld', 'harm', 'weighing', 'partial', 'elsewhere']

/** What was written, as far as this actor may read it, oldest first. */
export async function textsOf(tx: ReadTx, requestId: string, keys: Keys): Promise<Written[]> {
  const rows = await tx
    .selectFrom('information_request_texts')
    .select(['id', 'kind', 'sealed'])
    .select(sql<string>`to_char(created_at at time zone 'Asia/Jakarta', 'YYYY-MM-DD')`.as('on'))
    .where('request_id', '=', requestId)
    .orderBy('created_at')
    .orderBy(sql`array_position(${textOrder}::text[], kind)`)
    .execute()
  // Only whoever may read something meets the keys database.
  const key = rows.length > 0 ? (await keys.known([requestId])).get(requestId) : undefined
  return rows.map(({ id, kind, on, sealed }) => {
    const words = openWords(key, id, sealed)
    return { kind, on, ...(words ?? { body: '', links: [] }), erased: words === undefined }
  })
}

export type Requester = {
  kind: string
  name: string
  identity_kind: string
  identity_number: string
  email: string | null
  phone: string | null
  address: string
}

/** Personal data; the database shows them to the information officer and the requester only. */
export async function requesterOf(tx: ReadTx, requestId: string, keys: Keys): Promise<Requester | undefined> {
  const row = await tx
    .selectFrom('information_requesters')
    .select(['kind', 'identity_kind', 'sealed', 'email_sealed'])
    .where('request_id', '=', requestId)
    .where('sealed', 'is not', null)
    .executeTakeFirst()
  const who = row && openWho((await keys.known([requestId])).get(requestId), row)
  return who && { kind: row.kind, identity_kind: row.identity_kind, ...who }
}

export async function sentHashOf(tx: ReadTx, requestId: string): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom('information_requesters')
    .select('sent_hash')
    .where('request_id', '=', requestId)
    .executeTakeFirst()
  return row?.sent_hash
}

export type Wording = { subject: string; purpose: string }

/** The newest words of the public register. */
export async function wordingOf(tx: ReadTx, requestId: string): Promise<Wording | undefined> {
  return tx
    .selectFrom('information_request_wordings')
    .select(['subject', 'purpose'])
    .where('request_id', '=', requestId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The decision that it was made from, where this actor may read both. */
export async function decisionOf(tx: ReadTx, requestId: string): Promise<NamedDecision | undefined> {
  const row = await tx
    .selectFrom('information_request_decisions')
    .select('classification_id')
    .where('request_id', '=', requestId)
    .executeTakeFirst()
  return row && namedDecision(tx, row.classification_id)
}

export type Named = { id: string; name: string; lang: string }

export async function organisationNames(tx: ReadTx, ids: (string | null)[]): Promise<Map<string, Named>> {
  const wanted = ids.filter((id) => id !== null)
  if (wanted.length === 0) return new Map()
  const rows = await tx.selectFrom('organisations').select(['id', 'name', 'lang']).where('id', 'in', wanted).execute()
  return new Map(rows.map((row) => [row.id, row]))
}
