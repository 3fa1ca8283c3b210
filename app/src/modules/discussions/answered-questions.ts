import { both } from '#kernel/reason.ts'
import type { SubjectHead, SubjectReader } from '#kernel/subject-reader.ts'
import { discussionPaths } from './paths.ts'

/** Questions that can be read by this reader, for rooms that tell that one was answered; their words stay here. */
export const answeredQuestions: SubjectReader = {
  kind: 'comment',
  name: both('Pertanyaan', 'Question'),
  async heads(tx, ids) {
    const rows = await tx
      .selectFrom('comments')
      .select(['id', 'lang'])
      .where('id', 'in', ids)
      .where('hidden', '=', false)
      .execute()
    return rows.map(
      (row): SubjectHead => ({ id: row.id, lang: row.lang as SubjectHead['lang'], title: '', title_en: null }),
    )
  },
  href: discussionPaths.thread,
}
