import { type Insertable, sql } from 'kysely'
import type { Class } from '#kernel/access.ts'
import type { DB, ReadTx, Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import type { Lang } from '#kernel/reason.ts'
import type { NotAssessed } from '#modules/programmes/commitment.ts'
import type { Deadline } from '../deadline.ts'
import { storedJson } from '../stored-json.ts'

export type CommitmentRow = Insertable<DB['commitments']> & { id: string }

/** A commitment as an import meets it again. */
export type Standing = {
  id: string
  owner_id: string
  class: Class
  title: string
  current_due: string | null
  current_target: unknown
  outcome: string | null
  not_assessed: string | null
}

export async function standingCommitments(tx: ReadTx, programmeId: string): Promise<Map<string, Standing>> {
  const rows = await tx
    .selectFrom('commitments')
    .select(['id', 'owner_id', 'class', 'title', 'current_due', 'current_target', 'outcome', 'not_assessed'])
    .where('programme_id', '=', programmeId)
    .execute()
  return new Map(rows.map((row) => [row.id, row as Standing]))
}

export type Assessment = { commitmentId: string; outcome: string; raw: string | null; day: string; lang: Lang }

/** Judged by the source, so by no party. */
export function assessmentRow(
  { commitmentId, outcome, raw, day, lang }: Assessment,
  now: Date,
): Insertable<DB['commitment_assessments']> {
  const judged = { commitment_id: commitmentId, outcome, raw, on_day: day, lang, assessor_id: null, reason: null }
  return { ...judged, id: newId(now), created_at: now, created_by: null }
}

type Move = { commitmentId: string; from: string | null; to: Deadline; day: string }

/** The source moved the date; who asked for it is not known. */
export async function addMove(tx: Tx, { commitmentId, from, to, day }: Move, now: Date): Promise<void> {
  const moved = { commitment_id: commitmentId, from_due: from, to_due: to.due, to_target: targetJson(to) }
  await tx
    .insertInto('commitment_moves')
    .values({ ...moved, id: newId(now), reason: 'import', lang: 'en', on_day: day, created_at: now, created_by: null })
    .execute()
}

export function targetJson(deadline: Deadline): string | null {
  return deadline.target && storedJson(deadline.target)
}

export type Change = {
  title?: string
  due?: Deadline
  outcome?: { code: string | null; on: string | null; notAssessed: NotAssessed | null }
  source?: object
}

/** Returns the new version. */
export async function changeCommitment(tx: Tx, id: string, change: Change): Promise<number> {
  const { title, due, outcome, source } = change
  const row = await tx
    .updateTable('commitments')
    .set({
      ...(title === undefined ? {} : { title }),
      ...(due ? { current_due: due.due, current_target: targetJson(due) } : {}),
      ...(outcome ? { outcome: outcome.code, outcome_on: outcome.on, not_assessed: outcome.notAssessed } : {}),
      ...(source ? { source: storedJson(source) } : {}),
      version: sql`version + 1`,
    })
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return row.version
}
