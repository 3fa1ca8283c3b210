import type { ReadTx } from '#kernel/database.ts'
import type { Lang } from '#kernel/reason.ts'
import type { SubjectKind } from './escalation.ts'

/** A record of another module as a matter names it. */
export type Linked = {
  kind: SubjectKind
  id: string
  label: string
  lang: Lang
  href: string
}

/** What escalations need of other modules: given by modules.ts, so that no sideways call is made. */
export type EscalationLinks = {
  /** What a matter of this programme may be about: what still runs there. */
  choices(tx: ReadTx, programme: { id: string; slug: string }, lang: Lang): Promise<(Linked & { class: string })[]>
  /** These records, as far as the reader sees them. */
  named(tx: ReadTx, slug: string, kind: SubjectKind, ids: string[], lang: Lang): Promise<Linked[]>
  raiseDecisionHref(slug: string): string
}

export const noLinks: EscalationLinks = {
  choices: async () => [],
  named: async () => [],
  raiseDecisionHref: () => '',
}
