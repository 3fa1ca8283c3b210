import { type SqlBool, sql } from 'kysely'
import { actorName, actTime } from '#kernel/acts.ts'
import type { ReadTx } from '#kernel/database.ts'
import { type OfferQuery, pageSize } from '../list-query.ts'
import type { Resource, ResourceState } from '../resource.ts'

export type ListedResource = Resource & { owner: string }
export type ResourceFacts = ListedResource & { programme_status: string }

const columns = sql`r.id, r.programme_id, r.owner_id, r.class, r.lang, r.kind, r.title, r.title_en, r.description,
  r.quantity, r.unit, r.available_from, r.available_until, r.state, r.version, o.name as owner`
const joined = sql`resources r join organisations o on o.id = r.owner_id`

export async function readResource(tx: ReadTx, slug: string, id: string): Promise<ResourceFacts | undefined> {
  const { rows } = await sql<ResourceFacts>`select ${columns}, p.status as programme_status
    from ${joined} join programmes p on p.id = r.programme_id where r.id = ${id} and p.slug = ${slug}`.execute(tx)
  return rows[0]
}

export async function listResources(tx: ReadTx, programmeId: string, query: OfferQuery) {
  const like = `%${query.q.replace(/[\\%_]/g, '\\$&')}%`
  const conditions = [
    sql<SqlBool>`r.programme_id = ${programmeId}`,
    query.q
      ? sql<SqlBool>`(r.title ilike ${like} or r.title_en ilike ${like} or r.description ilike ${like})`
      : undefined,
    query.kind ? sql<SqlBool>`r.kind = ${query.kind}` : undefined,
    query.owner ? sql<SqlBool>`r.owner_id = ${query.owner}` : undefined,
    query.state ? sql<SqlBool>`r.state = ${query.state}` : undefined,
  ]
  const where = sql.join(
    conditions.flatMap((one) => one ?? []),
    sql` and `,
  )
  const counted = await sql<{ total: number }>`select count(*) as total from resources r where ${where}`.execute(tx)
  const order = query.sort === 'owner' ? 'o.name' : `r.${query.sort}`
  const { rows } = await sql<ListedResource>`select ${columns} from ${joined} where ${where}
    order by ${sql.ref(order)} ${sql.raw(query.dir)}, r.title, r.id
    limit ${pageSize} offset ${(query.page - 1) * pageSize}`.execute(tx)
  return { total: counted.rows[0]!.total, rows }
}

/** Offers that another record may name; only these ids where they are given, whatever became of them. */
export async function resourcesOf(tx: ReadTx, programmeId: string, ids?: string[]): Promise<ListedResource[]> {
  const only = ids ? sql`r.id = any (${ids}::uuid[])` : sql`r.state <> 'withdrawn'`
  const { rows } = await sql<ListedResource>`select ${columns} from ${joined}
    where r.programme_id = ${programmeId} and ${only} order by r.title, r.id limit 500`.execute(tx)
  return rows
}

export type Move = { id: string; to_state: ResourceState; because: string; at: string; person: string | null }

export async function movesOf(tx: ReadTx, resourceId: string): Promise<Move[]> {
  const rows = await tx
    .selectFrom('resource_moves')
    .select(['id', 'to_state', 'because'])
    .select([actTime('created_at').as('at'), actorName('created_by').as('person')])
    .where('resource_id', '=', resourceId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows as Move[]
}
