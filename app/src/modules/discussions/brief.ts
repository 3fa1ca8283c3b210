import type { Lang } from '#kernel/reason.ts'
import type { CommentKind, Subject } from './comment.ts'

/** A comment as its record's page shows it: what it says of itself, and how much stands below it. */
export type BriefComment = {
  id: string
  kind: CommentKind
  lang: Lang
  hidden: boolean
  at: string
  day: string
  own: boolean
  author: string | null
  organisation: string | null
  organisation_lang: string | null
  /** Absent when hidden. */
  body: string | null
  corrected: boolean
  answered: boolean
  replies: number
}

export type Brief = {
  subject: Subject
  owner: { name: string; lang: string }
  unanswered: number
  newest: BriefComment[]
}

/** A question that a party has to answer; `total`: of how many. */
export type WaitingQuestion = { id: string; slug: string; day: string; lang: string; body: string; total: number }
