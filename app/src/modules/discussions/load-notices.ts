import type { ReadTx } from '#kernel/database.ts'
import type { SubjectReader } from '#kernel/subject-reader.ts'
import type { PageRequest } from '#kernel/web/request.ts'
import type { Place } from './comment.ts'
import type { Rhythm } from './following.ts'
import { discussionPaths } from './paths.ts'
import { listNotices, type Notice, tallyNotices } from './store/notices.ts'
import { lastVisit, rhythmOf } from './store/own-choices.ts'
import { placesOf, readSubjects } from './store/subjects.ts'

export const noticeSize = 25

export type NoticesData = {
  rows: (Notice & { place: Place; href: string })[]
  total: number
  fresh: number
  page: number
  rhythm: Rhythm
}

export async function loadNotices(
  tx: ReadTx,
  { actor, query }: PageRequest<{ page: number }>,
  readers: SubjectReader[],
): Promise<NoticesData | undefined> {
  if (actor.kind !== 'person') return undefined
  const { personId } = actor
  const seen = await lastVisit(tx, personId)
  const [{ total, fresh }, notices, rhythm] = await Promise.all([
    tallyNotices(tx, personId, seen),
    listNotices(tx, personId, { offset: (query.page - 1) * noticeSize, limit: noticeSize, seen }),
    rhythmOf(tx, personId),
  ])
  const subjects = await readSubjects(tx, [...new Set(notices.map((one) => one.subject_id))])
  const places = await placesOf(tx, [...subjects.values()], readers)
  const rows = notices.flatMap((notice) => {
    const subject = subjects.get(notice.subject_id)
    const place = places.get(notice.subject_id)
    if (!subject || !place) return []
    const href = discussionPaths.comment(subject.slug, notice.thread_id, notice.comment_id)
    return { ...notice, place, href }
  })
  return { rows, total, fresh, page: query.page, rhythm }
}
