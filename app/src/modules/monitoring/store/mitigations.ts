import type { Class } from '#kernel/access.ts'
import { actorId, actorName } from '#kernel/acts.ts'
import type { ReadTx, Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { lock } from '#kernel/operation.ts'
import type { Lang } from '#kernel/reason.ts'
import type { Mitigation, MitigationMove, MitigationState, Strength } from '../mitigation.ts'

function mitigations(tx: ReadTx) {
  return tx
    .selectFrom('mitigations')
    .innerJoin('obstacles', 'obstacles.id', 'mitigations.obstacle_id')
    .innerJoin('organisations', 'organisations.id', 'mitigations.owner_id')
    .select(['mitigations.id', 'mitigations.programme_id', 'mitigations.owner_id', 'mitigations.class', 'obstacle_id'])
    .select(['obstacles.detector', 'key', 'text', 'mitigations.lang', 'state', 'organisations.name as owner'])
    .select([
      actorName('mitigations.person_id').as('person'),
      actorId('mitigations.person_id').as('person_id'),
      'review_on',
      actorName('mitigations.created_by').as('proposer'),
      'mitigations.version',
    ])
    .select((eb) => eb('obstacles.cleared_on', 'is not', null).as('obstacleCleared'))
    .orderBy('mitigations.created_at')
    .orderBy('mitigations.id')
}

export async function mitigationsOf(tx: ReadTx, obstacleIds: string[]): Promise<Mitigation[]> {
  if (obstacleIds.length === 0) return []
  const rows = await mitigations(tx).where('obstacle_id', 'in', obstacleIds).execute()
  return rows as Mitigation[]
}

export async function mitigationById(tx: ReadTx, id: string): Promise<Mitigation | undefined> {
  return (await mitigations(tx).where('mitigations.id', '=', id).executeTakeFirst()) as Mitigation | undefined
}

export async function lockMitigation(tx: Tx, id: string): Promise<Mitigation | undefined> {
  await lock(tx, id)
  return mitigationById(tx, id)
}

/** What happened to these mitigations, the latest first. */
export async function mitigationMoves(tx: ReadTx, mitigationIds: string[]): Promise<MitigationMove[]> {
  if (mitigationIds.length === 0) return []
  const rows = await tx
    .selectFrom('mitigation_moves')
    .select(['mitigation_id as mitigationId', 'kind', 'happened_on as on', 'review_on as reviewOn', 'value'])
    .select(['base_value as base', 'effective', 'note', 'lang', actorName('mitigation_moves.created_by').as('by')])
    .where('mitigation_id', 'in', mitigationIds)
    .orderBy('mitigation_moves.created_at', 'desc')
    .orderBy('mitigation_moves.id', 'desc')
    .execute()
  return rows as MitigationMove[]
}

/** Who writes, and when. */
export type By = { person: string | null; now: Date; today: string }

export type NewMitigation = {
  programme_id: string
  owner_id: string
  class: Class
  obstacle_id: string
  text: string
  lang: Lang
}

export async function addProposal(tx: Tx, by: By, proposal: NewMitigation): Promise<string> {
  const id = newId(by.now)
  await tx
    .insertInto('mitigations')
    .values({ ...proposal, id, created_at: by.now, created_by: by.person })
    .execute()
  await addMitigationMove(tx, by, { mitigation_id: id, kind: 'proposed', lang: proposal.lang })
  return id
}

type NewMove = {
  mitigation_id: string
  kind: MitigationMove['kind']
  lang: Lang
  owner_id?: string
  person_id?: string | null
  review_on?: string | null
  evaluation_id?: string
  base_value?: number
  value?: number
  effective?: boolean
  note?: string | null
}

export async function addMitigationMove(tx: Tx, by: By, move: NewMove): Promise<void> {
  const stamp = { id: newId(by.now), happened_on: by.today, created_at: by.now, created_by: by.person }
  await tx
    .insertInto('mitigation_moves')
    .values({ ...move, ...stamp })
    .execute()
}

type Change = { state: MitigationState; owner_id?: string; person_id?: string | null; review_on?: string | null }

/** The version after the change. */
export async function changeMitigation(tx: Tx, of: { id: string; version: number }, change: Change): Promise<number> {
  const version = of.version + 1
  await tx
    .updateTable('mitigations')
    .set({ ...change, version })
    .where('id', '=', of.id)
    .execute()
  return version
}

/** The detector's value in the weekly evaluation that measures a mitigation: the last one up to `day`, after `since`. */
export async function strengthOn(
  tx: ReadTx,
  of: { programmeId: string; detector: string },
  span: { after?: string; upTo: string },
): Promise<Strength | undefined> {
  let query = tx
    .selectFrom('detector_readings')
    .innerJoin('evaluations', 'evaluations.id', 'evaluation_id')
    .select(['evaluation_id as evaluationId', 'evaluations.at', 'value'])
    .where('programme_id', '=', of.programmeId)
    .where('kind', '=', 'weekly')
    .where('detector', '=', of.detector)
    .where('at', '<=', span.upTo)
    .orderBy('at', 'desc')
    .limit(1)
  if (span.after) query = query.where('at', '>', span.after)
  return query.executeTakeFirst()
}
