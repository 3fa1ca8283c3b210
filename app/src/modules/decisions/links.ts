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

/** What decisions need of objectives and tasks: given by modules.ts, so that no sideways call is made. */
export type DecisionLinks = {
  /** Those that a decision of this programme may be linked to; only these ids where they are given. */
  choices(
    tx: ReadTx,
    programme: { id: string; slug: string },
    kind: 'objective' | 'task',
    lang: Lang,
    ids?: string[],
  ): Promise<Linked[]>
}

export const noLinks: DecisionLinks = { choices: async () => [] }
