import { type Kysely, sql } from 'kysely'
import { type Actor, type Class, personOf } from '#kernel/access.ts'
import { actorName, actTime } from '#kernel/acts.ts'
import type { DB, ReadTx, Tx } from '#kernel/database.ts'
import { newId } from '#kernel/ids.ts'
import { lock } from '#kernel/operation.ts'
import { closer, type Document, type OwnClass, type Subject } from '../document.ts'
import type { KeptFile } from '../keep-file.ts'

/** The record, if this actor may see it and it can have documents. */
export async function readSubject(tx: ReadTx, id: string): Promise<Subject | undefined> {
  const row = await tx
    .selectFrom('document_subjects as s')
    .innerJoin('programmes as p', 'p.id', 's.programme_id')
    .select(['s.id', 's.kind', 's.programme_id', 's.owner_id', 's.class', 'p.slug', 'p.status as programme_status'])
    .where('s.id', '=', id)
    .executeTakeFirst()
  return row as Subject | undefined
}

export function documents(tx: Kysely<DB>) {
  return tx
    .selectFrom('documents as d')
    .innerJoin('document_subjects as s', 's.id', 'd.subject_id')
    .innerJoin('organisations as o', 'o.id', 'd.organisation_id')
    .leftJoin('document_withdrawals as w', 'w.document_id', 'd.id')
    .select(['d.id', 'd.programme_id', 'd.owner_id', 'd.class', 'd.subject_id', 's.kind as subject_kind'])
    .select(['s.class as subject_class'])
    .select(['d.organisation_id', 'o.name as organisation', 'd.lang', 'd.title', 'd.file_name', 'd.kind'])
    .select(['d.size', 'd.sha256', 'd.received_sha256'])
    .select([actTime('d.created_at').as('added_at'), actorName('d.created_by').as('added_by')])
    .select(
      sql<Document['withdrawn']>`case when w.id is null then null else json_build_object('reason', w.reason,
        'at', mufakat.act_time(w.created_at), 'by', mufakat.actor_name(w.created_by)) end`.as('withdrawn'),
    )
}

export async function readDocument(tx: ReadTx, id: string): Promise<Document | undefined> {
  return (await documents(tx).where('d.id', '=', id).executeTakeFirst()) as Document | undefined
}

/** Of one record, in the order they came. */
export async function documentsOf(tx: ReadTx, subjectId: string): Promise<Document[]> {
  return (await documents(tx)
    .where('d.subject_id', '=', subjectId)
    .orderBy('d.created_at')
    .orderBy('d.id')
    .execute()) as Document[]
}

/** A document with the place of its file. `open`: anyone may read it. */
export async function fileOf(
  tx: ReadTx,
  id: string,
): Promise<{ document: Document; key: string; open: boolean } | undefined> {
  const row = await documents(tx)
    .innerJoin('programmes as p', 'p.id', 'd.programme_id')
    .select(['d.storage_key', 'p.class as programme_class'])
    .where('d.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { storage_key: key, programme_class, ...document } = row
  return { document: document as Document, key, open: document.class === 'public' && programme_class === 'public' }
}

/** What this person has added since, of what they still see; others of theirs wait for this one. */
export async function addedSince(tx: Tx, actor: Actor, since: Date): Promise<{ files: number; bytes: number }> {
  const person = personOf(actor)!
  await lock(tx, person)
  const row = await tx
    .selectFrom('documents')
    .select((eb) => [eb.fn.countAll<number>().as('files'), eb.fn.sum<number | null>('size').as('bytes')])
    .where('created_by', '=', person)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow()
  return { files: row.files, bytes: row.bytes ?? 0 }
}

type By = { actor: Actor; now: Date }
type NewDocument = { title: string; lang: 'id' | 'en'; own: OwnClass; organisationId: string; file: KeptFile }

export async function writeDocument(
  tx: Tx,
  { actor, now }: By,
  subject: Subject,
  { title, lang, own, organisationId, file }: NewDocument,
): Promise<{ id: string; class: Class }> {
  const id = newId(now)
  const recordClass = closer(own, subject.class)
  await tx
    .insertInto('documents')
    .values({
      id,
      subject_id: subject.id,
      programme_id: subject.programme_id,
      owner_id: subject.owner_id,
      class: recordClass,
      own_class: own,
      organisation_id: organisationId,
      lang,
      title,
      file_name: file.name,
      kind: file.kind,
      size: file.size,
      sha256: file.sha256,
      received_sha256: file.receivedSha256,
      storage_key: file.key,
      created_at: now,
      created_by: personOf(actor),
    })
    .execute()
  return { id, class: recordClass }
}

export async function writeWithdrawal(tx: Tx, { actor, now }: By, documentId: string, reason: string): Promise<void> {
  const row = { id: newId(now), document_id: documentId, reason, created_at: now, created_by: personOf(actor) }
  await tx.insertInto('document_withdrawals').values(row).execute()
}
