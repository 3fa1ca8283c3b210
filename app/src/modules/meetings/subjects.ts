import { both } from '#kernel/reason.ts'
import type { SubjectHead, SubjectReader } from '#kernel/subject-reader.ts'
import { meetingPaths } from './paths.ts'

/** Meetings, for rooms that attach to any record. */
export const meetingSubjects: SubjectReader = {
  kind: 'meeting',
  name: both('Rapat', 'Meeting'),
  heads: async (tx, ids) =>
    (await tx
      .selectFrom('meetings')
      .select(['id', 'title', 'title_en', 'lang'])
      .where('id', 'in', ids)
      .execute()) as SubjectHead[],
  href: (_slug, id) => meetingPaths.one(id),
}
