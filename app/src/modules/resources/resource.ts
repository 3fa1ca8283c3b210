import type { Class } from '#kernel/access.ts'
import { type Lang, type Reason, reason, type Verdict } from '#kernel/reason.ts'
import { words } from './words.ts'

export const resourceKinds = ['place', 'equipment', 'data', 'staff-time', 'system'] as const
export type ResourceKind = (typeof resourceKinds)[number]
export const resourceStates = ['offered', 'paused', 'withdrawn'] as const
export type ResourceState = (typeof resourceStates)[number]

/** What a party offers the others. */
export type Resource = {
  id: string
  programme_id: string
  /** The party that offers it. */
  owner_id: string
  class: Class
  lang: Lang
  kind: ResourceKind
  title: string
  title_en: string | null
  description: string
  quantity: number
  unit: string
  available_from: string
  /** Null: until it is withdrawn. */
  available_until: string | null
  state: ResourceState
  version: number
}

const withdrawn: Reason = reason('withdrawn', (lang) => words[lang].refusal.withdrawn)

/** A withdrawn offer stays withdrawn; what is offered again is a new offer. */
export function mayMove({ state }: Pick<Resource, 'state'>): Verdict {
  return state === 'withdrawn' ? withdrawn : true
}

/** Where it can go from here. */
export function nextStates({ state }: Pick<Resource, 'state'>): ResourceState[] {
  return state === 'withdrawn' ? [] : resourceStates.filter((one) => one !== state)
}
