import type { ReadTx } from '#kernel/database.ts'
import type { Lang } from '#kernel/reason.ts'

/** A decision as other modules name it. */
export type DecisionHead = {
  id: string
  programme_id: string
  class: string
  question: string
  question_en: string | null
  lang: Lang
}

/** Those of a programme, the newest first (at most 200), or these; as far as this reader sees them. */
export async function decisionHeads(
  tx: ReadTx,
  of: { programmeId: string } | { ids: string[] },
): Promise<DecisionHead[]> {
  if ('ids' in of && of.ids.length === 0) return []
  const all = tx.selectFrom('decisions').select(['id', 'programme_id', 'class', 'question', 'question_en', 'lang'])
  const some = 'ids' in of ? all.where('id', 'in', of.ids) : all.where('programme_id', '=', of.programmeId)
  const rows = await some.orderBy('raised_on', 'desc').orderBy('id').limit(200).execute()
  return rows as DecisionHead[]
}
