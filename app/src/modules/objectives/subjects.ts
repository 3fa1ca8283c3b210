import { both } from '#kernel/reason.ts'
import type { SubjectHead, SubjectReader } from '#kernel/subject-reader.ts'
import { objectivePaths } from './paths.ts'

/** Objectives, for rooms that attach to any record. */
export const objectiveSubjects: SubjectReader = {
  kind: 'objective',
  name: both('Sasaran', 'Objective'),
  heads: async (tx, ids) =>
    (await tx
      .selectFrom('objectives')
      .select(['id', 'title', 'title_en', 'lang'])
      .where('id', 'in', ids)
      .execute()) as SubjectHead[],
  href: objectivePaths.one,
}
