import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import type { Lang } from '#kernel/reason.ts'
import { type AnswersQuery, pageSize, type RegisterQuery } from '../list-query.ts'
import type { InformationRequest } from '../request.ts'
import { requestColumns } from './read.ts'

export type Listed = InformationRequest & {
  subject: string | null
  programme: string | null
  slug: string | null
  example: string | null
}

const likeOf = (q: string) => `%${q.replace(/[\\%_]/g, '\\$&')}%`

export function withWording(tx: ReadTx) {
  return tx
    .selectFrom('information_requests as r')
    .leftJoin('programmes as p', 'p.id', 'r.programme_id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('information_request_wordings as n')
          .select(['n.subject', 'n.purpose'])
          .whereRef('n.request_id', '=', 'r.id')
          .orderBy('n.created_at', 'desc')
          .orderBy('n.id', 'desc')
          .limit(1)
          .as('w'),
      (join) => join.onTrue(),
    )
}

export type RegisterOptions = { today: string; officer: boolean }

/** The register; the information officer sees what is due first, everyone else what came in last. */
export async function listRequests(tx: ReadTx, query: RegisterQuery, { today, officer }: RegisterOptions) {
  let fitting = withWording(tx)
  if (query.q) {
    const like = likeOf(query.q)
    fitting = fitting.where((eb) =>
      eb.or([
        eb('w.subject', 'ilike', like),
        eb('w.purpose', 'ilike', like),
        eb(sql`'PI-' || r.year || '-' || lpad(r.sequence::text, 4, '0')`, 'ilike', like),
      ]),
    )
  }
  if (query.state === 'overdue') fitting = fitting.where('r.state', '=', 'open').where('r.due_on', '<', today)
  else if (query.state) fitting = fitting.where('r.state', '=', query.state)
  if (query.programme) fitting = fitting.where('p.slug', '=', query.programme)
  const { total } = await fitting.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const sort = query.sort || (officer ? 'due' : 'received')
  const dir = query.dir || (sort === 'received' ? 'desc' : 'asc')
  const way = sql.raw(dir)
  const order = {
    received: sql`r.received_on ${way}, r.sequence ${way}`,
    // Answered ones have no deadline any more: they come after those that wait.
    due: sql`case when r.state in ('open', 'reopened') then 0 when r.state = 'paused' then 1 else 2 end, r.due_on ${way} nulls last`,
    state: sql`r.state ${way}, r.due_on nulls last`,
  }[sort]
  const rows = await fitting
    .select(requestColumns.map((column) => `r.${column}` as const))
    .select(['w.subject', 'p.name as programme', 'p.slug', 'p.example'])
    .orderBy(order)
    .orderBy('r.id')
    .limit(pageSize)
    .offset((query.page - 1) * pageSize)
    .execute()
  return { total, rows: rows as Listed[], sort, dir: dir as 'asc' | 'desc' }
}

export async function tallyRequests(tx: ReadTx, today: string) {
  return tx
    .selectFrom('information_requests')
    .select([
      sql<number>`count(*)`.as('all'),
      sql<number>`count(*) filter (where state in ('open', 'paused', 'reopened'))`.as('waiting'),
      sql<number>`count(*) filter (where state = 'open' and due_on < ${today})`.as('overdue'),
    ])
    .executeTakeFirstOrThrow()
}

export type Published = {
  id: string
  request_id: string
  title: string
  body: string
  links: string[]
  lang: Lang
  published_on: string
  withdrawn: boolean
  year: number
  sequence: number
  programme: string | null
  slug: string | null
  example: string | null
}

function newestPublications(tx: ReadTx) {
  return tx
    .selectFrom((eb) =>
      eb
        .selectFrom('information_publications as n')
        .distinctOn('n.request_id')
        .select(['n.id', 'n.request_id', 'n.title', 'n.body', 'n.links', 'n.lang', 'n.published_on', 'n.withdrawn'])
        .orderBy('n.request_id')
        .orderBy('n.created_at', 'desc')
        .orderBy('n.id', 'desc')
        .as('a'),
    )
    .innerJoin('information_requests as r', 'r.id', 'a.request_id')
    .leftJoin('programmes as p', 'p.id', 'r.programme_id')
}

/** Answers that everyone may use, newest first. */
export async function listPublications(tx: ReadTx, query: AnswersQuery) {
  let fitting = newestPublications(tx).where('a.withdrawn', '=', false)
  if (query.q) {
    const like = likeOf(query.q)
    fitting = fitting.where((eb) => eb.or([eb('a.title', 'ilike', like), eb('a.body', 'ilike', like)]))
  }
  const { total } = await fitting.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await selected(fitting)
    .orderBy('a.published_on', 'desc')
    .orderBy('a.id', 'desc')
    .limit(pageSize)
    .offset((query.page - 1) * pageSize)
    .execute()
  return { total, rows: rows as Published[] }
}

export async function publicationOf(tx: ReadTx, requestId: string): Promise<Published | undefined> {
  const row = await selected(newestPublications(tx).where('a.request_id', '=', requestId)).executeTakeFirst()
  return row as Published | undefined
}

function selected(query: ReturnType<typeof newestPublications>) {
  return query
    .select(['a.id', 'a.request_id', 'a.title', 'a.body', 'a.links', 'a.lang', 'a.published_on', 'a.withdrawn'])
    .select(['r.year', 'r.sequence', 'p.name as programme', 'p.slug', 'p.example'])
}

export type Rule = { id: string; version: number; amount: number; unit: string; source: string }

/** Each rule as it is in force. */
export async function rulesInForce(tx: ReadTx): Promise<Rule[]> {
  return tx
    .selectFrom('information_rules')
    .distinctOn('id')
    .select(['id', 'version', 'amount', 'unit', 'source'])
    .orderBy('id')
    .orderBy('version', 'desc')
    .execute()
}

export type ProgrammeChoice = { id: string; slug: string; name: string; name_en: string | null }

/** Programmes that a request can be about: those this reader sees. */
export async function programmeChoices(tx: ReadTx): Promise<ProgrammeChoice[]> {
  return tx.selectFrom('programmes').select(['id', 'slug', 'name', 'name_en']).orderBy('name').execute()
}

export async function ruleInForce(tx: ReadTx, id: string): Promise<Rule | undefined> {
  return (await rulesInForce(tx)).find((rule) => rule.id === id)
}
