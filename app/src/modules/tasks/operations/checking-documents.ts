import { refused } from '#kernel/operation.ts'
import type { TaskLinks } from '../links.ts'
import { wrong } from './acting.ts'
import { addEvidence } from './add-evidence.ts'

/** The same operation, refusing files that the task does not have; who knows them is passed in. */
export function checkingDocuments(links: TaskLinks): typeof addEvidence {
  return {
    ...addEvidence,
    async change(tx, context) {
      const { document } = context.input
      if (document && !(await links.documentsOf(tx, context.subject.id)).some((one) => one.id === document))
        return refused(wrong('document', 'noSuchDocument'))
      return addEvidence.change(tx, context)
    },
  }
}
