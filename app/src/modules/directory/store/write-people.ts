import { personOf } from '#kernel/access.ts'
import type { Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import type { Lang } from '#kernel/reason.ts'
import type { By } from './write-organisations.ts'

const stamp = ({ actor, now }: By) => ({ created_at: now, created_by: personOf(actor) })

export async function addPersonRow(tx: Tx, by: By, name: string): Promise<string> {
  const id = newId(by.now)
  await tx
    .insertInto('people')
    .values({ id, name, ...stamp(by) })
    .execute()
  return id
}

export type NewPost = {
  personId: string
  organisationId: string
  post: string
  lang: Lang
  head: boolean
  startsOn: string
  endsOn?: string
}

export async function addPost(tx: Tx, by: By, given: NewPost): Promise<string> {
  const id = newId(by.now)
  await tx
    .insertInto('memberships')
    .values({
      id,
      person_id: given.personId,
      organisation_id: given.organisationId,
      post: given.post,
      lang: given.lang,
      head: given.head,
      starts_on: given.startsOn,
      ends_on: given.endsOn ?? null,
      ...stamp(by),
    })
    .execute()
  return id
}

export async function endPostRow(tx: Tx, id: string, day: string): Promise<void> {
  const result = await tx.updateTable('memberships').set({ ends_on: day }).where('id', '=', id).executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Error('the database refuses to end this post')
}

export async function changePerson(
  tx: Tx,
  id: string,
  version: number,
  change: { name?: string; merged_into_id?: string },
): Promise<void> {
  const result = await tx
    .updateTable('people')
    .set({ ...change, version })
    .where('id', '=', id)
    .executeTakeFirst()
  if (result.numUpdatedRows !== 1n) throw new Error('the database refuses this change of a person')
}

export async function addSkillRow(tx: Tx, by: By, personId: string, skill: string, lang: Lang): Promise<string> {
  const id = newId(by.now)
  await tx
    .insertInto('skills')
    .values({ id, person_id: personId, skill, lang, ...stamp(by) })
    .execute()
  return id
}

export async function endSkillRow(tx: Tx, now: Date, id: string): Promise<void> {
  await tx.updateTable('skills').set({ ended_at: now }).where('id', '=', id).execute()
}

/** Posts and skills of one record go to the other; a skill that both declare ends on the first. */
export async function movePerson(tx: Tx, now: Date, from: string, into: string) {
  const posts = await tx
    .updateTable('memberships')
    .set({ person_id: into })
    .where('person_id', '=', from)
    .executeTakeFirst()
  await tx
    .updateTable('skills as s')
    .set({ ended_at: now })
    .where('s.person_id', '=', from)
    .where('s.ended_at', 'is', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('skills as k')
          .select('k.id')
          .where('k.person_id', '=', into)
          .where('k.ended_at', 'is', null)
          .where((e) => e(e.fn('lower', ['k.skill']), '=', e.fn('lower', ['s.skill']))),
      ),
    )
    .execute()
  const skills = await tx
    .updateTable('skills')
    .set({ person_id: into })
    .where('person_id', '=', from)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return { posts: Number(posts.numUpdatedRows), skills: Number(skills.numUpdatedRows) }
}
