import { sql } from 'kysely'
import { both } from '#kernel/reason.ts'
import type { SubjectHead, SubjectReader } from '#kernel/subject-reader.ts'
import { requestPaths } from './paths.ts'

/** Requests in the words of the public register, for rooms that tell of any record; without such words there is nothing to tell. */
export const requestSubjects: SubjectReader = {
  kind: 'information-request',
  name: both('Permintaan informasi', 'Information request'),
  async heads(tx, ids) {
    const { rows } =
      await sql<SubjectHead>`select distinct on (w.request_id) w.request_id as id, w.subject as title, null as title_en, 'id' as lang
      from information_request_wordings w where w.request_id = any (${ids}::uuid[])
      order by w.request_id, w.created_at desc, w.id desc`.execute(tx)
    return rows
  },
  href: (_slug, id) => requestPaths.one(id),
}
