import type { Class } from '#kernel/access.ts'
import type { Lang } from '#kernel/reason.ts'

export type MitigationState = 'proposed' | 'adopted' | 'effective' | 'ineffective' | 'dropped'

export type Mitigation = {
  id: string
  programme_id: string
  owner_id: string
  class: Class
  obstacle_id: string
  detector: string
  obstacleCleared: boolean
  key: string | null
  text: string | null
  lang: Lang
  state: MitigationState
  owner: string
  person: string | null
  person_id: string | null
  review_on: string | null
  proposer: string | null
  version: number
}

export type MitigationMove = {
  mitigationId: string
  kind: 'proposed' | 'adopted' | 'reviewed' | 'dropped'
  on: string
  reviewOn: string | null
  base: number | null
  value: number | null
  effective: boolean | null
  note: string | null
  lang: Lang
  by: string | null
}

export type Strength = { evaluationId: string; at: string; value: number | null }
