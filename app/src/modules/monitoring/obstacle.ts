import type { Class } from '#kernel/access.ts'
import type { Text } from '#kernel/reason.ts'
import type { DetectorEntry } from './catalogue/entry.ts'
import type { SeverityOf } from './detector.ts'
import type { Mitigation, MitigationMove } from './mitigation.ts'
import type { StoredCondition } from './reading.ts'

export type ObstacleRow = {
  id: string
  programmeId: string
  ownerId: string
  class: Class
  detector: string
  severity: SeverityOf
  openedOn: string
  openedBy: string
  clearedOn: string | null
  version: number
}

export type ObstacleMove = {
  kind: 'fired' | 'changed' | 'cleared'
  at: string
  severity: SeverityOf
  value: number | null
}

export type HeldCondition = StoredCondition & { evaluationId: string; at: string }

export type MitigationView = Mitigation & { moves: MitigationMove[] }

export type ObstacleView = ObstacleRow & {
  entry: DetectorEntry
  /** What held, the strongest first: now where it still holds, else when it opened. */
  held: HeldCondition[]
  /** `held` speaks of the evaluation shown. */
  current: boolean
  /** The detector's value in the evaluation shown; null where it could not be checked. */
  value: number | null
  mitigations: MitigationView[]
}

const order = { adopted: 0, effective: 1, ineffective: 2, proposed: 3, dropped: 4 }

/** The mitigation that a card shows: one under way, else one that was judged, else the first proposal. */
export function leadingMitigation(mitigations: MitigationView[]): MitigationView | undefined {
  return mitigations.filter((one) => one.state !== 'dropped').sort((a, b) => order[a.state] - order[b.state])[0]
}

/** The title of an obstacle: what its strongest condition says is wrong. */
export function headlineOf(obstacle: Pick<ObstacleView, 'entry' | 'held'>): Text {
  const strongest = obstacle.held[0]
  const condition = obstacle.entry.conditions.find((one) => one.letter === strongest?.letter)
  return condition?.headline ?? obstacle.entry.name
}
