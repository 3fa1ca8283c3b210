import { type RawBuilder, sql } from 'kysely'
import { type Actor, hasRole, personOf } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import { isId } from '#kernel/ids.ts'
import type { KeptPerson, Person, Post, Skill } from '../person.ts'
import { within } from '../search-words.ts'

export const pageSize = 25
export type PeopleFilter = { q: string; organisation: string; who: '' | 'now' | 'before'; page: number } & PeopleOrder
export type PeopleOrder = { sort: 'name' | 'organisation'; dir: 'asc' | 'desc' }
export type ListedPerson = { id: string; name: string; posts: Post[]; skills: string[] }

/** Officials only: everyone here holds or held a post. */
export async function listPeople(tx: ReadTx, filter: PeopleFilter, today: string) {
  const where = condition(filter, today)
  const counted = await sql<{ total: number }>`select count(*) as total from people p where ${where}`.execute(tx)
  const { rows } = await sql<{ id: string; name: string }>`
    select p.id, p.name from people p where ${where} order by ${orderOf(filter, today)}, lower(p.name), p.id
    limit ${pageSize} offset ${(filter.page - 1) * pageSize}`.execute(tx)
  const ids = rows.map((row) => row.id)
  const posts = await postsOf(tx, { people: ids })
  const skills = await skillsOf(tx, ids)
  return {
    total: counted.rows[0]!.total,
    rows: rows.map((row) => ({
      ...row,
      posts: posts.filter((post) => post.person_id === row.id),
      skills: skills.filter((skill) => skill.person_id === row.id).map((skill) => skill.skill),
    })),
  }
}

function orderOf({ sort, dir }: PeopleOrder, today: string) {
  const way = sql.raw(`${dir} nulls last`)
  if (sort === 'name') return sql`lower(p.name) ${way}`
  return sql`(select min(lower(o.name)) from memberships m join organisations o on o.id = m.organisation_id
    where m.person_id = p.id and m.starts_on <= ${today} and coalesce(m.ends_on, 'infinity') >= ${today}) ${way}`
}

function condition({ q, organisation, who }: PeopleFilter, today: string) {
  const current = sql`m.starts_on <= ${today} and coalesce(m.ends_on, 'infinity') >= ${today}`
  const post: RawBuilder<unknown>[] = [sql`m.person_id = p.id`]
  if (who === 'now') post.push(current)
  if (organisation) post.push(sql`m.organisation_id = ${organisation}`)
  const parts = [sql`p.merged_into_id is null`]
  if (q) {
    const named = sql`p.name ilike ${within(q)}`
    const posted = sql`exists (select from memberships m where ${sql.join([...post, sql`m.post ilike ${within(q)}`], sql` and `)})`
    parts.push(sql`(${named} or ${posted})`)
  }
  parts.push(sql`exists (select from memberships m where ${sql.join(post, sql` and `)})`)
  if (who === 'before') parts.push(sql`not exists (select from memberships m where m.person_id = p.id and ${current})`)
  return sql.join(parts, sql` and `)
}

export async function readPerson(tx: ReadTx, id: string): Promise<Person | undefined> {
  if (!isId(id)) return undefined
  return tx
    .selectFrom('people')
    .select(['id', 'name', 'merged_into_id', 'version'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Someone who holds or held a post; nobody else has a page. `kept`: what the database would let this actor write. */
export async function readOfficial(tx: ReadTx, actor: Actor, id: string): Promise<KeptPerson | undefined> {
  const person = await readPerson(tx, id)
  if (!person) return undefined
  const posts = await tx.selectFrom('memberships').select('id').where('person_id', '=', id).limit(1).execute()
  if (posts.length === 0) return undefined
  return { ...person, kept: await keepsPerson(tx, actor, id) }
}

async function keepsPerson(tx: ReadTx, actor: Actor, id: string): Promise<boolean> {
  if (actor.kind === 'visitor') return false
  if (actor.kind === 'job' || hasRole(actor, 'operator') || personOf(actor) === id) return true
  const { rows } = await sql<{ kept: boolean }>`select mufakat.keeps_person(${id}) as kept`.execute(tx)
  return rows[0]!.kept
}

/** Posts of people, or in an organisation; heads first, then the newest. */
export async function postsOf(tx: ReadTx, of: { people?: string[]; organisation?: string }): Promise<Post[]> {
  if (of.people && of.people.length === 0) return []
  let query = tx
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person_id')
    .innerJoin('organisations', 'organisations.id', 'memberships.organisation_id')
    .select(['memberships.id', 'person_id', 'people.name as person', 'organisation_id', 'post', 'memberships.lang'])
    .select(['organisations.name as organisation', 'organisations.lang as organisation_lang', 'acronym', 'head'])
    .select(['starts_on', 'ends_on'])
    .orderBy('head', 'desc')
    .orderBy('starts_on', 'desc')
    .orderBy(sql`lower(people.name)`)
    .orderBy('memberships.id')
    .limit(500)
  if (of.people) query = query.where('person_id', 'in', of.people)
  if (of.organisation) query = query.where('organisation_id', '=', of.organisation)
  return (await query.execute()) as Post[]
}

export async function readPost(tx: ReadTx, id: string): Promise<Post | undefined> {
  if (!isId(id)) return undefined
  const row = await tx.selectFrom('memberships').select('person_id').where('id', '=', id).executeTakeFirst()
  return row && (await postsOf(tx, { people: [row.person_id] })).find((post) => post.id === id)
}

export async function skillsOf(tx: ReadTx, personIds: string[]): Promise<Skill[]> {
  if (personIds.length === 0) return []
  const rows = await tx
    .selectFrom('skills')
    .select(['id', 'person_id', 'skill', 'lang'])
    .where('person_id', 'in', personIds)
    .where('ended_at', 'is', null)
    .orderBy(sql`lower(skill)`)
    .execute()
  return rows as Skill[]
}

/** People on record whose name holds the words; for choosing one in a form, and for finding namesakes. */
export async function peopleNamed(tx: ReadTx, q: string, most: number): Promise<{ id: string; name: string }[]> {
  if (!q.trim()) return []
  return tx
    .selectFrom('people')
    .select(['id', 'name'])
    .where('merged_into_id', 'is', null)
    .where('name', 'ilike', within(q.trim()))
    .where((eb) => eb.exists(eb.selectFrom('memberships').select('id').whereRef('person_id', '=', 'people.id')))
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .limit(most)
    .execute()
}

export async function survivingPerson(tx: ReadTx, id: string): Promise<string | undefined> {
  if (!isId(id)) return undefined
  const { rows } = await sql<{ id: string }>`
    with recursive chain as (
      select id, merged_into_id from people where id = ${id} and merged_into_id is not null
      union select p.id, p.merged_into_id from people p join chain c on p.id = c.merged_into_id)
    select id from chain where merged_into_id is null`.execute(tx)
  return rows[0]?.id
}

export async function peopleMergedInto(tx: ReadTx, id: string): Promise<{ id: string; name: string }[]> {
  return tx
    .selectFrom('people')
    .select(['id', 'name'])
    .where('merged_into_id', '=', id)
    .orderBy('name')
    .limit(100)
    .execute()
}

/** Whether an account, seat or role still acts for this record; what it is, is not told. */
export async function actsOtherwise(tx: ReadTx, id: string): Promise<boolean> {
  const { rows } = await sql<{ acts: boolean }>`select mufakat.acts_otherwise(${id}) as acts`.execute(tx)
  return rows[0]!.acts
}
