import type { ReadTx } from '#kernel/database.ts'
import type { Document } from './document.ts'
import { documentsOf } from './store/documents.ts'

export { countsOf as documentCounts } from './store/list.ts'

/** Documents of one record that were not withdrawn, as far as this reader sees them. */
export async function openDocumentsOf(tx: ReadTx, recordId: string): Promise<Document[]> {
  return (await documentsOf(tx, recordId)).filter((one) => one.withdrawn === null)
}
