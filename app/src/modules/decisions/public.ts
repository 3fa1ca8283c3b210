import type { ReadTx } from '#kernel/database.ts'
import type { Lang } from '#kernel/reason.ts'
import { codeOf, questionIn } from './decision.ts'
import { decisionPaths } from './paths.ts'
import { listDecisions } from './store/list.ts'

export { type DecisionHead, decisionHeads } from './store/heads.ts'

export type NamedDecision = { id: string; code: string; label: string; lang: Lang; href: string; state: string }

/** The newest decisions of a programme that this reader sees, for links from other modules; at most 200. */
export async function decisionsOf(tx: ReadTx, programmeId: string, lang: Lang): Promise<NamedDecision[]> {
  const { rows } = await listDecisions(tx, programmeId, {}, 200)
  return rows.map((row) => {
    const { text, lang: written } = questionIn(row, lang)
    const code = codeOf(row)
    return { id: row.id, code, label: text, lang: written, href: decisionPaths.decision(row.id), state: row.state }
  })
}
