import { both } from '#kernel/reason.ts'
import type { SubjectHead, SubjectReader } from '#kernel/subject-reader.ts'
import { decisionPaths } from './paths.ts'

/** Decisions, for rooms that attach to any record. */
export const decisionSubjects: SubjectReader = {
  kind: 'decision',
  name: both('Keputusan', 'Decision'),
  heads: async (tx, ids) =>
    (await tx
      .selectFrom('decisions')
      .select(['id', 'question as title', 'question_en as title_en', 'lang'])
      .where('id', 'in', ids)
      .execute()) as SubjectHead[],
  href: (_slug, id) => decisionPaths.decision(id),
}
