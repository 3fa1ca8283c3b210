import type { ReadTx } from '#kernel/database.ts'

/** Commitments that were neither kept whole nor withdrawn, the soonest first; at most 200. Restricted ones are named on no page but their own. */
export async function openCommitments(tx: ReadTx, programmeId: string) {
  return tx
    .selectFrom('commitments')
    .select(['id', 'class', 'title', 'title_en', 'lang'])
    .where('programme_id', '=', programmeId)
    .where('class', 'in', ['public', 'members'])
    .where((eb) => eb.or([eb('outcome', 'is', null), eb('outcome', 'not in', ['complete', 'withdrawn'])]))
    .orderBy('current_due')
    .orderBy('id')
    .limit(200)
    .execute()
}
