import type { ReadTx } from '#kernel/database.ts'
import { type Effect, effectOf } from './effect.ts'
import type { Mitigation } from './mitigation.ts'
import { mitigationMoves, strengthOn } from './store/mitigations.ts'

type Measured = Effect & { evaluationId: string; at: string }

/**
 * What an adopted mitigation has changed: the detector's value in the last weekly evaluation up to its review date (or
 * up to `today`, before that) against the value when it was adopted. A code where it cannot be measured.
 */
export async function measuredEffect(
  tx: ReadTx,
  mitigation: Mitigation,
  today: string,
): Promise<Measured | 'no-evaluation' | 'no-value'> {
  const moves = await mitigationMoves(tx, [mitigation.id])
  const adopted = moves.find((move) => move.kind === 'adopted')
  if (!adopted || adopted.base === null) return 'no-evaluation'
  const { programme_id: programmeId, detector, review_on } = mitigation
  const upTo = review_on !== null && review_on < today ? review_on : today
  const strength = await strengthOn(tx, { programmeId, detector }, { after: adopted.on, upTo })
  if (!strength) return 'no-evaluation'
  if (strength.value === null) return 'no-value'
  return { ...effectOf(adopted.base, strength.value), evaluationId: strength.evaluationId, at: strength.at }
}
