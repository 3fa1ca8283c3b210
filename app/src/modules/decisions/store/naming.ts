import type { ReadTx } from '#kernel/database.ts'
import type { Decision } from '../decision.ts'

export type NamingDecision = Pick<
  Decision,
  'id' | 'programme_id' | 'owner_id' | 'class' | 'number' | 'raised_on' | 'question' | 'question_en' | 'lang' | 'state'
>

/** Decisions that are linked to a record of another module, the newest first. */
export async function decisionsNaming(tx: ReadTx, recordId: string): Promise<NamingDecision[]> {
  const rows = await tx
    .selectFrom('decisions as d')
    .select(['d.id', 'd.programme_id', 'd.owner_id', 'd.class', 'd.number', 'd.raised_on', 'd.question'])
    .select(['d.question_en', 'd.lang', 'd.state'])
    .where('d.id', 'in', (eb) =>
      eb.selectFrom('decision_links').select('decision_id').where('record_id', '=', recordId),
    )
    .orderBy('d.raised_on', 'desc')
    .orderBy('d.id')
    .limit(50)
    .execute()
  return rows as NamingDecision[]
}
