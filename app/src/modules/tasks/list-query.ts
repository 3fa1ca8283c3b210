import type { TaskKind, TaskState } from './task.ts'

export const pageSize = 25
export const orders = ['due', 'title', 'agency', 'state'] as const

/** What the list can be narrowed to besides the states; each is counted somewhere, and the figure leads here. */
export const judgements = ['standing', 'late', 'slipped', 'unverified'] as const

export type ListQuery = {
  q: string
  /** An organisation with any role in the task. */
  agency: string
  /**
   * A state; 'standing': not cancelled; 'late': past its target and not done; 'slipped': later than first agreed and not
   * done; 'unverified': done and not verified by anyone else.
   */
  state: '' | TaskState | (typeof judgements)[number]
  kind: '' | TaskKind
  territory: string
  sort: (typeof orders)[number]
  dir: 'asc' | 'desc'
  page: number
}

/** `told`: tasks whose source tells their state. */
export type Tally = {
  total: number
  told: number
  done: number
  waiting: number
  blocked: number
  late: number
  cancelled: number
}

/** Something is sought or filtered, so that not the whole list is shown. */
export function isNarrowed(query: ListQuery): boolean {
  return Boolean(query.q || query.agency || query.state || query.kind || query.territory)
}
