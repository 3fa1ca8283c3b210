import { z } from 'zod'
import { changed, lock, operation } from '#kernel/operation.ts'
import { both } from '#kernel/reason.ts'
import { mayWithdraw } from '../document.ts'
import { readDocument, writeWithdrawal } from '../store/documents.ts'

/** The row and the reason stay; the file is kept for those who may still read it. */
export const withdrawDocument = operation({
  name: 'withdraw-document',
  summary: both('Menarik berkas dengan alasan', 'Withdraws a file with a reason'),
  input: z.strictObject({ id: z.uuid(), reason: z.string().trim().min(1).max(1000) }),
  async load(tx, { id }) {
    await lock(tx, id)
    return readDocument(tx, id)
  },
  policy: (actor, document) => mayWithdraw(actor, document),
  async change(tx, { actor, input, subject: document, now }) {
    await writeWithdrawal(tx, { actor, now }, document.id, input.reason)
    const { programme_id: programmeId, owner_id: ownerId, class: recordClass, id } = document
    return changed(
      { id },
      {
        name: 'document.withdrawn',
        programmeId,
        ownerId,
        class: recordClass,
        subjectKind: 'document',
        subjectId: id,
        payload: { record: document.subject_id },
      },
    )
  },
})
