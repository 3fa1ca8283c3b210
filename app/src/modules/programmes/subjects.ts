import { both } from '#kernel/reason.ts'
import type { SubjectHead, SubjectReader } from '#kernel/subject-reader.ts'
import { programmePaths } from './paths.ts'

/** Programmes and commitments, for rooms that attach to any record. */
export const programmeSubjects: SubjectReader = {
  kind: 'programme',
  name: both('Program', 'Programme'),
  heads: async (tx, ids) =>
    (await tx
      .selectFrom('programmes')
      .select(['id', 'name as title', 'name_en as title_en', 'lang'])
      .where('id', 'in', ids)
      .execute()) as SubjectHead[],
  href: (slug) => programmePaths.programme(slug),
}

export const commitmentSubjects: SubjectReader = {
  kind: 'commitment',
  name: both('Komitmen', 'Commitment'),
  heads: async (tx, ids) =>
    (await tx
      .selectFrom('commitments')
      .select(['id', 'title', 'title_en', 'lang'])
      .where('id', 'in', ids)
      .execute()) as SubjectHead[],
  href: programmePaths.commitment,
}
