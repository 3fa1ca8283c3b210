import type { DiscussionData, Shown } from './loads.ts'

/** Without who wrote it, or objected, where the name is not shown, and without what only pages need. */
export function told({
  created_by: _,
  created_at: __,
  acts: ___,
  shownReplies: ____,
  quoted: _____,
  moderation,
  ...rest
}: Shown) {
  const acts = moderation.map(({ act, reason, at, by }) => ({ act, reason, at, by: act === 'contest' ? null : by }))
  return { ...rest, moderation: acts }
}

/** The discussion of a record, as the API tells it wherever it stands. */
export function toldDiscussion({ subject, place, rows, newer, older }: DiscussionData) {
  return {
    record: { ...place, class: subject.class, comments: subject.comments },
    rows: rows.map((row) => ({ ...told(row), newestReplies: row.shownReplies.map(told) })),
    newer,
    older,
  }
}
