import type { ReadTx } from '#kernel/database.ts'
import type { FileStore } from '#kernel/files.ts'
import { isId } from '#kernel/ids.ts'
import type { Verdict } from '#kernel/reason.ts'
import type { PageRequest } from '#kernel/web/request.ts'
import { fileOf, TextFault, textOf } from '#modules/documents/public.ts'
import { programmeBySlug } from '#modules/programmes/public.ts'
import { mayOpenInPart } from './classification.ts'
import { isPicture, markable } from './file-redaction.ts'
import { readClassification } from './store/read.ts'
import { readRedaction } from './store/redactions.ts'

export type RedactionData = NonNullable<Awaited<ReturnType<typeof loadRedaction>>>
export async function loadRedaction(tx: ReadTx, { params }: PageRequest<unknown>) {
  const [programme, one] = await Promise.all([programmeBySlug(tx, params.slug!), readRedaction(tx, params.id!)])
  return programme && one?.programme_id === programme.id ? { programme, one } : undefined
}

export type FileData = NonNullable<Awaited<ReturnType<typeof loadFile>>>

/** A file that the decision withholds, with all that can be read in it; only for who may open it in part. */
export async function loadFile(tx: ReadTx, { params, actor }: PageRequest<unknown>, files: FileStore) {
  const { slug, id, document } = params
  if (!isId(id ?? '') || !isId(document ?? '')) return undefined
  const [programme, one, found] = await Promise.all([
    programmeBySlug(tx, slug!),
    readClassification(tx, id!),
    fileOf(tx, document!),
  ])
  const fits = one && found && found.document.subject_id === one.record_id
  if (!programme || !fits || one.programme_id !== programme.id) return undefined
  const { document: original, key } = found
  const may: Verdict = mayOpenInPart(actor, one, original)
  const picture = isPicture(original.kind)
  const content: Content = may === true && !picture ? await readable(files, { ...original, key }) : {}
  return { programme, one, original, key, picture, may, ...content }
}

type Content = { text?: string; fault?: TextFault['code'] }

async function readable(files: FileStore, source: Parameters<typeof textOf>[1]): Promise<Content> {
  try {
    return { text: markable(await textOf(files, source)) }
  } catch (error) {
    if (error instanceof TextFault) return { fault: error.code }
    throw error
  }
}
