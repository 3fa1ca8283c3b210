import { both } from '#kernel/reason.ts'
import type { SubjectHead, SubjectReader } from '#kernel/subject-reader.ts'
import { taskPaths } from './paths.ts'

/** Tasks, for rooms that attach to any record. */
export const taskSubjects: SubjectReader = {
  kind: 'task',
  name: both('Tugas', 'Task'),
  heads: async (tx, ids) =>
    (await tx
      .selectFrom('tasks')
      .select(['id', 'title', 'title_en', 'lang'])
      .where('id', 'in', ids)
      .execute()) as SubjectHead[],
  href: taskPaths.task,
}
