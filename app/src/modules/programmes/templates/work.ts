import type { CharterRole, CharterService } from '../charter.ts'
import { slugOf } from '../programme.ts'
import type { Proposal } from '../public.ts'

/** Work that a template proposes; days count from the programme's first day. */
export type ProposedWork = Omit<Proposal, 'id' | 'position' | 'lang'>

type Days = { from?: number; due: number; service?: string }

export function activity(title: string, title_en: string, { from = 0, due, service }: Days): ProposedWork {
  const days = { startsAfterDays: from, dueAfterDays: due }
  return { kind: 'activity', milestoneType: null, title, title_en, serviceKey: service ?? null, ...days }
}

export function milestone(
  type: NonNullable<ProposedWork['milestoneType']>,
  title: string,
  title_en: string,
  { due, service }: Days,
): ProposedWork {
  const days = { startsAfterDays: due, dueAfterDays: due }
  return { kind: 'milestone', milestoneType: type, title, title_en, serviceKey: service ?? null, ...days }
}

export function service(key: string, name: string, name_en: string): CharterService {
  return { key, name, name_en, lang: 'id' }
}

export function role(title: string, title_en: string): CharterRole {
  return { key: slugOf(title), title, title_en, lang: 'id' }
}
