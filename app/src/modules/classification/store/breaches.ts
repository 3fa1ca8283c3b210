import { sql } from 'kysely'
import type { ReadTx, Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import type { Breach, BreachAct } from '../breach.ts'

export type BreachRow = Breach & { owner: string; slug: string }

const rows = sql`select b.id, b.programme_id, b.owner_id, b.data_kinds, b.people, b.discovered_at, o.name as owner, p.slug
  from breaches b join organisations o on o.id = b.owner_id join programmes p on p.id = b.programme_id`

export async function breachesOf(tx: ReadTx, programmeId: string): Promise<BreachRow[]> {
  const found = await sql<BreachRow>`${rows} where b.programme_id = ${programmeId}
    order by b.discovered_at desc, b.id desc limit 200`.execute(tx)
  return withActs(tx, found.rows)
}

export async function breachesNamed(tx: ReadTx, ids: string[]): Promise<BreachRow[]> {
  if (ids.length === 0) return []
  const found = await sql<BreachRow>`${rows} where b.id = any (${ids}::uuid[])`.execute(tx)
  return withActs(tx, found.rows)
}

async function withActs(tx: ReadTx, found: BreachRow[]): Promise<BreachRow[]> {
  if (found.length === 0) return []
  const acts = await sql<Breach['acts'][number] & { breach_id: string }>`
    select a.breach_id, a.act, a.body, a.told_at, p.name as person
    from breach_acts a left join people p on p.id = a.created_by
    where a.breach_id = any (${found.map((one) => one.id)}::uuid[]) order by a.told_at, a.id`.execute(tx)
  return found.map((one) => ({
    ...one,
    acts: acts.rows.filter((act) => act.breach_id === one.id).map(({ breach_id: _, ...act }) => act),
  }))
}

type By = { personId: string; now: Date }
export type NewBreach = {
  programme_id: string
  owner_id: string
  data_kinds: string[]
  people: number | null
  discovered_at: Date
}

export async function addBreach(tx: Tx, { personId, now }: By, breach: NewBreach): Promise<string> {
  const id = newId(now)
  await tx
    .insertInto('breaches')
    .values({ id, ...breach, created_at: now, created_by: personId })
    .execute()
  return id
}

export async function addBreachAct(
  tx: Tx,
  { personId, now }: By,
  breachId: string,
  act: BreachAct,
  body: string,
  at: Date,
) {
  await tx
    .insertInto('breach_acts')
    .values({ id: newId(now), breach_id: breachId, act, body, told_at: at, created_at: now, created_by: personId })
    .execute()
}
