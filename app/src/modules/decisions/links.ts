import type { ReadTx } from '#kernel/database.ts'
import type { Lang } from '#kernel/reason.ts'

/** A record of another module as decisions name it, with what says whose words its label are. */
export type Linked = {
  id: string
  programme_id: string
  owner_id: string
  class: string
  label: string
  lang: Lang
  href: string
}

/** Kinds of records that a decision names by their ids. */
export const linkKinds = ['objective', 'task', 'budget-line', 'resource'] as const
export type LinkKind = (typeof linkKinds)[number]
/** Under which name each is asked for. */
export const linkFields = [
  ['objective', 'objective'],
  ['task', 'task'],
  ['budgetLine', 'budget-line'],
  ['resource', 'resource'],
] as const

/** What decisions need of objectives, tasks, budget lines and resources: given by modules.ts, so that no sideways call is made. */
export type DecisionLinks = {
  /** Those that a decision of this programme may be linked to; only these ids where they are given. */
  choices(
    tx: ReadTx,
    programme: { id: string; slug: string },
    kind: LinkKind,
    lang: Lang,
    ids?: string[],
  ): Promise<Linked[]>
  /** Who supplies what is paid from this budget line, as far as a decision of this class may say so. */
  suppliersOf(tx: ReadTx, budgetLine: string, decisionClass: string): Promise<string[]>
}

export const noLinks: DecisionLinks = { choices: async () => [], suppliersOf: async () => [] }
