import { sql } from 'kysely'
import type { ReadTx } from '#kernel/database.ts'
import type { Document } from '../document.ts'
import type { DocumentFilter } from '../query.ts'
import { documents } from './documents.ts'

export const pageSize = 25

/** One page of a programme's documents, newest first unless sorted otherwise. */
export async function listDocuments(tx: ReadTx, programmeId: string, filter: DocumentFilter) {
  let query = documents(tx).where('d.programme_id', '=', programmeId)
  if (filter.kind) query = query.where('d.kind', '=', filter.kind)
  if (filter.q) query = query.where('d.title', 'ilike', `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`)
  const { total } = await query
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const column = { title: sql`lower(d.title)`, size: sql`d.size`, at: sql`d.created_at` }[filter.sort || 'at']
  const dir = filter.sort ? filter.dir : 'desc'
  const rows = await query
    .orderBy(column, dir)
    .orderBy('d.id', 'desc')
    .limit(pageSize)
    .offset((filter.page - 1) * pageSize)
    .execute()
  return { rows: rows as Document[], total }
}

/** How many documents that were not withdrawn each of these records had by the end of a day. */
export async function countsOf(tx: ReadTx, subjectIds: string[], day: string): Promise<Map<string, number>> {
  if (subjectIds.length === 0) return new Map()
  const { rows } = await sql<{ id: string; count: number }>`
    select d.subject_id as id, count(*) as count from documents d
    where d.subject_id = any (${subjectIds}::uuid[]) and (d.created_at at time zone 'Asia/Jakarta')::date <= ${day}
      and not exists (select from document_withdrawals w where w.document_id = d.id
        and (w.created_at at time zone 'Asia/Jakarta')::date <= ${day})
    group by 1`.execute(tx)
  return new Map(rows.map((row) => [row.id, row.count]))
}
