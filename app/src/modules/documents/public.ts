import type { Actor } from '#kernel/access.ts'
import type { ReadTx, Tx } from '#kernel/database.ts'
import type { Document } from './document.ts'
import type { KeptFile } from './keep-file.ts'
import { documentsOf, readSubject, writeDocument } from './store/documents.ts'

export { type Bar, blackenedPicture } from './blackened-picture.ts'
export { keepMadeFile } from './keep-file.ts'
export { fileOf } from './store/documents.ts'
export { countsOf as documentCounts } from './store/list.ts'
export { TextFault, textFaultWords } from './text-layer/text-fault.ts'
export { textOf } from './text-layer/text-of.ts'

/** Documents of one record that were not withdrawn, as far as this reader sees them. */
export async function openDocumentsOf(tx: ReadTx, recordId: string): Promise<Document[]> {
  return (await documentsOf(tx, recordId)).filter((one) => one.withdrawn === null)
}

type Made = { title: string; lang: 'id' | 'en'; file: KeptFile }

/** A file that the house has made of others, on its record and as open as that, in the name of the record's owner. */
export async function addMadeDocument(
  tx: Tx,
  by: { actor: Actor; now: Date },
  recordId: string,
  made: Made,
): Promise<string> {
  const subject = await readSubject(tx, recordId)
  if (!subject) throw new Error('no record to hang this file on')
  const { id } = await writeDocument(tx, by, subject, { ...made, own: 'public', organisationId: subject.owner_id })
  return id
}
