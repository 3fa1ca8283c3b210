import type { ReadTx, Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import type { FollowingState, Rhythm } from '../following.ts'

/** What a person last said of a record, or of the programme as a whole (`subjectId` null). */
export async function followingOf(tx: ReadTx, personId: string, programmeId: string, subjectId: string | null) {
  const row = await tx
    .selectFrom('discussion_followings')
    .select('state')
    .where('person_id', '=', personId)
    .where('programme_id', '=', programmeId)
    .where('subject_id', 'is not distinct from', subjectId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (row?.state ?? 'none') as FollowingState
}

type Chosen = { personId: string; now: Date }

export async function addFollowing(
  tx: Tx,
  { personId, now }: Chosen,
  choice: { programmeId: string; subjectId: string | null; state: FollowingState },
): Promise<void> {
  const { programmeId, subjectId, state } = choice
  const place = { programme_id: programmeId, subject_id: subjectId }
  await tx
    .insertInto('discussion_followings')
    .values({ id: newId(now), person_id: personId, ...place, state, created_at: now })
    .execute()
}

export async function rhythmOf(tx: ReadTx, personId: string): Promise<Rhythm> {
  const row = await tx
    .selectFrom('digest_choices')
    .select('rhythm')
    .where('person_id', '=', personId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (row?.rhythm ?? 'weekly') as Rhythm
}

export async function addRhythm(tx: Tx, { personId, now }: Chosen, rhythm: Rhythm): Promise<void> {
  const row = { id: newId(now), person_id: personId, rhythm, created_at: now }
  await tx.insertInto('digest_choices').values(row).execute()
}

export async function lastVisit(tx: ReadTx, personId: string): Promise<Date | undefined> {
  const row = await tx
    .selectFrom('notification_visits')
    .select('created_at')
    .where('person_id', '=', personId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.created_at
}

export async function addVisit(tx: Tx, { personId, now }: Chosen): Promise<void> {
  await tx
    .insertInto('notification_visits')
    .values({ id: newId(now), person_id: personId, created_at: now })
    .execute()
}
