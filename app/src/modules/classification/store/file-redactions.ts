import { sql } from 'kysely'
import type { Class } from '#kernel/access.ts'
import { actTime } from '#kernel/acts.ts'
import type { ReadTx, Tx } from '#kernel/database.ts'
import type { Expected } from '#kernel/files.ts'
import { newId } from '#kernel/ids.ts'
import type { FileKind } from '#modules/documents/file-kind.ts'

export type FileRedactionRow = {
  id: string
  programme_id: string
  classification_id: string
  /** The file that was released, as a record of its own: whose words are read here. */
  document: { id: string; class: Class; programme_id: string; owner_id: string }
  title: string
  lang: 'id' | 'en'
  kind: string
  grounds: string[]
  parts: number
  /** As far as the reader is told: the instant or the day. */
  created_at: string
}

/** Files that one decision opened in part, newest first; not those that were withdrawn. */
export async function fileRedactionsOf(tx: ReadTx, classificationId: string): Promise<FileRedactionRow[]> {
  const rows = await tx
    .selectFrom('file_redactions as f')
    .innerJoin('documents as d', 'd.id', 'f.document_id')
    .select(['f.id', 'f.programme_id', 'f.classification_id', 'f.document_id', 'd.title', 'd.lang', 'd.kind'])
    .select(['d.class', 'd.owner_id', 'f.grounds', 'f.parts', actTime('f.created_at').as('created_at')])
    .where('f.classification_id', '=', classificationId)
    .where((eb) =>
      eb.not(
        eb.exists(eb.selectFrom('document_withdrawals as w').select('w.id').whereRef('w.document_id', '=', 'd.id')),
      ),
    )
    .orderBy('f.created_at', 'desc')
    .orderBy('f.id', 'desc')
    .execute()
  return rows.map(({ document_id: id, class: recordClass, owner_id, ...row }) => ({
    ...row,
    document: { id, class: recordClass, programme_id: row.programme_id, owner_id },
  })) as FileRedactionRow[]
}

/** The next of them that the job may read, with the place of the file; not those that were withdrawn. */
export async function releasedAfter(tx: ReadTx, lastId: string | null, most: number) {
  let query = tx
    .selectFrom('file_redactions as f')
    .innerJoin('documents as d', 'd.id', 'f.document_id')
    .select([
      'f.id',
      'f.document_id as record_id',
      'f.programme_id',
      'f.owner_id',
      'd.kind',
      'd.storage_key',
      'd.size',
      'd.sha256',
    ])
    .select('f.classification_id as published_by')
    .where((eb) =>
      eb.not(
        eb.exists(eb.selectFrom('document_withdrawals as w').select('w.id').whereRef('w.document_id', '=', 'd.id')),
      ),
    )
    .orderBy('f.id')
    .limit(most)
  if (lastId) query = query.where('f.id', '>', lastId)
  return (await query.execute()) as (Released & Expected & { kind: FileKind; storage_key: string })[]
}
type Released = { id: string; record_id: string; published_by: string; programme_id: string; owner_id: string }

/** Of a programme by the end of a day, and whether something personal was found in it since and is not answered. */
export async function releasedUntil(tx: ReadTx, programmeId: string, until: Date) {
  const { rows } = await sql<{ id: string; owner_id: string; found: boolean }>`
    select f.id, f.owner_id, exists (select from open_text_findings o where o.row_id = f.id) as found
    from file_redactions f where f.programme_id = ${programmeId} and f.created_at < ${until} order by f.id`.execute(tx)
  return rows
}

export async function fileRedactionsNamed(tx: ReadTx, ids: string[]) {
  if (ids.length === 0) return []
  return tx
    .selectFrom('file_redactions as f')
    .innerJoin('documents as d', 'd.id', 'f.document_id')
    .select(['f.id', 'f.document_id', 'd.title', 'd.lang'])
    .where('f.id', 'in', ids)
    .execute()
}

type NewFileRedaction = {
  programme_id: string
  owner_id: string
  classification_id: string
  original_id: string
  document_id: string
  grounds: string[]
  parts: number
}

export async function addFileRedaction(tx: Tx, by: { personId: string; now: Date }, one: NewFileRedaction) {
  await tx
    .insertInto('file_redactions')
    .values({ id: newId(by.now), ...one, created_at: by.now, created_by: by.personId })
    .execute()
}
