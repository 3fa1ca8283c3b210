import type { Actor } from '#kernel/access.ts'
import type { ReadTx } from '#kernel/database.ts'
import { isId } from '#kernel/ids.ts'
import type { Verdict } from '#kernel/reason.ts'
import type { SubjectHead, SubjectReader } from '#kernel/subject-reader.ts'
import type { PageRequest } from '#kernel/web/request.ts'
import { type Withheld, withheldIn } from '#kernel/withheld.ts'
import { type ProgrammeHead, programmeById, programmeBySlug } from '#modules/programmes/public.ts'
import { type Document, mayAdd, mayFetch, mayWithdraw, type Subject } from './document.ts'
import type { DocumentFilter } from './query.ts'
import { documentsOf, readDocument, readSubject } from './store/documents.ts'
import { listDocuments } from './store/list.ts'

/** The record that a document is attached to, as its own module calls it; its facts tell whose words these are. */
export type Place = SubjectHead & { href: string } & Attached
type Attached = Pick<Subject, 'id' | 'kind' | 'class' | 'programme_id' | 'owner_id'>
export type Placed = Document & { place: Place | undefined }

export async function placesOf(
  tx: ReadTx,
  slug: string,
  wanted: Attached[],
  readers: SubjectReader[],
): Promise<Map<string, Place>> {
  const told = await Promise.all(
    readers.map(async (reader) => {
      const ids = [...new Set(wanted.filter(({ kind }) => kind === reader.kind).map(({ id }) => id))]
      const heads = ids.length > 0 ? await reader.heads(tx, ids) : []
      return heads.map((head): Place => {
        const { kind, class: recordClass, programme_id, owner_id } = wanted.find(({ id }) => id === head.id)!
        return { ...head, kind, class: recordClass, programme_id, owner_id, href: reader.href(slug, head.id) }
      })
    }),
  )
  return new Map(told.flat().map((place) => [place.id, place]))
}

const placeOfDocument = (document: Document): Attached => ({
  id: document.subject_id,
  kind: document.subject_kind,
  class: document.subject_class,
  programme_id: document.programme_id,
  owner_id: document.owner_id,
})

export type ListData = {
  programme: ProgrammeHead
  rows: Placed[]
  total: number
  query: DocumentFilter
  withheld: Withheld
}

export async function loadList(
  tx: ReadTx,
  { params, query }: PageRequest<DocumentFilter>,
  readers: SubjectReader[],
): Promise<ListData | undefined> {
  const programme = await programmeBySlug(tx, params.slug!)
  if (!programme) return undefined
  const { rows, total } = await listDocuments(tx, programme.id, query)
  const places = await placesOf(tx, programme.slug, rows.map(placeOfDocument), readers)
  return {
    programme,
    rows: rows.map((row) => ({ ...row, place: places.get(row.subject_id) })),
    total,
    query,
    withheld: await withheldIn(tx, 'documents', programme.id),
  }
}

export type AddData = { programme: ProgrammeHead; subject: Subject; place: Place | undefined }

export async function loadAdding(
  tx: ReadTx,
  { params }: PageRequest<unknown>,
  readers: SubjectReader[],
): Promise<AddData | undefined> {
  const { slug = '', record = '' } = params
  const subject = isId(record) ? await readSubject(tx, record) : undefined
  const programme = subject?.slug === slug ? await programmeBySlug(tx, slug) : undefined
  if (!subject || !programme) return undefined
  return { programme, subject, place: (await placesOf(tx, slug, [subject], readers)).get(subject.id) }
}

export type OneData = {
  programme: ProgrammeHead
  document: Placed
  rights: { fetch: Verdict; withdraw: Verdict }
}

export async function loadOne(
  tx: ReadTx,
  { params, actor }: PageRequest<unknown>,
  readers: SubjectReader[],
): Promise<OneData | undefined> {
  const document = isId(params.id ?? '') ? await readDocument(tx, params.id!) : undefined
  const programme = document && (await programmeById(tx, document.programme_id))
  if (!document || !programme) return undefined
  const places = await placesOf(tx, programme.slug, [placeOfDocument(document)], readers)
  return {
    programme,
    document: { ...document, place: places.get(document.subject_id) },
    rights: { fetch: mayFetch(actor, document), withdraw: mayWithdraw(actor, document) },
  }
}

export type AttachedData = { rows: Document[]; subject: Subject; may: Verdict }

/** What a record's own page shows of its documents. */
export async function loadAttached(tx: ReadTx, id: string, actor: Actor): Promise<AttachedData | undefined> {
  const [rows, subject] = await Promise.all([documentsOf(tx, id), readSubject(tx, id)])
  return subject && { rows, subject, may: mayAdd(actor, subject) }
}
