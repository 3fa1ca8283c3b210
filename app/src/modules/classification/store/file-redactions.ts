import { actTime } from '#kernel/acts.ts'
import type { ReadTx, Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'

export type FileRedactionRow = {
  id: string
  programme_id: string
  classification_id: string
  document_id: string
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
    .select(['f.grounds', 'f.parts', actTime('f.created_at').as('created_at')])
    .where('f.classification_id', '=', classificationId)
    .where((eb) =>
      eb.not(
        eb.exists(eb.selectFrom('document_withdrawals as w').select('w.id').whereRef('w.document_id', '=', 'd.id')),
      ),
    )
    .orderBy('f.created_at', 'desc')
    .orderBy('f.id', 'desc')
    .execute()
  return rows as FileRedactionRow[]
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
