import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import type { Keys } from '#kernel/keys/keys.ts'
import type { Erasure } from '../erasure.ts'
import { type ErasureQuery, pageSize } from '../query.ts'

type Row = Omit<Erasure, 'subject'> & { subject_kind: string; subject_id: string }

function erasures(tx: ReadTx) {
  return tx
    .selectFrom('erasures as e')
    .leftJoin('erasure_decisions as d', 'd.erasure_id', 'e.id')
    .leftJoin('erasure_results as r', 'r.erasure_id', 'e.id')
}

const columns = [
  'e.id',
  'e.subject_kind',
  'e.subject_id',
  'e.asked_at',
  'e.due_at',
  'd.outcome',
  'd.ground',
  'd.decided_at',
  'r.erased',
  'r.done_at',
] as const

const told = ({ subject_kind, subject_id, ...row }: Row): Erasure => ({
  ...row,
  subject: { kind: subject_kind as Erasure['subject']['kind'], id: subject_id },
})

export async function readErasure(tx: ReadTx, id: string): Promise<Erasure | undefined> {
  const row = await erasures(tx).select(columns).where('e.id', '=', id).executeTakeFirst()
  return row && told(row as Row)
}

/** What was asked last about a subject, as far as this actor may know. */
export async function latestErasure(tx: ReadTx, subjectId: string): Promise<Erasure | undefined> {
  const row = await erasures(tx)
    .select(columns)
    .where('e.subject_id', '=', subjectId)
    .orderBy('e.asked_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && told(row as Row)
}

/** What waits comes first, by the time that is left; then what was decided, newest first. */
export async function listErasures(tx: ReadTx, { state, page }: ErasureQuery) {
  let fitting = erasures(tx)
  if (state === 'waiting') fitting = fitting.where('d.outcome', 'is', null)
  if (state === 'decided') fitting = fitting.where('d.outcome', 'is not', null)
  const [{ total }, rows] = await Promise.all([
    fitting.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
    fitting
      .select(columns)
      .orderBy(sql`d.outcome is not null`)
      .orderBy(sql`case when d.outcome is null then e.due_at end`)
      .orderBy('d.decided_at', 'desc')
      .orderBy('e.id')
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute(),
  ])
  return { total, rows: rows.map((row) => told(row as Row)) }
}

/** Whose account it is about; told to the officer until it is erased. */
export async function erasingName(tx: ReadTx, id: string): Promise<string | null> {
  const { rows } = await sql<{ name: string | null }>`select mufakat.erasing_name(${id}) as name`.execute(tx)
  return rows[0]!.name
}

/** Whether whoever reads holds a post or an office today. */
export async function isOfficial(tx: ReadTx): Promise<boolean> {
  const { rows } = await sql<{ official: boolean }>`select mufakat.is_official() as official`.execute(tx)
  return rows[0]!.official
}

export const reasonPlace = (id: string) => `erasure_decisions/${id}/reason`

/** Why it was refused: for the subject and the officer. */
export async function refusalReason(tx: ReadTx, { id, subject }: Erasure, keys: Keys): Promise<string | undefined> {
  const row = await tx
    .selectFrom('erasure_decisions')
    .select('reason_sealed')
    .where('erasure_id', '=', id)
    .where('reason_sealed', 'is not', null)
    .executeTakeFirst()
  const key = row && (await keys.known([subject.id])).get(subject.id)
  return key?.open<string>(reasonPlace(id), row!.reason_sealed!)
}
